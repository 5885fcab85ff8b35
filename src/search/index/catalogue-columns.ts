import { readValue } from '../field-values.ts';
import type { Catalogue, Dates, Facet, Field, IndexedPage } from '../types.ts';
import type { PreparedPage } from './prepare.ts';

/** What the catalogue says of the pages, column by column. */
export function columnsOf(
  pages: readonly PreparedPage[],
  fields: readonly Field[] = [],
): Pick<Catalogue, 'titles' | 'dates' | 'lengths' | 'facets' | 'fields' | 'fieldTitles'> {
  return {
    ...(fields.length > 0 ? { fields: [...fields], fieldTitles: pages.map(({ record }) => record?.title ?? 0) } : {}),
    titles: pages.map(({ spelled }) => spelled.title),
    dates: pages.map(({ date = '' }) => date),
    lengths: pages.map(({ spelled }) => Math.round(spelled.text.split(' ').length / 100)),
    facets: facetsOf(pages),
  };
}

/** The days of the dated fields, each with its pages. */
export function datesOf(pages: readonly IndexedPage[], fields: readonly Field[]): Dates {
  const dated = fields.filter((field) => field.dated);
  return facetsOf(
    pages.map(({ url, fields: values = {} }) => {
      const days = dated.map(({ id }) => [id, (values[id] ?? []).flatMap((value) => readValue(value).days ?? [])]);
      return { url, blocks: [], facets: Object.fromEntries(days) };
    }),
  );
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
