import { isAsked, readState, type SearchState, writeState } from '../../site/search-address.ts';
import { lookForNewer } from '../newer-release.ts';
import { downloadCsv } from './export.ts';
import type { SearchParts } from './parts.ts';
import { focusResult, leftAt, resultLinks } from './result-links.ts';
import { run } from './run.ts';
import { openSession, type Session } from './session.ts';
import { showAnswer, showFailure, showState } from './show.ts';

/** Milliseconds of rest after which what is being typed is asked. */
const PAUSE = 250;

/** The page's state lives in its address: all that is asked changes the address, and the page shows what it says. */
export class Asking {
  readonly #input: HTMLInputElement;
  readonly #parts: SearchParts;
  #session: Session;
  #state: SearchState = readState(location.search);
  /** Number of the last showing: an answer that comes after a later question is dropped. */
  #latest = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(input: HTMLInputElement, parts: SearchParts) {
    this.#input = input;
    this.#parts = parts;
    this.#session = openSession(parts.index);
  }

  /** Fetches what a first question will need. */
  prepare(): void {
    this.#session.engine().catch(() => {});
  }

  get query(): string {
    return this.#state.q;
  }

  /** @param lasting whether Back should return to what was shown before */
  change(part: Partial<SearchState>, lasting = true): void {
    clearTimeout(this.#pause);
    const next = { ...this.#state, ...part };
    const address = writeState(next);
    if (address === writeState(this.#state) && this.#parts.list.dataset.searchState === 'done') return;
    this.#state = next;
    history[lasting ? 'pushState' : 'replaceState'](null, '', address || location.pathname);
    void this.show();
  }

  /** Puts a query into the box and asks it. */
  ask(query: string): void {
    this.#input.value = query;
    this.change({ q: query });
  }

  /** Asks what stands in the box once typing rests; a word that is still being composed is not asked. */
  askSoon(isComposing: boolean): void {
    clearTimeout(this.#pause);
    if (isComposing) return;
    this.#pause = setTimeout(() => this.change({ q: this.#input.value }, !this.query.trim()), PAUSE);
  }

  /** Takes up an address that the reader has come back to. */
  followAddress(): void {
    this.#state = readState(location.search);
    this.#input.value = this.query;
    void this.show();
  }

  /** @param most stories whose text is fetched; as many as the view begins with where nothing is said */
  async show(most?: number): Promise<void> {
    const [input, parts, state] = [this.#input, this.#parts, this.#state];
    const turn = ++this.#latest;
    if (document.activeElement !== input) input.value = state.q;
    showState(parts, state, isAsked(state) ? 'busy' : 'idle');
    if (!isAsked(state)) return;
    try {
      const shown = await run(this.#session, state, most);
      if (turn !== this.#latest) return;
      showAnswer(parts, state, shown);
      if (turn === 1) focusResult(parts.list, leftAt().at);
    } catch (error) {
      console.warn(error);
      await this.#fail(turn);
    }
  }

  /** Says why there is no answer. The next question begins afresh: half an index would answer none. */
  async #fail(turn: number): Promise<void> {
    this.#session = openSession(this.#parts.index);
    const { index } = this.#parts;
    const release = index && (await lookForNewer(index));
    if (turn === this.#latest)
      showFailure(this.#parts, release === 'newer' ? 'replaced' : index ? 'broken' : 'unbuilt');
  }

  /** Lengthens the list; the focus goes to the first story that was not there. */
  async showMore(most: number): Promise<void> {
    const first = resultLinks(this.#parts.list).length;
    await this.show(most);
    focusResult(this.#parts.list, first);
  }

  /** Paths of the pages of all that was found, listed or not. Throws where a part of the index does not load. */
  async all(): Promise<string[]> {
    return (await run(this.#session, this.#state, Number.POSITIVE_INFINITY)).found.map(({ page }) => page.url);
  }

  /** All that was found, listed or not, as a file. */
  async exportAll(): Promise<void> {
    try {
      downloadCsv(this.query, (await run(this.#session, this.#state, Number.POSITIVE_INFINITY)).found);
    } catch {
      await this.#fail(this.#latest);
    }
  }
}
