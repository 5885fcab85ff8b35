/** [x, y], y downwards, in units of a drawing; or [longitude, latitude] in degrees, WGS 84. */
export type Point = [number, number];
/** Rings, outer and holes, each closed by a repeated first point. */
export type Rings = Point[][];

/** An upright rectangle; `x`, `y` is its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The point half way between two points. */
export const midpoint = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** The nearest even whole number. */
export const toEven = (n: number): number => 2 * Math.round(n / 2);

/** Whether a line ends where it began. */
export function isClosed(line: readonly Point[]): boolean {
  const first = line[0];
  const last = line.at(-1);
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** A line as a ring without area. */
export const thereAndBack = (line: readonly Point[]): Point[] => [...line, ...[...line].reverse().slice(1)];

/** A line with so many points more that no two are farther apart than `step`. */
export const fillIn = (line: readonly Point[], step: number): Point[] =>
  line.flatMap((point, i): Point[] => {
    const from = line[i - 1];
    if (!from) return [point];
    const parts = Math.max(1, Math.ceil(Math.hypot(point[0] - from[0], point[1] - from[1]) / step));
    return Array.from({ length: parts }, (_, n): Point => {
      const part = (n + 1) / parts;
      return [from[0] + part * (point[0] - from[0]), from[1] + part * (point[1] - from[1])];
    });
  });

/** The smallest box round the points, which must be at least one. */
export function boundsOf(points: readonly Point[]): Box {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The box, larger by `by` on every side (smaller when negative). */
export const growBox = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** The same box in whole units. */
export const roundBox = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** Whether two boxes have an area in common; touching edges do not count. */
export const boxesOverlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether the outer box holds the whole inner one. */
export const boxHolds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The signed area of a closed ring, positive when it runs clockwise with y downwards. */
export function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[i + 1] ?? [x, y];
    sum += x * nextY - nextX * y;
  }
  return sum / 2;
}

/** Whether the box holds the point, its edges included. */
export const hasPoint = (box: Box, [x, y]: Point): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;

/** The corners of a box. */
export const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x, y + height],
  [x + width, y + height],
];

/** Whether the point lies in the shape (even-odd rule, so that holes are outside). */
export function isInside([x, y]: Point, rings: Rings): boolean {
  let inside = false;
  for (const ring of rings) {
    let from = ring[0];
    for (const to of ring) {
      if (from && from[1] > y !== to[1] > y) {
        const [slope, rise] = [(to[0] - from[0]) / (to[1] - from[1]), y - from[1]];
        if (x < from[0] + slope * rise) inside = !inside;
      }
      from = to;
    }
  }
  return inside;
}

/** Points on a lattice over the box, edges included, about `step` apart. */
export function samplesOf(box: Box, step: number): Point[] {
  const across = Math.max(1, Math.ceil(box.width / step));
  const down = Math.max(1, Math.ceil(box.height / step));
  const point = (i: number): Point => [
    box.x + ((i % (across + 1)) * box.width) / across,
    box.y + (Math.floor(i / (across + 1)) * box.height) / down,
  ];
  return Array.from({ length: (across + 1) * (down + 1) }, (_, i) => point(i));
}

/** The part of a closed ring that lies in a box, closed along its edges; empty where none does (Sutherland–Hodgman). */
export function clipRing(ring: readonly Point[], { x, y, width, height }: Box): Point[] {
  const sides = [
    [0, x, 1],
    [0, x + width, -1],
    [1, y, 1],
    [1, y + height, -1],
  ] as const;
  let clipped = [...ring];
  for (const [axis, limit, sign] of sides) {
    const isIn = (point: Point) => sign * (point[axis] - limit) >= 0;
    clipped = clipped.flatMap((to, i, points): Point[] => {
      const from = points.at(i - 1) ?? to;
      if (isIn(from) === isIn(to)) return isIn(to) ? [to] : [];
      const part = (limit - from[axis]) / (to[axis] - from[axis]);
      const border: Point = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
      return isIn(to) ? [border, to] : [border];
    });
  }
  return clipped.concat(clipped.slice(0, 1));
}

/** Stretches of a line that lie in the box or lead into it. */
export function stretchesIn(line: readonly Point[], box: Box): Point[][] {
  const stretches: Point[][] = [];
  let open: Point[] | null = null;
  for (const [i, to] of line.entries()) {
    const from = line[i - 1];
    const touches =
      from &&
      Math.min(from[0], to[0]) <= box.x + box.width &&
      Math.max(from[0], to[0]) >= box.x &&
      Math.min(from[1], to[1]) <= box.y + box.height &&
      Math.max(from[1], to[1]) >= box.y;
    if (!from || !touches) {
      open = null;
      continue;
    }
    if (!open) {
      open = [from];
      stretches.push(open);
    }
    open.push(to);
  }
  return stretches;
}
