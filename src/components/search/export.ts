import { SEARCH } from '#words/search.ts';
import { toCsv } from '../../lib/data/csv.ts';
import { exportRows, type Found } from './result-list.ts';
import { saveFile } from './save-file.ts';

export function downloadCsv(query: string, found: readonly Found[]): void {
  const words = query.replace(/[\p{P}\p{S}\s\p{C}]+/gu, '').slice(0, 20);
  saveFile(toCsv(exportRows(found)), 'text/csv', `${SEARCH.exportName}-${words}.csv`);
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
