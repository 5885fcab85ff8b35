import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/timeline.ts';
import { One, one, unitCount } from './unit.ts';

export const TIMELINE = {
  title: 'Timeline',
  description: (units) =>
    `Milestones of ${unitCount(units)}, a row for each ${one} and a column for each year: dated as exactly as the source allows, inferred dates marked, what has no date last.`,
  lede: (undated): string =>
    `A row for each ${one}, a column for each year. Dates are as exact as the source, and inferred ones say so${undated > 0 ? TIMELINE.undatedCount(undated) : ''}. Each entry leads to the sentence of ours that states it.`,
  undatedCount: (undated) =>
    `; the ${number(undated)} for which the original gives no time ${undated === 1 ? 'comes' : 'come'} last`,
  years: 'Find a year',
  caption: `Milestones, a row for each ${one}, a column for each year`,
  list: 'Milestones by year',
  count: (count) => number(count),
  key: (count) => `Main ${number(count)}`,
  everything: (count) => `All ${number(count)}`,
  rest: (count) => `${number(count)} more`,
  fold: 'Fewer',
  nothing: 'none',
  undated: 'Date not stated',
  undatedText: (printed) => `Date not stated (the original says “${printed}”)`,
  rhythmText: (rhythm, printed) =>
    `${rhythm}${rhythm === printed ? '' : ` (the original says “${printed}”)`}, since when is not said`,
  undatedLede: 'The original says no more than “recently” or “in recent years”; the year is not known.',
  filters: 'Filter milestones',
  filter: 'Filter',
  all: 'All',
  choice: (label, count) => `${label} (${number(count)})`,
  clear: 'Clear filters',
  inTimeline: (county) => `${county} on the timeline`,
  embedded: 'Embedded',
  embed: 'Embed in another site',
  embedLede: `Paste this code into a page to embed the timeline; it sets no cookie and asks nothing of third parties. Where a ${one} is chosen above, the code holds that one alone.`,
  embedCode: 'Code to embed',
  embedCopy: 'Copy the code',
  embedCopied: 'Code copied',
  embedTitle: (name) => `Timeline · ${name}`,
  attribution: 'Source',
} as const satisfies Words<typeof zh.TIMELINE>;

export const TIMELINE_FILTERS = {
  county: One,
  genre: 'Genre',
  practice: 'Related practice',
  certainty: 'Grounds of dates',
} as const satisfies Words<typeof zh.TIMELINE_FILTERS>;

export const CERTAINTIES = {
  stated: 'Stated',
  inferred: 'Inferred',
  undated: 'Not stated',
} as const satisfies Words<typeof zh.CERTAINTIES>;

export const TIMELINE_STATUS = {
  total: (total) => counted.milestones(total),
  found: (found, hidden) => `${counted.milestones(found)} shown, ${number(hidden)} not among them`,
} as const satisfies Words<typeof zh.TIMELINE_STATUS>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const monthOf = (month: number): string => MONTHS[month - 1] ?? '';

export const CELL_DATES = {
  year: 'in the year',
  day: (month, day) => `${day} ${monthOf(month)}`,
  month: monthOf,
  months: (from, to) => `${monthOf(from)}–${monthOf(to)}`,
  days: (month, from, to) => `${from}–${to} ${monthOf(month)}`,
  run: (from, to) => `${from} – ${to}`,
  season: (season) => ['spring', 'summer', 'autumn', 'winter'][season] ?? '',
  from: (words) => `from ${words}`.trim(),
  within: (words) => `in ${words}`,
} as const satisfies Words<typeof zh.CELL_DATES>;

export const CELL_MARKS = {
  planned: 'planned',
  approximate: 'about',
  doubtful: 'in doubt',
} as const satisfies Words<typeof zh.CELL_MARKS>;
