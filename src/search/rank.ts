import type { Matches } from './source.ts';
import { placesOf, type Token } from './tokens.ts';

const TITLE_WEIGHT = 2;
/** A place in a title counts as so many, and one at the beginning of the text: subtitle and first paragraph. */
const IN_TITLE = 4;
const IN_LEDE = 2;
const LEDE = 3;
/** So many places are worth half of what any number is. */
const HALF = 4;

/** How much it says that a page holds a phrase, when `count` of `total` pages do (the idf of BM25). */
export const rarity = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));

/**
 * Scores pages by the phrases they hold: the rarer, the more, and twice that in a title. How often a phrase occurs is
 * not counted, as Pagefind names one place only; nor is then the length of a page.
 * @param all where each phrase stands
 * @param total number of all pages
 * @returns page number → score, for every page that holds at least one
 */
export function scorePages(all: readonly Matches[], total: number): Map<number, number> {
  const scores = new Map<number, number>();
  for (const matches of all) {
    const weight = rarity(matches.size, total);
    for (const [page, inTitle] of matches) {
      scores.set(page, (scores.get(page) ?? 0) + weight * (inTitle ? TITLE_WEIGHT : 1));
    }
  }
  return scores;
}

/**
 * How much the text of a page says of phrases beyond that it holds them: more where they stand often, in a title or at the
 * beginning. Less than one for each, times its weight.
 * @param blocks of the text, then of what is said beside it
 * @param length how many of them are the text's
 */
export function scoreText(
  blocks: readonly { title: boolean; tokens: readonly Token[] }[],
  length: number,
  sought: readonly { terms: readonly string[]; weight: number }[],
): number {
  return sought.reduce((score, { terms, weight }) => {
    const places = blocks.reduce((sum, { title, tokens }, i) => {
      const worth = title ? IN_TITLE : i < Math.min(LEDE, length) ? IN_LEDE : 1;
      return sum + worth * placesOf(tokens, terms).length;
    }, 0);
    return score + (weight * places) / (places + HALF);
  }, 0);
}

/** How much of what is sought the block says that says most of it: the sum of the weights of what it holds. */
export function scoreBlocks(
  blocks: readonly { tokens: readonly Token[] }[],
  sought: readonly { terms: readonly string[]; weight: number }[],
): number {
  const held = blocks.map(({ tokens }) =>
    sought.reduce((sum, { terms, weight }) => sum + (placesOf(tokens, terms).length > 0 ? weight : 0), 0),
  );
  return Math.max(0, ...held);
}

/** Pages from the highest score to the lowest; equal ones by the second score, then in their own order. */
export const byScore = (
  scores: ReadonlyMap<number, number>,
  second: ReadonlyMap<number, number> = new Map(),
): number[] =>
  [...scores]
    .sort(([a, x], [b, y]) => y - x || (second.get(b) ?? 0) - (second.get(a) ?? 0) || a - b)
    .map(([page]) => page);
