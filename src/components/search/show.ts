import { MISSING } from '#words/missing.ts';
import { GAP, LIST, STOP } from '#words/punctuation.ts';
import { SEARCH } from '#words/search.ts';
import type { SearchState } from '../../site/search-address.ts';
import { h } from './dom.ts';
import { entryItem } from './entries.ts';
import { chosenText, facetList } from './facet-list.ts';
import type { SearchParts } from './parts.ts';
import { lineItems, resultItem } from './result-list.ts';
import { FIRST, MOST, type Shown } from './run.ts';

type Progress = 'idle' | 'busy' | 'done';

/** Says what is going on, and ticks what the state has chosen. */
export function showState(parts: SearchParts, state: SearchState, progress: Progress): void {
  const { list, status, views } = parts;
  list.dataset.searchState = progress;
  list.setAttribute('aria-busy', String(progress === 'busy'));
  parts.sort.value = state.sort;
  for (const input of views) input.checked = input.value === state.view;
  if (progress === 'busy') status.textContent = SEARCH.busy;
  if (progress !== 'idle') return;
  list.dataset.searchTier = 'empty';
  status.textContent = SEARCH.idle;
  for (const filled of [parts.named, parts.facets, list, parts.more]) filled.replaceChildren();
  parts.note.replaceChildren(h('button', { type: 'button', class: 'button', 'data-browse': true }, SEARCH.browseAll));
  parts.tools.hidden = true;
  parts.facetBox.hidden = true;
}

/** Shows an answer: how many, what kind of match, the facets, the list. */
export function showAnswer(parts: SearchParts, state: SearchState, shown: Shown): void {
  const { answer, catalogue, pages, terms, entries } = shown;
  const { list } = parts;
  parts.status.textContent = statusOf(shown);
  parts.note.replaceChildren(...notesOf(shown));
  parts.named.replaceChildren(
    ...(entries.length > 0
      ? [
          h('h2', { id: 'search-entries' }, SEARCH.named),
          h('ul', { 'aria-labelledby': 'search-entries' }, ...entries.map(entryItem)),
        ]
      : []),
  );
  showFacets(parts.facets, facetList(answer.pages, catalogue, state.selection, terms));
  parts.chosen.textContent = chosenText(state.selection, terms);
  parts.close.textContent = SEARCH.toResults(pages.length);
  showList(parts, state, shown);
  parts.tools.hidden = answer.pages.length === 0;
  parts.facetBox.hidden = answer.pages.length === 0;
  list.dataset.searchTier = answer.tier;
  list.dataset.searchState = 'done';
  list.setAttribute('aria-busy', 'false');
}

/** What had the focus among the facets keeps it. */
function showFacets(box: HTMLElement, facets: readonly HTMLElement[]): void {
  const active = [...box.querySelectorAll('input')].find((input) => input === document.activeElement);
  box.replaceChildren(...facets);
  const again = [...box.querySelectorAll('input')].find(
    ({ name, value }) => name === active?.name && value === active.value,
  );
  again?.focus({ preventScroll: true });
}

/** The list as the view says, and a button where it could be longer. */
function showList({ list, more }: SearchParts, { view }: SearchState, { found, pages }: Shown): void {
  const isLines = view === 'lines';
  list.className = isLines ? 'lines' : 'results';
  list.replaceChildren(...found.flatMap((one) => (isLines ? lineItems(one) : [resultItem(one)])));
  const most = found.length + (isLines ? MOST : FIRST);
  const button = h('button', { type: 'button', class: 'button', 'data-more': String(most) }, SEARCH.more);
  more.replaceChildren(...(found.length < pages.length ? [button] : []));
}

/** Why there is no answer: the site is a newer one, or its files do not come, or there are none, as in the preview. */
type Failure = 'replaced' | 'broken' | 'unbuilt';

/** A part of the index did not load: no list is better than one with holes. What was asked stands in the address. */
export function showFailure(parts: SearchParts, why: Failure): void {
  const { list, status, note } = parts;
  for (const filled of [parts.named, parts.facets, list, parts.more]) filled.replaceChildren();
  parts.tools.hidden = true;
  parts.facetBox.hidden = true;
  list.dataset.searchState = 'done';
  list.dataset.searchTier = 'failed';
  list.setAttribute('aria-busy', 'false');
  const { said, button } = FAILURES[why];
  status.textContent = said;
  note.replaceChildren(
    ...(button ? [h('button', { type: 'button', class: 'button', ...button.does }, button.label)] : []),
  );
}

const FAILURES = {
  replaced: { said: MISSING.newer, button: { label: MISSING.refresh, does: { 'data-refresh': true } } },
  broken: { said: SEARCH.failed, button: { label: SEARCH.retry, does: { 'data-retry': true } } },
  unbuilt: { said: SEARCH.unbuilt, button: null },
};

function statusOf({ answer, pages, found }: Shown): string {
  if (answer.pages.length === 0) return SEARCH.none + STOP + (answer.tier === 'suggest' ? '' : SEARCH.noneNote);
  if (pages.length === 0) return SEARCH.narrowed;
  const hits = found.reduce((sum, { lines }) => sum + lines.length, 0);
  const record = found.reduce((sum, { fieldLines }) => sum + fieldLines.length, 0);
  if (found.length < pages.length || hits + record === 0) return SEARCH.countPages(pages.length);
  if (record === 0) return SEARCH.count(pages.length, hits);
  return hits === 0 ? SEARCH.countRecord(pages.length, record) : SEARCH.countBoth(pages.length, hits, record);
}

function notesOf({ answer }: Shown): HTMLElement[] {
  const { tier, suggestions } = answer;
  const notes: HTMLElement[] = [];
  if (tier === 'exact') notes.push(h('p', {}, h('b', {}, SEARCH.exact), GAP + SEARCH.exactNote));
  if (tier === 'related') notes.push(h('p', {}, h('b', {}, SEARCH.related), GAP + SEARCH.relatedNote));
  if (answer.ignored.length > 0) notes.push(h('p', {}, SEARCH.ignored(answer.ignored.join(LIST))));
  for (const { typed, words } of answer.spoken) notes.push(h('p', {}, SEARCH.spoken(typed, words.join(LIST))));
  for (const { typed, words } of answer.inflected) notes.push(h('p', {}, SEARCH.inflected(typed, words.join(LIST))));
  if (answer.clipped) notes.push(h('p', {}, SEARCH.clipped));
  if (answer.pages.length === 0) notes.push(h('p', {}, h('a', { href: '#browse' }, SEARCH.browse)));
  if (suggestions.length > 0) {
    const buttons = suggestions.map((word) =>
      h('button', { type: 'button', class: 'button', 'data-suggestion': word }, word),
    );
    notes.push(h('p', { class: 'suggestions' }, h('b', {}, SEARCH.suggest), ...buttons));
  }
  return notes;
}
