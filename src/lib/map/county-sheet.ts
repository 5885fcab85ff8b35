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

/** The county, and of its places those that would lie beyond it; without an outline, its places and the point it has. */
function frameCounty(outlines: Outlines, county: MapCounty, points: readonly Point[]): Fit {
  const own = outlinesOf(outlines, [county]);
  if (own.length === 0 && points.length > 0) return frame(withAir([county.centre, ...points]));
  const extent = extentOf(outlines.topology, own, [county]);
  const fit = frame(extent);
  const seen = growBox(SHEET, -EM);
  return points.every((point) => hasPoint(seen, fit.project(point))) ? fit : frame([...extent, ...points]);
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
  const taken = [
    ...places.map(({ dot: [x, y] }) => growBox({ x, y, width: 0, height: 0 }, 2 * PX)),
    ...written,
  ];
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
  const points = places.map(({ point }) => point);
  const fit = frameCounty(outlines, county, points);
  const { project } = fit;
  const provinces = provincesOf(outlines, [county]);
  const all = [county, ...others.filter(({ id }) => id !== county.id)];
  const arcs = layArcs(outlines.topology, [...provinces, ...outlinesOf(outlines, all)], project, 2 * PX);
  const drawn = all.map((one) => drawCounty(one, outlineOf(outlines, one), arcs, project, PX));
  const seen = drawn.flatMap((placed) => cutOff(placed, sheet) ?? []);
  const dotted = places.map((place) => ({ ...place, dot: project(place.point).map(Math.round) as Point }));
  const land = provinces.map((outline) => ringsOf(arcs, outline));
  const isLost = [drawn[0]?.drawn.dot, ...dotted.map(({ dot }) => dot)].some(
    (dot) => dot && !land.some((rings) => isInside(dot, rings)),
  );
  const graticule = isLost ? drawGraticule(fit, sheet, Math.round(EM * 0.8)) : null;
  const names = nameAll(seen, dotted, sheet, boxesOf(graticule));
  const [named, ...neighbours] = seen.map(({ drawn }, i) => ({ ...drawn, label: names.counties[i] ?? null }));
  return {
    ...{ width: WIDTH, height: sheet.height, em: EM },
    provinces: provinces.map((outline) => pathOf(arcs, outline)),
    county: named as DrawnCounty,
    neighbours,
    graticule,
    places: dotted.map(({ id, name, precision, dot }, i) => ({
      ...{ id, name, dot, rough: precision === 'township' },
      label: names.towns[i] ?? null,
    })),
  };
}
