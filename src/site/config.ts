import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/**
 * The folder that holds stories and registers: `CONTENT_DIR`, or `src/content`. A newsroom may keep its articles in a
 * repository of its own, and a benchmark may build thousands.
 */
export function contentFolder(environment: Record<string, string | undefined> = process.env): string {
  return resolve(environment.CONTENT_DIR || 'src/content');
}

/**
 * Where Astro keeps what it has read, one folder for each content folder: its store remembers the paths of unchanged
 * entries, which would be another folder's.
 */
export function cacheFolder(): string {
  return `./.cache/astro-${createHash('sha256').update(contentFolder()).digest('hex').slice(0, 8)}`;
}
