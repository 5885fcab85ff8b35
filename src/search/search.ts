import { cutPhrase, pairsOf } from './cut.ts';
import { stretchOf } from './date-forms.ts';
import type { Engine } from './engine.ts';
import { passagesIn, searchableIn } from './field-values.ts';
import { type Found, find, foldWanted } from './find.ts';
import { type Forms, foldTerms, readForms } from './forms.ts';
import { inflectionsOf } from './inflections.ts';
import { numbersMeant, otherNumerals } from './numbers.ts';
import { parseQuery } from './query.ts';
import { byScore, rarity, scoreBlocks, scorePages, scoreText } from './rank.ts';
import { suggest, wordsSpoken } from './suggest.ts';
import { isHan, isWildcard, tokenize } from './tokens.ts';
import type { Field, Lexicon } from './types.ts';
import { type Leaf, leavesOf, phrasesOf, rewrite, unique, type Wanted } from './wanted.ts';

/** `exact` 全文包含, `related` 相关, `suggest` 您是不是要找, `none` nothing at all, `empty` nothing was asked. */
export type Tier = 'empty' | 'exact' | 'related' | 'suggest' | 'none';

export interface Answer {
  tier: Tier;
  /** Page numbers, the best first. */
  pages: number[];
  /** What stands in the pages and is to be marked there, each character as the form that stands for it in the index. */
  phrases: string[][];
  /** All that was looked up, what is said of pages beside their text among it (`fieldLinesOf`). */
  leaves: Leaf[];
  suggestions: string[];
  /** Pinyin among other words, each with the words as which it was read. */
  spoken: { typed: string; words: string[] }[];
  /** English words that stand nowhere, each with its other forms that do: secretary, secretaries. */
  inflected: { typed: string; words: string[] }[];
  /** Operators that could not be followed, as typed. */
  ignored: string[];
  clipped: boolean;
}

/** Words that a page is asked to hold all of; a query of more is a question. */
const FEW = 4;
/** Share of a question's pairs of characters that a page must hold, and two of them at least. */
const ENOUGH = 0.1;
/** Pages whose texts are read to put them in order: those that are shown first, so that nothing more is fetched. */
const READ = 20;
/** How much more a word says that stands there whole than its pairs of characters do. */
const WHOLE = 1;
/** The same of a phrase that is typed by itself. */
const TYPED = 2;
/** How much more of such a word the number of its places says. */
const OFTEN = 2;
/** Numbers offered for one that is only said. */
const MOST_NUMBERS = 5;
/** What numbers are written with, and how long what they count may be called. */
const OF_NUMBERS = /[\p{N}零〇一二两三四五六七八九十百千万亿多余来几.,，．%％\s]/gu;
const LONGEST_UNIT = 2;
/** Asks, and stands in no answer. */
const ASKING = '谁 哪个 哪些 哪里 哪位 哪家 什么 怎么样 怎么 怎样 如何 多少 几时 何时 为什么 为何 吗'.split(' ');
/** How much more it says that what is asked stands in one paragraph. */
const TOGETHER = 1;
/** Partial matches shown. */
const MOST = 50;

/**
 * Answers a query: pages that have all of it; else pages that hold its words, or most of them; else what may have been
 * meant. Throws where a part of the index does not load.
 * @param lexicon loaded only when nothing holds the whole query
 */
export async function search(text: string, engine: Engine, lexicon: () => Promise<Lexicon>): Promise<Answer> {
  const { readings, ignored, clipped } = parseQuery(text, engine.catalogue.fields);
  const loosest = readings.at(-1);
  const asked = loosest ? whatIn(loosest) : { phrases: [], leaves: [] };
  const answer: Answer = { tier: 'empty', pages: [], ...asked, suggestions: [], ...NOT_OTHERWISE, ignored, clipped };
  if (!loosest) return answer;
  for (const wanted of [...readings, ...otherwise(text, readings, engine.catalogue.fields)]) {
    const found = await find(wanted, engine);
    // A form for which another stands in the index is nowhere in it. So what is found needs no table to be read by.
    if (!found.missing && found.pages.size > 0) return { ...answer, ...(await exactly(wanted, found, engine)) };
  }
  return searchFurther(text, readings, answer, engine, await lexicon());
}

/** What the query may mean besides: numbers in the other numerals, and years with a hyphen as the time between them. */
function otherwise(text: string, readings: readonly Wanted[], fields: readonly Field[] = []): Wanted[] {
  const days = fields.some(({ dated }) => dated) ? stretchOf(text) : null;
  const known = new Set(readings.map((wanted) => JSON.stringify(wanted)));
  const rewritten = readings.map((wanted) => rewrite(wanted, otherNumerals));
  return [
    ...(days ? [{ kind: 'dated' as const, fields: [], days }] : []),
    ...rewritten.filter((wanted) => !known.has(JSON.stringify(wanted))),
  ];
}

async function exactly(wanted: Wanted, found: Found, engine: Engine) {
  const what = whatIn(wanted);
  return { tier: 'exact' as const, ...what, pages: await rank(what.phrases, found, engine) };
}

const whatIn = (wanted: Wanted) => ({ phrases: phrasesOf(wanted), leaves: leavesOf(wanted) });

const asPhrases = (phrases: readonly string[][]) => ({
  phrases: [...phrases],
  leaves: phrases.map((terms): Leaf => ({ kind: 'phrase', terms })),
});

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
  const asked = whatIn(loosest);
  // In a question the number is one word among others.
  const isShort = text.replace(OF_NUMBERS, '').length <= LONGEST_UNIT;
  const numbers = isShort ? numbersMeant(text, lexicon.numbers ?? []).slice(0, MOST_NUMBERS) : [];
  if (numbers.length > 0) return { ...answer, tier: 'suggest' as const, ...asked, suggestions: numbers };
  const meant = suggest(text.normalize('NFKC').toLowerCase(), lexicon, forms);
  const suggestions = meant.words;
  if (suggestions.length > 0 && meant.strong) return { ...answer, tier: 'suggest' as const, ...asked, suggestions };
  const related = await searchRelated(loosest, engine, lexicon, forms);
  if (related.pages.length > 0) return { ...answer, ...related, tier: 'related' as const, suggestions };
  return { ...answer, tier: suggestions.length > 0 ? ('suggest' as const) : ('none' as const), ...asked, suggestions };
}

/** Pages that have all, the best first. */
async function rank(phrases: readonly string[][], { pages, leaves }: Found, engine: Engine): Promise<number[]> {
  const scores = scorePages(leaves, engine.catalogue.titles.length);
  for (const page of scores.keys()) if (!pages.has(page)) scores.delete(page);
  const known = phrases.map(withoutWildcards).filter(({ length }) => length > 0);
  const second = scores.size > 1 && known.length > 0 ? await engine.weigh(known) : undefined;
  const sought = phrases.map((terms) => ({ terms, weight: 1 }));
  return reorder(byScore(scores, second), scores, sought, engine);
}

/** The first pages once more by their texts: how often and where the phrases stand in them. */
async function reorder(
  pages: readonly number[],
  scores: ReadonlyMap<number, number>,
  sought: readonly { terms: string[]; weight: number }[],
  engine: Engine,
  together: readonly { terms: string[]; weight: number }[] = [],
): Promise<number[]> {
  if (pages.length < 2 || sought.length + together.length === 0) return [...pages];
  const first = pages.slice(0, READ);
  const read = await Promise.all(
    first.map(async (page) => {
      const text = await engine.text(page);
      const forms = readForms(text.forms);
      const blocks = searchableIn(text, engine.catalogue.fields);
      const tokens = blocks.map((block) => ({ title: block.title ?? false, tokens: tokenize(block.text, forms) }));
      const passages = together.length > 0 ? passagesIn(text, engine.catalogue.fields) : [];
      const said = passages.map((passage) => ({ tokens: tokenize(passage.text, forms) }));
      const score = scoreText(tokens, text.blocks.length, sought) + TOGETHER * scoreBlocks(said, together);
      return { page, score: (scores.get(page) ?? 0) + score };
    }),
  );
  const at = new Map(pages.map((page, i) => [page, i]));
  read.sort((a, b) => b.score - a.score || (at.get(a.page) ?? 0) - (at.get(b.page) ?? 0));
  return [...read.map(({ page }) => page), ...pages.slice(READ)];
}

/** The parts of a phrase between words that only ask; the phrase itself where it is nothing else. */
function withoutAsking(terms: string[]): string[][] {
  const parts: string[][] = [[]];
  for (let i = 0; i < terms.length; ) {
    const asking = ASKING.find((word) => [...word].every((character, at) => terms[i + at] === character));
    if (asking) parts.push([]);
    else parts.at(-1)?.push(terms[i] ?? '');
    i += asking?.length ?? 1;
  }
  const said = parts.filter(({ length }) => length > 0);
  return said.length > 0 || terms.length === 0 ? said : [terms];
}

const withoutWildcards = (terms: readonly string[]): string[] => terms.filter((term) => !isWildcard(term));

const NOT_OTHERWISE: Pick<Answer, 'spoken' | 'inflected'> = { spoken: [], inflected: [] };

/**
 * Pinyin among words that are somewhere, read as the words that sound so: dukou 钟声; and English words that are nowhere,
 * in their other forms. Null where there is neither.
 */
async function hear(wanted: Wanted, engine: Engine, { words, letters = [] }: Lexicon, forms: Forms) {
  const parts = wanted.kind === 'all' ? wanted.of : [wanted];
  const { spoken, inflected }: typeof NOT_OTHERWISE = { spoken: [], inflected: [] };
  const read = await Promise.all(
    parts.map(async (part): Promise<Wanted> => {
      if (part.kind !== 'phrase' || part.terms.some(isHan) || (await engine.find(part.terms)).size > 0) return part;
      const same = wordsSpoken(part.terms.join(''), words);
      const others = same.length > 0 ? [] : inflectionsOf(part.terms.join(' '), letters);
      if (others.length > 0) {
        inflected.push({ typed: part.terms.join(' '), words: others });
        return { kind: 'any', of: others.map((word) => ({ kind: 'phrase', terms: [word] })) };
      }
      if (same.length === 0) return part;
      spoken.push({ typed: part.terms.join(' '), words: same });
      return { kind: 'any', of: same.map((word) => ({ kind: 'phrase', terms: foldTerms([...word], forms) })) };
    }),
  );
  // Pinyin alone is answered by what may have been meant.
  if (spoken.length + inflected.length === 0 || spoken.length === phrasesOf(wanted).length) return null;
  const all: Wanted = { kind: 'all', of: read };
  const found = await find(all, engine);
  return found.pages.size > 0 ? { ...(await exactly(all, found, engine)), spoken, inflected } : null;
}

async function searchRelated(wanted: Wanted, engine: Engine, lexicon: Lexicon, forms: Forms) {
  const known = new Set(lexicon.words.map(([word]) => foldTerms([...word], forms).join('')));
  const typed = phrasesOf(wanted)
    .map((terms) => withoutAsking(withoutWildcards(terms)))
    .filter(({ length }) => length > 0);
  const phrases = unique(typed.flat());
  // What is excluded, and what fields must say, holds for related pages too.
  const kept = wanted.kind === 'all' ? wanted.of.filter((part) => phrasesOf(part).length === 0) : [];
  if (phrases.length === 0) return { pages: [], ...asPhrases([]) };
  const words = phrases.flatMap((phrase) => cutPhrase(phrase, known));
  if (words.length <= FEW) {
    const all: Wanted = {
      kind: 'all',
      of: [...words.map((terms) => ({ kind: 'phrase' as const, terms })), ...kept],
    };
    const found = await find(all, engine);
    if (found.pages.size > 0)
      return {
        pages: await rank(words, found, engine),
        phrases: words,
        leaves: [...asPhrases(words).leaves, ...kept.flatMap(leavesOf)],
      };
  }
  return searchParts(typed, words, kept, engine);
}

/**
 * The pages that hold most of what is asked, counted in pairs of characters; a phrase or word that stands there whole says
 * more than all of its pairs.
 * @param typed what blanks and marks part, each as what is left of it without the words that ask
 */
async function searchParts(
  typed: readonly string[][][],
  words: readonly string[][],
  kept: readonly Wanted[],
  engine: Engine,
) {
  const phrases = unique(typed.flat());
  const pairs = phrases.flatMap(pairsOf);
  const keys = pairs.map((pair) => pair.join(' '));
  const whole = unique([...phrases, ...words].filter(({ length }) => length > 1));
  const [found, foundWhole, limits] = await Promise.all([
    Promise.all(pairs.map((pair) => engine.find(pair))),
    Promise.all(whole.map((terms) => engine.find(terms))),
    Promise.all(kept.map((one) => find(one, engine))),
  ]);
  const total = engine.catalogue.titles.length;
  // Each phrase as much as any other, however many pairs it has; one that a word that asks stood in is one.
  const scores = new Map<number, number>();
  for (const parts of typed) {
    const own = parts.flatMap(pairsOf).map((pair) => found[keys.indexOf(pair.join(' '))] ?? new Map());
    const share = pairs.length / typed.length / own.length;
    for (const [page, score] of scorePages(own, total)) scores.set(page, (scores.get(page) ?? 0) + share * score);
  }
  const meantAsOne = typed.filter(({ length }) => length === 1).map(([terms]) => terms?.join(' '));
  const sought = whole.flatMap((terms, i) => {
    const matches = foundWhole[i];
    if (!matches?.size) return [];
    // As typed, parted by blanks, it was meant as one.
    const weight = rarity(matches.size, total) * (meantAsOne.includes(terms.join(' ')) ? TYPED : WHOLE);
    for (const page of matches.keys()) scores.set(page, (scores.get(page) ?? 0) + weight);
    return [{ terms, weight: weight * OFTEN }];
  });
  const isKept = (page: number) => kept.every((one, i) => limits[i]?.pages.has(page) !== (one.kind === 'not'));
  const held = (page: number) => found.filter((matches) => matches.has(page)).length;
  const isWhole = (page: number) => whole.some((terms, i) => phrases.includes(terms) && foundWhole[i]?.has(page));
  const enough = Math.max(2, pairs.length * ENOUGH);
  const pages = byScore(scores)
    .filter(isKept)
    .slice(0, MOST)
    .filter((page) => held(page) >= enough || isWhole(page));
  const known = pairs.filter((_, i) => found[i]?.size);
  const weighed = unique(known).map((terms) => ({
    terms,
    weight: rarity(found[keys.indexOf(terms.join(' '))]?.size ?? 0, total),
  }));
  const { leaves } = asPhrases(known);
  return {
    pages: await reorder(pages, scores, sought, engine, weighed),
    phrases: known,
    leaves: [...leaves, ...kept.flatMap(leavesOf)],
  };
}
