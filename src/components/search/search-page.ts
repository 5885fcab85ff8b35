import { SEARCH } from '#words/search.ts';
import { readState } from '../../site/search-address.ts';
import { part } from '../parts.ts';
import { Asking } from './asking.ts';
import { copyCitation } from './export.ts';
import { readParts, type SearchParts } from './parts.ts';
import { leftAt, moveAmongResults, rememberResult } from './result-links.ts';

/** The smallest module there is. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Makes box, facets and list answer, and shows what the address asks.
 * @throws where the index is read by WebAssembly, and that is missing or refused: an engine that does not know
 *   `wasm-unsafe-eval` takes this page's policy to forbid it
 */
export function startSearchPage(page: ParentNode): void {
  const form = part(page, '.search-form', HTMLFormElement);
  const input = part(form, '[name="q"]', HTMLInputElement);
  const parts = readParts(part(page, '.search-body'));
  if (parts.first.includes('wasm.')) new WebAssembly.Module(EMPTY_MODULE);
  const asking = new Asking(input, parts);
  listenToBox(form, input, asking);
  listenToChoices(parts, asking);
  listenToButtons(parts, asking);
  listenToKeys(input, parts, asking);
  // Beside the list there is room for the facets; above it they would push it down.
  if (matchMedia('(min-width: 60rem)').matches && document.documentElement.dataset.size !== 'elder')
    parts.facetBox.setAttribute('open', '');
  addEventListener('popstate', () => asking.followAddress());
  void asking.show(leftAt().most);
}

function listenToBox(form: HTMLFormElement, input: HTMLInputElement, asking: Asking): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    asking.ask(input.value);
  });
  input.addEventListener('focus', () => asking.prepare(), { once: true });
  // Safari 15 tells of a word that is being composed only by these.
  let isComposing = false;
  input.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  input.addEventListener('input', () => asking.askSoon(isComposing));
  input.addEventListener('compositionend', () => {
    isComposing = false;
    asking.askSoon(false);
  });
}

/** Facets, order and view: together they are an address. */
function listenToChoices({ body }: SearchParts, asking: Asking): void {
  body.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const chosen = [...body.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':checked:not(option), select')];
    const pairs = chosen.map(({ name, value }) => [name, value]);
    asking.change(readState(`?${new URLSearchParams([['q', asking.query], ...pairs])}`));
  });
}

function listenToButtons(parts: SearchParts, asking: Asking): void {
  const { body, facetBox, list } = parts;
  body.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const result = target instanceof Element ? target.closest<HTMLElement>('[data-search-result] a') : null;
    if (result) rememberResult(list, result);
    else if (button?.dataset.cite) void copyCitation(button);
    else if (button?.hasAttribute('data-export')) void asking.exportAll();
    else if (button?.hasAttribute('data-select')) void select(button, parts, asking);
    else if (button === parts.close) {
      // The facets lie above the list in narrow windows.
      facetBox.removeAttribute('open');
      body.scrollIntoView();
    } else if (button?.hasAttribute('data-browse')) asking.change({ sort: 'newest' });
    else if (button?.hasAttribute('data-retry')) void asking.show();
    else if (button?.hasAttribute('data-refresh')) location.reload();
    else if (button?.dataset.more) void asking.showMore(Number(button.dataset.more));
    else if (button?.dataset.suggestion) asking.ask(button.dataset.suggestion);
  });
}

/** Choosing comes when it is first asked for, and the button goes: what it brings stands in its place. */
async function select(button: HTMLButtonElement, parts: SearchParts, asking: Asking) {
  try {
    const { startSelecting } = await import('./selecting.ts');
    const title = await startSelecting(parts, () => asking.all());
    button.remove();
    title.focus();
  } catch (error) {
    console.warn(error);
    button.textContent = SEARCH.failed;
  }
}

function listenToKeys(input: HTMLInputElement, { list }: SearchParts, asking: Asking): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && document.activeElement === input && input.value) {
      event.preventDefault();
      asking.ask('');
    } else moveAmongResults(event, list, input);
  });
}
