import { formatDateShort, inferredShort } from '#words/dates.ts';
import type { Milestone } from '../lib/schema/story.ts';
import { isDated } from '../lib/timeline/order.ts';

/**
 * The dates that a paragraph states, a line each, each once; undefined where it states none. They stand in an attribute
 * and are drawn by the style sheet, so that whoever hears, extracts or copies the text gets its sentences alone.
 * @param stated ids of milestones, parted by blanks
 */
export function marginDates(stated: string | undefined, milestones: readonly Milestone[] = []): string | undefined {
  const wanted = stated?.split(' ') ?? [];
  const lines = milestones
    .filter(({ id }) => wanted.includes(id))
    .filter(isDated)
    .map(({ date, printed, basis }) =>
      [formatDateShort(date, printed), basis === 'inferred' && inferredShort(date, printed)].filter(Boolean).join(' '),
    );
  return lines.length > 0 ? [...new Set(lines)].join('\n') : undefined;
}
