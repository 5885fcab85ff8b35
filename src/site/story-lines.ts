import { LIST } from '#words/punctuation.ts';
import { ESSAY } from '#words/story.ts';
import { unitCount } from '#words/unit.ts';
import { creditText, sourceDateText } from './citation.ts';
import type { Report, Story } from './model.ts';
import { isReport } from './stories.ts';

/** What lists and heads say of a story in a few words, be it a report of one place or an essay on several. */

/** So many places are named; more are counted. */
const MOST_NAMES = 7;

/** Where it tells of, in the fewest words: 「东山区」; of an essay 「东山、河口」, or 「10 县」. */
export function placeText(story: Story): string {
  if (isReport(story)) return story.county.name;
  const { counties } = story;
  return counties.length > MOST_NAMES
    ? unitCount(counties.length)
    : counties.map(({ shortName }) => shortName).join(LIST);
}

/** The same with the region in front, where there is one: 「福建龙岩 · 东山区」. */
export const regionText = (story: Story): string =>
  [isReport(story) && story.county.region, placeText(story)].filter(Boolean).join(' · ');

/** The same, and all places of a report on several: 「福建龙岩 · 东山区、河口区」. */
export const placesText = (story: Story): string =>
  isReport(story)
    ? [story.county.region, story.counties.map(({ name }) => name).join(LIST)].filter(Boolean).join(' · ')
    : placeText(story);

/** When its original appeared; of an essay, when it was published here. */
export const dateText = (story: Story): string =>
  isReport(story) ? sourceDateText(story.source) : ESSAY.published(story.published);

/**
 * The line under the title: what it is told from.
 * @param basis the stories on which an essay rests
 */
export const creditLine = (story: Story, basis: readonly Report[] = []): string =>
  isReport(story) ? creditText(story.source, story.text, story.sources) : ESSAY.credit(basis.length);
