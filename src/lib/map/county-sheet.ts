import {
  type DrawnCounty,
  drawCounty,
  extentOf,
  type MapCounty,
  outlinesOf,
  type Placed,
} from '../geo/drawn-counties.ts';
import { type Label, poleOf, type Scene, shapeOf } from '../geo/labels.ts';
import type { Outlines } from '../geo/outlines.ts';
import { placeAll } from '../geo/placing.ts';
import { type Box, clipRing, growBox, type Point } from '../geo/plane.ts';
import { fitPlaces, layArcs, pathOf } from '../geo/sheet.ts';
import { shortName } from '../text/county-name.ts';
import type { AtlasPlace } from './atlas.ts';

/** A place on the map of its county. */
export interface DrawnPlace {
  id: string;
  name: string;
  dot: Point;
  /** Known to the township only: drawn hollow. */
  rough: boolean;
  label: Label | null;
}

/** A place with its point on the sheet. */
type Dotted = AtlasPlace & { dot: Point };

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
}

/** Units across, so that a sheet is drawn finely at any size; and as it is shown, units a pixel. */
const WIDTH = 900;
const PX = 3;
/** 10 px at 288 px, 17 at 480: on a phone and beside a list. */
const EM = 32;
/** Height to width; the county fills the part within the margins. */
const FORMAT = 0.72;
const MARGIN = 0.2;

/** Places the county in the middle of the sheet. */
function frameCounty(outlines: Outlines, county: MapCounty): (degrees: Point) => Point {
  const places = extentOf(outlines.topology, outlinesOf(outlines, [county]), [county]);
  const [width, height] = [WIDTH * (1 - 2 * MARGIN), WIDTH * FORMAT * (1 - 2 * MARGIN)];
  const fit = fitPlaces(places, width, height);
  const [left, top] = [(WIDTH - fit.width) / 2, (WIDTH * FORMAT - fit.height) / 2];
  return (degrees) => {
    const [x, y] = fit.project(degrees);
    return [x + left, y + top];
  };
}

/** As much of a county as the sheet shows, with a little air; null where that is nothing. */
function cutOff({ drawn, shape, ...placed }: Placed, sheet: Box): Placed | null {
  const rings = shape.rings.map((ring) => clipRing(ring, growBox(sheet, -EM / 4))).filter(({ length }) => length > 3);
  if (rings.length === 0) return null;
  const seen = shapeOf(rings);
  return { ...placed, drawn: { ...drawn, pole: poleOf(seen) }, shape: seen };
}

/** Names for the county, its neighbours and its places, in that order; none covers another. */
function nameAll(placed: readonly Placed[], places: readonly Dotted[], sheet: Box) {
  const shapes = placed.map(({ shape }) => shape);
  const taken = places.map(({ dot: [x, y] }) => growBox({ x, y, width: 0, height: 0 }, 2 * PX));
  const scene: Scene = { frame: sheet, better: sheet, taken, shapes, lines: [] };
  const wishes = placed.map(({ drawn: { name, pole }, shape }) => ({ text: shortName(name), pole, shape }));
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
  const project = frameCounty(outlines, county);
  const sheet: Box = { x: 0, y: 0, width: WIDTH, height: Math.round(WIDTH * FORMAT) };
  const provinces = outlinesOf(outlines, [{ code: `${county.code.slice(0, 2)}0000` }]);
  const all = [county, ...others.filter(({ id }) => id !== county.id)];
  const arcs = layArcs(outlines.topology, [...provinces, ...outlinesOf(outlines, all)], project, 2 * PX);
  const drawn = all.map((one) => drawCounty(one, outlines.byCode.get(one.code), arcs, project, PX));
  const seen = drawn.flatMap((placed) => cutOff(placed, sheet) ?? []);
  const dotted = places.map((place) => ({ ...place, dot: project(place.point).map(Math.round) as Point }));
  const names = nameAll(seen, dotted, sheet);
  const [named, ...neighbours] = seen.map(({ drawn }, i) => ({ ...drawn, label: names.counties[i] ?? null }));
  return {
    ...{ width: WIDTH, height: sheet.height, em: EM },
    provinces: provinces.map((outline) => pathOf(arcs, outline)),
    county: named as DrawnCounty,
    neighbours,
    places: dotted.map(({ id, name, precision, dot }, i) => ({
      ...{ id, name, dot, rough: precision === 'township' },
      label: names.towns[i] ?? null,
    })),
  };
}
