import { getCounties } from './content.ts';
import { type LocatorDrawing, locator } from './geo/locator.ts';
import { type SilhouettePath, silhouettePath } from './geo/silhouette.ts';

let drawing: Promise<LocatorDrawing> | undefined;
const silhouettes = new Map<string, SilhouettePath | null>();

/** The map of all counties: drawn once, shown on many pages. */
export function getLocator(): Promise<LocatorDrawing> {
  drawing ??= getCounties().then((counties) => locator(counties));
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
