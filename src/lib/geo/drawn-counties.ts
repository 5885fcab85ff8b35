import type { Topology } from 'topojson-specification';
import { type Label, poleOf, type Shape, shapeOf } from './labels.ts';
import { joinArcs, type Outline, type Outlines } from './outlines.ts';
import type { Point } from './plane.ts';
import { type Arcs, type Fit, pathOf, ringsOf } from './sheet.ts';

/** What a map wants to know of a county. */
export interface MapCounty {
  id: string;
  /** With its kind: 青滩区. */
  name: string;
  /** GB/T 2260, six digits. */
  code: string;
  /** 陕西省 */
  province: string;
  /** 安康市 */
  prefecture: string;
  /** [longitude, latitude], WGS 84 */
  centre: [number, number];
}

/** A county on a drawing: a path, or without an outline a dot. Units of the drawing. */
export interface DrawnCounty {
  id: string;
  code: string;
  name: string;
  province: string;
  /** Of a path. */
  d: string | null;
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

/** Degrees round a place without an outline that the map shows at least. */
const AROUND = { longitude: 0.3, latitude: 0.15 };

/** Pixels: an outline smaller than the first is tiny; the second is a dot's radius. */
const TINY = 6;
const DOT = 3;

/** The outlines of those counties that have one. */
export const outlinesOf = ({ byCode }: Outlines, counties: readonly { code: string }[]): Outline[] =>
  counties.flatMap(({ code }) => byCode.get(code) ?? []);

/** Every place, in degrees, that a map of the outlines and counties has to hold. */
export function extentOf(topology: Topology, outlines: readonly Outline[], counties: readonly MapCounty[]): Point[] {
  const drawn = outlines.flatMap(({ rings }) => rings.flatMap((ring) => joinArcs(topology.arcs as Point[][], ring)));
  const codes = new Set(outlines.map(({ code }) => code));
  const bare = counties.filter(({ code }) => !codes.has(code));
  const corners = bare.flatMap(({ centre: [x, y] }): Point[] => [
    [x - AROUND.longitude, y - AROUND.latitude],
    [x + AROUND.longitude, y + AROUND.latitude],
  ]);
  return [...drawn, ...corners];
}

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
  const { id, code, name, province } = county;
  const known = { id, code, name, province, label: null };
  if (outline) {
    const shape = shapeOf(ringsOf(arcs, outline));
    const tiny = Math.max(shape.bounds.width, shape.bounds.height) < TINY * px;
    return { county, drawn: { ...known, d: pathOf(arcs, outline), dot: null, pole: poleOf(shape), tiny }, shape };
  }
  const [x, y] = project(county.centre);
  const dot: Point = [Math.round(x), Math.round(y)];
  return { county, drawn: { ...known, d: null, dot, pole: dot, tiny: false }, shape: shapeOf([circle(dot, DOT * px)]) };
}
