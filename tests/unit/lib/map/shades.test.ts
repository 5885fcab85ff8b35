import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAP_PAGE } from '#words/map.ts';
import { mostOf, shadeOf, shadesFor } from '../../../../src/lib/map/shades.ts';

test.each([
  [[], [0]],
  [[0, 0], [0]],
  [[3], [0, 1]],
  [
    [1, 1, 1],
    [0, 1],
  ],
  [
    [1, 2, 3],
    [0, 1, 2, 3],
  ],
  [
    [0, 4, 9, 20, 31, 90, 400],
    [0, 1, 20, 90],
  ],
  [Array.from({ length: 30 }, (_, i) => 40 + i), [0, 1, 50, 60]],
])('counties with %j milestones have shades from %j', (counts, shades) => expect(shadesFor(counts)).toEqual(shades));

test('each number has a shade, the more the darker, and no shade is empty words', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(500)), fc.nat(500), fc.nat(500), (counts, a, b) => {
      const shades = shadesFor(counts);
      expect(shades.length).toBeLessThanOrEqual(4);
      expect(shades).toEqual([...new Set(shades)].sort((x, y) => x - y));
      if (a <= b) expect(shadeOf(a, shades)).toBeLessThanOrEqual(shadeOf(b, shades));
      expect(shadeOf(a, shades)).toBeGreaterThanOrEqual(0);
    }),
  ));

test('the legend says what each stands for', () => {
  const shades = [0, 1, 2, 9];
  expect(shades.map((least, i) => MAP_PAGE.shade(least, mostOf(i, shades)))).toEqual([
    '无',
    '1 条',
    '2—8 条',
    '9 条以上',
  ]);
});
