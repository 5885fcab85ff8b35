import type { Topology } from 'topojson-specification';
import { joinArcs, type Outline } from '../geo/outlines.ts';
import type { Point } from '../geo/plane.ts';
import { fitPlaces } from '../geo/sheet.ts';
import type { SilhouettePath } from '../geo/silhouette.ts';

/** A county by itself with one place in it, in units of its drawing. */
export interface PlaceMap {
  shape: SilhouettePath;
  /** Null where no source says where in the county it lies. */
  dot: Point | null;
  /** Known to what it lies in only: drawn as a ring. */
  isRough: boolean;
  seat: { name: string; dot: Point } | null;
  rivers: { name: string; d: string }[];
}

/** What is known of where things lie, in degrees. */
export interface Located {
  point: Point | null;
  isRough: boolean;
  seat?: { name: string; point: Point } | undefined;
  rivers?: readonly { name: string; lines: readonly (readonly Point[])[] }[] | undefined;
}

/**
 * Lays a place, the seat and rivers on the silhouette of their county.
 * @param shape as `silhouettePath` draws it into a box of 320 by 320
 */
export function layPlace(shape: SilhouettePath, outline: Outline, topology: Topology, located: Located): PlaceMap {
  const rings = outline.rings.map((ring) => joinArcs(topology.arcs as Point[][], ring));
  const { project } = fitPlaces(rings.flat(), 320, 320);
  const at = (point: Point): Point => project(point).map(Math.round) as Point;
  const line = (points: readonly Point[]) => `M${points.map((point) => at(point).join(' ')).join('L')}`;
  return {
    shape,
    dot: located.point && at(located.point),
    isRough: located.isRough,
    seat: located.seat ? { name: located.seat.name, dot: at(located.seat.point) } : null,
    rivers: (located.rivers ?? []).map(({ name, lines }) => ({ name, d: lines.map(line).join('') })),
  };
}
