import { expect, test } from 'vitest';
import { tooWide, upTo, widthOf } from '../../../../src/lib/schema/common.ts';

test.each([
  ['三封信，一口钟', 7],
  ['Letters about a bell', 10],
  ['1931 年', 3.5],
  ['“上课铃”……', 7],
  ['ＡＢ', 2],
])('%s is %d Han characters wide', (text, width) => expect(widthOf(text)).toBe(width));

test('a title has room for forty Han characters or eighty letters, and says which', () => {
  expect(tooWide('长'.repeat(40), 40)).toBeNull();
  expect(tooWide('长'.repeat(41), 40)).toBe('太长：最多 40 个字');
  expect(tooWide('a'.repeat(80), 40)).toBeNull();
  expect(tooWide('a'.repeat(81), 40)).toBe('太长：最多 40 个字，两个拉丁字母算一个字');
  expect(upTo(40, 2).safeParse('A Hundred Years of Bells at the Ferry School').success).toBe(true);
});
