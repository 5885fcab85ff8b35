import { geoMercator } from 'd3-geo';
import type { Context } from '../geo/context.ts';
import { drawCounty, extentOf, type MapCounty, outlinesOf, type Placed } from '../geo/drawn-counties.ts';
import { drawGraticule, type Graticule } from '../geo/graticule.ts';
import { type Outline, type Outlines, outlineOf, provincesOf } from '../geo/outlines.ts';
import { type Box, boundsOf, growBox, hasPoint, type Point } from '../geo/plane.ts';
import { type Fit, layArcs, moveFit, turnFor } from '../geo/sheet.ts';
import { labelOf } from '../units/names.ts';
import { clustersOf } from './clusters.ts';
import { layOut, type Slot } from './panel-layout.ts';
import { LAYERS, type LayerName, namePanel, type PanelNames, type PanelSeat } from './panel-names.ts';
import type { PlacedPlace } from './placed.ts';
import {
  type DrawnLand,
  type DrawnRiver,
  drawLands,
  drawRegions,
  drawRivers,
  drawSeats,
  type Fineness,
  inFrame,
} from './surroundings.ts';

/** A county on its panel. */
export interface PanelCounty {
  id: string;
  /** With its kind: 青滩区. */
  name: string;
  /** GB/T 2260 of the province that it lies in and that is drawn; null of others. */
  land: string | null;
  d: string | null;
  isLine: boolean;
  /** In place of a path. */
  dot: Point | null;
}

/** A place that a source locates, in a county of the panel. */
export interface PanelPlace {
  id: string;
  name: string;
  dot: Point;
  /** Else it is known to its town only, and drawn hollow. */
  isExact: boolean;
  /** Where its position comes from, in words. */
  source: string | undefined;
}

/** A cluster of counties, drawn by itself. Units of its viewBox, `0 0 width height`; all panels have the same scale. */
export interface Panel extends Slot {
  /** Id of its first county. */
  id: string;
  counties: PanelCounty[];
  lands: DrawnLand[];
  rivers: DrawnRiver[];
  seats: PanelSeat[];
  places: PanelPlace[];
  /** Names, placed once for each size of type that they are shown in. */
  names: Record<LayerName, PanelNames>;
  /** Where neither land nor rivers say where the panel is; else null. */
  graticule: Graticule | null;
  /** South-west and north-east corner of the whole panel; longitudes go beyond 180 where it lies across that meridian. */
  extent: [Point, Point];
}

/** All panels of an archive. */
export interface Panels {
  panels: Panel[];
  /** Units for a kilometre: the same in all of them. */
  scale: number;
}

/** Units for a hundredth of the narrow sheet's width: fine enough for any screen. */
export const UNIT = 16;
/** Hundredths of the narrow sheet: what the counties of the largest panel fill, and air round those of all. */
const FILL = { width: 94, height: 100 };
const AIR = 3;
const FINE: Fineness = { grain: 24, beyond: 6 * UNIT };
/** Beyond this latitude a Mercator map has no end. */
const POLE = 84;
const EARTH = 6371;

const held = ([x, y]: Point): Point => [x, Math.min(POLE, Math.max(-POLE, y))];

/** A Mercator map at a scale, with the north-west corner of the points at 0, 0. */
function fitAt(points: readonly Point[], scale: number): Fit {
  const all = points.map(held);
  const latitudes = all.map(([, y]) => y);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const mercator = geoMercator()
    .rotate([-turnFor(all.map(([x]) => x)), 0])
    .scale(scale * EARTH * Math.cos((middle * Math.PI) / 180))
    .translate([0, 0])
    .precision(0);
  const laid = boundsOf(all.map((point) => mercator(point) ?? [0, 0]));
  const fit: Fit = {
    project: (degrees) => mercator(held(degrees)) ?? [0, 0],
    invert: (units) => mercator.invert?.(units) ?? [0, 0],
    width: laid.width,
    height: laid.height,
  };
  return moveFit(fit, [-laid.x, -laid.y]);
}

interface Cluster {
  counties: MapCounty[];
  points: Point[];
}

/** The scale at which every cluster has room on the sheet. */
function scaleFor(clusters: readonly Cluster[]): number {
  const scales = clusters.map(({ points }) => {
    const { width, height } = fitAt(points, 1);
    return Math.min((FILL.width * UNIT) / width, (FILL.height * UNIT) / height);
  });
  return Math.min(...scales);
}

/** What counts of a county are shown beside its name; by id. */
export type CountWords = Readonly<Record<string, string>>;

interface Made {
  outlines: Outlines;
  provinces: Outline[];
  context: Context;
  scale: number;
  counts: CountWords;
  places: readonly PlacedPlace[];
}

function drawPanel({ counties, points }: Cluster, slot: Slot, made: Made): Panel {
  const { outlines, provinces, context, scale, counts, places } = made;
  const { width, height, safe } = slot;
  const bare = fitAt(points, scale);
  const fit = moveFit(bare, [Math.round((width - bare.width) / 2), Math.round((height - bare.height) / 2)]);
  const frame: Box = { x: 0, y: 0, width, height };
  // What is cut off on one of the sheets has no name.
  const seen = growBox({ x: (width - safe) / 2, y: 0, width: safe, height }, -UNIT);
  const lands = drawLands(outlines, provinces, fit, frame, FINE);
  const arcs = layArcs(outlines.topology, outlinesOf(outlines, counties), fit.project, FINE.grain);
  const placed = counties.map((county) => drawCounty(county, outlineOf(outlines, county), arcs, fit.project, UNIT / 4));
  const rivers = drawRivers(context, fit, frame, FINE);
  const seats = drawSeats(context, fit, frame, UNIT);
  const dotted = drawPlaces(places, counties, fit, seen);
  const isLost = lands.length === 0 && rivers.length === 0;
  const graticule = isLost ? { ...drawGraticule(fit, frame, LAYERS.wide * UNIT), scale: null } : null;
  const scene = {
    ...{ frame: seen, placed, seats, places: dotted, regions: drawRegions(context, fit), graticule },
    rivers: rivers.map(({ river: { name }, lines }) => ({ name, lines })),
    lands: lands.map(({ name, shape }) => ({ name, shape: inFrame(shape, seen), land: shape })),
    labels: counties.map((county) => ({ text: labelOf(county), count: counts[county.id] ?? '' })),
  };
  const nameIn = (layer: LayerName) => namePanel(scene, layer === 'wide', LAYERS[layer] * UNIT);
  return {
    ...slot,
    id: counties[0]?.id ?? '',
    counties: placed.map((one) => toPanelCounty(one, lands)),
    lands: lands.map(({ land }) => land),
    rivers: rivers.map(({ river }) => river),
    seats,
    places: dotted,
    names: { small: nameIn('small'), wide: nameIn('wide'), large: nameIn('large') },
    graticule,
    extent: cornersOf(fit, frame),
  };
}

/** The places of these counties, as far as every sheet shows them. */
const drawPlaces = (
  places: readonly PlacedPlace[],
  counties: readonly MapCounty[],
  { project }: Fit,
  seen: Box,
): PanelPlace[] =>
  places.flatMap(({ id, name, county, point, isExact, source }) => {
    const dot = project(point).map(Math.round) as Point;
    return counties.some((one) => one.id === county) && hasPoint(seen, dot) ? [{ id, name, dot, isExact, source }] : [];
  });

function toPanelCounty({ county, drawn }: Placed, lands: readonly { land: DrawnLand }[]): PanelCounty {
  const { id, name, d, isLine, dot } = drawn;
  const code = county.code ? `${county.code.slice(0, 2)}0000` : null;
  return { id, name, d, isLine, dot, land: lands.some(({ land }) => land.code === code) ? code : null };
}

function cornersOf({ invert }: Fit, { width, height }: Box): [Point, Point] {
  const [west, south] = invert([0, height]);
  const [east, north] = invert([width, 0]);
  return [
    [west, south],
    [east < west ? east + 360 : east, north],
  ];
}

/**
 * Draws the counties in panels, one for each cluster of neighbours, all at one scale and all with what lies round them.
 * The same counties, outlines and surroundings always give the same drawing.
 * @param counts words beside each county's name where there is room, by id
 * @param places those that a source locates
 */
export function drawPanels(
  outlines: Outlines,
  counties: readonly MapCounty[],
  context: Context,
  counts: CountWords = {},
  places: readonly PlacedPlace[] = [],
): Panels {
  const clusters = clustersOf(outlines, counties).map(
    (some): Cluster => ({
      counties: some,
      points: extentOf(outlines.topology, outlinesOf(outlines, some), some),
    }),
  );
  if (clusters.length === 0) return { panels: [], scale: 1 };
  const scale = scaleFor(clusters);
  const sizes = clusters.map(({ points }) => {
    const { width, height } = fitAt(points, scale);
    return { width: width + 2 * AIR * UNIT, height: height + 2 * AIR * UNIT };
  });
  const order = sizes.map((_, i) => i).sort((a, b) => areaOf(sizes[b]) - areaOf(sizes[a]) || a - b);
  const slots = layOut(
    order.map((i) => sizes[i] ?? { width: 0, height: 0 }),
    UNIT,
  );
  const made = { outlines, provinces: provincesOf(outlines, counties), context, scale, counts, places };
  const panels = order.flatMap((i, n) => {
    const [cluster, slot] = [clusters[i], slots[n]];
    return cluster && slot ? [drawPanel(cluster, slot, made)] : [];
  });
  return { panels, scale };
}

const areaOf = (size?: { width: number; height: number }): number => (size ? Math.round(size.width * size.height) : 0);
