import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { handedOn } from '../../src/editing/files/handed-on.ts';
import { bagFiles, payloadOf } from '../../src/keeping/bag.ts';
import { makeBook, partsOf } from '../../src/keeping/book.ts';
import { type BuiltSite, readBuiltSite } from '../../src/keeping/built-site.ts';
import { makeWacz } from '../../src/keeping/wacz.ts';
import { bookWords } from '../../src/lib/keeping/book-words.ts';
import { MARK } from '../../src/site/search-address.ts';

type Files = ReadonlyMap<string, string | Uint8Array>;

/** A built site that must be there. */
export function builtSite(dist: string): BuiltSite {
  const site = readBuiltSite(dist);
  if (!site) throw new Error(`${dist} holds no site`);
  return site;
}

/** The bag of a site, as `npm run bag` makes it. */
export const bagOf = (site: BuiltSite, content: string, day: string): Files =>
  bagFiles(site, payloadOf(site, handedOn(content, day)), { organisation: '一个档案', email: null, isWhole: false });

/** Its books, as `npm run epub` makes them, by their names. */
export const booksOf = (site: BuiltSite): Map<string, Files> =>
  new Map(
    [null, ...partsOf(site)].flatMap((part): [string, Files][] => {
      const files = makeBook(site, part, bookWords('zh-Hans'));
      return files ? [[part?.id ?? 'all', files]] : [];
    }),
  );

/**
 * Everything that is made of a site to keep it, unpacked: `bag/`, `book/<county or all>/`, `wacz/`.
 * @returns the folder
 */
export async function keepAll(from: { dist: string; content: string; day: string; out: string }): Promise<string> {
  const { dist, content, day, out } = from;
  const site = builtSite(dist);
  const made: [string, Files][] = [
    ['bag', bagOf(site, content, day)],
    ...[...booksOf(site)].map(([name, files]): [string, Files] => [`book/${name}`, files]),
    ['wacz', await makeWacz(site, site.address ?? 'https://chronicle.example/', MARK)],
  ];
  for (const [folder, files] of made) writeFiles(join(out, folder), files);
  return out;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
