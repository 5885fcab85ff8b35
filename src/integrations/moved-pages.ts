import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../site/config.ts';

/** How a page says that what stood under its address stands elsewhere now (src/layouts/Moved.astro), or nowhere, or as it was once. */
const MOVED = /<meta http-equiv="refresh"|<meta name="robots" content="noindex"/;

/**
 * Whether a built page only leads on, or tells of what was taken down or stood there before: it has no place in a sitemap.
 * @param address of the page, whole
 */
export function isMoved({ outFolder, basePath }: Pick<Config, 'outFolder' | 'basePath'>, address: string): boolean {
  const inside = decodeURI(new URL(address).pathname).slice(basePath.length);
  try {
    return MOVED.test(readFileSync(join(outFolder, inside, 'index.html'), 'utf8'));
  } catch {
    return false;
  }
}
