import type { Context, RegionName } from '../geo/context.ts';
import { type Shape, shapeOf } from '../geo/labels.ts';
import type { Outline, Outlines } from '../geo/outlines.ts';
import { type Box, clipRing, growBox, hasPoint, isInside, type Point, stretchesIn } from '../geo/plane.ts';
import { drawRing, type Fit, layArc, layArcs, ringsOf } from '../geo/sheet.ts';
import { simplifyArc } from '../geo/simplify.ts';
import type { PanelSeat } from './panel-names.ts';

/** What lies round the counties of a drawing, as far as it reaches into the frame; in units of the drawing. */

/** A province, as far as a drawing shows it. */
export interface DrawnLand {
  code: string;
  d: string;
}

export interface DrawnRiver {
  name: string;
  d: string;
  rank: number;
}

/** How fine a drawing is. */
export interface Fineness {
  /** Square units: a corner smaller than this is not seen. */
  grain: number;
  /** Units beyond the frame up to which land is drawn, so that its cut edge is not seen. */
  beyond: number;
}

/** A province with what finds room for its name. */
export interface Land {
  land: DrawnLand;
  name: string;
  shape: Shape;
}

export function drawLands(
  outlines: Outlines,
  provinces: readonly Outline[],
  fit: Pick<Fit, 'project'>,
  frame: Box,
  { grain, beyond }: Fineness,
): Land[] {
  const arcs = layArcs(outlines.topology, provinces, fit.project, grain);
  return provinces.flatMap((outline) => {
    const wide = growBox(frame, beyond);
    const cut = outline.rings
      .map((ring) => clipRing(ringsOf(arcs, { ...outline, rings: [ring] })[0] ?? [], wide))
      .filter(({ length }) => length > 3);
    const rings = cut.map((ring) => simplifyArc(ring, grain).map(([x, y]): Point => [Math.round(x), Math.round(y)]));
    const seen = rings.filter(
      (ring) => ring.some((point) => hasPoint(frame, point)) || isInside(middleOf(frame), [ring]),
    );
    if (seen.length === 0) return [];
    const d = seen.map((ring) => `M${ring[0]}l${write(ring)}z`).join('');
    return [{ land: { code: outline.code, d }, name: outline.name, shape: shapeOf(rings) }];
  });
}

const write = (ring: readonly Point[]): string =>
  ring
    .slice(1)
    .flatMap(([x, y], i) => [x - (ring[i]?.[0] ?? 0), y - (ring[i]?.[1] ?? 0)])
    .join(' ')
    .replaceAll(' -', '-');

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

/** Rivers with their lines, which names keep to. */
export function drawRivers(
  { rivers }: Context,
  { project }: Pick<Fit, 'project'>,
  frame: Box,
  { grain, beyond }: Fineness,
): { river: DrawnRiver; lines: Point[][] }[] {
  return rivers.flatMap(({ name, lines, rank }) => {
    const seen = lines.flatMap((line) => stretchesIn(line.map(project), growBox(frame, beyond / 6)));
    if (seen.length === 0) return [];
    const laid = seen.map((line) => layArc(line, (point) => point, grain / 4));
    return [{ river: { name, rank, d: laid.map((line) => drawRing([line], true)).join('') }, lines: laid }];
  });
}

/** @param edge units from the frame's edge within which no seat is drawn */
export const drawSeats = (
  { seats }: Context,
  { project }: Pick<Fit, 'project'>,
  frame: Box,
  edge: number,
): PanelSeat[] =>
  seats.flatMap(({ name, level, point }) => {
    const dot = project(point).map(Math.round) as Point;
    return hasPoint(growBox(frame, -edge), dot) ? [{ name, level, dot }] : [];
  });

export const drawRegions = ({ regions }: Context, { project }: Pick<Fit, 'project'>): RegionName[] =>
  regions.map(({ name, point }) => ({ name, point: project(point) }));

/** The part of a shape that the frame shows. */
export const inFrame = ({ rings }: Shape, frame: Box): Shape =>
  shapeOf(rings.map((ring) => clipRing(ring, frame)).filter(({ length }) => length > 3));
