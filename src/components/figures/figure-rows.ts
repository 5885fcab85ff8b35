import type { OrderKeys } from './ordering.ts';

/** A figure's row, which moves between the table of its story and the one in which all are sorted. */
export interface FigureRow {
  row: HTMLTableRowElement;
  /** Its county, for the table in which the row does not stand under it. */
  cell: HTMLTableCellElement;
  home: Element | null;
  /** All that the filter finds it by. */
  words: string;
  keys: OrderKeys;
}

export const readRows = (sections: readonly HTMLElement[]): FigureRow[] =>
  sections.flatMap((section, county) =>
    [...section.querySelectorAll<HTMLTableRowElement>('tr[data-keys]')].map((row) => {
      const { county: name = '' } = section.dataset;
      const heading = section.querySelector('h3')?.textContent ?? '';
      const cell = document.createElement('td');
      cell.textContent = name;
      const title = row.closest('table')?.querySelector('caption')?.textContent ?? '';
      const words = plain(`${name}${heading}${title}${row.textContent}`);
      return { row, cell, home: row.parentElement, words, keys: readKeys(row.dataset.keys ?? '', county) };
    }),
  );

/** The keys as FigureTable.astro writes them. */
function readKeys(text: string, county: number): OrderKeys {
  const [label = 0, unit = 0, value = 0, asOf = 0] = text.split(' ').map(Number);
  return { county, label, unit, value, asOf };
}

/** Whether a row holds all the words of a query. */
export const holds = ({ words }: Pick<FigureRow, 'words'>, query: string): boolean =>
  query.split(/\s+/).every((term) => words.includes(plain(term)));

/** Full and half width, blanks and case are no difference to someone who searches. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
