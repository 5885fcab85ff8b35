import { createHash } from 'node:crypto';
import { locator } from '../lib/geo/locator.ts';
import { type Atlas, drawAtlas } from '../lib/map/atlas.ts';
import { drawCountySheet } from '../lib/map/county-sheet.ts';
import { getCounties, getPlaces } from './content.ts';
import { mapOutlines } from './map-outlines.ts';
import type { Locator, Sheet } from './model.ts';

const drawings = new Map<number, Promise<Locator>>();
let atlas: Promise<Atlas> | undefined;

/**
 * The map of all counties: drawn once, shown on many pages.
 * @param width pixels it is meant to be shown at; its type keeps its size
 */
export function getLocator(width = 300): Promise<Locator> {
  const drawing = drawings.get(width) ?? drawLocator(width);
  drawings.set(width, drawing);
  return drawing;
}

async function drawLocator(width: number): Promise<Locator> {
  const { outlines, caption } = mapOutlines();
  return { ...locator(await getCounties(), { width }, outlines), caption };
}

/** What the live map draws. */
export function getAtlas(): Promise<Atlas> {
  atlas ??= Promise.all([getCounties(), getPlaces()]).then(([counties, places]) =>
    drawAtlas(mapOutlines().outlines, counties, places),
  );
  return atlas;
}

/** The hash that the address of what the live map draws is made with: other outlines lie at another address. */
export async function atlasVersion(): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await getAtlas()))
    .digest('hex')
    .slice(0, 12);
}

/** The map of one county with its neighbours and the places that a source locates. */
export async function getCountySheet(id: string): Promise<Sheet> {
  const [counties, { counties: drawn }] = await Promise.all([getCounties(), getAtlas()]);
  const county = counties.find((one) => one.id === id);
  if (!county) throw new Error(`No county ${id}`);
  const { outlines, caption } = mapOutlines();
  const places = drawn.find((one) => one.id === id)?.places ?? [];
  return { ...drawCountySheet(outlines, county, counties, places), caption };
}
