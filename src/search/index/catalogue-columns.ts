import type { Catalogue, Facet, IndexedPage } from '../types.ts';
import type { PreparedPage } from './prepare.ts';

/** What the catalogue says of the pages, column by column. */
export function columnsOf(pages: readonly PreparedPage[]): Pick<Catalogue, 'titles' | 'dates' | 'facets'> {
  return {
    titles: pages.map(({ spelled }) => spelled.title),
    dates: pages.map(({ date = '' }) => date),
    facets: facetsOf(pages),
  };
}

function facetsOf(pages: readonly IndexedPage[]): Record<string, Facet> {
  const facets = new Map<string, Map<string, number[]>>();
  for (const [number, page] of pages.entries()) {
    for (const [name, values] of Object.entries(page.facets ?? {})) {
      const facet = facets.get(name) ?? new Map<string, number[]>();
      facets.set(name, facet);
      for (const value of new Set(values)) facet.set(value, [...(facet.get(value) ?? []), number]);
    }
  }
  return Object.fromEntries(
    [...facets].sort().map(([name, facet]) => {
      const entries = [...facet].sort(([a], [b]) => (a < b ? -1 : 1));
      return [name, { values: entries.map(([value]) => value), pages: entries.map(([, numbers]) => numbers) }];
    }),
  );
}
