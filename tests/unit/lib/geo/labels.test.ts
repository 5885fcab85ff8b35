import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  covers,
  distance,
  gapTo,
  isFree,
  labelAt,
  poleOf,
  type Scene,
  shapeOf,
  surrounds,
} from '../../../../src/lib/geo/labels.ts';
import { type Box, growBox, type Point } from '../../../../src/lib/geo/plane.ts';
import { denseRing, squareAt } from '../map/shapes.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
/** A square of a hundred with a hole of forty in its middle. */
const RING = shapeOf([denseRing(box(0, 0, 100, 100)), denseRing(box(30, 30, 40, 40))]);

describe('a label', () => {
  test('has a box of one em a character round its point, and a baseline below its middle', () => {
    expect(labelAt('汉滨区', 100, [500, 400])).toEqual({
      ...{ text: '汉滨区', x: 500, y: 438, anchor: 'middle', inside: false },
      box: box(350, 350, 300, 100),
    });
    expect(labelAt('𠮷村', 10, [50, 50]).box.width).toBe(20);
  });

  test('stands at the same place whatever its anchor, from which it is written', () => {
    for (const [anchor, x] of [
      ['start', 400],
      ['middle', 500],
      ['end', 600],
    ] as const) {
      const label = labelAt('汉滨', 100, [500, 400], anchor);
      expect(label).toMatchObject({ x, anchor, box: { x: 400, y: 350, width: 200, height: 100 } });
    }
  });

  test('is wider when it is set wide', () => {
    expect(labelAt('陕西', 100, [500, 400], 'middle', 1.5).box).toEqual(box(350, 350, 300, 100));
    expect(labelAt('陕西', 100, [500, 400], 'end', 1.5)).toMatchObject({ x: 650, box: { x: 350 } });
  });

  test('is written at whole units', () => {
    const point = fc.tuple(fc.double({ min: 0, max: 99, noNaN: true }), fc.double({ min: 0, max: 99, noNaN: true }));
    const anchor = fc.constantFrom('start' as const, 'middle' as const, 'end' as const);
    fc.assert(
      fc.property(point, anchor, fc.integer({ min: 9, max: 40 }), ([x, y], how, em) => {
        const label = labelAt('文峰区', em, [x, y], how);
        expect([label.x, label.y].every(Number.isInteger)).toBe(true);
        expect(Math.abs(label.box.x + label.box.width / 2 - x)).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(Math.abs(label.box.y + label.box.height / 2 - y)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

describe('distances', () => {
  test('from a box to a point are along the shortest way', () => {
    const one = box(10, 20, 30, 40);
    const cases: [Point, number][] = [
      [[20, 30], 0],
      [[40, 60], 0],
      [[5, 30], 5],
      [[43, 30], 3],
      [[20, 13], 7],
      [[20, 69], 9],
      [[7, 16], 5],
      [[46, 68], 10],
    ];
    for (const [point, expected] of cases) expect(distance(one, point), String(point)).toBe(expected);
  });

  test('to a shape are to the nearest of its rings', () => {
    expect(gapTo(box(110, 40, 5, 5), RING)).toBe(10);
    expect(gapTo(box(48, 48, 4, 4), RING)).toBe(18);
    expect(gapTo(box(12, 48, 4, 4), RING)).toBe(12);
  });
});

describe('a box and a shape', () => {
  test.each<[string, Box, boolean, boolean]>([
    ['beside it', box(110, 10, 10, 10), false, false],
    ['in its land', box(8, 40, 14, 10), true, true],
    ['in its hole', box(40, 40, 10, 10), false, false],
    ['on its border', box(95, 40, 10, 10), true, false],
    ['on the border of its hole', box(25, 40, 10, 10), true, false],
    ['round its hole', box(20, 20, 60, 60), true, false],
    ['round all of it', box(-10, -10, 120, 120), true, false],
    ['within its bounds alone', box(31, 31, 38, 38), false, false],
  ])('%s', (_, one, isCovering, isHeld) => {
    expect(covers(one, RING)).toBe(isCovering);
    expect(surrounds(RING, one)).toBe(isHeld);
  });

  test('meet where a part of the one runs through the other', () => {
    const slivers = shapeOf([denseRing(box(0, 20, 100, 2)), denseRing(box(0, 45, 100, 2))]);
    expect(covers(box(40, 40, 10, 10), slivers)).toBe(true);
    expect(covers(box(40, 30, 10, 10), slivers)).toBe(false);
    const inlet = shapeOf([denseRing(box(0, 0, 100, 100)), denseRing(box(40, 48, 30, 2))]);
    expect(surrounds(inlet, box(45, 40, 10, 20))).toBe(false);
    expect(surrounds(inlet, box(45, 60, 10, 20))).toBe(true);
  });

  test('touch no more than they must', () => {
    const notched = shapeOf([
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [40, 50],
        [0, 0],
      ],
    ]);
    // Three corners of it are land, one is not.
    expect(surrounds(notched, box(22, 60, 40, 20))).toBe(false);
    expect(covers(box(22, 60, 40, 20), notched)).toBe(true);
  });
});

describe('a label is free', () => {
  const label = labelAt('汉滨', 12, [100, 100]);
  const frame = box(0, 0, 200, 200);
  const scene: Scene = { frame, better: frame, taken: [], shapes: [], lines: [] };
  const { x, y, width, height } = label.box;

  test('in its frame alone', () => {
    expect(isFree(label, 12, scene)).toBe(true);
    expect(isFree(label, 12, { ...scene, frame: label.box })).toBe(true);
    expect(isFree(label, 12, { ...scene, frame: growBox(label.box, -1) })).toBe(false);
  });

  test('a sixth of an em off others', () => {
    // Two units of air.
    for (const [by, free] of [
      [2.1, true],
      [1.9, false],
    ] as const) {
      const others = [box(x + width + by, y, 9, 9), box(x - 9 - by, y, 9, 9), box(x, y + height + by, 9, 9)];
      for (const other of others) expect(isFree(label, 12, { ...scene, taken: [other] })).toBe(free);
      const shape = shapeOf([denseRing(box(x + width + by, y - 20, 40, 60), 0.5)]);
      expect(isFree(label, 12, { ...scene, shapes: [shape] })).toBe(free);
    }
    expect(isFree(label, 12, { ...scene, taken: [box(0, 0, 5, 5), label.box] })).toBe(false);
  });
});

describe('the pole of a shape', () => {
  test('is the middle of a square, and in the widest part of what is long', () => {
    const [x, y] = poleOf(shapeOf([denseRing(squareAt([50, 70], 20))]));
    expect(Math.hypot(x - 50, y - 70)).toBeLessThanOrEqual(2);
    const club = shapeOf([
      [
        [0, 10],
        [100, 10],
        [100, 0],
        [130, 0],
        [130, 30],
        [100, 30],
        [100, 20],
        [0, 20],
        [0, 10],
      ],
    ]);
    const [cx, cy] = poleOf(club);
    expect(Math.hypot(cx - 115, cy - 15)).toBeLessThan(4);
    expect([cx, cy].every(Number.isInteger)).toBe(true);
  });

  test('is in the wide part even where the whole is wide and the part small', () => {
    // A finer search than a fiftieth of the height would be no better by more than that.
    const flat = shapeOf([denseRing(box(0, 0, 5000, 10))]);
    const [, y] = poleOf(flat);
    expect(y).toBe(5);
  });
});
