import { cutPhrase, pairsOf } from './cut.ts';
import type { Engine } from './engine.ts';
import { type Found, find, foldWanted } from './find.ts';
import { type Forms, foldTerms, readForms } from './forms.ts';
import { parseQuery, phrasesOf, unique, type Wanted } from './query.ts';
import { byScore, scorePages } from './rank.ts';
import { suggest, wordsSpoken } from './suggest.ts';
import { isHan, isWildcard } from './tokens.ts';
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
  /** Pinyin among other words, each with the words as which it was read. */
  spoken: { typed: string; words: string[] }[];
  /** Operators that could not be followed, as typed. */
  ignored: string[];
  clipped: boolean;
}

/** Words that a page is asked to hold all of; a query of more is a question. */
const FEW = 4;
/** Share of a question's pairs of characters that a page must hold, and two of them at least. */
const ENOUGH = 0.1;
/** Partial matches shown. */
const MOST = 50;

/**
 * Answers a query: pages that have all of it; else pages that hold its words, or most of them; else what may have been
 * meant. Throws where a part of the index does not load.
 * @param lexicon loaded only when nothing holds the whole query
 */
export async function search(text: string, engine: Engine, lexicon: () => Promise<Lexicon>): Promise<Answer> {
  const { readings, ignored, clipped } = parseQuery(text);
  const loosest = readings.at(-1);
  const phrases = loosest ? phrasesOf(loosest) : [];
  const answer: Answer = { tier: 'empty', pages: [], phrases, suggestions: [], spoken: [], ignored, clipped };
  if (!loosest) return answer;
  for (const wanted of readings) {
    const found = await find(wanted, engine);
    // A form for which another stands in the index is nowhere in it. So what is found needs no table to be read by.
    if (!found.missing && found.pages.size > 0) return { ...answer, ...(await exactly(wanted, found, engine)) };
  }
  return searchFurther(text, readings, answer, engine, await lexicon());
}

async function exactly(wanted: Wanted, found: Found, engine: Engine) {
  const phrases = phrasesOf(wanted);
  return { tier: 'exact' as const, phrases, pages: await rank(phrases, found, engine) };
}

async function searchFurther(
  text: string,
  readings: readonly Wanted[],
  answer: Answer,
  engine: Engine,
  lexicon: Lexicon,
): Promise<Answer> {
  const forms = readForms(lexicon.forms);
  const folded = readings.map((wanted) => foldWanted(wanted, forms));
  for (const wanted of folded) {
    const found = await find(wanted, engine);
    if (found.pages.size > 0) return { ...answer, ...(await exactly(wanted, found, engine)) };
  }
  const loosest = folded.at(-1) as Wanted;
  const heard = await hear(loosest, engine, lexicon, forms);
  if (heard) return { ...answer, ...heard };
  const phrases = phrasesOf(loosest);
  const meant = suggest(text.normalize('NFKC').toLowerCase(), lexicon.words, forms);
  const suggestions = meant.words;
  if (suggestions.length > 0 && meant.strong) return { ...answer, tier: 'suggest' as const, phrases, suggestions };
  const related = await searchRelated(loosest, engine, lexicon, forms);
  if (related.pages.length > 0) return { ...answer, ...related, tier: 'related' as const, suggestions };
  return { ...answer, tier: suggestions.length > 0 ? ('suggest' as const) : ('none' as const), phrases, suggestions };
}

/** Pages that have all, the best first. */
async function rank(phrases: readonly string[][], { pages, leaves }: Found, engine: Engine): Promise<number[]> {
  const scores = scorePages(leaves, engine.catalogue.titles.length);
  for (const page of scores.keys()) if (!pages.has(page)) scores.delete(page);
  return byScore(scores, scores.size > 1 ? await engine.weigh(phrases.map(withoutWildcards)) : undefined);
}

const withoutWildcards = (terms: readonly string[]): string[] => terms.filter((term) => !isWildcard(term));

/** Pinyin among words that are somewhere, read as the words that sound so: dukou 钟声. Null where there is none. */
async function hear(wanted: Wanted, engine: Engine, { words }: Lexicon, forms: Forms) {
  const parts = wanted.kind === 'all' ? wanted.of : [wanted];
  const spoken: Answer['spoken'] = [];
  const read = await Promise.all(
    parts.map(async (part): Promise<Wanted> => {
      if (part.kind !== 'phrase' || part.terms.some(isHan) || (await engine.find(part.terms)).size > 0) return part;
      const same = wordsSpoken(part.terms.join(''), words);
      if (same.length === 0) return part;
      spoken.push({ typed: part.terms.join(' '), words: same });
      return { kind: 'any', of: same.map((word) => ({ kind: 'phrase', terms: foldTerms([...word], forms) })) };
    }),
  );
  // Pinyin alone is answered by what may have been meant.
  if (spoken.length === 0 || spoken.length === phrasesOf(wanted).length) return null;
  const all: Wanted = { kind: 'all', of: read };
  const found = await find(all, engine);
  return found.pages.size > 0 ? { ...(await exactly(all, found, engine)), spoken } : null;
}

async function searchRelated(wanted: Wanted, engine: Engine, lexicon: Lexicon, forms: Forms) {
  const known = new Set(lexicon.words.map(([word]) => foldTerms([...word], forms).join('')));
  const phrases = unique(
    phrasesOf(wanted)
      .map(withoutWildcards)
      .filter(({ length }) => length > 0),
  );
  const excluded = wanted.kind === 'all' ? wanted.of.filter(({ kind }) => kind === 'not') : [];
  const words = phrases.flatMap((phrase) => cutPhrase(phrase, known));
  if (words.length <= FEW) {
    const all: Wanted = {
      kind: 'all',
      of: [...words.map((terms) => ({ kind: 'phrase' as const, terms })), ...excluded],
    };
    const found = await find(all, engine);
    if (found.pages.size > 0) return { pages: await rank(words, found, engine), phrases: words };
  }
  return searchParts(phrases, excluded, engine);
}

/** The pages that hold most of what is asked, counted in pairs of characters. */
async function searchParts(phrases: readonly string[][], excluded: readonly Wanted[], engine: Engine) {
  const pairs = phrases.flatMap(pairsOf);
  const [found, unwanted] = await Promise.all([
    Promise.all(pairs.map((pair) => engine.find(pair))),
    Promise.all(excluded.map((one) => find(one, engine))),
  ]);
  const ranked = byScore(scorePages(found, engine.catalogue.titles.length)).filter(
    (page) => !unwanted.some(({ pages }) => pages.has(page)),
  );
  const held = (page: number) => found.filter((matches) => matches.has(page)).length;
  const enough = Math.max(2, pairs.length * ENOUGH);
  const pages = ranked.slice(0, MOST).filter((page) => held(page) >= enough);
  return { pages, phrases: pairs.filter((_, i) => found[i]?.size) };
}
