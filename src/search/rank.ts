import type { Matches } from './engine.ts';
import type { Catalogue } from './types.ts';

const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
const TITLE_WEIGHT = 2;

/** How much it says that a page holds a phrase, when `count` of `total` pages do (BM25). */
export const rarity = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5));

/**
 * Scores pages by the phrases they hold (BM25; a match in the title counts more).
 * @param all where each phrase stands
 * @returns page number → score, for every page that holds at least one
 */
export function scorePages(all: readonly Matches[], { lengths }: Pick<Catalogue, 'lengths'>): Map<number, number> {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const scores = new Map<number, number>();
  for (const matches of all) {
    const weight = rarity(matches.size, lengths.length);
    for (const [page, { count, inTitle }] of matches) {
      const length = (lengths[page] ?? average) / average;
      const frequency =
        (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length));
      scores.set(page, (scores.get(page) ?? 0) + weight * frequency * (inTitle ? TITLE_WEIGHT : 1));
    }
  }
  return scores;
}

/** Pages from the highest score to the lowest; equal ones in their own order. */
export const byScore = (scores: ReadonlyMap<number, number>): number[] =>
  [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([page]) => page);
