import type { SortKeys } from '../../lib/numbers/order.ts';
import type { Sort } from './sorts.ts';

/** An order that all figures are put in; without a sort they stand in a table for each story. */
export interface Ordering {
  sort: Sort | '';
  isDescending: boolean;
}

export const GROUPED: Ordering = { sort: '', isDescending: false };

/** Where a figure stands in each order. */
export interface OrderKeys extends SortKeys {
  /** Place of its county. */
  county: number;
}

/** What a reader gets by choosing an order: chosen again it turns round, and values begin with the largest. */
export function reorder(now: Ordering, sort: Ordering['sort']): Ordering {
  if (sort === '') return GROUPED;
  return { sort, isDescending: sort === now.sort ? !now.isDescending : sort === 'value' };
}

/** Compares for an order: unlike units apart, and what has no date last either way. */
export function comparer({ sort, isDescending }: Ordering): (a: OrderKeys, b: OrderKeys) => number {
  if (sort === '') return () => 0;
  const apart = {
    value: (keys: OrderKeys) => keys.unit,
    asOf: (keys: OrderKeys) => Number(keys.asOf < 0),
    county: () => 0,
    label: () => 0,
  }[sort];
  return (a, b) => apart(a) - apart(b) || (isDescending ? -1 : 1) * (a[sort] - b[sort]);
}

/** What the address keeps: ?sort=value&dir=desc&q=茶园. */
export interface FiguresAddress {
  ordering: Ordering;
  query: string;
}

/** @param sorts that the page offers; any other is none */
export function readAddress(search: string, sorts: readonly Ordering['sort'][]): FiguresAddress {
  const asked = new URLSearchParams(search);
  const sort = sorts.find((one) => one !== '' && one === asked.get('sort'));
  const ordering = sort ? { sort, isDescending: asked.get('dir') === 'desc' } : GROUPED;
  return { ordering, query: asked.get('q') ?? '' };
}

/** `?…` or empty; what is as it is at first stays out. */
export function writeAddress({ ordering: { sort, isDescending }, query }: FiguresAddress): string {
  const dir = isDescending ? 'desc' : 'asc';
  const parameters = new URLSearchParams({ ...(sort && { sort, dir }), ...(query && { q: query }) });
  const text = parameters.toString();
  return text && `?${text}`;
}
