/** Where the reader was when a result was opened: which link, and how many stories were listed. */
interface Spot {
  at?: number;
  most?: number;
}

export const resultLinks = (list: ParentNode) => [...list.querySelectorAll<HTMLElement>('[data-search-result] a')];

/** Notes in the history which result is opened, for the way back. */
export function rememberResult(list: ParentNode, link: HTMLElement): void {
  const results = [...list.querySelectorAll<HTMLElement>('[data-search-result]')];
  const stories = new Set(results.map(({ dataset }) => dataset.searchResult));
  history.replaceState({ at: resultLinks(list).indexOf(link), most: stories.size } satisfies Spot, '');
  // The list will be there before the page is loaded, and only then would the browser go back to its own place.
  history.scrollRestoration = 'manual';
}

export const leftAt = (): Spot => (history.state as Spot | null) ?? {};

/** Goes to a link of the list: the browser looked for its place before the list was there. */
export function focusResult(list: ParentNode, index = -1): void {
  const link = resultLinks(list)[index];
  link?.scrollIntoView({ block: 'center', behavior: 'instant' });
  link?.focus({ preventScroll: true });
}

/** ↓ from the box to the first result, ↑ ↓ from one to the next, ↑ from the first back; Esc from a result to the box. */
export function moveAmongResults(event: KeyboardEvent, list: ParentNode, input: HTMLInputElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const active = document.activeElement;
  const all = resultLinks(list);
  const at = active instanceof HTMLElement ? all.indexOf(active) : -1;
  if (event.key === 'Escape' && at >= 0) input.focus();
  if (!step || (at < 0 && active !== input)) return;
  const next = at + step;
  if (next >= all.length || (at < 0 && step < 0)) return;
  event.preventDefault();
  (all[next] ?? input).focus();
}
