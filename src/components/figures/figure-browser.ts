import { FIGURES_STATUS } from '#words/figures.ts';
import { SEMICOLON } from '#words/punctuation.ts';
import { part } from '../parts.ts';
import { type FigureRow, holds, readRows } from './figure-rows.ts';
import { comparer, GROUPED, type Ordering, readAddress, reorder, writeAddress } from './ordering.ts';

const orderOf = (button: HTMLButtonElement) => (button.dataset.sort ?? '') as Ordering['sort'];

/** Filters and sorts the figures: in a table for each story, or all in one. The address keeps both. */
export function startFigureBrowser(page: ParentNode): void {
  const browser = new FigureBrowser(page);
  browser.take(location.search);
}

class FigureBrowser {
  readonly #merged: HTMLTableElement;
  readonly #input: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #sections: HTMLElement[];
  readonly #buttons: HTMLButtonElement[];
  readonly #rows: FigureRow[];
  #ordering = GROUPED;

  constructor(page: ParentNode) {
    this.#merged = part(page, '.figures-merged', HTMLTableElement);
    this.#input = part(page, '.figures-filter input', HTMLInputElement);
    this.#status = part(page, '.figures-status');
    this.#sections = [...page.querySelectorAll<HTMLElement>('.figures-county')];
    this.#buttons = [...page.querySelectorAll<HTMLButtonElement>('[data-sort]')];
    this.#rows = readRows(this.#sections);
    this.#listen(part(page, '[data-figures-jump]'));
  }

  /** Shows what an address asks. */
  take(search: string): void {
    const { ordering, query } = readAddress(search, this.#buttons.map(orderOf));
    this.#input.value = query;
    if (ordering.sort) this.#put(ordering);
    else if (query) this.#show();
  }

  #listen(jump: HTMLElement) {
    for (const button of this.#buttons)
      button.addEventListener('click', () => this.#put(reorder(this.#ordering, orderOf(button))));
    this.#input.addEventListener('input', () => this.#show());
    // The counties of the jump list are there only while the figures stand in groups.
    jump.addEventListener('click', () => {
      this.#input.value = '';
      this.#put(GROUPED);
    });
  }

  #put(ordering: Ordering) {
    this.#ordering = ordering;
    for (const body of [...this.#merged.tBodies]) body.remove();
    this.#merged.hidden = !ordering.sort;
    if (ordering.sort) this.#merge(ordering);
    else this.#group();
    this.#show();
  }

  #group() {
    for (const { row, cell, home } of this.#rows) {
      cell.remove();
      home?.append(row);
    }
  }

  /** All rows in one table; sorted by value, the rows of each unit have a head. */
  #merge(ordering: Ordering) {
    const units = (this.#merged.dataset.units ?? '').split(' ');
    const byValue = ordering.sort === 'value';
    const compare = comparer(ordering);
    let body: HTMLTableSectionElement | undefined;
    let unit = -1;
    for (const { row, cell, keys } of [...this.#rows].sort((a, b) => compare(a.keys, b.keys))) {
      if (!body || (byValue && keys.unit !== unit)) {
        body = this.#merged.createTBody();
        if (byValue) addHead(body, units[keys.unit] ?? '');
      }
      unit = keys.unit;
      row.prepend(cell);
      body.append(row);
    }
  }

  #show() {
    const found = this.#filter();
    const ordering = this.#ordering;
    for (const button of this.#buttons) showOrdering(button, ordering);
    const count =
      found < this.#rows.length ? FIGURES_STATUS.found(found, this.#rows.length) : FIGURES_STATUS.total(found);
    const { sort } = ordering;
    this.#status.textContent = sort ? `${count}${SEMICOLON}${FIGURES_STATUS[sort][directionOf(ordering)]}` : count;
    const address = writeAddress({ ordering, query: this.#input.value });
    history.replaceState(null, '', `${location.pathname}${address}${location.hash}`);
  }

  /** Hides what does not hold all the words, and every table and section that is left without a row. */
  #filter(): number {
    for (const each of this.#rows) each.row.hidden = !holds(each, this.#input.value);
    // What is found is not left folded.
    if (this.#input.value.trim())
      for (const section of this.#sections) part(section, 'details', HTMLDetailsElement).open = true;
    const tables = this.#sections.flatMap((section) => [...section.querySelectorAll('table')]);
    for (const holder of [...this.#merged.tBodies, ...this.#sections, ...tables])
      holder.hidden = !holder.querySelector('tr[data-keys]:not([hidden])');
    return this.#rows.filter(({ row }) => !row.hidden).length;
  }
}

const directionOf = ({ isDescending }: Ordering) => (isDescending ? 'desc' : 'asc');

/** Says on a button, or on the head of its column, whether its order is the one. */
function showOrdering(button: HTMLButtonElement, ordering: Ordering) {
  const isOn = orderOf(button) === ordering.sort;
  const head = button.closest('th');
  if (head) head.setAttribute('aria-sort', isOn ? (ordering.isDescending ? 'descending' : 'ascending') : 'none');
  else button.setAttribute('aria-pressed', String(isOn));
  button.dataset.dir = isOn && ordering.sort ? directionOf(ordering) : '';
}

function addHead(body: HTMLTableSectionElement, unit: string) {
  const head = document.createElement('th');
  head.colSpan = 4;
  head.scope = 'rowgroup';
  head.textContent = FIGURES_STATUS.unit(unit);
  body.insertRow().append(head);
}
