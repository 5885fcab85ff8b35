import { clusterOf, type Scale } from './cluster.ts';
import { drawInset, type Inset } from './inset.ts';
import { isFree, type Label, labelAt, poleOf, type Scene, type Shape, shapeOf, surrounds } from './labels.ts';
import { OUTLINES, type Outline, type Outlines } from './outlines.ts';
import {
  type DrawnCounty,
  drawCounty,
  extentOf,
  type MapCounty,
  outlinesOf,
  type Placed,
  shortName,
} from './places.ts';
import { placeAll } from './placing.ts';
import { growBox, type Point, samplesOf } from './plane.ts';
import { type Fit, fitPlaces, layArcs, pathOf, ringsOf } from './sheet.ts';

/** A province on a drawing. */
export interface DrawnProvince {
  code: string;
  name: string;
  d: string;
  label: Label | null;
}

/** A map to be written down as SVG; all in units of its viewBox, `0 0 width height`. */
export interface LocatorDrawing {
  width: number;
  height: number;
  /** Size of the counties' names. */
  em: number;
  /** Size of the provinces' names. */
  provinceEm: number;
  provinces: DrawnProvince[];
  counties: DrawnCounty[];
  inset: Inset | null;
}

/** How large the map is meant to be shown; it scales from there, and its type with it. */
export interface LocatorOptions {
  /** Pixels. */
  width?: number;
  /** Pixels, of the counties' names. */
  fontSize?: number;
}

/** A province's name in relation to a county's: size, and ems a character with the space after it. */
const PROVINCE = { size: 1.15, advance: 1.35 };
/** Square pixels: a corner of an outline smaller than this is left out. */
const GRAIN = 1.2;
/** Least units across a drawing; even a small one is drawn as finely as this. */
const FINENESS = 900;

interface Land {
  outline: Outline;
  shape: Shape;
}

/** A province's name as near to the pole of inaccessibility as counties and their names leave room. */
function nameProvince({ outline, shape }: Land, em: number, scene: Scene): Label | null {
  const pole = poleOf(shape);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const spots = [pole, ...samplesOf(shape.bounds, em / 2).sort((a, b) => far(a) - far(b))];
  const labels = spots.map((spot) => labelAt(shortName(outline.name), em, spot, 'middle', PROVINCE.advance));
  return labels.find((label) => surrounds(shape, label.box) && isFree(label, em, scene)) ?? null;
}

/** Provinces' names, each keeping off those before it. */
function nameProvinces(land: readonly Land[], em: number, scene: Scene): (Label | null)[] {
  const taken = [...scene.taken];
  return land.map((province) => {
    const label = nameProvince(province, em, { ...scene, taken });
    if (label) taken.push(label.box);
    return label;
  });
}

/** The projection of the whole map, a pixel of margin included. */
function fitMap(places: readonly Point[], width: number, px: number): Fit {
  const fit = fitPlaces(places, width - 2 * px);
  const project = (degrees: Point): Point => {
    const [x, y] = fit.project(degrees);
    return [x + px, y + px];
  };
  return { project, width, height: fit.height + 2 * px };
}

/** The provinces that hold the counties, by the first two digits of the code, in the order of the counties. */
const provincesOf = (outlines: Outlines, counties: readonly MapCounty[]): Outline[] =>
  outlinesOf(outlines, [...new Set(counties.map(({ code }) => `${code.slice(0, 2)}0000`))]);

/** Names for the counties that have none yet, keeping off everything. */
function nameCounties(placed: readonly Placed[], em: number, scene: Scene): DrawnCounty[] {
  const wishes = placed.map(({ drawn: { name, pole }, shape }) => ({ text: shortName(name), pole, shape }));
  const { labels } = placeAll(wishes, em, scene);
  return placed.map(({ drawn }, i) => ({ ...drawn, label: labels[i] ?? null }));
}

/**
 * The map of the counties in their provinces, with an inset for a prefecture that holds three or more of them.
 * The same counties, options and outlines always give the same drawing. A name for which there is no room is null.
 */
export function locator(
  counties: readonly MapCounty[],
  { width = 300, fontSize = 11 }: LocatorOptions = {},
  outlines: Outlines = OUTLINES,
): LocatorDrawing {
  const px = Math.max(2, Math.round(FINENESS / width));
  const scale: Scale = { em: Math.round(fontSize * px), px, area: GRAIN * px * px };
  const provinces = provincesOf(outlines, counties);
  const drawn = [
    ...provinces,
    ...outlinesOf(
      outlines,
      counties.map(({ code }) => code),
    ),
  ];
  const fit = fitMap(extentOf(outlines.topology, drawn, counties), width * px, px);
  const arcs = layArcs(outlines.topology, drawn, fit.project, scale.area);
  const placed = counties.map((county) => drawCounty(county, outlines.byCode.get(county.code), arcs, fit.project, px));
  const land = provinces.map((outline): Land => ({ outline, shape: shapeOf(ringsOf(arcs, outline)) }));

  const cluster = clusterOf(counties);
  const members = placed.filter(({ county }) => cluster.includes(county));
  const shapes = placed.map(({ shape }) => shape);
  const ground = { width: fit.width, height: fit.height, shapes: [...land.map(({ shape }) => shape), ...shapes] };
  const inset = drawInset(outlines, cluster, members, ground, scale);
  const height = Math.ceil(Math.max(fit.height, inset ? inset.inset.frame.y + inset.inset.frame.height + px : 0));

  const frame = growBox({ x: 0, y: 0, width: fit.width, height }, -px);
  const taken = inset?.taken ?? [];
  const lines = land.flatMap(({ shape }) => shape.rings.flat());
  const scene: Scene = { frame, better: frame, taken, shapes, lines };
  const enlarged = inset ? members : [];
  const apart = placed.filter((county) => !enlarged.includes(county));
  const named = [...nameCounties(apart, scale.em, scene), ...enlarged.map(({ drawn }) => drawn)];
  const provinceEm = Math.round(scale.em * PROVINCE.size);
  const labelled = [...taken, ...named.flatMap((county) => county.label?.box ?? [])].map((b) =>
    growBox(b, scale.em / 3),
  );
  const names = nameProvinces(land, provinceEm, { ...scene, taken: labelled });
  return {
    width: fit.width,
    height,
    em: scale.em,
    provinceEm,
    provinces: land.map(({ outline }, i) => ({
      code: outline.code,
      name: outline.name,
      d: pathOf(arcs, outline),
      label: names[i] ?? null,
    })),
    counties: counties.flatMap(({ code }) => named.find((county) => county.code === code) ?? []),
    inset: inset?.inset ?? null,
  };
}
