import { FIGURES_PAGE } from '../../lib/words/figures.ts';
import { T } from '../../lib/words/site.ts';

/** The orders that figures can be put in, in the order of the columns. */
export const SORTS = [
  { sort: 'county', label: FIGURES_PAGE.county },
  { sort: 'label', label: T.counted },
  { sort: 'value', label: T.value },
  { sort: 'asOf', label: T.asOf },
] as const;

export type Sort = (typeof SORTS)[number]['sort'];
