import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { encodeBlocks } from '../encode.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { Catalogue, Facet, IndexedPage, PageText } from '../types.ts';

/** Pages in one Pagefind index. More in one would need more memory than a build machine has. */
const SHARD = 2500;
/** Positions in a chunk of the index: small, because each character of a query asks for its chunk. */
const CHUNK = '2000';
const BATCH = 100;
const SIGNATURE = 'pagefind_dcd';

/** What the browser needs of Pagefind's bundle; its interfaces and its highlighter are not used. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..*\.pf_meta|index\/.*)$/;
const FRAGMENT = /^fragment\/(?:und_)(.*)\.pf_fragment$/;

interface Prepared extends IndexedPage {
  tokens: Token[][];
}

/**
 * Writes the index of a site: Pagefind's own files, with the pages' printed text in its fragments, and the catalogue.
 * The same pages give the same files, whatever their order. Throws where Pagefind reports an error.
 * @param folder where the files go; what was there is removed
 */
export async function writeIndex(pages: readonly IndexedPage[], folder: string, shardSize = SHARD): Promise<Catalogue> {
  rmSync(folder, { recursive: true, force: true });
  const sorted = [...pages]
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map((page) => ({ ...page, tokens: page.blocks.map(({ text }) => tokenize(text)) }));
  const ids: string[] = [];
  const shards: string[] = [];
  for (let from = 0; from < Math.max(sorted.length, 1); from += shardSize) {
    const shard = from === 0 ? '' : `shard-${from / shardSize}/`;
    if (shard) shards.push(shard);
    ids.push(...(await writeShard(sorted.slice(from, from + shardSize), join(folder, shard))));
  }
  if (new Set(ids).size < ids.length) throw new Error('Two pages have the same id: choose another size of shards');
  const catalogue = { version: versionOf(sorted), shards, ...columnsOf(sorted, ids) };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
  return catalogue;
}

/** @returns the ids that Pagefind gave to the pages, in their order */
async function writeShard(pages: readonly Prepared[], folder: string): Promise<string[]> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(errors.join('\n'));
  for (let i = 0; i < pages.length; i += BATCH) await addPages(index, pages.slice(i, i + BATCH));
  const { files } = await index.getFiles();
  const numbers = new Map(pages.map(({ url }, number) => [url, number]));
  const ids: string[] = [];
  for (const { path, content } of files) {
    const id = FRAGMENT.exec(path)?.[1];
    if (!id && !NEEDED.test(path)) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (!id) {
      writeFileSync(file, content);
      continue;
    }
    const number = numbers.get(JSON.parse(unpack(content)).url) ?? -1;
    const page = pages[number];
    if (!page) throw new Error(`Pagefind returned a page that it was not given: ${path}`);
    ids[number] = id;
    writeFileSync(file, pack(page));
  }
  await pagefind.close();
  return ids;
}

async function addPages(index: pagefind.PagefindIndex, pages: readonly Prepared[]): Promise<void> {
  const added = await Promise.all(
    pages.map(({ url, tokens }) =>
      index.addCustomRecord({ url, content: encodeBlocks(tokens), language: 'und', meta: {} }),
    ),
  );
  const errors = added.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

const unpack = (content: Uint8Array): string => gunzipSync(content).toString().slice(SIGNATURE.length);

/** A fragment as Pagefind's script reads it; what we show lies in `page`. */
function pack({ url, blocks, card = null }: Prepared): Buffer {
  const page: PageText = { url, card, blocks: blocks.map(({ id, text }) => ({ id, text })) };
  const fragment = { url, content: '', word_count: 0, filters: {}, meta: {}, anchors: [], page };
  return gzipSync(SIGNATURE + JSON.stringify(fragment), { level: 9 });
}

function columnsOf(pages: readonly Prepared[], ids: readonly string[]): Omit<Catalogue, 'version' | 'shards'> {
  const count = (tokens: readonly Token[][]) => tokens.reduce((sum, { length }) => sum + length, 0);
  return {
    ids: ids.join(' '),
    lengths: pages.map(({ tokens }) => count(tokens)),
    titles: pages.map(({ blocks, tokens }) => count(tokens.filter((_, i) => blocks[i]?.title))),
    dates: pages.map(({ date = '' }) => date),
    facets: facetsOf(pages),
  };
}

function facetsOf(pages: readonly IndexedPage[]): Record<string, Facet> {
  const facets = new Map<string, Map<string, number[]>>();
  for (const [number, page] of pages.entries()) {
    for (const [name, values] of Object.entries(page.facets ?? {})) {
      const facet = facets.get(name) ?? new Map<string, number[]>();
      facets.set(name, facet);
      for (const value of new Set(values)) facet.set(value, [...(facet.get(value) ?? []), number]);
    }
  }
  return Object.fromEntries(
    [...facets].sort().map(([name, facet]) => {
      const entries = [...facet].sort(([a], [b]) => (a < b ? -1 : 1));
      return [name, { values: entries.map(([value]) => value), pages: entries.map(([, numbers]) => numbers) }];
    }),
  );
}

const versionOf = (pages: readonly IndexedPage[]): string =>
  createHash('sha256')
    .update(JSON.stringify(pages.map(({ url, blocks, facets, date, card }) => [url, blocks, facets, date, card])))
    .digest('hex')
    .slice(0, 12);
