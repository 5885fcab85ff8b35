import { type LocatorDrawing, locator } from '../lib/geo/locator.ts';
import { type SilhouettePath, silhouettePath } from '../lib/geo/silhouette.ts';
import { type Atlas, drawAtlas } from '../lib/map/atlas.ts';
import { type CountySheet, drawCountySheet } from '../lib/map/county-sheet.ts';
import { getCounties, getPlaces } from './content.ts';
import { MAP_OUTLINES } from './map-outlines.ts';

const drawings = new Map<number, Promise<LocatorDrawing>>();
const silhouettes = new Map<string, SilhouettePath | null>();
let atlas: Promise<Atlas> | undefined;

/**
 * The map of all counties: drawn once, shown on many pages.
 * @param width pixels it is meant to be shown at; its type keeps its size
 */
export function getLocator(width = 300): Promise<LocatorDrawing> {
  const drawing = drawings.get(width) ?? getCounties().then((counties) => locator(counties, { width }, MAP_OUTLINES));
  drawings.set(width, drawing);
  return drawing;
}

/** A county's outline by its GB/T 2260 code; null where none is held. */
export function getSilhouette(code: string): SilhouettePath | null {
  const known = silhouettes.get(code);
  if (known !== undefined) return known;
  const drawn = silhouettePath(code, undefined, MAP_OUTLINES);
  silhouettes.set(code, drawn);
  return drawn;
}

/** What the live map draws. */
export function getAtlas(): Promise<Atlas> {
  atlas ??= Promise.all([getCounties(), getPlaces()]).then(([counties, places]) =>
    drawAtlas(MAP_OUTLINES, counties, places),
  );
  return atlas;
}

/** The map of one county with its neighbours and the places that a source locates. */
export async function getCountySheet(id: string): Promise<CountySheet> {
  const [counties, { counties: drawn }] = await Promise.all([getCounties(), getAtlas()]);
  const county = counties.find((one) => one.id === id);
  if (!county) throw new Error(`No county ${id}`);
  return drawCountySheet(MAP_OUTLINES, county, counties, drawn.find((one) => one.id === id)?.places ?? []);
}
