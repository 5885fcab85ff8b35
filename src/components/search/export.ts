import { SEARCH } from '#words/search.ts';
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
