import { geoMercator, geoPath } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import type { Topology } from 'topojson-specification';
import { arcOf, joinArcs, type Outline } from './outlines.ts';
import { fillIn, isClosed, midpoint, type Point, type Rings, thereAndBack, toEven } from './plane.ts';
import { simplifyArc } from './simplify.ts';
import { smoothArc } from './smooth.ts';

/**
 * Arcs laid on a drawing. A drawn arc is a row of control points of a quadratic B-spline, the curve to which
 * corner-cutting converges: it needs a quarter of the points of two rounds, and no scale shows its corners.
 * Control points have even coordinates, so that the points half way between them, which the path names, are whole.
 */
export type Arcs = Point[][];

/** A Mercator map of a stretch of land, north up, in units of its drawing. */
export interface Fit {
  project: (degrees: Point) => Point;
  /** Back to degrees. */
  invert: (units: Point) => Point;
  width: number;
  height: number;
}

/** Beyond this latitude Mercator's map has no end: what lies nearer a pole is drawn here. */
const POLE = 84;

/**
 * The meridian that a map of these longitudes turns round: 0, unless the shortest way round the earth that holds them all
 * leads over the 180th, which would tear them apart.
 */
export function turnFor(longitudes: readonly number[]): number {
  const sorted = [...new Set(longitudes)].sort((a, b) => a - b);
  const [west = 0, east = 0] = [sorted[0], sorted.at(-1)];
  const gaps = sorted
    .slice(1)
    .map((longitude, i) => ({ from: sorted[i] ?? west, width: longitude - (sorted[i] ?? west) }));
  const widest = gaps.sort((a, b) => b.width - a.width)[0];
  if (!widest || widest.width <= 360 - (east - west) + 1) return 0;
  const [start, end] = [widest.from + widest.width, widest.from + 360];
  return (((start + end) / 2 + 180) % 360) - 180;
}

/** What can be drawn of a place. */
const held = ([longitude, latitude]: Point): Point => [longitude, Math.min(POLE, Math.max(-POLE, latitude))];

/**
 * Fits places into a drawing.
 * @param places [longitude, latitude], at least two different ones
 * @param width units; the height follows unless it is given, and then the places fill one of the two
 */
export function fitPlaces(places: readonly Point[], width: number, height?: number): Fit {
  const all: MultiPoint = { type: 'MultiPoint', coordinates: places.map(held) };
  const mercator = geoMercator();
  const turn = turnFor(places.map(([longitude]) => longitude));
  if (turn !== 0) mercator.rotate([-turn, 0]);
  if (height === undefined) mercator.fitWidth(width, all);
  else mercator.fitSize([width, height], all);
  const [[left, top], [right, bottom]] = geoPath(mercator).bounds(all);
  mercator.translate([(mercator.translate()[0] ?? 0) - left, (mercator.translate()[1] ?? 0) - top]);
  const project = (degrees: Point): Point => mercator(held(degrees)) ?? [0, 0];
  const invert = (units: Point): Point => mercator.invert?.(units) ?? [0, 0];
  return { project, invert, width: right - left, height: bottom - top };
}

/** The same map with its corner elsewhere. */
export const moveFit = (fit: Fit, [left, top]: Point): Fit => ({
  ...fit,
  project: (degrees) => {
    const [x, y] = fit.project(degrees);
    return [x + left, y + top];
  },
  invert: ([x, y]) => fit.invert([x - left, y - top]),
});

/**
 * Lays one arc on a drawing.
 * @param degrees longitudes and latitudes
 * @param area square units; points that change less than this are left out
 */
export function layArc(degrees: readonly Point[], project: Fit['project'], area: number): Point[] {
  const laid = simplifyArc(degrees.map(project), area).map(([x, y]): Point => [toEven(x), toEven(y)]);
  return laid.filter(([x, y], i) => x !== laid[i - 1]?.[0] || y !== laid[i - 1]?.[1]);
}

/**
 * Lays the arcs that the outlines consist of, each on its own, so that borders stay shared; see `layArc`.
 * The others are left empty, and numbers stay those of the topology.
 */
export function layArcs(topology: Topology, outlines: readonly Outline[], project: Fit['project'], area: number): Arcs {
  const used = new Set(outlines.flatMap(({ rings }) => rings.flat()).map((n) => (n < 0 ? ~n : n)));
  return topology.arcs.map((arc, n) => (used.has(n) ? layArc(arc as Point[], project, area) : []));
}

/**
 * The outline as dense polygons, near enough to what is seen for finding room. A line goes there and back, and so holds nothing.
 * @param step units: no two points of a line are farther apart
 */
export const ringsOf = (arcs: Arcs, { rings, isLine }: Outline, step = Number.POSITIVE_INFINITY): Rings => {
  const smooth = arcs.map((arc) => smoothArc(arc));
  const joined = rings.map((ring) => joinArcs(smooth, ring));
  return isLine ? joined.map((line) => thereAndBack(fillIn(line, step))) : joined;
};

/** Steps as text: `-` parts numbers by itself, anything else needs a space. */
const write = (steps: readonly Point[]): string => steps.flat().join(' ').replaceAll(' -', '-');

/** The steps between the points, from `from` on. */
function stepsFrom(from: Point, points: readonly Point[]): Point[] {
  return points.map(([x, y], i) => {
    const [fromX, fromY] = points[i - 1] ?? from;
    return [x - fromX, y - fromY];
  });
}

/** The curve on from `from` through its control points: one `q`, then `t`, which mirrors the control point itself. */
function drawCurve(from: Point, controls: readonly Point[], to: Point): string {
  const [first, second] = controls;
  if (!first) return `l${write(stepsFrom(from, [to]))}`;
  const joints = controls.slice(1).map((point, i) => midpoint(controls[i] ?? point, point));
  const ends = [...joints, to];
  const [firstEnd = to] = ends;
  const q = `q${write([...stepsFrom(from, [first]), ...stepsFrom(from, [firstEnd])])}`;
  return second ? `${q}t${write(stepsFrom(firstEnd, ends.slice(1)))}` : q;
}

/**
 * One ring, made of its arcs, as the `d` of a path. A ring of a single arc has no ends and is round everywhere;
 * elsewhere curves run from end to end of their arcs. A line is left open.
 */
export function drawRing(arcs: Arcs, isLine = false): string {
  const [only = [], ...others] = arcs;
  const [first = [0, 0] as Point] = only;
  if (!isLine && others.length === 0 && isClosed(only)) {
    const start = midpoint(only.at(-2) ?? first, first);
    return `M${write([start])}${drawCurve(start, only.slice(0, -1), start)}z`;
  }
  const curves = arcs.map((arc) => drawCurve(arc[0] ?? first, arc.slice(1, -1), arc.at(-1) ?? first));
  return `M${write([first])}${curves.join('')}${isLine ? '' : 'z'}`;
}

/** The outline as the `d` of an SVG path, in relative whole numbers. */
export const pathOf = (arcs: Arcs, { rings, isLine }: Outline): string =>
  rings
    .map((ring) =>
      drawRing(
        ring.map((n) => arcOf(arcs, n)),
        isLine,
      ),
    )
    .join('');
