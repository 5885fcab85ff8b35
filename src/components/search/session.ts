import { genres } from '#archive';
import { SEARCH } from '#words/search.ts';
import { headingText } from '#words/years.ts';
import { nameOf } from '../../lib/text/terms.ts';
import { placed } from '../../lib/urls.ts';
import { type Engine, openEngine } from '../../search/engine.ts';
import { fetchJson } from '../../search/fetch-json.ts';
import type { Lexicon, Term } from '../../search/types.ts';
import { UNKNOWN_YEAR } from '../../site/search-address.ts';

/** What a search needs, each loaded once and when first asked for; what failed is asked for again next time. */
export interface Session {
  engine(): Promise<Engine>;
  lexicon(): Promise<Lexicon>;
  terms(): Promise<Term[]>;
}

/** @param index address of its folder */
export const openSession = (index: string): Session => ({
  engine: remember(async () => placeTexts(await openEngine(index))),
  lexicon: remember(() => fetchJson(`${index}lexicon.json`)),
  terms: remember(() => fetchJson(`${index}terms.json`)),
});

/** Its texts with the addresses that their pages have in this copy of the site. */
function placeTexts(engine: Engine): Engine {
  const text = engine.text.bind(engine);
  engine.text = async (page) => {
    const told = await text(page);
    return { ...told, url: placed(told.url) };
  };
  return engine;
}

function remember<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load().catch((error: unknown) => {
      promise = undefined;
      throw error;
    });
    return promise;
  };
}

/** What a reader calls a value of a facet. */
export function labelOf(facet: string, value: string, terms: readonly Term[]): string {
  if (facet === 'year') return value === UNKNOWN_YEAR ? SEARCH.unknownYear : headingText(value);
  if (facet === 'genre') return Object.hasOwn(genres, value) ? nameOf(genres, value as keyof typeof genres) : value;
  return terms.find(({ kind, id }) => kind === facet && id === value)?.text ?? value;
}
