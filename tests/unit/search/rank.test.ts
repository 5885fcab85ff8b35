import { describe, expect, it } from 'vitest';
import { byScore, rarity, scorePages } from '../../../src/search/rank.ts';

describe('rarity', () => {
  it('is the idf of BM25', () => {
    // ln(1 + (10 − 2 + ½) / (2 + ½)) = ln 4.4
    expect(rarity(2, 10)).toBeCloseTo(Math.log(4.4), 12);
    expect(rarity(10, 10)).toBeCloseTo(Math.log(1 + 0.5 / 10.5), 12);
  });
});

describe('scorePages', () => {
  it('adds up what a page holds, twice as much in the title, and more for what is rare', () => {
    const common = new Map([
      [0, false],
      [1, true],
    ]);
    const rare = new Map([[0, false]]);
    const scores = scorePages([common, rare], 10);
    expect(scores.get(1)).toBeCloseTo(2 * rarity(2, 10), 12);
    expect(scores.get(0)).toBeCloseTo(rarity(2, 10) + rarity(1, 10), 12);
    expect(rarity(1, 10)).toBeGreaterThan(rarity(2, 10));
    expect([...scores.keys()]).toEqual([0, 1]);
  });
});

describe('byScore', () => {
  it('puts the best page first, of equal ones that with the better second score, then the first', () => {
    const scores = new Map([
      [5, 1],
      [4, 1],
      [3, 1],
      [2, 7],
      [1, 1],
    ]);
    const second = new Map([
      [3, 2],
      [5, 1],
    ]);
    expect(byScore(scores, second)).toEqual([2, 3, 5, 1, 4]);
    expect(byScore(scores)).toEqual([2, 1, 3, 4, 5]);
  });
});
