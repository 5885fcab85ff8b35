import type { Box, Point } from '../../../../src/lib/geo/plane.ts';

/** The border of a box as a ring of points that are about `step` apart, as borders on a map are. */
export function denseRing({ x, y, width, height }: Box, step = 2): Point[] {
  const side = ([ax, ay]: Point, [bx, by]: Point): Point[] => {
    const count = Math.ceil(Math.hypot(bx - ax, by - ay) / step);
    return Array.from({ length: count }, (_, i): Point => [ax + ((bx - ax) * i) / count, ay + ((by - ay) * i) / count]);
  };
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
  return [...corners.flatMap((corner, i) => (i === 0 ? [] : side(corners[i - 1] ?? corner, corner))), [x, y]];
}

/** The box of a middle and half a side. */
export const squareAt = ([x, y]: Point, half: number): Box => ({
  ...{ x: x - half, y: y - half },
  ...{ width: 2 * half, height: 2 * half },
});
