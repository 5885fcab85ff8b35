import type { Topology } from 'topojson-specification';
import { type Named, widestOf } from '../units/names.ts';
import { type Label, poleOf, type Shape, shapeOf } from './labels.ts';
import { joinArcs, keysOf, type Outline, type Outlines, outlineOf } from './outlines.ts';
import type { Point } from './plane.ts';
import { type Arcs, type Fit, pathOf, ringsOf, turnFor } from './sheet.ts';

/** What a map wants to know of a county, or of what stands in its stead. `name` is with its kind: 青滩区. */
export interface MapCounty extends Named {
  id: string;
  /** GB/T 2260, six digits; what is no administrative division has none. */
  code?: string | undefined;
  /** Id of its outline where that is neither the code nor the county's own. */
  outline?: string | undefined;
  /** [longitude, latitude], WGS 84 */
  centre: [number, number];
}

/** A county on a drawing: a path, or without an outline a dot. Units of the drawing. */
export interface DrawnCounty {
  id: string;
  name: string;
  /** The largest that it lies in, 陕西省; null where it lies in nothing. */
  province: string | null;
  /** Of a path; it is filled, or of a line drawn. */
  d: string | null;
  isLine: boolean;
  /** In place of a path. */
  dot: Point | null;
  /** The pole of inaccessibility, or the dot. */
  pole: Point;
  /** So small that only a firm stroke makes it seen. */
  tiny: boolean;
  label: Label | null;
}

/** A county with what is needed to find room for labels. */
export interface Placed {
  county: MapCounty;
  drawn: DrawnCounty;
  shape: Shape;
}

/** Degrees round a place without an outline that the map shows: where it is the only one, and at least. */
const AROUND = { alone: { longitude: 0.3, latitude: 0.15 }, least: 0.01 } as const;
/** The same as a part of all that is shown, where there is more. */
const AIR = 0.12;

/** Pixels: an outline smaller than the first is tiny; the second is a dot's radius. */
const TINY = 6;
const DOT = 3;

/** The outlines of those counties that have one. */
export const outlinesOf = (outlines: Outlines, counties: readonly MapCounty[]): Outline[] =>
  counties.flatMap((county) => outlineOf(outlines, county) ?? []);

/** Every place, in degrees, that a map of the outlines and counties has to hold. */
export function extentOf(topology: Topology, outlines: readonly Outline[], counties: readonly MapCounty[]): Point[] {
  const pointsOf = ({ rings }: Outline) => rings.flatMap((ring) => joinArcs(topology.arcs as Point[][], ring));
  const drawn = outlines.filter(({ isLine }) => !isLine).flatMap(pointsOf);
  const lines = outlines.filter(({ isLine }) => isLine).flatMap(pointsOf);
  const bare = counties.filter((county) => !keysOf(county).some((key) => outlines.some(({ code }) => code === key)));
  return [...drawn, ...withAir([...lines, ...bare.map(({ centre }) => centre)], drawn)];
}

/**
 * Points with a little of what lies round them: the corners that a map of them has to hold.
 * @param others points that the map holds besides
 */
export function withAir(points: readonly Point[], others: readonly Point[] = []): Point[] {
  const all = [...points, ...others];
  const turn = turnFor(all.map(([longitude]) => longitude));
  const xs = all.map(([longitude]) => ((longitude - turn + 540) % 360) - 180);
  const ys = all.map(([, latitude]) => latitude);
  const span = all.length === 0 ? 0 : Math.max(spread(xs), spread(ys));
  // Round the whole earth there is only so much room: more would be the other side of the map.
  const air = Math.max(AROUND.least, Math.min(AIR * span, (360 - span) / 5));
  const around = span === 0 ? AROUND.alone : { longitude: air, latitude: air / 2 };
  return points.flatMap(([x, y]): Point[] => [
    [toLongitude(x - around.longitude), y - around.latitude],
    [toLongitude(x + around.longitude), y + around.latitude],
  ]);
}

const spread = (numbers: readonly number[]): number =>
  numbers.reduce((most, n) => Math.max(most, n), Number.NEGATIVE_INFINITY) -
  numbers.reduce((least, n) => Math.min(least, n), Number.POSITIVE_INFINITY);

/** A longitude within −180 to 180; what is there already stays as it is, to the last digit. */
const toLongitude = (longitude: number): number =>
  Math.abs(longitude) <= 180 ? longitude : longitude - 360 * Math.sign(longitude);

/** A rough circle, for finding room. */
const circle = ([x, y]: Point, radius: number): Point[] =>
  Array.from(
    { length: 9 },
    (_, i): Point => [x + radius * Math.cos((i * Math.PI) / 4), y + radius * Math.sin((i * Math.PI) / 4)],
  );

/**
 * Draws a county, without its name.
 * @param px units a pixel at the size the drawing is meant for
 */
export function drawCounty(
  county: MapCounty,
  outline: Outline | undefined,
  arcs: Arcs,
  project: Fit['project'],
  px: number,
): Placed {
  const { id, name } = county;
  const known = { id, name, province: widestOf(county), label: null };
  if (outline) {
    const { isLine } = outline;
    const shape = shapeOf(ringsOf(arcs, outline, TINY * px));
    const tiny = Math.max(shape.bounds.width, shape.bounds.height) < TINY * px;
    return {
      county,
      drawn: { ...known, d: pathOf(arcs, outline), isLine, dot: null, pole: poleOf(shape), tiny },
      shape,
    };
  }
  const [x, y] = project(county.centre);
  const dot: Point = [Math.round(x), Math.round(y)];
  const drawn = { ...known, d: null, isLine: false, dot, pole: dot, tiny: false };
  return { county, drawn, shape: shapeOf([circle(dot, DOT * px)]) };
}
