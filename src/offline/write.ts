import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn } from '../disk/files.ts';
import { ASSETS, MEDIA } from '../lib/urls.ts';
import { cachesOf } from './names.ts';
import type { Manifest, Pack, PageList, Size } from './types.ts';

/** The service worker, and what an operator puts in its place to be rid of it. */
export const WORKER = 'sw.js';
export const FAREWELL = 'sw-off.js';

const FOLDER = `${ASSETS}/offline/`;
/** The page that is shown where a page is not kept. */
const OFFLINE = 'offline/';
/** Kept from the first visit on, beside what the reader sees: the front page and the search. */
const FIRST = ['', 'search/'];
/** Bytes of an index, compressed, up to which it is kept whole from the first visit on. */
const MOST_SEARCH = 1_000_000;
/** How sw.js begins, and where a page says that the index is. */
const TOLD = /^const MANIFEST=/;
const INDEX = /\sdata-search-index="([^"]+)"/;
/** A part of the pages begins at about one path in so many. By the path itself, so that a page more changes one part. */
const PART = 128;

/**
 * Writes, last of all, what the service worker needs to know of a built site: which pages and files there are, what they
 * hold, what they need. May be called again when pages have been changed after that.
 * @param site folder of the built site, with the worker's program in sw.js
 * @param base the path it lives under
 */
export function writeOffline(site: string, base: string): Manifest {
  const program = takeProgram(site);
  const pages = readPages(site);
  const search = pages.flatMap(({ html }) => INDEX.exec(html)?.[1]?.slice(base.length) ?? [])[0] ?? `${ASSETS}/search/`;
  const all = filesIn(site).filter((path) => path.startsWith(`${ASSETS}/`));
  const index = all.filter((path) => path.startsWith(search));
  // Whatever else lies there is of earlier releases, or is shown by other sites alone.
  const assets = all.filter((path) => !/^[^/]*\/(?:search|offline|share)\//.test(path));
  const needs = needsOf(site, assets);
  const files = [...neededFiles(pages, assets, needs), ...picturesOf(site, pages), ...index];
  const parts = partsOf(pages).map((part) => writePart(site, part));
  const list = writeHashed(site, JSON.stringify(files));
  const written = parts.flatMap(([, , pack]) => pack);
  const manifest = {
    caches: cachesOf(base),
    base,
    parts,
    assets: `${ASSETS}/`,
    media: `${MEDIA}/`,
    files: list,
    needs,
    search,
    keepsSearch: sum(index.map((path) => weigh(site, path))) <= MOST_SEARCH,
    framed: pages.filter(({ isFramed }) => isFramed).map(({ path }) => path),
    offline: OFFLINE,
    first: FIRST.filter((path) => pages.some((page) => page.path === path)),
    size: sizeOf(site, pages, files, written),
  } satisfies Omit<Manifest, 'release'>;
  const told: Manifest = { release: hashOf(JSON.stringify(manifest) + program), ...manifest };
  writeFileSync(join(site, WORKER), `const MANIFEST=${JSON.stringify(told)};\n${program}`);
  writeFarewell(site, FAREWELL, base);
  return told;
}

/** The worker's program without what was told to it before; that is taken away. */
function takeProgram(site: string): string {
  const [first = '', ...program] = readFileSync(join(site, WORKER), 'utf8').split('\n');
  if (program.some((line) => /(?:^|;)(?:import|export)\b/.test(line)) || /(?:^|;)(?:import|export)\b[^(]/.test(first))
    throw new Error('The worker shares a module with a page: it would not run');
  if (!TOLD.test(first)) return [first, ...program].join('\n');
  const { files, parts } = JSON.parse(first.replace(TOLD, '').replace(/;$/, '')) as Manifest;
  for (const [, list, pack] of parts) for (const path of [files, list, pack]) rmSync(join(site, path), { force: true });
  return program.join('\n');
}

/** A worker whose one work is to be gone, with all that was kept: in place of sw.js, every browser that comes by takes it. */
export function writeFarewell(site: string, file: string, base: string): void {
  const name = JSON.stringify(cachesOf(base));
  writeFileSync(
    join(site, file),
    `addEventListener('install',()=>skipWaiting());addEventListener('activate',e=>e.waitUntil((async()=>{` +
      `for(const n of await caches.keys())if(n.startsWith(${name}))await caches.delete(n);` +
      `await registration.unregister()})()));\n`,
  );
}

interface Page {
  path: string;
  html: string;
  hash: string;
  /** Made for frames on other sites: never kept. */
  isFramed: boolean;
}

const LEADS_ON = /<meta http-equiv="refresh"/;
const IS_LIST = /<div[^>]*\sdata-file-list/;

function readPages(site: string): Page[] {
  return (
    filesIn(site)
      .filter((file) => /(^|\/)index\.html$/.test(file))
      .map((file) => ({ file, html: readFileSync(join(site, file), 'utf8') }))
      // Addresses that only lead on have nothing to read, and the list of all files is for programs, and not yet written.
      .filter(({ html }) => !LEADS_ON.test(html) && !IS_LIST.test(html))
      .map(({ file, html }) => {
        const path = file.replace(/index\.html$/, '');
        return { path, html, hash: hashOf(html), isFramed: /<html[^>]*\sdata-embeddable/.test(html) };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  );
}

/** Of each script and style the files it brings in, and these in turn: their names are in its text. */
function needsOf(site: string, assets: readonly string[]): Record<string, string[]> {
  const names = assets.map((path) => [path, path.replace(/^.*\//, '')]);
  const direct = new Map(
    assets
      .filter((path) => /\.(?:js|css)$/.test(path))
      .map((path) => {
        const text = readFileSync(join(site, path), 'utf8');
        return [path, names.flatMap(([other = '', name = '']) => (other !== path && text.includes(name) ? other : []))];
      }),
  );
  const all = ([path, needed]: [string, string[]]) => {
    const found = new Set(needed);
    for (const one of found) for (const other of direct.get(one) ?? []) if (other !== path) found.add(other);
    return [path, [...found].sort()] as const;
  };
  return Object.fromEntries([...direct].map(all).filter(([, needed]) => needed.length > 0));
}

/** The files that some page needs. */
function neededFiles(
  pages: readonly Page[],
  assets: readonly string[],
  needs: Readonly<Record<string, readonly string[]>>,
): string[] {
  const named = new Set(
    pages.flatMap(({ html, isFramed }) =>
      isFramed ? [] : (html.match(new RegExp(`${ASSETS}/[^"'\\s<>)]+`, 'g')) ?? []),
    ),
  );
  for (const path of named) for (const other of needs[path] ?? []) named.add(other);
  return assets.filter((path) => named.has(path));
}

/** Of every picture that pages show the one width that their `src` names. */
function picturesOf(site: string, pages: readonly Page[]): string[] {
  const shown = new RegExp(`<img\\b[^>]*\\ssrc="[^"]*?(${MEDIA}/[^"]+)"`, 'g');
  const named = pages.flatMap(({ html, isFramed }) =>
    isFramed ? [] : Array.from(html.matchAll(shown), ([, path = '']) => path),
  );
  return [...new Set(named)].filter((path) => existsSync(join(site, path))).sort();
}

function partsOf(pages: readonly Page[]): Page[][] {
  const parts: Page[][] = [];
  for (const page of pages.filter(({ isFramed }) => !isFramed)) {
    const begins = parts.length === 0 || Number.parseInt(hashOf(page.path).slice(0, 8), 16) % PART === 0;
    if (begins) parts.push([page]);
    else parts.at(-1)?.push(page);
  }
  return parts;
}

function writePart(site: string, pages: readonly Page[]): [first: string, list: string, pack: string] {
  const list: PageList = pages.map(({ path, hash }) => [path, hash]);
  return [
    pages[0]?.path ?? '',
    writeHashed(site, JSON.stringify(list)),
    writeHashed(site, JSON.stringify(packOf(pages))),
  ];
}

/** The pages, each style once. */
function packOf(pages: readonly Page[]): Pack {
  const shared: string[] = [];
  const numberOf = (text: string) => (shared.includes(text) ? shared.indexOf(text) : shared.push(text) - 1);
  return {
    shared,
    pages: pages.map(({ path, html }) => [
      path,
      html.split(/(?<=<style>)([\s\S]*?)(?=<\/style>)/).map((piece, i) => (i % 2 === 1 ? numberOf(piece) : piece)),
    ]),
  };
}

function writeHashed(site: string, text: string): string {
  const path = `${FOLDER}${hashOf(text)}.json`;
  mkdirSync(join(site, FOLDER), { recursive: true });
  writeFileSync(join(site, path), text);
  return path;
}

/** The first 96 bits of SHA-256, in hexadecimal. */
const hashOf = (text: string): string => hash('sha256', text).slice(0, 24);

function sizeOf(site: string, pages: readonly Page[], files: readonly string[], packs: readonly string[]): Size {
  const own = pages.filter(({ isFramed }) => !isFramed);
  return {
    pages: own.length,
    stories: own.filter(({ path }) => /^stories\/[^/]+\/$/.test(path)).length,
    transfer: sum([...files, ...packs].map((path) => weigh(site, path))),
    stored:
      sum(own.map(({ html }) => Buffer.byteLength(html))) + sum(files.map((path) => statSync(join(site, path)).size)),
  };
}

/** Bytes as hosts send them that compress as they go; what is compressed gains nothing. */
const weigh = (site: string, path: string): number => {
  const bytes = readFileSync(join(site, path));
  return /\.(?:js|css|json|svg)$/.test(path) ? gzipSync(bytes).length : bytes.length;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
