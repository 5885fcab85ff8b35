import { isClosed, type Point } from './plane.ts';

/** The area of the triangle that goes when the middle point is left out. */
const triangle = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;

/** The index of the point that can best be missed, or -1 when each is worth more than `area`. */
function flattest(points: readonly Point[], closed: boolean, area: number): number {
  let least = area;
  let found = -1;
  for (const [i, point] of points.entries()) {
    const before = points[closed ? (i || points.length) - 1 : i - 1];
    const after = points[closed ? (i + 1) % points.length : i + 1];
    const size = before && after ? triangle(before, point, after) : Number.POSITIVE_INFINITY;
    if (size < least) [least, found] = [size, i];
  }
  return found;
}

/**
 * Leaves out the points that matter least to the eye (Visvalingam and Whyatt 1993); the ends of an open arc stay.
 * @param area square units of the arc's own plane; a point that changes less than this goes
 */
export function simplifyArc(arc: readonly Point[], area: number): Point[] {
  const closed = isClosed(arc);
  const points = closed ? arc.slice(1) : [...arc];
  while (points.length > (closed ? 4 : 3)) {
    const i = flattest(points, closed, area);
    if (i < 0) break;
    points.splice(i, 1);
  }
  const first = points[0];
  return closed && first ? [...points, first] : points;
}
