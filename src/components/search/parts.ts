import { placed } from '../../lib/urls.ts';
import { part } from '../parts.ts';

/** What script fills: the elements of SearchBody.astro with `data-part`. */
export interface SearchParts {
  body: HTMLElement;
  /** Address of the index; empty where none was built. */
  index: string;
  /** Its files that any question needs. */
  first: string;
  status: HTMLElement;
  named: HTMLElement;
  note: HTMLElement;
  tools: HTMLElement;
  sort: HTMLSelectElement;
  views: HTMLInputElement[];
  facetBox: HTMLElement;
  chosen: HTMLElement;
  facets: HTMLElement;
  close: HTMLElement;
  list: HTMLElement;
  more: HTMLElement;
}

export function readParts(body: HTMLElement): SearchParts {
  const named = (name: string) => part(body, `[data-part="${name}"]`);
  return {
    body,
    index: placed(body.dataset.searchIndex ?? ''),
    first: body.dataset.searchFirst ?? '',
    status: named('status'),
    named: named('named'),
    note: named('note'),
    tools: named('tools'),
    sort: part(body, '[data-part="sort"]', HTMLSelectElement),
    views: [...body.querySelectorAll<HTMLInputElement>('[name="view"]')],
    facetBox: named('facet-box'),
    chosen: named('chosen'),
    facets: named('facets'),
    close: named('close'),
    list: named('results'),
    more: named('more'),
  };
}
