import { geoMercatorRaw } from 'd3-geo';
import type { MapCounty } from '../geo/drawn-counties.ts';
import { poleOf, shapeOf } from '../geo/labels.ts';
import { joinArcs, type Outline, type Outlines } from '../geo/outlines.ts';
import type { Point } from '../geo/plane.ts';
import { smoothArc } from '../geo/smooth.ts';
import { shortName } from '../text/county-name.ts';
import type { PackedRing } from './rings.ts';

/** A place that a source locates. */
export interface AtlasPlace {
  id: string;
  name: string;
  /** Degrees, WGS 84. */
  point: Point;
  precision: 'exact' | 'township';
}

/** A county or province of the live map. */
export interface AtlasArea {
  name: string;
  /** Empty without an outline. */
  rings: PackedRing[];
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

/** All that the live map draws, in the order of codes. */
export interface Atlas {
  provinces: AtlasArea[];
  counties: AtlasCounty[];
}

/** A place as the register has it. */
export interface RegisteredPlace {
  id: string;
  name: string;
  county: string;
  point?: Point | undefined;
  precision: 'exact' | 'township' | 'county' | 'none';
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
  return { name: shortName(outline.name), rings: rings.map(packRing), pole: poleInDegrees(rings) };
}

/** Places whose point says more than the county's own. */
const located = (places: readonly RegisteredPlace[], county: string): AtlasPlace[] =>
  places.flatMap(({ id, name, point, precision, county: its }) =>
    its === county && point && (precision === 'exact' || precision === 'township')
      ? [{ id, name, point, precision }]
      : [],
  );

/** Draws the atlas of these counties, the provinces that hold them, and the places that a source locates. */
export function drawAtlas(
  outlines: Outlines,
  counties: readonly MapCounty[],
  places: readonly RegisteredPlace[],
): Atlas {
  const codes = new Set(counties.map(({ code }) => `${code.slice(0, 2)}0000`));
  const provinces = [...codes].flatMap((code) => outlines.byCode.get(code) ?? []);
  return {
    provinces: provinces.map((outline) => drawArea(outlines, outline)),
    counties: counties.map(({ id, code, name, prefecture, centre }) => {
      const outline = outlines.byCode.get(code);
      const area = outline ? drawArea(outlines, outline) : { rings: [], pole: centre };
      return { ...area, id, name, label: shortName(name), prefecture, places: located(places, id) };
    }),
  };
}
