import type { Report, Story } from './model.ts';
import { isReport } from './stories.ts';

/** The reports into which the marks of a story point, each once, in the order in which the text comes to them. */
export function basisOf(story: Pick<Story, 'paragraphs'>, stories: readonly Story[]): Report[] {
  const cited = story.paragraphs.flatMap(({ marks }) => marks.flatMap(({ story: slug }) => slug ?? []));
  return [...new Set(cited)].flatMap((slug) => stories.find((one) => one.slug === slug) ?? []).filter(isReport);
}
