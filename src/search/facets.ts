import type { Catalogue } from './types.ts';

/** Chosen values of each facet. */
export type Selection = Readonly<Record<string, readonly string[]>>;

export interface FacetCount {
  value: string;
  count: number;
  chosen: boolean;
}

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** The pages that have, in every facet with a choice, at least one of the chosen values. */
export function narrow(
  pages: readonly number[],
  facets: Catalogue['facets'],
  selection: Selection,
  but?: string,
): number[] {
  const sets = Object.entries(selection)
    .filter(([name, values]) => name !== but && values.length > 0)
    .map(([name, values]) => pagesWith(facets[name], values));
  return pages.filter((page) => sets.every((set) => set.has(page)));
}

/** Of a value that is unknown, nothing: `undefined` is no page. */
function pagesWith(facet: Catalogue['facets'][string] | undefined, values: readonly string[]) {
  return new Set(values.flatMap((value) => facet?.pages[facet.values.indexOf(value)]));
}

/**
 * How many of the pages each value of a facet would leave. The facet's own choice does not count, so that ticking one
 * value says nothing about its siblings. Values with nothing are left out, unless they are chosen.
 */
export function countFacet(
  name: string,
  pages: readonly number[],
  facets: Catalogue['facets'],
  selection: Selection,
): FacetCount[] {
  const facet = facets[name];
  if (!facet) return [];
  const left = new Set<number | undefined>(narrow(pages, facets, selection, name));
  return facet.values
    .map((value) => ({
      value,
      count: [...pagesWith(facet, [value])].filter((page) => left.has(page)).length,
      chosen: selection[name]?.includes(value) ?? false,
    }))
    .filter(({ count, chosen }) => count > 0 || chosen);
}

/** Pages by date, those without one last; `relevance` leaves them as they are. */
export function sortPages(pages: readonly number[], dates: readonly string[], sort: Sort): number[] {
  if (sort === 'relevance') return [...pages];
  const direction = sort === 'newest' ? -1 : 1;
  const date = (page: number) => dates[page] ?? '';
  return [...pages].sort((a, b) => {
    if (!date(a) || !date(b)) return Number(!date(a)) - Number(!date(b)) || a - b;
    return direction * (date(a) < date(b) ? -1 : Number(date(a) > date(b))) || a - b;
  });
}
