import { resolve } from 'node:path';

/**
 * The folder that holds stories and registers: `CONTENT_DIR`, or `src/content`. A newsroom may keep its articles in a
 * repository of its own, and a benchmark may build thousands.
 */
export function contentFolder(environment: Record<string, string | undefined> = process.env): string {
  return resolve(environment.CONTENT_DIR || 'src/content');
}
