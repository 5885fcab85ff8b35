import { readFileSync } from 'node:fs';
import { locator as drawLocator, type LocatorOptions } from '../../src/lib/geo/locator.ts';
import { readOutlineFile } from '../../src/lib/geo/outline-file.ts';
import { silhouettePath as drawSilhouette } from '../../src/lib/geo/silhouette.ts';

/** Outlines to draw from in tests of the program: those of the archive that comes with it. */
export const { outlines: OUTLINES } = readOutlineFile(readFileSync('src/content/site/outlines.topo.json', 'utf8'));

/** As the program's own, drawn from these where nothing else is given. */
export const locator = (
  counties: Parameters<typeof drawLocator>[0],
  options: LocatorOptions = {},
  outlines = OUTLINES,
) => drawLocator(counties, options, outlines);

export const silhouettePath = (code: string, box?: { width: number; height: number }, outlines = OUTLINES) =>
  drawSilhouette(code, box, outlines);
