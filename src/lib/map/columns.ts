import { type Label, labelAt } from '../geo/labels.ts';
import type { Box, Point } from '../geo/plane.ts';

/** A name that wants a place in a column. */
export interface ColumnWish {
  text: string;
  pole: Point;
}

/** Ems between the columns and what they name, and from line to line. */
const COLUMN = { gap: 0.8, line: 1.3 };
/** What it costs, in ems of line, when two lines cross, and when a line runs over the middle of another county. */
const COST = { crossing: 8, over: 5 };
/** Ems: so near a pole a line runs over it. */
const NEAR = 0.5;

/** Where the line to a name ends: the middle of its side towards the other column. */
export const columnEnd = ({ box }: Label, isLeft: boolean): Point => [
  isLeft ? box.x + box.width : box.x,
  box.y + box.height / 2,
];

const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function doCross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** How far a point is from a line between two others. */
function gapToLine([x, y]: Point, [[ax, ay], [bx, by]]: [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

function costOf(wishes: readonly ColumnWish[], ends: readonly Point[], em: number): number {
  const lines = wishes.map(({ pole }, i): [Point, Point] => [pole, ends[i] ?? pole]);
  return lines.reduce((sum, line, i) => {
    const crossings = lines.slice(i + 1).filter((other) => doCross(line, other)).length;
    // Among them its own, as in every other order.
    const over = wishes.filter(({ pole }) => gapToLine(pole, line) < NEAR * em).length;
    const length = Math.hypot(line[1][0] - line[0][0], line[1][1] - line[0][1]) / em;
    return sum + length + COST.crossing * crossings + COST.over * over;
  }, 0);
}

/** Swaps names as long as that makes the lines shorter or clearer. */
function untangle(wishes: readonly ColumnWish[], slots: readonly Point[], em: number): Point[] {
  const ends = slots.slice(0, wishes.length);
  let best = costOf(wishes, ends, em);
  for (let improved = true; improved; ) {
    improved = false;
    for (let i = 0; i < ends.length; i++) {
      for (let j = i + 1; j < ends.length; j++) {
        [ends[i], ends[j]] = [ends[j] as Point, ends[i] as Point];
        const cost = costOf(wishes, ends, em);
        if (cost < best - 1e-9) [best, improved] = [cost, true];
        else [ends[i], ends[j]] = [ends[j] as Point, ends[i] as Point];
      }
    }
  }
  return ends;
}

/**
 * Names of neighbours too small and too many for names beside them: in a column to the left and one to the right,
 * each tied to its place by a line.
 * @param bounds of all that is named
 * @returns the names in the order of the wishes, each with its line
 */
export function placeInColumns(wishes: readonly ColumnWish[], bounds: Box, em: number) {
  const rows = Math.ceil(wishes.length / 2);
  const middle = bounds.y + bounds.height / 2;
  const sides = [bounds.x - COLUMN.gap * em, bounds.x + bounds.width + COLUMN.gap * em];
  const slots = sides.flatMap((x) =>
    Array.from({ length: rows }, (_, row): Point => [x, middle + (row - (rows - 1) / 2) * COLUMN.line * em]),
  );
  const sorted = [...wishes].sort((a, b) => a.pole[0] - b.pole[0]);
  const ends = untangle(sorted, slots, em);
  return wishes.map((wish) => {
    const [x, y] = ends[sorted.indexOf(wish)] ?? wish.pole;
    const half = ([...wish.text].length * em) / 2;
    const isLeft = x < bounds.x;
    const label = labelAt(wish.text, em, [isLeft ? x - half : x + half, y]);
    return { label, leader: [wish.pole, columnEnd(label, isLeft)] as [Point, Point] };
  });
}
