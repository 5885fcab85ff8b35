import { narrow, sortByFacet, sortPages } from '../../search/facets.ts';
import { namedIn } from '../../search/named.ts';
import { type Answer, search } from '../../search/search.ts';
import type { Catalogue, Term } from '../../search/types.ts';
import type { SearchState } from '../../site/search-address.ts';
import { type Entry, entriesOf, milestoneEntries } from './entries.ts';
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
  /** What the archive has of its own that is called so. */
  entries: Entry[];
}

/** Answers what the state asks. Throws where a part of the index does not load. */
export async function run(
  session: Session,
  state: SearchState,
  most = state.view === 'lines' ? MOST : FIRST,
): Promise<Shown> {
  // Asked for at once: it is small, and waited for only when the answer is there.
  const known = session.terms();
  known.catch(() => {});
  const engine = await session.engine();
  const { catalogue } = engine;
  const asked = await search(state.q, engine, session.lexicon);
  // Limits alone, or an order alone: all that there is.
  const answer = asked.tier === 'empty' ? { ...asked, pages: [...catalogue.titles.keys()] } : asked;
  const terms = await known;
  const left = narrow(answer.pages, catalogue.facets, state.selection);
  const pages =
    state.sort === 'county'
      ? sortByFacet(left, catalogue.facets.county, idsOf('county', terms))
      : sortPages(left, catalogue, state.sort);
  const named = namedIn(state.q, answer.phrases, terms);
  const [texts, own] = await Promise.all([
    Promise.all(pages.slice(0, most).map((page) => engine.text(page))),
    entriesOf(named, engine),
  ]);
  const found = texts.map((text) => find(text, answer, catalogue.fields));
  return { answer, catalogue, pages, found, terms, entries: [...own, ...milestoneEntries(found, own.length)] };
}

/** In the order in which the site lists them. */
const idsOf = (wanted: string, terms: readonly Term[]): string[] =>
  terms.flatMap(({ kind, id }) => (kind === wanted && id ? [id] : []));
