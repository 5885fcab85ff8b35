import type { Catalogue, Facet } from './types.ts';

/** Chosen values of each facet. */
export type Selection = Readonly<Record<string, readonly string[]>>;

export interface FacetCount {
  value: string;
  count: number;
  chosen: boolean;
}

export const SORTS = ['relevance', 'newest', 'oldest', 'longest', 'shortest'] as const;
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

/** Pages by date, those without one last, or by length; `relevance` leaves them as they are. */
export function sortPages(
  pages: readonly number[],
  { dates, lengths = [] }: Pick<Catalogue, 'dates' | 'lengths'>,
  sort: Sort,
): number[] {
  if (sort === 'relevance') return [...pages];
  if (sort === 'longest' || sort === 'shortest') {
    const sign = sort === 'longest' ? -1 : 1;
    return [...pages].sort((a, b) => sign * ((lengths[a] ?? 0) - (lengths[b] ?? 0)) || a - b);
  }
  const direction = sort === 'newest' ? -1 : 1;
  const date = (page: number) => dates[page] ?? '';
  return [...pages].sort((a, b) => {
    if (!date(a) || !date(b)) return Number(!date(a)) - Number(!date(b)) || a - b;
    return direction * (date(a) < date(b) ? -1 : Number(date(a) > date(b))) || a - b;
  });
}

/** Pages in the order of the values of a facet, each by the first of its values; the others behind them. */
export function sortByFacet(pages: readonly number[], facet: Facet | undefined, values: readonly string[]): number[] {
  const places = new Map<number, number>();
  for (const [i, value] of (facet?.values ?? []).entries()) {
    const place = values.indexOf(value);
    for (const page of facet?.pages[i] ?? [])
      places.set(page, Math.min(place < 0 ? values.length : place, places.get(page) ?? values.length));
  }
  const placeOf = (page: number) => places.get(page) ?? values.length;
  return [...pages].sort((a, b) => placeOf(a) - placeOf(b) || a - b);
}

/** Whether any value of any facet is chosen. */
export const isChosen = (selection: Selection): boolean => Object.values(selection).some(({ length }) => length > 0);
