import { SEARCH } from '../../lib/words/search.ts';
import { toCsv } from '../../search/csv.ts';
import { exportRows, type Found } from './result-list.ts';

export function downloadCsv(query: string, found: readonly Found[]): void {
  const url = URL.createObjectURL(new Blob([toCsv(exportRows(found))], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${SEARCH.exportName}-${query.replace(/[\p{P}\p{S}\s\p{C}]+/gu, '').slice(0, 20)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Copies the button's citation and says so on the button for a moment. */
export async function copyCitation(button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset.cite ?? '');
    button.textContent = SEARCH.cited;
    setTimeout(() => (button.textContent = SEARCH.cite), 2000);
  } catch {
    prompt(SEARCH.cite, button.dataset.cite);
  }
}

export const resultLinks = () => [...document.querySelectorAll<HTMLElement>('[data-search-result] a')];

/** Where the reader was when a result was opened: which link, and how many stories were listed. */
interface Place {
  at?: number;
  most?: number;
}

/** Notes in the history which result is opened, for the way back. */
export function rememberResult(link: HTMLElement): void {
  const listed = new Set([...document.querySelectorAll<HTMLElement>('[data-search-result]')].map(resultOf)).size;
  history.replaceState({ at: resultLinks().indexOf(link), most: listed } satisfies Place, '');
}

const resultOf = ({ dataset }: HTMLElement) => dataset.searchResult;

export const leftAt = (): Place => (history.state as Place | null) ?? {};

/** Goes to a link of the list: the browser looked for its place before the list was there. */
export function focusResult(index = -1): void {
  const link = resultLinks()[index];
  link?.scrollIntoView({ block: 'center', behavior: 'instant' });
  link?.focus({ preventScroll: true });
}

/** ↓ from the box to the first result, ↑ ↓ from one to the next, ↑ from the first back; Esc from a result to the box. */
export function moveAmongResults(event: KeyboardEvent, input: HTMLInputElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const active = document.activeElement;
  const all = resultLinks();
  const at = all.indexOf(active as HTMLElement);
  if (event.key === 'Escape' && at >= 0) input.focus();
  if (!step || (at < 0 && active !== input)) return;
  const next = at + step;
  if (next >= all.length || (at < 0 && step < 0)) return;
  event.preventDefault();
  (all[next] ?? input).focus();
}
