import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed, type Point, ringArea } from '../../../../src/lib/geo/plane.ts';
import { simplifyArc } from '../../../../src/lib/geo/simplify.ts';
import { smoothArc } from '../../../../src/lib/geo/smooth.ts';
import { ringOf } from './made-outlines.ts';

const SQUARE = ringOf(0, 0, 8, 8);
const coordinate = fc.integer({ min: 0, max: 100 });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength: 30 });

describe('smoothing', () => {
  test('cuts each corner a quarter of the way along its sides', () => {
    expect(
      smoothArc(
        [
          [0, 0],
          [4, 0],
          [4, 8],
        ],
        1,
      ),
    ).toEqual([
      [0, 0],
      [1, 0],
      [3, 0],
      [4, 2],
      [4, 6],
      [4, 8],
    ]);
    expect(smoothArc(SQUARE, 1)).toEqual([
      [2, 0],
      [6, 0],
      [8, 2],
      [8, 6],
      [6, 8],
      [2, 8],
      [0, 6],
      [0, 2],
      [2, 0],
    ]);
  });

  test('goes twice round where nothing else is said', () => {
    expect(smoothArc(SQUARE)).toEqual(smoothArc(smoothArc(SQUARE, 1), 1));
    expect(smoothArc(SQUARE)).toHaveLength(17);
    expect(smoothArc(SQUARE, 0)).toEqual(SQUARE);
  });

  test('leaves alone what has no corner', () => {
    expect(smoothArc([])).toEqual([]);
    expect(smoothArc([[1, 2]])).toEqual([[1, 2]]);
    expect(
      smoothArc([
        [0, 0],
        [3, 4],
      ]),
    ).toEqual([
      [0, 0],
      [3, 4],
    ]);
  });

  test('takes from a convex ring no more than the corners', () => {
    // Of a square, one round takes four triangles of an eighth of its side squared each way.
    expect(ringArea(smoothArc(SQUARE, 1))).toBe(64 - 4 * 2);
    expect(ringArea(smoothArc(SQUARE, 5))).toBeGreaterThan(64 * 0.83);
  });
});

describe('simplification', () => {
  test('takes the flattest point first, and what is flat only', () => {
    const arc: Point[] = [
      [0, 0],
      [10, 1],
      [20, 0],
      [30, 9],
      [40, 0],
    ];
    expect(simplifyArc(arc, 11)).toEqual([
      [0, 0],
      [20, 0],
      [30, 9],
      [40, 0],
    ]);
    expect(simplifyArc(arc, 10)).toEqual(arc);
    expect(simplifyArc(arc, 10.5)).toHaveLength(4);
  });

  test('keeps a corner of an open line however small, when nothing else is left', () => {
    expect(
      simplifyArc(
        [
          [0, 0],
          [5, 0],
          [10, 0],
          [20, 0],
        ],
        99,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [20, 0],
    ]);
    expect(
      simplifyArc(
        [
          [0, 0],
          [5, 1],
          [20, 0],
        ],
        99,
      ),
    ).toHaveLength(3);
  });

  test('keeps four corners of a ring, and takes its seam as any other point', () => {
    expect(simplifyArc(SQUARE, 999)).toHaveLength(5);
    const seam: Point[] = [
      [4, 0],
      [8, 0],
      [8, 8],
      [0, 8],
      [0, 0],
      [4, 0],
    ];
    const simple = simplifyArc(seam, 1);
    expect(new Set(simple.map(String))).toEqual(new Set(SQUARE.map(String)));
    expect(isClosed(simple)).toBe(true);
    const last: Point[] = [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
      [0, 4],
      [0, 0],
    ];
    expect(new Set(simplifyArc(last, 1).map(String))).toEqual(new Set(SQUARE.map(String)));
  });

  test('reckons a triangle wherever it lies', () => {
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate), fc.integer({ min: 1, max: 20 }), ([x, y], height) => {
        const arc = [
          [x, y],
          [x + 10, y + height],
          [x + 20, y],
          [x + 40, y + 60],
        ] as Point[];
        // Half of twenty by the height; the other triangle is larger than any of these.
        expect(simplifyArc(arc, 10 * height + 0.01)).toHaveLength(3);
        expect(simplifyArc(arc, 10 * height - 0.01)).toHaveLength(4);
      }),
    );
  });

  test('keeps the ends, takes nothing but points of the line in their order, and leaves a ring a ring', () => {
    fc.assert(
      fc.property(line, fc.boolean(), (points, closed) => {
        const arc: Point[] = closed ? [...points, points[0] ?? [0, 0]] : points;
        const simple = simplifyArc(arc, 50);
        const text = arc.map(String);
        let at = -1;
        const inOrder = simple.slice(0, -1).every((point) => {
          at = text.indexOf(String(point), at + 1);
          return at >= 0;
        });
        expect(inOrder).toBe(true);
        if (isClosed(arc)) expect(isClosed(simple)).toBe(true);
        else expect([simple[0], simple.at(-1)]).toEqual([arc[0], arc.at(-1)]);
      }),
    );
  });
});
