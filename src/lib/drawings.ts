import { getCounties } from './content.ts';
import { type LocatorDrawing, locator } from './geo/locator.ts';
import { type SilhouettePath, silhouettePath } from './geo/silhouette.ts';

const drawings = new Map<number, Promise<LocatorDrawing>>();
const silhouettes = new Map<string, SilhouettePath | null>();

/**
 * The map of all counties: drawn once, shown on many pages.
 * @param width pixels it is meant to be shown at; its type keeps its size
 */
export function getLocator(width = 300): Promise<LocatorDrawing> {
  const drawing = drawings.get(width) ?? getCounties().then((counties) => locator(counties, { width }));
  drawings.set(width, drawing);
  return drawing;
}

/** A county's outline by its GB/T 2260 code; null where none is held. */
export function getSilhouette(code: string): SilhouettePath | null {
  const known = silhouettes.get(code);
  if (known !== undefined) return known;
  const drawn = silhouettePath(code);
  silhouettes.set(code, drawn);
  return drawn;
}
