import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/figures.ts';
import { One, one } from './unit.ts';

export const FIGURES_PAGE = {
  title: 'Figures',
  description:
    'Every figure in the stories, with what it counts, its value, its unit and its date, each linked to the sentence that states it; figures of one kind are drawn side by side.',
  lede: (figures, stories) =>
    `${counted.figures(figures)} from ${counted.stories(stories)}. Follow a value to the sentence that states it. Where no date is given, we say so.`,
  jump: 'On this page',
  comparisons: 'Side by side',
  comparisonsLede:
    'Only figures of one kind and one unit are put together. What makes them comparable, and what to bear in mind, is said under each chart.',
  comparisonsOpen:
    'A bar with angles cut into its end stands for “at least” or “less than”: the true number lies where they point.',
  all: 'All figures',
  filter: 'Filter',
  filterHint: `${one}, item, year`,
  sortBy: 'Sort by',
  grouped: `By ${one}`,
  county: One,
  undated: 'No date given',
  undatedText: (printed) => `No date given (the original says “${printed}”)`,
  countyCount: (county, count) => `${county} ${number(count)}`,
} as const satisfies Words<typeof zh.FIGURES_PAGE>;

export const FIGURES_STATUS = {
  total: (total) => counted.figures(total),
  found: (found, total) => `${number(found)} of ${counted.figures(total)}`,
  unit: (unit) => (unit ? `Unit: ${unit}` : 'No unit'),
  county: { asc: `sorted by ${one}`, desc: `sorted by ${one}, reversed` },
  label: { asc: 'sorted by item, A to Z', desc: 'sorted by item, Z to A' },
  value: { asc: 'smallest first within each unit', desc: 'largest first within each unit' },
  asOf: { asc: 'earliest first, undated last', desc: 'latest first, undated last' },
} as const satisfies Words<typeof zh.FIGURES_STATUS>;
