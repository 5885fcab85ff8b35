import { FILTERS, type Filterable } from '../../lib/timeline/filters.ts';

/** A milestone: on the spine, and in the table. */
export interface Entry {
  element: HTMLElement;
  /** What holds it in the table: a cell's entry, or a bar. */
  cell: HTMLElement | null;
  values: Filterable;
  /** Number of its column. */
  column: string;
  isShown: boolean;
  /** Shown once all are. */
  isMore: boolean;
}

/** The spine is the data: what it says of each milestone is all that the filters know. */
export function readEntries(timeline: HTMLElement): Entry[] {
  const links = new Map(
    [...timeline.querySelectorAll<HTMLElement>('[data-of]')].map((link) => [link.dataset.of, link]),
  );
  return [...timeline.querySelectorAll<HTMLElement>('.entry')].map((element) => ({
    element,
    cell: links.get(element.id)?.closest<HTMLElement>('li, .bar') ?? null,
    values: valuesOf(element),
    column: element.dataset.column ?? '',
    isShown: true,
    isMore: element.classList.contains('more'),
  }));
}

const valuesOf = ({ dataset }: HTMLElement): Filterable =>
  Object.fromEntries(FILTERS.map((name) => [name, dataset[name]?.split(' ').filter(Boolean) ?? []])) as Record<
    (typeof FILTERS)[number],
    string[]
  >;
