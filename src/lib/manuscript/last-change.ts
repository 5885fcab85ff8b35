import type { StoryData } from '../schema/story.ts';

/** The last day on which a story’s words were changed, corrections among them, `YYYY-MM-DD`. */
export const lastChange = ({
  published,
  updated,
  corrections,
}: Pick<StoryData, 'published' | 'updated' | 'corrections'>): string =>
  [published, updated ?? published, ...corrections.map(({ date }) => date)].sort().at(-1) ?? published;
