import { test } from '@playwright/test';
import type { PlaceData } from '../../../src/lib/schema/registers.ts';
import { isDated } from '../../../src/lib/timeline/order.ts';
import { type County, counties, type Manuscript, manuscripts, type Report, reports } from '../../support/content.ts';

// What a test takes for its subject, from whatever archive is at hand.

/** The subject, where the archive holds one; a test of what it lacks is skipped, and says what that is. */
export function given<T>(subject: T | null | undefined, missing: string): T {
  const isMissing = subject === null || subject === undefined;
  test.skip(isMissing, `This archive has ${missing}.`);
  if (isMissing) throw new Error(missing);
  return subject;
}

/** The first with most of what is counted; undefined where none has any. */
export function mostOf<T>(all: readonly T[], count: (one: T) => number): T | undefined {
  const [first] = [...all].sort((a, b) => count(b) - count(a));
  return first && count(first) > 0 ? first : undefined;
}

export const milestonesOf = ({ stories }: County) => stories.flatMap(({ listed }) => listed.milestones);

const byMilestones = [...counties].sort((a, b) => milestonesOf(b).length - milestonesOf(a).length);
const [busiest, second] = byMilestones;
if (!busiest) throw new Error('The archive has no county');

/** The county with most milestones. */
export const COUNTY = busiest;
/** Another one. */
export const otherCounty = (): County => given(second, 'only one county');

/** The longest story of which this is true. */
export const longest = (is: (story: Manuscript) => boolean): Manuscript | undefined =>
  manuscripts.filter(is).sort((a, b) => b.characters - a.characters)[0];

export const storyWithFigures = (): Manuscript =>
  given(
    longest(({ listed }) => listed.figures.length > 0),
    'no story with figures',
  );

/** A story with a milestone that has a date, so that a timeline is drawn. */
export const storyWithDates = (): Report =>
  given(
    mostOf(reports, ({ listed }) => listed.milestones.filter(isDated).length),
    'no milestone with a date',
  );

const wordsOf = ({ blocks }: Manuscript) => blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);

/** A story with at least so many headings. */
export const storyWithSections = (least: number): Manuscript =>
  given(
    longest((story) => wordsOf(story).length >= least),
    `no story with ${least} headings`,
  );

/** The names of places of a county that its list shows: what lies beyond the county, or in what does, is not its own. */
export const placeNames = ({ places }: County): string[] => {
  const isInside = ({ level, parent }: PlaceData): boolean => {
    const above = places.find(({ id }) => id === parent);
    return level !== 'outside' && (!above || isInside(above));
  };
  return places.filter(isInside).map(({ name }) => name);
};
