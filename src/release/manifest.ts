import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../disk/files.ts';
import { LANGUAGES } from '../lib/schema/site.ts';
import { ASSETS } from '../lib/urls.ts';

/** Lies in every output: what marks it as ours, so that the next build may replace it. Never served. */
export const MARKER = '.county-chronicle.json';
/** `{ "release": … }`: by this small file an open page learns that the site has changed. */
export const RELEASE_FILE = 'release.json';

const PROGRAM = 'county-chronicle';

/** SHA-256 of a file's bytes, hexadecimal, by its path with `/`. */
export type Files = Readonly<Record<string, string>>;

/** A release whose readers may still have its pages open. */
export interface FormerRelease {
  release: string;
  /** Those of its files that have a hash in their address. */
  assets: Files;
}

/** What an output holds. */
export interface Manifest {
  /** Name of the release: 16 hexadecimal digits, of what all its files hold. */
  release: string;
  /** Changes when a name is withheld or put back; says nothing about any name. */
  withheld: string;
  /** The release's own files, but for these two that tell of it. */
  files: Files;
  /** The newest first. */
  former: readonly FormerRelease[];
}

/** What never changes under its address. */
export const assetsOf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => ASSET.test(path)));

/** In the folder of each language of the site. */
const ASSET = new RegExp(`^(?:(?:${LANGUAGES.join('|')})/)?${ASSETS}/`);

/** Reads what a build has written. */
export function manifestOf(folder: string, withheld: string): Manifest {
  const paths = filesIn(folder).filter((path) => path !== MARKER && path !== RELEASE_FILE);
  const files = Object.fromEntries(paths.map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]));
  const release = hash('sha256', JSON.stringify(files)).slice(0, 16);
  return { release, withheld, files, former: [] };
}

/**
 * Makes one output of a site and of those that were built into folders of it, a language each.
 * @throws where one of them has no manifest
 */
export function joinManifests(folder: string, languages: readonly string[]): void {
  const main = readManifest(folder);
  if (!main) throw new Error(`${folder} holds no site`);
  for (const language of languages) rmSync(join(folder, language, MARKER));
  for (const [path, text] of manifestFiles(manifestOf(folder, main.withheld))) writeFileSync(join(folder, path), text);
}

/** The manifest of an output, null where a folder is no output of ours. */
export function readManifest(folder: string): Manifest | null {
  try {
    const read = JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Partial<Manifest> & { program?: unknown };
    if (read.program !== PROGRAM || typeof read.release !== 'string' || !read.files) return null;
    const { release, withheld = '', files, former = [] } = read;
    return { release, withheld, files, former };
  } catch {
    return null;
  }
}

export const isOutput = (folder: string): boolean => readManifest(folder) !== null;

/** The two files that tell of a release, complete. */
export const manifestFiles = (manifest: Manifest): [path: string, text: string][] => [
  [MARKER, `${JSON.stringify({ program: PROGRAM, ...manifest }, null, 1)}\n`],
  [RELEASE_FILE, `${JSON.stringify({ release: manifest.release })}\n`],
];

/** List of what `npm run headers -- --precompress` has packed; whoever builds anew packs anew. */
const PACKED = '.precompressed.json';

/** What lies in an output and was not written by a build, nor packed from what was. */
export function foreignFiles(folder: string, { files, former }: Manifest): string[] {
  const known = new Set([files, ...former.map(({ assets }) => assets)].flatMap((each) => Object.keys(each)));
  const isOurs = (path: string) => path === MARKER || path === RELEASE_FILE || path === PACKED || known.has(path);
  return filesIn(folder).filter((path) => !isOurs(path) && !isOurs(path.replace(/\.(?:br|gz)$/, '')) && !isDust(path));
}

/** What a system leaves in every folder that it shows. */
const isDust = (path: string): boolean =>
  /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(path.split('/').at(-1) ?? '');
