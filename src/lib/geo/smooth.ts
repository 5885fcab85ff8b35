import { isClosed, type Point } from './plane.ts';

/** The point a quarter of the way from `a` to `b`. */
const quarter = (a: Point, b: Point): Point => [0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]];

/** One round of corner-cutting (Chaikin 1974). The ends stay, except that a closed ring has none and is cut all round. */
function cutCorners(arc: readonly Point[]): Point[] {
  const [first, last] = [arc[0], arc.at(-1)];
  if (!first || !last || arc.length < 3) return [...arc];
  const cut = arc.slice(1).flatMap((point, i) => {
    const before = arc[i] ?? point;
    return [quarter(before, point), quarter(point, before)];
  });
  return isClosed(arc) ? [...cut, cut[0] ?? first] : [first, ...cut, last];
}

/**
 * Smooths one arc. An arc that closes on itself is smoothed at its seam as everywhere else.
 * @param arc points in any unit
 * @param rounds each doubles the number of points
 */
export function smoothArc(arc: readonly Point[], rounds = 2): Point[] {
  let smooth = [...arc];
  for (let round = 0; round < rounds; round++) smooth = cutCorners(smooth);
  return smooth;
}
