import type { MapCounty } from '../geo/drawn-counties.ts';
import { joinArcs, type Outlines, outlineOf } from '../geo/outlines.ts';
import type { Point } from '../geo/plane.ts';

/** A point of the globe, as a unit vector: no meridian parts what is near. */
type Vector = readonly [number, number, number];

/** Kilometres. */
const EARTH = 6371;
/** Size of a county of which nothing is known but a point, where there is no other. */
const ALONE = 30;
/** Points of an outline that are looked at: enough to tell whether two counties are neighbours. */
const POINTS = 48;
/** Counties that lie no farther apart than this many counties' sizes may share a panel … */
const REACH = 1;
/** … that is not wider than so many of the smallest, or of the middling: else the smallest is too small to be pressed. */
const WIDEST = { smallest: 14, middling: 4 };
/** More panels than this say nothing any more: then they reach farther. */
const MOST = 12;

interface Spread {
  county: MapCounty;
  points: Vector[];
  middle: Vector;
  /** Kilometres across; 0 of a point. */
  size: number;
}

const toVector = ([longitude, latitude]: Point): Vector => {
  const [x, y] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
};

/** Kilometres along a straight line through the globe: as good as the way over it for telling near from far. */
const between = (a: Vector, b: Vector): number => EARTH * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const gapBetween = (a: readonly Vector[], b: readonly Vector[]): number =>
  a.reduce(
    (least, one) => b.reduce((best, other) => Math.min(best, between(one, other)), least),
    Number.POSITIVE_INFINITY,
  );

function middleOf(points: readonly Vector[]): Vector {
  const sum = points.reduce<Vector>(([x, y, z], [dx, dy, dz]) => [x + dx, y + dy, z + dz], [0, 0, 0]);
  const length = Math.hypot(...sum) || 1;
  return [sum[0] / length, sum[1] / length, sum[2] / length];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** How far points reach from west to east or from north to south, whichever is more, as seen from above the middle of them. */
function widthOf(points: readonly Vector[], middle = middleOf(points)): number {
  const flat = Math.hypot(middle[0], middle[1]) || 1;
  const east: Vector = [-middle[1] / flat, middle[0] / flat, 0];
  const north: Vector = [-middle[2] * east[1], middle[2] * east[0], middle[0] * east[1] - middle[1] * east[0]];
  const [xs, ys] = [points.map((point) => dot(point, east)), points.map((point) => dot(point, north))];
  const far = points.some((point) => dot(point, middle) < 0);
  return far ? 2 * EARTH : EARTH * Math.max(spread(xs), spread(ys));
}

const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);

function spreadOf(outlines: Outlines, county: MapCounty): Spread {
  const outline = outlineOf(outlines, county);
  const all = (outline?.rings ?? []).flatMap((ring) => joinArcs(outlines.topology.arcs as Point[][], ring));
  const step = Math.max(1, Math.ceil(all.length / POINTS));
  const points = (all.length > 0 ? all.filter((_, i) => i % step === 0) : [county.centre]).map(toVector);
  const middle = middleOf(points);
  return { county, points, middle, size: widthOf(points, middle) };
}

/** The median; of an even number, the lesser of the middle two. */
const middling = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/** How far two counties lie apart: to the point where they are near, of others at the least. */
function gapOf(one: Spread, other: Spread): number {
  const sizes = one.size + other.size;
  const least = between(one.middle, other.middle) - sizes / 2;
  return least > 2 * sizes ? least : gapBetween(one.points, other.points);
}

/** Every pair of counties by how far they lie apart, nearest first. */
function pairsOf(spreads: readonly Spread[]): { a: number; b: number; gap: number }[] {
  const pairs = spreads.flatMap((one, a) =>
    spreads.slice(a + 1).map((other, i) => ({ a, b: a + 1 + i, gap: gapOf(one, other) })),
  );
  return pairs.sort((one, other) => one.gap - other.gap || one.a - other.a || one.b - other.b);
}

type Pair = ReturnType<typeof pairsOf>[number];

/** What counts as the size of each: its own, or of a point how far it lies from the next. */
function sizesOf(spreads: readonly Spread[], pairs: readonly Pair[]): number[] {
  const near = spreads.map(() => 0);
  for (const { a, b, gap } of pairs) for (const i of [a, b]) near[i] ||= gap;
  return spreads.map(({ size }, i) => size || near[i] || ALONE);
}

/** From a point it is half a county to where the county ends, about. */
const fromEdges = (pairs: readonly Pair[], spreads: readonly Spread[], size: number): Pair[] => {
  const inside = spreads.map((one) => (one.size > 0 ? 0 : size / 2));
  return pairs.map(({ a, b, gap }) => ({ a, b, gap: gap - (inside[a] ?? 0) - (inside[b] ?? 0) }));
};

/** Joins neighbours, the nearest first, as far as the limits allow. */
function join(spreads: readonly Spread[], pairs: readonly Pair[], reach: number, widest: number): number[][] {
  const groups = spreads.map((_, i) => [i]);
  for (const { a, b, gap } of pairs) {
    if (gap > reach) break;
    const [one, other] = [groups[a], groups[b]];
    if (!one || !other || one === other) continue;
    const both = [...one, ...other];
    if (widthOf(both.flatMap((i) => spreads[i]?.points ?? [])) > widest) continue;
    for (const i of both) groups[i] = both;
  }
  return [...new Set(groups)].map((group) => group.sort((a, b) => a - b));
}

/**
 * Parts counties into clusters of neighbours, each to be drawn by itself: at one scale, so that none is wider than its
 * smallest county can bear. Each county is in exactly one; the same counties always give the same clusters.
 * @returns clusters with most counties first, their counties in the order given
 */
export function clustersOf(outlines: Outlines, counties: readonly MapCounty[]): MapCounty[][] {
  const spreads = counties.map((county) => spreadOf(outlines, county));
  const pairs = pairsOf(spreads);
  const sizes = sizesOf(spreads, pairs);
  const size = middling(sizes);
  const widest = Math.max(WIDEST.smallest * Math.min(...sizes), WIDEST.middling * size);
  const gaps = fromEdges(pairs, spreads, size).sort((one, other) => one.gap - other.gap);
  let groups = join(spreads, gaps, REACH * size, widest);
  for (let more = 1.5; groups.length > MOST; more *= 1.5)
    groups = join(spreads, gaps, REACH * size * more, widest * more);
  const inOrder = groups.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  return inOrder.map((group) => group.flatMap((i) => counties[i] ?? []));
}
