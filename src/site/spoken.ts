import type { Practice, Story } from './model.ts';

/** How the practices of a story are spoken, by their names, where the register says so. */
export const spokenNames = (
  { practices }: Pick<Story, 'practices'>,
  all: readonly Pick<Practice, 'id' | 'name' | 'spoken'>[],
): Record<string, string> =>
  Object.fromEntries(
    all.flatMap(({ id, name, spoken }) => (spoken && practices.includes(id) ? [[name, spoken] as const] : [])),
  );
