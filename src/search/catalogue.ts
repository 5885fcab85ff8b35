import type { Catalogue, Facet } from './types.ts';

/** The catalogue as it is written: page numbers as steps from the one before, which is half the bytes. */
export function packCatalogue(catalogue: Catalogue): Catalogue {
  return { ...catalogue, facets: packFacets(catalogue.facets) };
}

export const packFacets = (facets: Facets): Facets =>
  eachList(facets, (pages) => pages.map((page, i) => page - (pages[i - 1] ?? 0)));

/** Undoes `packCatalogue`. */
export function unpackCatalogue(catalogue: Catalogue): Catalogue {
  return { ...catalogue, facets: unpackFacets(catalogue.facets) };
}

export const unpackFacets = (facets: Facets): Facets =>
  eachList(facets, (steps) => {
    let page = 0;
    return steps.map((step) => {
      page += step;
      return page;
    });
  });

type Facets = Readonly<Record<string, Facet>>;

function eachList(facets: Facets, change: (pages: readonly number[]) => number[]): Facets {
  return Object.fromEntries(
    Object.entries(facets).map(([name, { values, pages }]) => [name, { values, pages: pages.map(change) }]),
  );
}
