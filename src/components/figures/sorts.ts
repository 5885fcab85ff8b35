import { FIGURES_PAGE } from '#words/figures.ts';
import { T } from '#words/site.ts';

/** The orders that figures can be put in, in the order of the columns. */
export const SORTS = [
  { sort: 'county', label: FIGURES_PAGE.county },
  { sort: 'label', label: T.counted },
  { sort: 'value', label: T.value },
  { sort: 'asOf', label: T.asOf },
] as const;

export type Sort = (typeof SORTS)[number]['sort'];
