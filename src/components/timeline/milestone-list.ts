import { COMMA } from '#words/punctuation.ts';
import { FILTERS, type Filterable } from '../../lib/timeline/filters.ts';

/** A milestone in the list, and its sign in the drawing where it has a date. */
export interface Entry {
  element: HTMLElement;
  sign: SVGAElement | null;
  lane: HTMLElement | null;
  /** The part of the list that it stands in. */
  year: HTMLElement | null;
  values: Filterable;
  isShown: boolean;
}

/** The list is the data: what it says of each milestone is all that the drawing and the filters know. */
export function readEntries(drawing: ParentNode, list: ParentNode): Entry[] {
  const signs = new Map([...drawing.querySelectorAll<SVGAElement>('a')].map((sign) => [sign.href.baseVal, sign]));
  return [...list.querySelectorAll<HTMLElement>('.entry')].map((element) => {
    const sign = signs.get(`#${element.id}`) ?? null;
    const values = FILTERS.map((name) => [name, (element.dataset[name] ?? '').split(' ')]);
    return {
      element,
      sign,
      lane: sign?.closest<HTMLElement>('.lane') ?? null,
      year: element.closest<HTMLElement>('.year'),
      values: Object.fromEntries(values) as Filterable,
      isShown: true,
    };
  });
}

const textOf = ({ element }: Entry, selector: string): string =>
  element.querySelector(selector)?.textContent?.trim() ?? '';

/** Date, county and title of an entry: all that a sign is called by. */
export const nameOf = (entry: Entry): string =>
  [textOf(entry, '.date'), entry.lane?.dataset.name, textOf(entry, '.entry-title')].filter(Boolean).join(COMMA);
