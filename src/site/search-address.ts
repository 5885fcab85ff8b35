import { pageAddress } from '../lib/urls.ts';
import { isChosen, type Selection, SORTS as TEXT_SORTS } from '../search/facets.ts';

export const FACETS = ['county', 'year', 'genre', 'person', 'practice', 'series', 'tag'] as const;
/** The orders of the search, and that of the counties. */
export const SORTS = [...TEXT_SORTS, 'county'] as const;
export type Sort = (typeof SORTS)[number];
export const VIEWS = ['stories', 'lines'] as const;
export type View = (typeof VIEWS)[number];

/** Stands for the year of an original whose date nobody knows. */
export const UNKNOWN_YEAR = 'unknown';

/** All that a search page shows, as it stands in its address. */
export interface SearchState {
  q: string;
  selection: Selection;
  sort: Sort;
  view: View;
}

/** Reads `?q=&county=&year=&genre=&sort=&view=`; what it does not know is left out. */
export function readState(query: string): SearchState {
  const params = new URLSearchParams(query);
  return {
    q: params.get('q') ?? '',
    selection: Object.fromEntries(
      FACETS.map((name) => [name, [...new Set(params.getAll(name))]] as const).filter(
        ([, values]) => values.length > 0,
      ),
    ),
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'relevance',
    view: VIEWS.find((view) => view === params.get('view')) ?? 'stories',
  };
}

/** The query string of a state, with its question mark; what is as usual is left out, and nothing gives ''. */
export function writeState({ q, selection, sort, view }: SearchState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  for (const name of FACETS) for (const value of selection[name] ?? []) params.append(name, value);
  if (sort !== 'relevance') params.set('sort', sort);
  if (view !== 'stories') params.set('view', view);
  const text = params.toString();
  return text && `?${text}`;
}

/** Name of the parameter by which a link tells a story what was searched: phrases, each a parameter. */
export const MARK = 'mark';

/** Address of an occurrence: the page, what is to be marked there, and its paragraph. */
export function hitAddress(url: string, phrases: readonly string[], id: string): string {
  const params = new URLSearchParams(phrases.map((phrase) => [MARK, phrase]));
  return pageAddress(`${url}?${params}${id && `#${id}`}`);
}

/** Whether there is anything to show: words, limits, or an order in which all is to be listed. */
export const isAsked = ({ q, selection, sort }: SearchState): boolean =>
  q.trim() !== '' || isChosen(selection) || sort !== 'relevance';
