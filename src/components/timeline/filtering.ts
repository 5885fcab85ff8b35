import { countValues, FILTERS, type Filters, matches, readFilters, writeFilters } from '../../lib/timeline/filters.ts';
import { TIMELINE, TIMELINE_STATUS } from '../../lib/words/timeline.ts';
import { keepInAddress } from './address.ts';
import type { Entry } from './milestone-list.ts';

/** Rem: an entry that is not laid out, as in timeline.css. */
const ENTRY = 5.5;

/** Narrows list and drawing together; the address keeps the choice. */
export function startFiltering(entries: readonly Entry[], changed: (filters: Filters) => void) {
  const controls = document.querySelector('.filters') as HTMLElement;
  const status = controls.querySelector('[role="status"]') as HTMLElement;
  const selects = FILTERS.map((name) => controls.querySelector(`[name="${name}"]`) as HTMLSelectElement);
  const options = selects.map((select) => [...select.options].slice(1));
  const values = entries.map((entry) => entry.values);
  const years = new Set(entries.flatMap(({ year }) => year ?? []));
  const lanes = new Set(entries.flatMap(({ lane }) => lane ?? []));

  const chosen = (): Filters =>
    Object.fromEntries(selects.flatMap(({ name, value }) => (value ? [[name, value] as const] : [])));

  function apply() {
    const filters = chosen();
    for (const entry of entries) show(entry, matches(entry.values, filters));
    const shown = entries.filter(({ isShown }) => isShown);
    const left = new Map<Entry['year'], number>();
    for (const { year } of shown) left.set(year, (left.get(year) ?? 0) + 1);
    for (const year of years) showYear(year, left.get(year) ?? 0);
    const filled = new Set(shown.map(({ lane }) => lane));
    for (const lane of lanes) setHidden(lane, !filled.has(lane));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.jump a'))
      link.hidden = document.getElementById(link.hash.slice(1))?.hidden ?? false;
    count(filters);
    status.textContent =
      shown.length < entries.length
        ? TIMELINE_STATUS.found(shown.length, entries.length)
        : TIMELINE_STATUS.total(entries.length);
    changed(filters);
  }

  /** Says behind each choice how many milestones it would leave. */
  function count(filters: Filters) {
    const counts = countValues(values, filters);
    for (const [index, name] of FILTERS.entries())
      for (const option of options[index] ?? []) {
        const left = counts[name].get(option.value) ?? 0;
        const text = TIMELINE.choice(option.dataset.label ?? '', left);
        if (option.text !== text) option.text = text;
        option.disabled = left === 0 && !option.selected;
      }
  }

  function set(filters: Filters) {
    for (const select of selects) {
      const value = filters[select.name as keyof Filters] ?? '';
      // A value that no milestone has is no filter.
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    apply();
  }

  controls.addEventListener('change', apply);
  controls.querySelector('[data-clear]')?.addEventListener('click', () => set({}));
  // What a reader chose before the script came is kept.
  set({ ...readFilters(new URLSearchParams(location.search)), ...chosen() });
  return { clear: () => set({}) };
}

function show(entry: Entry, isShown: boolean) {
  if (entry.isShown === isShown) return;
  entry.isShown = isShown;
  entry.element.hidden = !isShown;
  entry.sign?.toggleAttribute('hidden', !isShown);
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

export const keepFilters = (filters: Filters) =>
  keepInAddress('filters', (parameters) => writeFilters(parameters, filters));
