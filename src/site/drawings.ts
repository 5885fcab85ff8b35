import { createHash } from 'node:crypto';
import { CAPTIONS } from '#words/captions.ts';
import { locator } from '../lib/geo/locator.ts';
import { type Atlas, drawAtlas, packContext } from '../lib/map/atlas.ts';
import { drawCountySheet } from '../lib/map/county-sheet.ts';
import { getCounties, getMapCounties, getPlaces } from './content.ts';
import { mapContext } from './map-context.ts';
import { mapOutlines } from './map-outlines.ts';
import type { County, Locator, Sheet } from './model.ts';

const drawings = new Map<number, Promise<Locator | null>>();
let atlas: Promise<Atlas> | undefined;

/** The room a phone of 320 pixels leaves; wider, the map grows, its names do not (map.css). */
const NARROWEST = 288;

/**
 * The map of all counties: drawn once, shown on many pages; null where there is none that a map could show.
 * @param width pixels it is meant to be shown at; its type keeps its size
 */
export function getLocator(width = NARROWEST): Promise<Locator | null> {
  const drawing = drawings.get(width) ?? drawLocator(width);
  drawings.set(width, drawing);
  return drawing;
}

async function drawLocator(width: number): Promise<Locator | null> {
  const { outlines, caption } = mapOutlines();
  const counties = await getMapCounties();
  if (counties.length === 0) return null;
  const drawing = locator(counties, { width }, outlines);
  return { ...drawing, caption: captionOf(caption, drawing) };
}

/** The same with that county in it, for what is about it; null where the map cannot show it. */
export async function getLocatorWith(county: string): Promise<Locator | null> {
  const drawing = await getLocator();
  return drawing?.counties.some(({ id }) => id === county) ? drawing : null;
}

/** The counties that no map can show, in their order. */
export async function getUnplaced(): Promise<County[]> {
  const shown = new Set((await getMapCounties()).map(({ id }) => id));
  return (await getCounties()).filter(({ id }) => !shown.has(id));
}

/** What the live map draws. */
export function getAtlas(): Promise<Atlas> {
  atlas ??= Promise.all([getMapCounties(), getPlaces()]).then(([counties, places]) => ({
    ...drawAtlas(mapOutlines().outlines, counties, places),
    context: packContext(mapContext()),
  }));
  return atlas;
}

/** The hash that the address of what the live map draws is made with: other outlines lie at another address. */
export async function atlasVersion(): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await getAtlas()))
    .digest('hex')
    .slice(0, 12);
}

/** The map of one county with its neighbours and the places that a source locates; null where nothing says where it is. */
export async function getCountySheet(id: string): Promise<Sheet | null> {
  const [counties, { counties: drawn }] = await Promise.all([getMapCounties(), getAtlas()]);
  const county = counties.find((one) => one.id === id);
  if (!county) return null;
  const { outlines, caption } = mapOutlines();
  const places = drawn.find((one) => one.id === id)?.places ?? [];
  const sheet = drawCountySheet(outlines, county, counties, places, mapContext());
  return { ...sheet, caption: captionOf(caption, { ...sheet, counties: [sheet.county, ...sheet.neighbours] }) };
}

interface Drawn {
  provinces: readonly unknown[];
  counties: readonly { d: string | null }[];
}

/** Whether a map has more than points. */
export const isLandDrawn = ({ provinces, counties }: Drawn): boolean =>
  provinces.length > 0 || counties.some(({ d }) => d !== null);

/** What is said of outlines is said where any is drawn; else that these are points. */
const captionOf = (caption: string, drawn: Drawn): string => (isLandDrawn(drawn) ? caption : CAPTIONS.points);
