import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Notice, noticesOf, type Shipped } from '../lib/licences/notices.ts';
import { type Config, cacheFolder, config } from './config.ts';

/** Where a build leaves the list of packages that it ships, for the page of licences. */
export const shippedFile = (settings: Pick<Config, 'contentFolder'>): string =>
  join(cacheFolder(settings), 'shipped.json');

/** The notices of all that this build ships of others. Null while the site is only being worked on: nothing is bundled. */
export function shippedNotices(): Notice[] | null {
  const file = shippedFile(config());
  return existsSync(file) ? noticesOf(JSON.parse(readFileSync(file, 'utf8')) as Shipped[]) : null;
}
