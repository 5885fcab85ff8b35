import { FILTERS, type Filterable } from '../../lib/timeline/filters.ts';

/** A milestone in the list, and its mark in the drawing where it has a date. */
export interface Entry {
  element: HTMLElement;
  mark: SVGAElement | null;
  lane: HTMLElement | null;
  /** The part of the list that it stands in. */
  year: HTMLElement | null;
  values: Filterable;
  isShown: boolean;
}

/** The list is the data: what it says of each milestone is all that the drawing and the filters know. */
export function readEntries(drawing: HTMLElement): Entry[] {
  const marks = new Map([...drawing.querySelectorAll<SVGAElement>('a')].map((mark) => [mark.href.baseVal, mark]));
  return [...document.querySelectorAll<HTMLElement>('.entry')].map((element) => {
    const mark = marks.get(`#${element.id}`) ?? null;
    const values = FILTERS.map((name) => [name, (element.dataset[name] ?? '').split(' ')]);
    return {
      element,
      mark,
      lane: mark?.closest<HTMLElement>('.lane') ?? null,
      year: element.closest<HTMLElement>('.year'),
      values: Object.fromEntries(values) as Filterable,
      isShown: true,
    };
  });
}

const textOf = ({ element }: Entry, selector: string): string =>
  element.querySelector(selector)?.textContent?.trim() ?? '';

/** Date, county and title of an entry: all that a mark is called by. */
export const nameOf = (entry: Entry): string =>
  [textOf(entry, '.date'), entry.lane?.dataset.name, textOf(entry, '.entry-title')].filter(Boolean).join('，');
