import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  ALGORITHMS,
  BAG_DECLARATION,
  type BagFile,
  bagInfo,
  bagSize,
  manifests,
  payloadOxum,
} from '../lib/keeping/bag.ts';
import type { BuiltSite } from './built-site.ts';

const SOFTWARE = 'county-chronicle';
/** By it a bag of ours is known, which the next one may replace. */
const MARK = `Bag-Software-Agent: ${SOFTWARE}`;

/** Whose bag it is, as far as the site does not say. */
export interface BagFacts {
  /** Who publishes the archive. */
  organisation: string;
  /** An address for mail; null where there is none. */
  email: string | null;
  /** Whether all of the content is in it, what readers cannot see as well. */
  isWhole: boolean;
}

/** Payload of a bag: paths below `data/`. */
export type Payload = ReadonlyMap<string, string | Uint8Array>;

/** The payload: the content, the open data and the whole site as it is served. */
export function payloadOf(
  site: BuiltSite,
  content: readonly { path: string; content: string | Uint8Array }[],
): Payload {
  const bytesOf = (path: string) => readFileSync(join(site.folder, path));
  return new Map<string, string | Uint8Array>([
    ...content.map(({ path, content: held }): [string, string | Uint8Array] => [`content/${path}`, held]),
    ...site.files
      .filter((path) => path.startsWith('data/'))
      .map((path): [string, Uint8Array] => [`open-${path}`, bytesOf(path)]),
    ...site.files.map((path): [string, Uint8Array] => [`site/${path}`, bytesOf(path)]),
  ]);
}

/** All files of a bag, by their paths from its folder. Nothing in it tells when or where it was made. */
export function bagFiles(site: BuiltSite, payload: Payload, facts: BagFacts): Map<string, string | Uint8Array> {
  const held = [...payload].map(([path, content]): [string, string | Uint8Array] => [`data/${path}`, content]);
  const described = held.map(([path, content]) => measured(path, content));
  const info = bagInfo([
    ['Source-Organization', facts.organisation],
    ['Contact-Email', facts.email],
    ['External-Description', `${site.name}：${site.description}`],
    ['External-Identifier', site.address],
    ['Internal-Sender-Identifier', `release ${site.release}`],
    // The site's own day: a bag that is made later holds the same.
    ['Bagging-Date', site.modified],
    ['Bag-Size', bagSize(described.reduce((sum, { bytes }) => sum + bytes, 0))],
    ['Payload-Oxum', payloadOxum(described)],
    ['Rights-Statement', site.licence ? `${site.licence.name} ${site.licence.uri}` : null],
    ['Access-Restriction', facts.isWhole ? 'Holds drafts and private entries: not to be passed on.' : null],
    ['Bag-Software-Agent', SOFTWARE],
  ]);
  const tags: [string, string][] = [['bagit.txt', BAG_DECLARATION], ['bag-info.txt', info], ...manifests(described)];
  const tagFiles = tags.map(([path, text]) => measured(path, text));
  return new Map<string, string | Uint8Array>([...tags, ...manifests(tagFiles, 'tag'), ...held]);
}

const measured = (path: string, content: string | Uint8Array): BagFile => ({
  path,
  bytes: Buffer.byteLength(content),
  digests: Object.fromEntries(
    ALGORITHMS.map((algorithm) => [algorithm, hash(algorithm, content)]),
  ) as BagFile['digests'],
});

/** Why no bag may be written into a folder, as a clause in Chinese; null where it is new, empty, or a bag that this program has made. */
export function bagRefusal(folder: string): string | null {
  if (!existsSync(folder)) return null;
  try {
    if (readdirSync(folder).length === 0) return null;
    return readFileSync(join(folder, 'bag-info.txt'), 'utf8').includes(MARK) ? null : '那里是别的程序做的包';
  } catch {
    return '那里有别的东西';
  }
}

/** Writes a bag beside its place, and then puts it there: what stands there is whole. The caller has asked `bagRefusal`. */
export function writeBag(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const next = `${folder}.next`;
  rmSync(next, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(next, path)), { recursive: true });
    writeFileSync(join(next, path), content);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(next, folder);
}
