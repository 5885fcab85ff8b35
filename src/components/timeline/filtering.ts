import { TIMELINE, TIMELINE_STATUS } from '#words/timeline.ts';
import { countValues, FILTERS, type Filters, matches, readFilters, writeFilters } from '../../lib/timeline/filters.ts';
import { part } from '../parts.ts';
import { keepInAddress } from './address.ts';
import type { Entry } from './milestone-list.ts';

/** Rem: an entry that is not laid out, as in timeline.css. */
const ENTRY = 5.5;

type Changed = (filters: Filters) => void;

/** Narrows list and drawing together. */
export class Filtering {
  readonly #entries: readonly Entry[];
  readonly #changed: Changed;
  readonly #status: HTMLElement;
  readonly #selects: HTMLSelectElement[];

  /** @param changed is called with the choice at the start, and whenever the reader has changed it */
  constructor(controls: HTMLElement, entries: readonly Entry[], changed: Changed) {
    this.#entries = entries;
    this.#changed = changed;
    this.#status = part(controls, '[role="status"]');
    this.#selects = FILTERS.map((name) => part(controls, `[name="${name}"]`, HTMLSelectElement));
    controls.addEventListener('change', () => this.#apply());
    part(controls, '[data-clear]').addEventListener('click', () => this.clear());
    // What a reader chose before the script came is kept.
    this.#set({ ...readFilters(new URLSearchParams(location.search)), ...this.#chosen() });
  }

  clear(): void {
    this.#set({});
  }

  #chosen(): Filters {
    return Object.fromEntries(this.#selects.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])));
  }

  #set(filters: Filters) {
    for (const select of this.#selects) {
      const value = filters[select.name as keyof Filters] ?? '';
      // A value that no milestone has is no filter.
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    this.#apply();
  }

  #apply() {
    const filters = this.#chosen();
    const entries = this.#entries;
    for (const entry of entries) showEntry(entry, matches(entry.values, filters));
    showHolders(entries);
    this.#count(filters);
    const shown = entries.filter(({ isShown }) => isShown).length;
    this.#status.textContent =
      shown < entries.length ? TIMELINE_STATUS.found(shown, entries.length) : TIMELINE_STATUS.total(entries.length);
    this.#changed(filters);
  }

  /** Says behind each choice how many milestones it would leave. */
  #count(filters: Filters) {
    const counts = countValues(
      this.#entries.map(({ values }) => values),
      filters,
    );
    for (const [index, name] of FILTERS.entries())
      for (const option of [...(this.#selects[index]?.options ?? [])].slice(1)) {
        const left = counts[name].get(option.value) ?? 0;
        const text = TIMELINE.choice(option.dataset.label ?? '', left);
        if (option.text !== text) option.text = text;
        option.disabled = left === 0 && !option.selected;
      }
  }
}

function showEntry(entry: Entry, isShown: boolean) {
  if (entry.isShown === isShown) return;
  entry.isShown = isShown;
  entry.element.hidden = !isShown;
  entry.sign?.toggleAttribute('hidden', !isShown);
}

/** Hides the years and the lanes in which nothing is shown. */
function showHolders(entries: readonly Entry[]) {
  const left = new Map<HTMLElement | null, number>();
  for (const { year, lane, isShown } of entries)
    for (const holder of [year, lane]) left.set(holder, (left.get(holder) ?? 0) + Number(isShown));
  for (const year of new Set(entries.flatMap((entry) => entry.year ?? []))) showYear(year, left.get(year) ?? 0);
  for (const lane of new Set(entries.flatMap((entry) => entry.lane ?? []))) setHidden(lane, !left.get(lane));
}

/** Keeps for a year, while it is not laid out, the height of the entries that it shows. */
function showYear(year: HTMLElement, shown: number) {
  setHidden(year, shown === 0);
  const list = year.querySelector('ol');
  if (list) list.style.containIntrinsicBlockSize = `${shown * ENTRY}rem`;
}

function setHidden(element: HTMLElement, isHidden: boolean) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Has the jump list lead only to years that are shown. */
export function fitJumps(page: Document) {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.jump a'))
    link.hidden = page.getElementById(link.hash.slice(1))?.hidden ?? false;
}

export const keepFilters = (filters: Filters) =>
  keepInAddress('filters', (parameters) => writeFilters(parameters, filters));
