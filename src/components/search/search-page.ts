import { readState, type SearchState, writeState } from '../../site/search-address.ts';
import { run } from './run.ts';
import { session } from './session.ts';
import { showAnswer, showFailure, showState } from './show.ts';
import {
  copyCitation,
  downloadCsv,
  focusResult,
  leftAt,
  moveAmongResults,
  rememberResult,
  resultLinks,
} from './tools.ts';

// The page's state lives in its address: everything here changes the address and then shows what it says.
const PAUSE = 250;
const form = document.querySelector<HTMLFormElement>('.search-form');
const body = document.querySelector('.search-body');
const input = form?.elements.namedItem('q') as HTMLInputElement;
let state = readState(location.search);
let latest = 0;
let pause: ReturnType<typeof setTimeout> | undefined;

/** @param most stories whose text is fetched; as many as the view begins with where nothing is said */
async function show(most?: number): Promise<void> {
  const turn = ++latest;
  if (document.activeElement !== input) input.value = state.q;
  showState(state, state.q.trim() ? 'busy' : 'idle');
  if (!state.q.trim()) return;
  try {
    const shown = await run(state, most);
    if (turn !== latest) return;
    showAnswer(state, shown);
    if (turn === 1) focusResult(leftAt().at);
  } catch (error) {
    console.warn(error);
    if (turn === latest) showFailure();
  }
}

/** @param lasting whether Back should return to what was shown before */
function change(part: Partial<SearchState>, lasting = true): void {
  clearTimeout(pause);
  const next = { ...state, ...part };
  const address = writeState(next);
  if (address === writeState(state) && document.querySelector('[data-search-state="done"]')) return;
  state = next;
  history[lasting ? 'pushState' : 'replaceState'](null, '', address || location.pathname);
  void show();
}

/** Lengthens the list; the focus goes to the first story that was not there. */
async function showMore(most: number): Promise<void> {
  const first = resultLinks().length;
  await show(most);
  focusResult(first);
}

/** All that was found, listed or not. */
async function exportAll(): Promise<void> {
  try {
    downloadCsv(state.q, (await run(state, Number.POSITIVE_INFINITY)).found);
  } catch {
    showFailure();
  }
}

/** Folds the facets, which lie above the list in narrow windows. */
function closeFacets(): void {
  document.querySelector('.search-facets')?.removeAttribute('open');
  body?.scrollIntoView();
}

function ask(text: string): void {
  input.value = text;
  change({ q: text });
}

const typed = () => change({ q: input.value }, !state.q.trim());
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  change({ q: input.value });
});
input?.addEventListener('focus', () => void session.engine().catch(() => {}), { once: true });
input?.addEventListener('input', (event) => {
  clearTimeout(pause);
  if (!(event as InputEvent).isComposing) pause = setTimeout(typed, PAUSE);
});
input?.addEventListener('compositionend', () => {
  clearTimeout(pause);
  pause = setTimeout(typed, PAUSE);
});
body?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const chosen = [...body.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':checked:not(option), select')];
  change(readState(`?${new URLSearchParams([['q', state.q], ...chosen.map(({ name, value }) => [name, value])])}`));
});
body?.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const result = target instanceof Element ? target.closest<HTMLElement>('[data-search-result] a') : null;
  if (result) rememberResult(result);
  else if (button?.dataset.cite) void copyCitation(button);
  else if (button?.hasAttribute('data-export')) void exportAll();
  else if (button?.dataset.part === 'close') closeFacets();
  else if (button?.hasAttribute('data-retry')) void show();
  else if (button?.dataset.more) void showMore(Number(button.dataset.more));
  else if (button?.dataset.suggestion) ask(button.dataset.suggestion);
});
document.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Escape' && document.activeElement === input && input.value) {
    event.preventDefault();
    ask('');
  } else moveAmongResults(event, input);
});
// Beside the list there is room for the facets; above it they would push it down.
if (matchMedia('(min-width: 60rem)').matches && document.documentElement.dataset.size !== 'elder') {
  document.querySelector('.search-facets')?.setAttribute('open', '');
}
addEventListener('popstate', () => {
  state = readState(location.search);
  input.value = state.q;
  void show();
});
void show(leftAt().most);
