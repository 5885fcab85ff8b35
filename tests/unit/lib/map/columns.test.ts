import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxesOverlap, type Point } from '../../../../src/lib/geo/plane.ts';
import { columnEnd, placeInColumns } from '../../../../src/lib/map/columns.ts';

// So large that no measure of the type is rounded.
const BOUNDS: Box = { x: 1000, y: 2000, width: 600, height: 400 };
const EM = 100;
const place = (poles: readonly Point[], text = '汉滨') =>
  placeInColumns(
    poles.map((pole) => ({ text, pole })),
    BOUNDS,
    EM,
  );
/** Which names stand left, from top to bottom, and which right. */
function columnsOf(poles: readonly Point[]): number[][] {
  const rows = place(poles).map(({ leader: [, end] }, i) => ({ i, end }));
  const isLeft = ({ end: [x] }: (typeof rows)[number]) => x < BOUNDS.x;
  const sorted = rows.sort((a, b) => a.end[1] - b.end[1]);
  return [sorted.filter(isLeft), sorted.filter((row) => !isLeft(row))].map((column) => column.map(({ i }) => i));
}

type Line = [Point, Point];

const swap = (ends: readonly Point[], i: number, j: number): Point[] =>
  ends.map((end, k) => (k === i ? ends[j] : k === j ? ends[i] : end) ?? end);

/** On which side of a line a point lies, as the angle at the line's beginning. */
const turn = ([[ax, ay], [bx, by]]: Line, [x, y]: Point) =>
  Math.sin(Math.atan2(y - ay, x - ax) - Math.atan2(by - ay, bx - ax));
const across = (line: Line, [a, b]: Line) => turn(line, a) * turn(line, b) < -1e-15;
const doCross = (a: Line, b: Line) => across(a, b) && across(b, a);

/** How near a line comes to a point. */
function nearness([[ax, ay], [bx, by]]: Line, [x, y]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  const angle = Math.atan2(by - ay, bx - ax) - Math.atan2(y - ay, x - ax);
  const away = Math.hypot(x - ax, y - ay);
  const along = away * Math.cos(angle);
  if (along < 0) return away;
  return along > length ? Math.hypot(x - bx, y - by) : Math.abs(away * Math.sin(angle));
}

/** Ems of line, with eight for each crossing and five for each line within half an em of another county's middle. */
function tangle(poles: readonly Point[], ends: readonly Point[]): number {
  const lines = poles.map((pole, i): Line => [pole, ends[i] ?? pole]);
  const pairs = lines.flatMap((line, i) => lines.slice(i + 1).map((other) => [line, other] as const));
  const over = lines.flatMap((line) => poles.filter((pole) => pole !== line[0] && nearness(line, pole) < EM / 2));
  const length = lines.reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(bx - ax, by - ay) / EM, 0);
  return length + 8 * pairs.filter(([a, b]) => doCross(a, b)).length + 5 * over.length;
}

describe('names in columns', () => {
  test('stand 0.8 em beside all that is named, 1.3 em from line to line, in the middle of its height', () => {
    const poles: Point[] = [
      [1100, 2050],
      [1120, 2200],
      [1080, 2350],
      [1500, 2050],
      [1520, 2200],
      [1480, 2350],
    ];
    const ends = place(poles).map(({ leader: [, end] }) => end);
    expect(ends).toEqual([
      [920, 2070],
      [920, 2200],
      [920, 2330],
      [1680, 2070],
      [1680, 2200],
      [1680, 2330],
    ]);
  });

  test('are tied to their places by lines that end in the middle of their near sides', () => {
    const [left, right] = place(
      [
        [1100, 2200],
        [1500, 2200],
      ],
      '建安区',
    );
    expect(left?.leader[0]).toEqual([1100, 2200]);
    expect(right?.leader[0]).toEqual([1500, 2200]);
    expect(left?.label.box).toMatchObject({ x: 620, y: 2150, width: 300, height: 100 });
    expect(right?.label.box).toMatchObject({ x: 1680, width: 300 });
    expect(left?.leader[1]).toEqual(left && columnEnd(left.label, true));
    expect(right?.leader[1]).toEqual(right && columnEnd(right.label, false));
  });

  test('of an odd number leave one row empty', () => {
    expect(
      columnsOf([
        [1050, 2200],
        [1100, 2100],
        [1550, 2200],
      ]).map(({ length }) => length),
    ).toEqual([2, 1]);
  });

  test('go to the side on which their places lie, in the order in which these lie', () => {
    expect(
      columnsOf([
        [1550, 2350],
        [1050, 2350],
        [1500, 2050],
        [1100, 2050],
      ]),
    ).toEqual([
      [3, 1],
      [2, 0],
    ]);
  });

  test('have no line over the middle of another county', () => {
    // From the far one straight to the left its line would run over the near one.
    const [left, right] = columnsOf([
      [1200, 2200],
      [1250, 2200],
    ]);
    expect([left, right]).toEqual([[0], [1]]);
  });

  test('cover no other, and no two could be swapped to make their lines shorter or clearer', () => {
    const pole = fc.tuple(fc.integer({ min: 1000, max: 1600 }), fc.integer({ min: 2000, max: 2400 }));
    fc.assert(
      fc.property(fc.array(pole, { minLength: 2, maxLength: 7 }), (poles) => {
        const names = place(poles);
        const ends = names.map(({ leader: [, end] }) => end);
        const swaps = poles.flatMap((_, i) => poles.map((_, j) => tangle(poles, swap(ends, i, j))));
        expect(tangle(poles, ends)).toBeLessThan(Math.min(...swaps) + 1e-6);
        for (const [i, { label }] of names.entries())
          for (const other of names.slice(i + 1)) expect(boxesOverlap(label.box, other.label.box)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
