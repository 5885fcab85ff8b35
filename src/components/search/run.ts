import { narrow, sortPages } from '../../search/facets.ts';
import { namedIn } from '../../search/named.ts';
import { type Answer, search } from '../../search/search.ts';
import type { Catalogue, Term } from '../../search/types.ts';
import type { SearchState } from '../../site/search-address.ts';
import { type Found, find } from './result-list.ts';
import type { Session } from './session.ts';

/** Stories whose text is fetched for one list. */
export const MOST = 200;
/** Stories in one go where only the first lines are shown. */
export const FIRST = 20;

/** An answer, narrowed and sorted as the state says, with the texts that are shown. */
export interface Shown {
  answer: Answer;
  catalogue: Catalogue;
  /** Numbers of all pages left. */
  pages: number[];
  found: Found[];
  terms: Term[];
  named: Term[];
}

/** Answers what the state asks. Throws where a part of the index does not load. */
export async function run(
  session: Session,
  state: SearchState,
  most = state.view === 'lines' ? MOST : FIRST,
): Promise<Shown> {
  const engine = await session.engine();
  const answer = await search(state.q, engine, session.lexicon);
  const { catalogue } = engine;
  const pages = sortPages(narrow(answer.pages, catalogue.facets, state.selection), catalogue.dates, state.sort);
  const [texts, terms] = await Promise.all([
    Promise.all(pages.slice(0, most).map((page) => engine.text(page))),
    session.terms(),
  ]);
  const found = texts.map((text) => find(text, answer.phrases));
  return { answer, catalogue, pages, found, terms, named: namedIn(state.q, answer.phrases, terms) };
}
