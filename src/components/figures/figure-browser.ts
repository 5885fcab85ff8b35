import { FIGURES_STATUS } from '../../lib/words/figures.ts';
import type { Sort } from './sorts.ts';

// Filters and sorts the figures. Unsorted, they stand in a table for each story; sorted, all rows move into one table.
// The address keeps the state: ?sort=value&dir=desc&q=贫困村.
type Order = Sort | '';

/** An order begins here when it is chosen; choosing it again turns it round. */
const isDescendingAtFirst = (sort: Order) => sort === 'value';

const find = <E extends Element>(selector: string) => document.querySelector(selector) as E;
const findAll = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
/** Full and half width, blanks and case are no difference to someone who searches. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

const orderOf = (button: HTMLButtonElement) => (button.getAttribute('data-sort') ?? '') as Order;

const merged = find<HTMLTableElement>('.figures-merged');
const input = find<HTMLInputElement>('.figures-filter input');
const status = find<HTMLElement>('.figures-status');
const sections = findAll('.figures-county');
const buttons = findAll<HTMLButtonElement>('[data-sort]');
const { units: unitNames = '' } = merged.dataset;
const units = unitNames.split(' ');

const rows = sections.flatMap((section, county) =>
  [...section.querySelectorAll<HTMLTableRowElement>('tr[data-keys]')].map((row) => {
    const { keys = '' } = row.dataset;
    const { county: name = '' } = section.dataset;
    const [label = 0, unit = 0, value = 0, asOf = 0] = keys.split(' ').map(Number);
    const cell = document.createElement('td');
    cell.textContent = name;
    const words = plain(`${name}${row.closest('table')?.caption?.textContent}${row.textContent}`);
    return { row, cell, home: row.parentElement, words, county, label, unit, value, asOf };
  }),
);

let sort: Order = '';
let isDescending = false;

function compare(a: (typeof rows)[number], b: (typeof rows)[number]): number {
  if (sort === '') return 0;
  // Unlike units are not compared, and what has no date stands last either way.
  const apart = sort === 'value' ? a.unit - b.unit : sort === 'asOf' ? Number(a.asOf < 0) - Number(b.asOf < 0) : 0;
  return apart || (isDescending ? -1 : 1) * (a[sort] - b[sort]);
}

function arrange() {
  for (const body of [...merged.tBodies]) body.remove();
  merged.hidden = !sort;
  if (!sort) {
    for (const { row, cell, home } of rows) {
      cell.remove();
      home?.append(row);
    }
    return;
  }
  let unit = -1;
  for (const { row, cell, unit: own } of [...rows].sort(compare)) {
    if (merged.tBodies.length === 0 || (sort === 'value' && own !== unit)) startBody(units[own] ?? '');
    unit = own;
    row.prepend(cell);
    merged.tBodies[merged.tBodies.length - 1]?.append(row);
  }
}

function startBody(unit: string) {
  const body = merged.createTBody();
  if (sort !== 'value') return;
  const head = document.createElement('th');
  head.colSpan = 4;
  head.scope = 'rowgroup';
  head.textContent = FIGURES_STATUS.unit(unit);
  body.insertRow().append(head);
}

/** Hides what does not hold all the words, and every table and section that is left without a row. */
function filter(): number {
  const terms = input.value.split(/\s+/).map(plain);
  let found = 0;
  for (const { row, words } of rows) {
    row.hidden = !terms.every((term) => words.includes(term));
    if (!row.hidden) found++;
  }
  for (const holder of [...merged.tBodies, ...findAll('.figures-county, .figures-county table')])
    holder.hidden = !holder.querySelector('tr[data-keys]:not([hidden])');
  return found;
}

function show() {
  const found = filter();
  const direction = isDescending ? 'desc' : 'asc';
  for (const button of buttons) {
    const isOn = orderOf(button) === sort;
    const head = button.closest('th');
    if (head) head.setAttribute('aria-sort', isOn ? (isDescending ? 'descending' : 'ascending') : 'none');
    else button.setAttribute('aria-pressed', String(isOn));
    button.setAttribute('data-dir', isOn && sort ? direction : '');
  }
  const count = found < rows.length ? FIGURES_STATUS.found(found, rows.length) : FIGURES_STATUS.total(found);
  status.textContent = sort ? `${count}；${FIGURES_STATUS[sort][direction]}` : count;
  const state = new URLSearchParams({ ...(sort && { sort, dir: direction }), ...(input.value && { q: input.value }) });
  history.replaceState(null, '', `${location.pathname}${`?${state}`.replace(/^\?$/, '')}${location.hash}`);
}

function choose(next: Order, descending: boolean) {
  sort = next;
  isDescending = descending;
  arrange();
  show();
}

for (const button of buttons)
  button.addEventListener('click', () => {
    const next = orderOf(button);
    choose(next, next === sort ? !isDescending : isDescendingAtFirst(next));
  });
input.addEventListener('input', show);
// The counties of the jump list are there only while the figures stand in groups.
find('[data-figures-jump]').addEventListener('click', () => {
  input.value = '';
  choose('', false);
});

const asked = new URLSearchParams(location.search);
const wanted = buttons.map(orderOf).find((order) => order !== '' && order === asked.get('sort'));
input.value = asked.get('q') ?? '';
if (wanted) choose(wanted, asked.get('dir') === 'desc');
else if (input.value) show();
