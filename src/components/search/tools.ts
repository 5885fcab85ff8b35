import { SEARCH } from '../../lib/strings.ts';
import { toCsv } from '../../search/csv.ts';
import { exportRows, type Found } from './result-list.ts';

let listed: readonly Found[] = [];

/** What an export will hold. */
export const keepForExport = (found: readonly Found[]): void => {
  listed = found;
};

export function downloadCsv(query: string): void {
  const url = URL.createObjectURL(new Blob([toCsv(exportRows(listed))], { type: 'text/csv;charset=utf-8' }));
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

/** ↓ from the box to the first result, ↑ ↓ from one to the next, ↑ from the first back; Esc from a result to the box. */
export function moveAmongResults(event: KeyboardEvent, input: HTMLInputElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const active = document.activeElement;
  const links = [...document.querySelectorAll<Element>('[data-search-result] a')];
  const at = active ? links.indexOf(active) : -1;
  if (event.key === 'Escape' && at >= 0) input.focus();
  if (!step || (at < 0 && active !== input)) return;
  const next = at + step;
  if (next >= links.length || (at < 0 && step < 0)) return;
  event.preventDefault();
  ((links[next] as HTMLElement | undefined) ?? input).focus();
}
