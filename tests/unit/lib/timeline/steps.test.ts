import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, stepFrom } from '../../../../src/lib/timeline/steps.ts';

const all = ['甲', '乙', '丙'];

describe('a step', () => {
  test('leads on and back, and stays at the ends', () => {
    expect(stepFrom(all, '甲', 1)).toBe('乙');
    expect(stepFrom(all, '丙', 1)).toBe('丙');
    expect(stepFrom(all, '甲', -1)).toBe('甲');
    expect(stepFrom(all, '乙', Number.POSITIVE_INFINITY)).toBe('丙');
    expect(stepFrom(all, '丙', Number.NEGATIVE_INFINITY)).toBe('甲');
  });

  test('from nowhere, or from what is hidden now, leads to the first', () => {
    for (const by of [1, -1]) for (const from of [null, '丁']) expect(stepFrom(all, from, by)).toBe('甲');
    expect(stepFrom([], null, 1)).toBeUndefined();
  });
});

test('no item is nearer than the nearest, and of two as near it is the earlier', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 20 }),
      (xs, x) => {
        const items = xs.map((at, index) => ({ at, index }));
        const found = nearest(items, x, ({ at }) => at);
        const gap = Math.abs((found?.at ?? Number.NaN) - x);
        expect(items.findIndex(({ at }) => Math.abs(at - x) <= gap)).toBe(found?.index);
      },
    ),
  );
  expect(nearest([], 1, Number)).toBeUndefined();
});
