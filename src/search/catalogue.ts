import type { Catalogue } from './types.ts';

/** The catalogue as it is written: page numbers as steps from the one before, which is half the bytes. */
export function packCatalogue(catalogue: Catalogue): Catalogue {
  return eachList(catalogue, (pages) => pages.map((page, i) => page - (pages[i - 1] ?? 0)));
}

/** Undoes `packCatalogue`. */
export function unpackCatalogue(catalogue: Catalogue): Catalogue {
  return eachList(catalogue, (steps) => {
    let page = 0;
    return steps.map((step) => {
      page += step;
      return page;
    });
  });
}

function eachList(catalogue: Catalogue, change: (pages: readonly number[]) => number[]): Catalogue {
  const facets = Object.entries(catalogue.facets).map(([name, { values, pages }]) => [
    name,
    { values, pages: pages.map(change) },
  ]);
  return { ...catalogue, facets: Object.fromEntries(facets) };
}
