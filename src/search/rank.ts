import type { Matches } from './engine.ts';

const TITLE_WEIGHT = 2;

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

/** Pages from the highest score to the lowest; equal ones by the second score, then in their own order. */
export const byScore = (
  scores: ReadonlyMap<number, number>,
  second: ReadonlyMap<number, number> = new Map(),
): number[] =>
  [...scores]
    .sort(([a, x], [b, y]) => y - x || (second.get(b) ?? 0) - (second.get(a) ?? 0) || a - b)
    .map(([page]) => page);
