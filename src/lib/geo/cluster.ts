import { groupOf, labelOf } from '../units/names.ts';
import { type DrawnCounty, drawCounty, extentOf, type MapCounty, outlinesOf } from './drawn-counties.ts';
import { type Outlines, outlineOf } from './outlines.ts';
import { placeAll } from './placing.ts';
import { type Box, boundsOf, cornersOf, type Point, toEven } from './plane.ts';
import { fitPlaces, layArcs } from './sheet.ts';

/** The type, in units, units a pixel, and the grain of outlines, in square units. */
export interface Scale {
  em: number;
  px: number;
  area: number;
}

/** Neighbours drawn by themselves with their names round them. */
export interface DrawnCluster {
  counties: DrawnCounty[];
  /** Round outlines and names. */
  bounds: Box;
}

/** As many counties of one prefecture have no room for their names on the map. */
const CLUSTER = 3;
const EVERYWHERE: Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

/** The counties of the prefecture that has most of them, when they are at least three; else none. */
export function clusterOf(counties: readonly MapCounty[]): MapCounty[] {
  // Younger engines have `Map.groupBy`; this goes to readers too.
  const groups = new Map<string, MapCounty[]>();
  for (const county of counties) {
    const group = groupOf(county);
    if (group) groups.set(group, [...(groups.get(group) ?? []), county]);
  }
  return [...groups.values()].filter(({ length }) => length >= CLUSTER).sort((a, b) => b.length - a.length)[0] ?? [];
}

/**
 * Draws the counties `width` units wide, names not counted, with the top left corner of the outlines at a point.
 * @param at even whole numbers, so that a drawing moved is the same drawing
 */
export function drawCluster(
  outlines: Outlines,
  counties: readonly MapCounty[],
  width: number,
  [left, top]: Point,
  scale: Scale,
): DrawnCluster {
  const drawn = outlinesOf(outlines, counties);
  const fit = fitPlaces(extentOf(outlines.topology, drawn, counties), width);
  const project = (degrees: Point): Point => {
    const [x, y] = fit.project(degrees);
    return [x + left, y + top];
  };
  const arcs = layArcs(outlines.topology, drawn, project, scale.area);
  const placed = counties.map((county) => drawCounty(county, outlineOf(outlines, county), arcs, project, scale.px));
  const shapes = placed.map(({ shape }) => shape);
  const outer = boundsOf(shapes.flatMap(({ bounds }) => cornersOf(bounds)));
  const wishes = placed.map(({ county, drawn: { pole }, shape }) => ({ text: labelOf(county), pole, shape }));
  const labels = placeAll(wishes, scale.em, { frame: EVERYWHERE, better: outer, taken: [], shapes, lines: [] });
  const boxes = [outer, ...labels.flatMap((label) => (label ? [label.box] : []))];
  return {
    counties: placed.map((county, i) => ({ ...county.drawn, label: labels[i] ?? null })),
    bounds: boundsOf(boxes.flatMap(cornersOf)),
  };
}

/** The largest drawing of the counties that is, with its names, at most `width` units wide; drawn at 0, 0. */
export function fitCluster(outlines: Outlines, counties: readonly MapCounty[], width: number, scale: Scale) {
  for (let inner = width; ; inner -= scale.em / 4) {
    const cluster = drawCluster(outlines, counties, inner, [0, 0], scale);
    if (cluster.bounds.width <= width || inner < width / 2) return { inner, bounds: cluster.bounds };
  }
}

/** The same drawing in the middle of a frame. */
export function centreCluster(
  outlines: Outlines,
  counties: readonly MapCounty[],
  { inner, bounds }: { inner: number; bounds: Box },
  frame: Box,
  scale: Scale,
): DrawnCounty[] {
  const left = toEven(frame.x + (frame.width - bounds.width) / 2 - bounds.x);
  const top = toEven(frame.y + (frame.height - bounds.height) / 2 - bounds.y);
  return drawCluster(outlines, counties, inner, [left, top], scale).counties;
}
