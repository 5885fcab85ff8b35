import { geoMercatorRaw } from 'd3-geo';
import type { Context, RegionName, Seat } from '../geo/context.ts';
import { type MapCounty, withAir } from '../geo/drawn-counties.ts';
import { poleOf, shapeOf } from '../geo/labels.ts';
import { joinArcs, type Outline, type Outlines, outlineOf, provincesOf } from '../geo/outlines.ts';
import { isInside, type Point, thereAndBack } from '../geo/plane.ts';
import { turnFor } from '../geo/sheet.ts';
import { smoothArc } from '../geo/smooth.ts';
import { groupOf, labelOf, shortName } from '../units/names.ts';
import { type PackedRing, unpackRing } from './rings.ts';

/** A place that a source locates. */
export interface AtlasPlace {
  id: string;
  name: string;
  /** Degrees, WGS 84. */
  point: Point;
  precision: 'exact' | 'township';
  /** Beyond the county, though its stories tell of it. */
  isOutside?: true;
}

/** A county or province of the live map. */
export interface AtlasArea {
  name: string;
  /** Empty without an outline. */
  rings: PackedRing[];
  /** Whether they are lines with two ends, as of a river. */
  isLine?: true;
  /** Pole of inaccessibility, or without an outline the county's centre; degrees. */
  pole: Point;
}

export interface AtlasCounty extends AtlasArea {
  id: string;
  /** 青滩, of 青滩区. */
  label: string;
  /** 安康市 */
  prefecture: string;
  places: AtlasPlace[];
}

/** Everything that the live map draws, in the order of codes. */
export interface Drawn {
  provinces: AtlasArea[];
  counties: AtlasCounty[];
  /** South-west and north-east corner of all that is drawn, [longitude, latitude]: no map of this site reaches beyond it. */
  extent: [Point, Point];
  /** Whether a place lies on no land that is drawn, so that lines of longitude and latitude say where it is. */
  isLost: boolean;
}

/** What lies round the counties on the live map. */
export interface AtlasContext {
  rivers: { name: string; rank: number; rings: PackedRing[] }[];
  seats: Seat[];
  regions: RegionName[];
}

/** All that the live map needs to know. */
export interface Atlas extends Drawn {
  context: AtlasContext;
}

/** The surroundings, packed as outlines are. */
export const packContext = ({ rivers, seats, regions }: Context): AtlasContext => ({
  rivers: rivers.map(({ name, rank, lines }) => ({ name, rank, rings: lines.map(packRing) })),
  seats,
  regions,
});

/** A place as the register has it. */
export interface RegisteredPlace {
  id: string;
  name: string;
  county: string;
  point?: Point | undefined;
  precision: 'exact' | 'township' | 'county' | 'none';
  outside?: boolean | undefined;
}

/** Thousandths of a degree, some 100 m: finer than any outline here. */
const FINE = 1000;
/** Rounds of smoothing: provinces are drawn for a larger scale and never seen from near. */
const ROUNDS = { county: 2, province: 1 } as const;

/** Each point as its distance from the one before, in thousandths of a degree. */
export function packRing(ring: readonly Point[]): PackedRing {
  const whole = ring.map(([x, y]): Point => [Math.round(x * FINE), Math.round(y * FINE)]);
  return whole.flatMap(([x, y], i) => {
    const [fromX, fromY] = whole[i - 1] ?? [0, 0];
    return x === fromX && y === fromY ? [] : [x - fromX, y - fromY];
  });
}

/** The pole of inaccessibility as it is seen on the map, in degrees. */
export function poleInDegrees(rings: readonly Point[][]): Point {
  const GRAIN = 1e6;
  const flat = ([longitude, latitude]: Point): Point => {
    const [x, y] = geoMercatorRaw((longitude * Math.PI) / 180, (latitude * Math.PI) / 180);
    return [x * GRAIN, -y * GRAIN];
  };
  const [x, y] = poleOf(shapeOf(rings.map((ring) => ring.map(flat))));
  const [longitude, latitude] = geoMercatorRaw.invert?.(x / GRAIN, -y / GRAIN) ?? [0, 0];
  return [round((longitude * 180) / Math.PI), round((latitude * 180) / Math.PI)];
}

const round = (degrees: number) => Math.round(degrees * FINE) / FINE;

function drawArea({ topology }: Outlines, outline: Outline): AtlasArea {
  const rounds = ROUNDS[outline.level];
  const arcs = topology.arcs.map((arc) => smoothArc(arc as Point[], rounds));
  const rings = outline.rings.map((ring) => joinArcs(arcs, ring));
  return {
    name: shortName(outline.name),
    rings: rings.map(packRing),
    ...(outline.isLine ? { isLine: true } : {}),
    pole: poleInDegrees(outline.isLine ? rings.map(thereAndBack) : rings),
  };
}

/** Places whose point says more than the county's own. */
const located = (places: readonly RegisteredPlace[], county: string): AtlasPlace[] =>
  places.flatMap(({ id, name, point, precision, outside, county: its }) =>
    its === county && point && (precision === 'exact' || precision === 'township')
      ? [{ id, name, point, precision, ...(outside ? { isOutside: true as const } : {}) }]
      : [],
  );

/** The ring's points, [longitude, latitude]. */
const pointsOf = (ring: PackedRing): Point[] => unpackRing(ring).map(([latitude, longitude]) => [longitude, latitude]);

/** Draws the atlas of these counties, the provinces that hold them, and the places that a source locates. */
export function drawAtlas(
  outlines: Outlines,
  counties: readonly MapCounty[],
  places: readonly RegisteredPlace[],
): Drawn {
  const provinces = provincesOf(outlines, counties).map((outline) => drawArea(outlines, outline));
  const drawn = counties.map((county) => {
    const { id, name, centre } = county;
    const outline = outlineOf(outlines, county);
    const area = outline ? drawArea(outlines, outline) : { rings: [], pole: centre };
    return { ...area, id, name, label: labelOf(county), prefecture: groupOf(county), places: located(places, id) };
  });
  return turn(provinces, drawn);
}

/** The atlas in one piece, also where its places lie on both sides of the 180th meridian: there, longitudes go beyond it. */
function turn(provinces: readonly AtlasArea[], counties: readonly AtlasCounty[]): Drawn {
  const land = [...provinces, ...counties].flatMap(({ rings }) => rings.flatMap(pointsOf));
  const dots = counties.flatMap(({ rings, isLine, pole, places }) => [
    ...(rings.length > 0 && !isLine ? [] : [pole]),
    ...places.map(({ point }) => point),
  ]);
  const middle = turnFor([...land, ...dots].map(([longitude]) => longitude));
  const near = (longitude: number) => (middle === 0 ? longitude : middle + modulo(longitude - middle + 180) - 180);
  const turnArea = <T extends AtlasArea>(area: T): T => ({
    ...area,
    pole: [near(area.pole[0]), area.pole[1]],
    rings: area.rings.map(([x = 0, ...rest]) => [Math.round(near(x / FINE) * FINE), ...rest]),
  });
  const turnPlace = (place: AtlasPlace): AtlasPlace => ({ ...place, point: [near(place.point[0]), place.point[1]] });
  const areas = [...provinces, ...counties].flatMap(({ rings, isLine }) => (isLine ? [] : [rings.map(pointsOf)]));
  const lines = counties.flatMap(({ rings, isLine }) => (isLine ? rings.flatMap(pointsOf) : []));
  const lost = dots.filter((dot) => !areas.some((rings) => isInside(dot, rings)));
  const seen: Point[] = [...land, ...withAir([...lost, ...lines], land)].map(([x, y]) => [
    near(x),
    Math.min(85, Math.max(-85, y)),
  ]);
  return {
    provinces: provinces.map(turnArea),
    counties: counties.map((county) => ({ ...turnArea(county), places: county.places.map(turnPlace) })),
    extent: cornersOf(seen),
    isLost: lost.length > 0,
  };
}

/** South-west and north-east corner; of very many points too. */
const cornersOf = (points: readonly Point[]): [Point, Point] => {
  const [first = [0, 0] as Point] = points;
  return points.reduce<[Point, Point]>(
    ([[west, south], [east, north]], [x, y]) => [
      [Math.min(west, x), Math.min(south, y)],
      [Math.max(east, x), Math.max(north, y)],
    ],
    [first, first],
  );
};

const modulo = (degrees: number): number => ((degrees % 360) + 360) % 360;
