import { cutPhrase, pairsOf } from './cut.ts';
import type { Engine, Matches } from './engine.ts';
import { type Forms, foldTerms, readForms } from './forms.ts';
import { parseQuery, type Query, unique } from './query.ts';
import { byScore, scorePages } from './rank.ts';
import { suggest } from './suggest.ts';
import type { Lexicon } from './types.ts';

/** `exact` 全文包含, `related` 相关, `suggest` 您是不是要找, `none` nothing at all, `empty` nothing was asked. */
export type Tier = 'empty' | 'exact' | 'related' | 'suggest' | 'none';

export interface Answer {
  tier: Tier;
  /** Page numbers, the best first. */
  pages: number[];
  /** What stands in the pages and is to be marked there, each character as the form that stands for it in the index. */
  phrases: string[][];
  suggestions: string[];
  clipped: boolean;
}

/** Words that a page is asked to hold all of; a query of more is a question. */
const FEW = 4;
/** Share of a question's pairs of characters that a page must hold, and two of them at least. */
const ENOUGH = 0.1;
/** Partial matches shown. */
const MOST = 50;

/**
 * Answers a query: pages that hold all of it; else pages that hold its words, or most of them; else what may have been
 * meant. Throws where a part of the index does not load.
 * @param lexicon loaded only when nothing holds the whole query
 */
export async function search(text: string, engine: Engine, lexicon: () => Promise<Lexicon>): Promise<Answer> {
  const query = parseQuery(text);
  const answer: Answer = {
    tier: 'empty',
    pages: [],
    phrases: query.phrases,
    suggestions: [],
    clipped: query.clipped,
  };
  if (query.phrases.length === 0) return answer;
  const [found, unwanted] = await Promise.all([findAll(query.phrases, engine), findAll(query.excluded, engine)]);
  // A form for which another stands in the index is nowhere in it. So what is found needs no table to be read by.
  const isFolded = [...found, ...unwanted].every(({ size }) => size > 0);
  const pages = await rank(query.phrases, found, unwanted, engine);
  if (isFolded && pages.length > 0) return { ...answer, tier: 'exact', pages };
  return searchFurther(text, query, answer, engine, await lexicon());
}

async function searchFurther(text: string, asked: Query, answer: Answer, engine: Engine, lexicon: Lexicon) {
  const forms = readForms(lexicon.forms);
  const query = foldQuery(asked, forms);
  const { phrases } = query;
  const found = await pagesWithAll(phrases, query, engine);
  if (found.length > 0) return { ...answer, tier: 'exact' as const, pages: found, phrases };
  const meant = suggest(text.normalize('NFKC').toLowerCase(), lexicon.words, forms);
  const suggestions = meant.words;
  if (suggestions.length > 0 && meant.strong) return { ...answer, tier: 'suggest' as const, phrases, suggestions };
  const related = await searchRelated(query, engine, lexicon, forms);
  if (related.pages.length > 0) return { ...answer, ...related, tier: 'related' as const, suggestions };
  return { ...answer, tier: suggestions.length > 0 ? ('suggest' as const) : ('none' as const), phrases, suggestions };
}

function foldQuery({ phrases, excluded, clipped }: Query, forms: Forms): Query {
  const fold = (all: readonly string[][]) => all.map((phrase) => foldTerms(phrase, forms));
  return { phrases: unique(fold(phrases)), excluded: fold(excluded), clipped };
}

/** Pages that hold every phrase and none of the excluded ones, the best first. */
async function pagesWithAll(phrases: readonly string[][], { excluded }: Query, engine: Engine): Promise<number[]> {
  const [found, unwanted] = await Promise.all([findAll(phrases, engine), findAll(excluded, engine)]);
  return rank(phrases, found, unwanted, engine);
}

async function rank(
  phrases: readonly string[][],
  found: readonly Matches[],
  unwanted: readonly Matches[],
  engine: Engine,
): Promise<number[]> {
  const scores = scorePages(found, engine.catalogue.titles.length);
  for (const page of scores.keys()) {
    const wanted = found.every((matches) => matches.has(page)) && !unwanted.some((matches) => matches.has(page));
    if (!wanted) scores.delete(page);
  }
  return byScore(scores, scores.size > 1 ? await engine.weigh(phrases) : undefined);
}

const findAll = (phrases: readonly string[][], engine: Engine): Promise<Matches[]> =>
  Promise.all(phrases.map((phrase) => engine.find(phrase)));

async function searchRelated(query: Query, engine: Engine, lexicon: Lexicon, forms: Forms) {
  const { phrases } = query;
  const known = new Set(lexicon.words.map(([word]) => foldTerms([...word], forms).join('')));
  const words = phrases.flatMap((phrase) => cutPhrase(phrase, known));
  const few = words.length <= FEW;
  const pages = few ? await pagesWithAll(words, query, engine) : [];
  if (pages.length > 0) return { pages, phrases: words };
  return searchParts(phrases, query, engine);
}

/** The pages that hold most of what is asked, counted in pairs of characters. */
async function searchParts(phrases: readonly string[][], { excluded }: Query, engine: Engine) {
  const pairs = phrases.flatMap(pairsOf);
  const [found, unwanted] = await Promise.all([findAll(pairs, engine), findAll(excluded, engine)]);
  const ranked = byScore(scorePages(found, engine.catalogue.titles.length)).filter(
    (page) => !unwanted.some((matches) => matches.has(page)),
  );
  const held = (page: number) => found.filter((matches) => matches.has(page)).length;
  const enough = Math.max(2, pairs.length * ENOUGH);
  const pages = ranked.slice(0, MOST).filter((page) => held(page) >= enough);
  return { pages, phrases: pairs.filter((_, i) => found[i]?.size) };
}
