import { labelOf, shortName } from '../units/names.ts';
import { clusterOf, type Scale } from './cluster.ts';
import { type DrawnCounty, drawCounty, extentOf, type MapCounty, outlinesOf, type Placed } from './drawn-counties.ts';
import { boxesOf, drawGraticule, type Graticule } from './graticule.ts';
import { drawInset, type Inset } from './inset.ts';
import { covers, isFree, type Label, labelAt, poleOf, type Scene, type Shape, shapeOf, surrounds } from './labels.ts';
import { type Outline, type Outlines, outlineOf, provincesOf } from './outlines.ts';
import { placeAll } from './placing.ts';
import { type Box, boxesOverlap, growBox, isInside, type Point, samplesOf } from './plane.ts';
import { type Arcs, type Fit, fitPlaces, layArcs, moveFit, pathOf, ringsOf } from './sheet.ts';

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
  /** Where a place lies on no land that is drawn; else null. */
  graticule: Graticule | null;
}

/** The least width the map is shown at: it scales from there, and its type with it. */
export interface LocatorOptions {
  /** Pixels. */
  width?: number;
  /** Pixels, of the counties' names; 13 up to 650, 15 at 1000. */
  fontSize?: number;
}

/** A province's name in relation to a county's: size, and ems a character with the space after it. */
const PROVINCE = { size: 1.15, advance: 1.35 };
/** Square pixels: a corner of an outline smaller than this is left out. */
const GRAIN = 0.8;
/** Least units across a drawing; even a small one is drawn as finely as this. */
const FINENESS = 600;

/** Nothing on the site is set smaller. */
const SMALLEST = 13;
const fontSizeFor = (width: number): number => Math.max(SMALLEST, Math.round(9.3 + width / 175));

interface Land {
  outline: Outline;
  shape: Shape;
}

/** The map before anything has its name. */
interface Survey {
  width: number;
  height: number;
  scale: Scale;
  arcs: Arcs;
  land: Land[];
  placed: Placed[];
  fit: Fit;
}

/** Height to width, at the most and at the least: two places on one meridian are no map a foot wide and a mile high. */
const FORMAT = { most: 1.4, least: 0.45 };

/** Fits the places to the width, or, where that were too high or too low, into the middle of a sheet of a bearable format. */
function frame(places: readonly Point[], width: number): Fit {
  const fit = fitPlaces(places, width);
  const [most, least] = [FORMAT.most * width, FORMAT.least * width];
  if (fit.height > most) {
    const narrow = fitPlaces(places, width, most);
    return { ...moveFit(narrow, [(width - narrow.width) / 2, 0]), width, height: most };
  }
  return fit.height < least ? { ...moveFit(fit, [0, (least - fit.height) / 2]), height: least } : fit;
}

/** Draws the counties and the provinces that hold them (the first two digits of the code), a pixel from the edges. */
function survey(counties: readonly MapCounty[], width: number, fontSize: number, outlines: Outlines): Survey {
  const px = Math.max(2, Math.round(FINENESS / width));
  const scale: Scale = { em: Math.round(fontSize * px), px, area: GRAIN * px * px };
  const provinces = provincesOf(outlines, counties);
  const drawn = [...provinces, ...outlinesOf(outlines, counties)];
  const fit = frame(extentOf(outlines.topology, drawn, counties), (width - 2) * px);
  const moved = moveFit(fit, [px, px]);
  const { project } = moved;
  const arcs = layArcs(outlines.topology, drawn, project, scale.area);
  const placed = counties.map((county) => drawCounty(county, outlineOf(outlines, county), arcs, project, px));
  const land = provinces.map((outline): Land => ({ outline, shape: shapeOf(ringsOf(arcs, outline)) }));
  return { width: width * px, height: fit.height + 2 * px, scale, arcs, land, placed, fit: moved };
}

/** Names beside counties, keeping off everything. */
function nameCounties(placed: readonly Placed[], em: number, scene: Scene): DrawnCounty[] {
  const wishes = placed.map(({ county, drawn: { pole }, shape }) => ({ text: labelOf(county), pole, shape }));
  const labels = placeAll(wishes, em, scene);
  return placed.map(({ drawn }, i) => ({ ...drawn, label: labels[i] ?? null }));
}

/** A province's name as near to the pole of inaccessibility as counties and their names leave room. */
function nameProvince({ outline, shape }: Land, em: number, scene: Scene): Label | null {
  const pole = poleOf(shape);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const spots = [pole, ...samplesOf(shape.bounds, em / 2).sort((a, b) => far(a) - far(b))];
  const labels = spots.map((spot) => labelAt(shortName(outline.name), em, spot, 'middle', PROVINCE.advance));
  return labels.find((label) => surrounds(shape, label.box) && isFree(label, em, scene)) ?? null;
}

/** Draws a province with its name; provinces do not reach into one another, so neither do their names. */
function drawProvince(land: Land, arcs: Arcs, em: number, scene: Scene): DrawnProvince {
  const { code, name } = land.outline;
  return { code, name, d: pathOf(arcs, land.outline), label: nameProvince(land, em, scene) };
}

/**
 * The map of the counties in their provinces, with an inset for a prefecture that holds three or more of them and
 * is too small on the map for their names. The same counties, options and outlines always give the same drawing.
 * A name for which there is no room is null.
 * @param counties at least one
 */
export function locator(
  counties: readonly MapCounty[],
  { width = 288, fontSize = fontSizeFor(width) }: LocatorOptions = {},
  outlines: Outlines,
): LocatorDrawing {
  const map = survey(counties, width, fontSize, outlines);
  const { arcs, land, placed, scale } = map;
  // A line by itself says no more of where it is than a dot.
  const isLost = placed.some(
    ({ drawn: { dot, isLine, pole } }) => (dot || isLine) && !land.some(({ shape }) => isInside(pole, shape.rings)),
  );
  const shapes = placed.map(({ shape }) => shape);
  const cluster = placed.filter(({ county }) => clusterOf(counties).includes(county));
  const ground = { width: map.width, height: map.height, shapes: [...land.map(({ shape }) => shape), ...shapes] };
  const { inset = null, taken = [] } = drawInset(outlines, cluster, ground, scale) ?? {};
  const height = Math.ceil(Math.max(map.height, inset ? inset.frame.y + inset.frame.height + scale.px : 0));

  const sheet = { x: 0, y: 0, width: map.width, height };
  const isTaken = (box: Box) =>
    taken.some((other) => boxesOverlap(box, other)) || shapes.some((shape) => covers(box, shape));
  const graticule = isLost ? drawGraticule(map.fit, sheet, Math.round(scale.em * 0.8), isTaken) : null;
  const frame = growBox(sheet, -scale.px);
  const lines = land.flatMap(({ shape }) => shape.rings.flat());
  const scene: Scene = { frame, better: frame, taken: [...taken, ...boxesOf(graticule)], shapes, lines };
  const apart = inset ? placed.filter((county) => !cluster.includes(county)) : placed;
  const named = new Map(nameCounties(apart, scale.em, scene).map((county) => [county.id, county]));
  const names = [...named.values()].flatMap(({ label }) => label?.box ?? []);
  const rest: Scene = { ...scene, taken: [...taken, ...names].map((box) => growBox(box, scale.em / 3)) };
  const provinceEm = Math.round(scale.em * PROVINCE.size);
  return {
    width: map.width,
    height,
    em: scale.em,
    provinceEm,
    provinces: land.map((province) => drawProvince(province, arcs, provinceEm, rest)),
    counties: placed.map(({ drawn }) => named.get(drawn.id) ?? drawn),
    inset,
    graticule,
  };
}
