import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is made of media lies here from build to build, each thing in a folder that is called by what it is made of. */
export const MEDIA_CACHE = '.cache/media';
const FACTS = 'facts.json';

/** The name of what is made of some bytes in some way: 80 bits of SHA-256. */
export const nameOf = (recipe: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${recipe}\n`).update(bytes).digest('hex').slice(0, 20);

/** What was said of it when it was made; null where it has not been made. */
export function recall<Facts>(cache: string, name: string): Facts | null {
  const file = join(cache, name, FACTS);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Facts) : null;
}

/**
 * What was made before, or is made now. A folder is there with all that belongs in it or not at all, however many builds
 * make it at once.
 * @param make writes into a folder and says what it has made
 */
export async function remembered<Facts>(
  cache: string,
  name: string,
  make: (folder: string) => Promise<Facts>,
): Promise<Facts> {
  const folder = join(cache, name);
  const known = recall<Facts>(cache, name);
  if (known) return known;
  const draft = join(cache, `${name}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  mkdirSync(draft, { recursive: true });
  try {
    const facts = await make(draft);
    writeFileSync(join(draft, FACTS), JSON.stringify(facts));
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
    return facts;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another build has made the same meanwhile.
    const others = recall<Facts>(cache, name);
    if (others) return others;
    throw error;
  }
}
