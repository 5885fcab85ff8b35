import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { packCatalogue } from '../catalogue.ts';
import type { Catalogue, IndexedPage, PageText } from '../types.ts';
import { type BundleFile, bundleOf } from './bundle.ts';
import { columnsOf } from './catalogue-columns.ts';
import { type PreparedPage, preparePages } from './prepare.ts';

/** Pages in one Pagefind index. More in one would need more memory than a build machine has. */
const SHARD = 2500;
/** Positions in a chunk of the index: small, because each character of a query asks for its chunk. */
const CHUNK = '2000';
/** Occurrences above which a character is split: forty kilobytes, which is what a whole query may cost on a small site. */
const SPLIT = 20_000;
const BATCH = 100;

/**
 * Writes the index of a site: Pagefind's own files, the texts of the pages as printed, and the catalogue.
 * The same pages give the same files, whatever their order. Throws where Pagefind reports an error.
 * @param folder where the files go; what was there is removed
 * @param sizes for tests, which would need thousands of pages otherwise
 */
export async function writeIndex(
  pages: readonly IndexedPage[],
  folder: string,
  { shard: size = SHARD, split: most = SPLIT } = {},
): Promise<Catalogue> {
  rmSync(folder, { recursive: true, force: true });
  const { split, prepared } = preparePages(pages, most);
  const shards: string[] = [];
  const version = versionOf(prepared, `${CHUNK} ${most} ${size}`);
  for (let from = 0; from < Math.max(prepared.length, 1); from += size) {
    const shard = from === 0 ? '' : `shard-${from / size}/`;
    if (shard) shards.push(shard);
    const files = await indexOf(prepared.slice(from, from + size), from, version);
    for (const { path, content } of files) write(join(folder, shard, path), content);
  }
  for (const [number, page] of prepared.entries()) write(join(folder, `text/${number}.json`), textOf(page));
  const catalogue = { version, split, shards, ...columnsOf(prepared) };
  write(join(folder, 'catalogue.json'), JSON.stringify(packCatalogue(catalogue)));
  return catalogue;
}

async function indexOf(pages: readonly PreparedPage[], first: number, version: string): Promise<BundleFile[]> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(errors.join('\n'));
  for (let i = 0; i < pages.length; i += BATCH) await addPages(index, pages.slice(i, i + BATCH));
  const { files } = await index.getFiles();
  await pagefind.close();
  return bundleOf(files, pages, first, version);
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function textOf({ url, blocks, card = null }: IndexedPage): string {
  const told = blocks.map(({ id, text, title }) => ({ id, text, ...(title ? { title } : {}) }));
  return JSON.stringify({ url, card, blocks: told } satisfies PageText);
}

async function addPages(index: pagefind.PagefindIndex, pages: readonly PreparedPage[]): Promise<void> {
  const added = await Promise.all(
    pages.map(({ url, spelled }) => index.addCustomRecord({ url, content: spelled.text, language: 'und', meta: {} })),
  );
  const errors = added.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/** @param way in which the index is built: what changes it changes the addresses too */
function versionOf(pages: readonly IndexedPage[], way: string): string {
  const hash = createHash('sha256').update(way);
  for (const { url, blocks, facets, date, card } of pages)
    hash.update(JSON.stringify([url, blocks, facets, date, card]));
  return hash.digest('hex').slice(0, 12);
}
