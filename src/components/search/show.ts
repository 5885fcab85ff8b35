import { SEARCH } from '../../lib/words/search.ts';
import { writeTerms } from '../../search/query.ts';
import type { SearchState } from '../../site/search-address.ts';
import { h } from './dom.ts';
import { chosenText, facetList } from './facet-list.ts';
import { lineItems, resultItem } from './result-list.ts';
import { FIRST, MOST, type Shown } from './run.ts';

type Progress = 'idle' | 'busy' | 'done';

const part = <T extends HTMLElement = HTMLElement>(name: string) =>
  document.querySelector(`[data-part="${name}"]`) as T;
const list = part('results');

/** Says what is going on, and ticks what the state has chosen. */
export function showState(state: SearchState, progress: Progress): void {
  list.dataset.searchState = progress;
  list.setAttribute('aria-busy', String(progress === 'busy'));
  part<HTMLSelectElement>('sort').value = state.sort;
  for (const input of document.querySelectorAll<HTMLInputElement>('[name="view"]'))
    input.checked = input.value === state.view;
  if (progress === 'busy') part('status').textContent = SEARCH.busy;
  if (progress !== 'idle') return;
  list.dataset.searchTier = 'empty';
  part('status').textContent = SEARCH.idle;
  for (const name of ['note', 'named', 'facets', 'results', 'more']) part(name).replaceChildren();
  part('tools').hidden = true;
  part('facet-box').hidden = true;
}

/** Shows an answer: how many, what kind of match, the facets, the list. */
export function showAnswer(state: SearchState, shown: Shown): void {
  const { answer, catalogue, pages, found, terms, named } = shown;
  const isLines = state.view === 'lines';
  part('status').textContent = statusOf(shown);
  part('note').replaceChildren(...notesOf(shown));
  part('named').replaceChildren(
    ...(named.length > 0
      ? [h('span', {}, SEARCH.named), ...named.map(({ text, href = '' }) => h('a', { href }, text))]
      : []),
  );
  showFacets(facetList(answer.pages, catalogue, state.selection, terms));
  part('chosen').textContent = chosenText(state.selection, terms);
  part('close').textContent = SEARCH.toResults(pages.length);
  list.className = isLines ? 'lines' : 'results';
  list.replaceChildren(...found.flatMap((one) => (isLines ? lineItems(one) : [resultItem(one)])));
  showMore(state, found.length, pages.length);
  part('tools').hidden = answer.pages.length === 0;
  part('facet-box').hidden = answer.pages.length === 0;
  list.dataset.searchTier = answer.tier;
  list.dataset.searchState = 'done';
  list.setAttribute('aria-busy', 'false');
}

/** What had the focus among the facets keeps it. */
function showFacets(facets: readonly HTMLElement[]): void {
  const box = part('facets');
  const active = box.contains(document.activeElement) ? (document.activeElement as HTMLInputElement) : null;
  box.replaceChildren(...facets);
  const again = [...box.querySelectorAll('input')].find(
    ({ name, value }) => name === active?.name && value === active.value,
  );
  again?.focus({ preventScroll: true });
}

/** A part of the index did not load: no list is better than one with holes. */
export function showFailure(): void {
  list.replaceChildren();
  list.dataset.searchState = 'done';
  list.dataset.searchTier = 'failed';
  list.setAttribute('aria-busy', 'false');
  part('status').textContent = SEARCH.failed;
  part('note').replaceChildren(h('button', { type: 'button', class: 'button', 'data-retry': true }, SEARCH.retry));
}

function statusOf({ answer, pages, found }: Shown): string {
  if (answer.tier === 'empty') return SEARCH.idle;
  if (answer.pages.length === 0)
    return answer.tier === 'suggest' ? `${SEARCH.none}。` : `${SEARCH.none}。${SEARCH.noneNote}`;
  if (pages.length === 0) return SEARCH.narrowed;
  const hits = found.reduce((sum, { lines }) => sum + lines.length, 0);
  return found.length < pages.length ? SEARCH.countPages(pages.length) : SEARCH.count(pages.length, hits);
}

function notesOf({ answer }: Shown): HTMLElement[] {
  const { tier, suggestions } = answer;
  const notes: HTMLElement[] = [];
  if (tier === 'exact') notes.push(h('p', {}, h('b', {}, SEARCH.exact), `　${SEARCH.exactNote}`));
  if (tier === 'related') notes.push(h('p', {}, h('b', {}, SEARCH.related), `　${SEARCH.relatedNote}`));
  if (answer.rewritten) notes.push(h('p', {}, SEARCH.rewritten(answer.phrases.map(writeTerms).join(' '))));
  if (answer.clipped) notes.push(h('p', {}, SEARCH.clipped));
  if (suggestions.length > 0) {
    const buttons = suggestions.map((word) =>
      h('button', { type: 'button', class: 'button', 'data-suggestion': word }, word),
    );
    notes.push(h('p', { class: 'suggestions' }, h('b', {}, SEARCH.suggest), ...buttons));
  }
  return notes;
}

function showMore({ view }: SearchState, listed: number, total: number): void {
  const most = listed + (view === 'lines' ? MOST : FIRST);
  const button = h('button', { type: 'button', class: 'button', 'data-more': String(most) }, SEARCH.more);
  part('more').replaceChildren(...(listed < total ? [button] : []));
}
