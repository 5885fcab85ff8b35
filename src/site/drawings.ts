import { createHash } from 'node:crypto';
import { CAPTIONS } from '#words/captions.ts';
import { locator } from '../lib/geo/locator.ts';
import { type Atlas, drawAtlas } from '../lib/map/atlas.ts';
import { drawCountySheet } from '../lib/map/county-sheet.ts';
import { shadesFor } from '../lib/map/shades.ts';
import { getCounties, getMapEntries, getPlaces } from './content.ts';
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
  const drawing = locator(await getCounties(), { width }, outlines);
  return { ...drawing, caption: captionOf(caption, drawing.provinces, drawing.counties) };
}

/** What the live map draws. */
export function getAtlas(): Promise<Atlas> {
  atlas ??= Promise.all([getCounties(), getPlaces(), getShades()]).then(([counties, places, shades]) => ({
    ...drawAtlas(mapOutlines().outlines, counties, places),
    shades,
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

/** The map of one county with its neighbours and the places that a source locates. */
export async function getCountySheet(id: string): Promise<Sheet> {
  const [counties, { counties: drawn }] = await Promise.all([getCounties(), getAtlas()]);
  const county = counties.find((one) => one.id === id);
  if (!county) throw new Error(`No county ${id}`);
  const { outlines, caption } = mapOutlines();
  const places = drawn.find((one) => one.id === id)?.places ?? [];
  const sheet = drawCountySheet(outlines, county, counties, places);
  return { ...sheet, caption: captionOf(caption, sheet.provinces, [sheet.county, ...sheet.neighbours]) };
}

/** What is said of outlines is said where any is drawn; else that these are points. */
const captionOf = (caption: string, land: readonly unknown[], counties: readonly { d: string | null }[]): string =>
  land.length > 0 || counties.some(({ d }) => d !== null) ? caption : CAPTIONS.points;

/** From how many milestones on a county is shaded how dark: by the numbers that this archive has. */
export async function getShades(): Promise<number[]> {
  return shadesFor((await getMapEntries()).map(({ milestoneCount }) => milestoneCount));
}
