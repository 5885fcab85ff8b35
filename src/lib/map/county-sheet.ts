import {
  type DrawnCounty,
  drawCounty,
  extentOf,
  type MapCounty,
  outlinesOf,
  type Placed,
  withAir,
} from '../geo/drawn-counties.ts';
import { boxesOf, drawGraticule, type Graticule } from '../geo/graticule.ts';
import { type Label, poleOf, type Scene, shapeOf } from '../geo/labels.ts';
import { type Outlines, outlineOf, provincesOf } from '../geo/outlines.ts';
import { placeAll } from '../geo/placing.ts';
import { type Box, clipRing, growBox, hasPoint, isInside, type Point } from '../geo/plane.ts';
import { type Fit, fitPlaces, layArcs, moveFit, pathOf, ringsOf } from '../geo/sheet.ts';
import { labelOf } from '../units/names.ts';
import type { AtlasPlace } from './atlas.ts';

/** A place on the map of its county. */
export interface DrawnPlace {
  id: string;
  name: string;
  dot: Point;
  /** Known to the township only: drawn hollow. */
  rough: boolean;
  /** Degrees, clockwise from east, towards a place that lies beyond the sheet; its dot is at the edge. Null of all others. */
  beyond: number | null;
  label: Label | null;
}

/** A place with its point on the sheet. */
type Dotted = AtlasPlace & { dot: Point; beyond: number | null };

/** The map of one county, in units of its viewBox. */
export interface CountySheet {
  width: number;
  height: number;
  em: number;
  /** Outlines of provinces, cut off by the sheet. */
  provinces: string[];
  county: DrawnCounty;
  /** Other counties of the archive that reach into the sheet. */
  neighbours: DrawnCounty[];
  places: DrawnPlace[];
  /** Where the county or one of its places lies on no land that is drawn; else null. */
  graticule: Graticule | null;
}

/** Units across, so that a sheet is drawn finely at any size; and as it is shown, units a pixel. */
const WIDTH = 900;
const PX = 3;
/** 10 px at 288 px, 17 at 480: on a phone and beside a list. */
const EM = 32;
/** Height to width; the county fills the part within the margins. */
const FORMAT = 0.72;
const MARGIN = 0.2;

const SHEET: Box = { x: 0, y: 0, width: WIDTH, height: Math.round(WIDTH * FORMAT) };

/** Places what the sheet is to show in its middle. */
function frame(places: readonly Point[]): Fit {
  const [width, height] = [WIDTH * (1 - 2 * MARGIN), WIDTH * FORMAT * (1 - 2 * MARGIN)];
  const fit = fitPlaces(places, width, height);
  return moveFit(fit, [(WIDTH - fit.width) / 2, (WIDTH * FORMAT - fit.height) / 2]);
}

/** As much smaller as a map may become for the sake of what lies outside the county. */
const SHRUNK = 4;

/**
 * The county, and of its places those that would lie beyond it; without an outline, its places and the point it has. What
 * lies outside the county is on the sheet where it is not too far for the rest to be told apart.
 */
function frameCounty(outlines: Outlines, county: MapCounty, places: readonly AtlasPlace[]): Fit {
  const own = outlinesOf(outlines, [county]);
  const inside = places.filter(({ isOutside }) => !isOutside).map(({ point }) => point);
  const extent =
    own.length === 0 && inside.length > 0
      ? withAir([county.centre, ...inside])
      : extentOf(outlines.topology, own, [county]);
  const fit = frame(extent);
  const near = inside.every((point) => isSeen(fit, point)) ? fit : frame([...extent, ...inside]);
  const all = places.map(({ point }) => point);
  if (all.every((point) => isSeen(near, point))) return near;
  const far = frame([...extent, ...all]);
  return sizeOf(far, county.centre) * SHRUNK < sizeOf(near, county.centre) ? near : far;
}

const isSeen = ({ project }: Fit, point: Point): boolean => hasPoint(growBox(SHEET, -EM), project(point));

/** Units for a hundredth of a degree of longitude. */
const sizeOf = ({ project }: Fit, [x, y]: Point): number => {
  const west = Math.min(x, 179.99);
  return project([west + 0.01, y])[0] - project([west, y])[0];
};

/** A place on the sheet. One that lies beyond it is at its edge, where a straight line leads there the shorter way. */
function place(fit: Fit, [fromX, fromY]: Point, at: AtlasPlace): Dotted {
  const [x, y] = fit.project(at.point).map(Math.round) as Point;
  if (hasPoint(SHEET, [x, y])) return { ...at, dot: [x, y], beyond: null };
  const [left, top] = fit.project([fromX, fromY]);
  const east = ((at.point[0] - fromX + 540) % 360) - 180;
  const [dx, dy] = [sizeOf(fit, [fromX, fromY]) * 100 * east, y - top];
  const box = growBox(SHEET, -0.6 * EM);
  const part = Math.min(
    dx === 0 ? 1 : ((dx > 0 ? box.x + box.width : box.x) - left) / dx,
    dy === 0 ? 1 : ((dy > 0 ? box.y + box.height : box.y) - top) / dy,
  );
  const dot: Point = [Math.round(left + part * dx), Math.round(top + part * dy)];
  return { ...at, dot, beyond: Math.round((Math.atan2(dy, dx) * 180) / Math.PI) };
}

/** As much of a county as the sheet shows, with a little air; null where that is nothing. */
function cutOff({ drawn, shape, ...placed }: Placed, sheet: Box): Placed | null {
  const rings = shape.rings.map((ring) => clipRing(ring, growBox(sheet, -EM / 4))).filter(({ length }) => length > 3);
  if (rings.length === 0) return null;
  const seen = shapeOf(rings);
  return { ...placed, drawn: { ...drawn, pole: poleOf(seen) }, shape: seen };
}

/** Names for the county, its neighbours and its places, in that order; none covers another. */
function nameAll(placed: readonly Placed[], places: readonly Dotted[], sheet: Box, written: readonly Box[]) {
  const shapes = placed.map(({ shape }) => shape);
  const taken = [...places.map(({ dot: [x, y] }) => growBox({ x, y, width: 0, height: 0 }, 2 * PX)), ...written];
  const scene: Scene = { frame: sheet, better: sheet, taken, shapes, lines: [] };
  const wishes = placed.map(({ county, drawn: { pole }, shape }) => ({ text: labelOf(county), pole, shape }));
  const counties = placeAll(wishes, EM, scene);
  const towns = places.map(({ name, dot }) => ({ text: name, pole: dot, shape: shapeOf([[dot]]) }));
  const names = counties.flatMap((label) => (label ? [label.box] : []));
  const rest = { ...scene, shapes: towns.map(({ shape }) => shape), taken: [...taken, ...names] };
  return { counties, towns: placeAll(towns, 0.85 * EM, rest) };
}

/**
 * Draws a county by itself, as large as the sheet allows, with what is known of its surroundings.
 * @param others counties of the archive; those that reach into the sheet are drawn
 */
export function drawCountySheet(
  outlines: Outlines,
  county: MapCounty,
  others: readonly MapCounty[],
  places: readonly AtlasPlace[],
): CountySheet {
  const sheet = SHEET;
  const fit = frameCounty(outlines, county, places);
  const { project } = fit;
  const provinces = provincesOf(outlines, [county]);
  const all = [county, ...others.filter(({ id }) => id !== county.id)];
  const arcs = layArcs(outlines.topology, [...provinces, ...outlinesOf(outlines, all)], project, 2 * PX);
  const drawn = all.map((one) => drawCounty(one, outlineOf(outlines, one), arcs, project, PX));
  const seen = drawn.flatMap((placed) => cutOff(placed, sheet) ?? []);
  const dotted = places.map((one) => place(fit, county.centre, one));
  const land = provinces.map((outline) => ringsOf(arcs, outline));
  const own = drawn[0]?.drawn;
  const isLost = [
    own?.isLine ? own.pole : own?.dot,
    ...dotted.filter(({ beyond }) => beyond === null).map(({ dot }) => dot),
  ].some((dot) => dot && !land.some((rings) => isInside(dot, rings)));
  const graticule = isLost ? drawGraticule(fit, sheet, Math.round(EM * 0.8)) : null;
  const names = nameAll(seen, dotted, sheet, boxesOf(graticule));
  const [named, ...neighbours] = seen.map(({ drawn }, i) => ({ ...drawn, label: names.counties[i] ?? null }));
  return {
    ...{ width: WIDTH, height: sheet.height, em: EM },
    provinces: provinces.map((outline) => pathOf(arcs, outline)),
    county: named as DrawnCounty,
    neighbours,
    graticule,
    places: dotted.map(({ id, name, precision, dot, beyond }, i) => ({
      ...{ id, name, dot, rough: precision === 'township', beyond },
      label: names.towns[i] ?? null,
    })),
  };
}
