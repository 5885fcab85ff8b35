import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  boundsOf,
  boxesOverlap,
  boxHolds,
  clipRing,
  cornersOf,
  growBox,
  hasPoint,
  isClosed,
  isInside,
  midpoint,
  type Point,
  ringArea,
  roundBox,
  samplesOf,
  toEven,
} from '../../../../src/lib/geo/plane.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const ringOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];
const coordinate = fc.integer({ min: -20, max: 20 });
const side = fc.integer({ min: 1, max: 20 });
const someBox = fc.tuple(coordinate, coordinate, side, side).map(([x, y, width, height]) => box(x, y, width, height));
const somePoint = fc.tuple(coordinate, coordinate);

test('the middle of two points, and the nearest even number', () => {
  expect(midpoint([2, 10], [6, 4])).toEqual([4, 7]);
  expect([0.9, 1.1, 3, 4.2, -2.9].map(toEven)).toEqual([0, 2, 4, 4, -2]);
});

describe('a line', () => {
  test('is closed when it ends where it began, after three points at least', () => {
    const square = ringOf(box(0, 0, 1, 2));
    expect(isClosed(square)).toBe(true);
    expect(isClosed(square.slice(1))).toBe(false);
    expect(isClosed(square.slice(0, 4))).toBe(false);
    expect(isClosed([...square.slice(0, 4), [0, 9]])).toBe(false);
    expect(isClosed([...square.slice(0, 4), [9, 0]])).toBe(false);
    expect(
      isClosed([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toBe(false);
    expect(
      isClosed([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toBe(true);
    expect(isClosed([])).toBe(false);
  });
});

describe('a box', () => {
  test('is the smallest round its points', () => {
    expect(
      boundsOf([
        [3, 9],
        [1, 4],
        [2, 12],
      ]),
    ).toEqual(box(1, 4, 2, 8));
  });

  test('grows on every side, and is rounded in each measure', () => {
    expect(growBox(box(10, 20, 30, 40), 2)).toEqual(box(8, 18, 34, 44));
    expect(growBox(box(10, 20, 30, 40), -2)).toEqual(box(12, 22, 26, 36));
    expect(roundBox(box(1.4, 2.6, 3.5, 4.4))).toEqual(box(1, 3, 4, 4));
  });

  test('has four corners', () => {
    expect(
      cornersOf(box(1, 2, 3, 4))
        .map(String)
        .sort(),
    ).toEqual(['1,2', '1,6', '4,2', '4,6']);
  });

  test('overlaps another where they share more than an edge', () => {
    fc.assert(
      fc.property(someBox, someBox, (a, b) => {
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        expect(boxesOverlap(a, b)).toBe(across > 0 && down > 0);
      }),
    );
    for (const beside of [box(10, 0, 5, 10), box(-5, 0, 5, 10), box(0, 10, 10, 5), box(0, -5, 10, 5)])
      expect(boxesOverlap(box(0, 0, 10, 10), beside)).toBe(false);
  });

  test('holds a point on its edges, and no point beyond one', () => {
    const one = box(0, 0, 10, 20);
    for (const point of [
      [0, 0],
      [10, 20],
      [0, 20],
      [5, 5],
    ] as Point[])
      expect(hasPoint(one, point)).toBe(true);
    for (const point of [
      [-1, 5],
      [11, 5],
      [5, -1],
      [5, 21],
    ] as Point[])
      expect(hasPoint(one, point)).toBe(false);
  });

  test('holds a box whose corners it holds', () => {
    const outer = box(0, 0, 10, 20);
    expect(boxHolds(outer, outer)).toBe(true);
    for (const inner of [box(-1, 0, 9, 9), box(2, 0, 9, 9), box(0, -1, 9, 9), box(0, 12, 9, 9)])
      expect(boxHolds(outer, inner)).toBe(false);
    fc.assert(
      fc.property(someBox, someBox, (a, b) => {
        expect(boxHolds(a, b)).toBe(cornersOf(b).every((corner) => hasPoint(a, corner)));
      }),
    );
  });
});

describe('a ring', () => {
  test('has an area, positive when it runs clockwise on the drawing', () => {
    const square = ringOf(box(3, 5, 4, 2));
    expect(ringArea(square)).toBe(8);
    expect(ringArea(square.toReversed())).toBe(-8);
    expect(
      ringArea([
        [1, 1],
        [5, 1],
        [1, 4],
        [1, 1],
      ]),
    ).toBe(6);
  });

  test('holds what is inside it but not in its holes', () => {
    const rings = [ringOf(box(0, 0, 10, 10)), ringOf(box(4, 4, 2, 2))];
    expect(isInside([2, 2], rings)).toBe(true);
    expect(isInside([8, 5], rings)).toBe(true);
    expect(isInside([5, 5], rings)).toBe(false);
    for (const point of [
      [-1, 5],
      [11, 5],
      [5, -1],
      [5, 11],
    ] as Point[])
      expect(isInside(point, rings)).toBe(false);
  });

  test('is cut by a slanting side where that runs', () => {
    const triangle: Point[] = [
      [1, 1],
      [9, 5],
      [1, 9],
      [1, 1],
    ];
    // Never on a side: those pass through whole and half numbers alone.
    const off = fc.integer({ min: 0, max: 99 }).map((n) => n / 10 + 0.03);
    fc.assert(
      fc.property(off, off, (x, y) => {
        const right = 9 - 2 * Math.abs(y - 5);
        expect(isInside([x, y], [triangle])).toBe(x > 1 && x < right);
        expect(isInside([x, y], [triangle.toReversed()])).toBe(x > 1 && x < right);
      }),
    );
  });
});

test('samples lie on a lattice over the box, edges included, no further apart than asked', () => {
  expect(samplesOf(box(10, 20, 4, 2), 2)).toEqual([
    [10, 20],
    [12, 20],
    [14, 20],
    [10, 22],
    [12, 22],
    [14, 22],
  ]);
  expect(
    samplesOf(box(0, 0, 5, 1), 2)
      .map(([x]) => x)
      .slice(0, 4),
  ).toEqual([0, 5 / 3, 10 / 3, 5]);
  expect(samplesOf(box(1, 2, 0, 0), 3)).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
});

describe('a ring cut off by a box', () => {
  const square = ringOf(box(0, 0, 4, 4));
  const cut = (x: number, y: number, width: number, height = width) => clipRing(square, box(x, y, width, height));

  test('is what both have in common, closed', () => {
    fc.assert(
      fc.property(someBox, someBox, (a, b) => {
        const clipped = clipRing(ringOf(a), b);
        const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
        const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
        expect(ringArea(clipped)).toBeCloseTo(Math.max(0, across) * Math.max(0, down), 9);
        expect(clipped.at(-1)).toEqual(clipped[0]);
      }),
    );
  });

  test('of four quarters gives the whole, whatever its sides', () => {
    fc.assert(
      fc.property(somePoint, somePoint, somePoint, fc.tuple(coordinate, coordinate), (a, b, c, [x, y]) => {
        const triangle = [a, b, c, a];
        const quarters = [
          box(x - 99, y - 99, 99, 99),
          box(x, y - 99, 99, 99),
          box(x - 99, y, 99, 99),
          box(x, y, 99, 99),
        ];
        const areas = quarters.map((quarter) => ringArea(clipRing(triangle, quarter)));
        expect(areas.reduce((sum, area) => sum + area)).toBeCloseTo(ringArea(triangle), 6);
        for (const [i, quarter] of quarters.entries())
          for (const point of clipRing(triangle, quarters[i] as Box))
            expect(hasPoint(growBox(quarter, 1e-9), point)).toBe(true);
      }),
    );
  });

  test('is nothing where they are apart, and itself within', () => {
    expect(cut(5, 5, 2)).toEqual([]);
    expect(cut(-5, 0, 2)).toEqual([]);
    expect(new Set(cut(-1, -1, 9).map(String))).toEqual(new Set(square.map(String)));
    expect(new Set(cut(0, 0, 4).map(String))).toEqual(new Set(square.map(String)));
  });
});
