import { TIMELINE, TIMELINE_STATUS } from '#words/timeline.ts';
import { countValues, FILTERS, type Filters, matches, readFilters } from '../../lib/timeline/filters.ts';
import { part } from '../parts.ts';
import { countShown } from './counting.ts';
import type { Entry } from './entries.ts';

/** What a reader wants to see. */
export interface Choice {
  filters: Filters;
  /** All that fits, not only what is shown at first. */
  isAll: boolean;
}

/** Narrows table and spine together. */
export class Filtering {
  readonly #timeline: HTMLElement;
  readonly #entries: readonly Entry[];
  readonly #changed: (choice: Choice) => void;
  readonly #status: HTMLElement;
  readonly #selects: HTMLSelectElement[];
  /** Both absent where all is shown at first. */
  readonly #key: HTMLInputElement | null;
  readonly #all: HTMLInputElement | null;

  /** @param changed is called with the choice at the start, and whenever the reader has changed it */
  constructor(timeline: HTMLElement, entries: readonly Entry[], changed: (choice: Choice) => void) {
    this.#timeline = timeline;
    this.#entries = entries;
    this.#changed = changed;
    this.#status = part(timeline, '[role="status"]');
    this.#selects = FILTERS.map((name) => part(timeline, `[name="${name}"]`, HTMLSelectElement));
    this.#key = timeline.querySelector('#show-key');
    this.#all = timeline.querySelector('#show-all');
    timeline.addEventListener('change', ({ target }) => this.#follow(target));
    part(timeline, '[data-clear]').addEventListener('click', () => this.clear());
    this.#start();
  }

  /** Shows everything there is. */
  clear(isAll = false): void {
    this.#set({});
    this.#showAll(isAll);
    this.#apply();
  }

  /** What a reader chose before the script came is kept. */
  #start() {
    const parameters = new URLSearchParams(location.search);
    const before = this.#chosen();
    const wasAll = this.#all?.checked ?? false;
    this.#set({ ...readFilters(parameters), ...before });
    const show = parameters.get('show');
    const isNarrowed = Object.keys(this.#chosen()).length > 0;
    this.#showAll(wasAll || show === 'all' || (isNarrowed && show !== 'key'));
    if (isNarrowed) part(this.#timeline, '.filters-box', HTMLDetailsElement).open = true;
    this.#apply();
  }

  #follow(target: EventTarget | null) {
    const isFilter = this.#selects.some((select) => select === target);
    if (!isFilter && target !== this.#key && target !== this.#all) return;
    // Who asks for something is shown all of it.
    if (isFilter && Object.keys(this.#chosen()).length > 0) this.#showAll(true);
    this.#apply();
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
  }

  #showAll(isAll: boolean) {
    const radio = isAll ? this.#all : this.#key;
    if (radio) radio.checked = true;
  }

  #apply() {
    const filters = this.#chosen();
    const entries = this.#entries;
    for (const entry of entries) showEntry(entry, matches(entry.values, filters));
    countShown(this.#timeline, entries);
    this.#count(filters);
    const shown = entries.filter(({ isShown }) => isShown).length;
    const hidden = entries.length - shown;
    this.#status.textContent = hidden > 0 ? TIMELINE_STATUS.found(shown, hidden) : TIMELINE_STATUS.total(shown);
    this.#status.classList.toggle('visually-hidden', hidden === 0);
    this.#changed({ filters, isAll: this.#all?.checked ?? true });
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
  if (entry.cell) entry.cell.hidden = !isShown;
}
