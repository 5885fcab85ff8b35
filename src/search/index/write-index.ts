import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packCatalogue } from '../catalogue.ts';
import type { Catalogue, IndexedPage, PageText } from '../types.ts';
import { columnsOf } from './catalogue-columns.ts';
import { CHUNK, indexOf } from './pagefind.ts';
import { preparePages } from './prepare.ts';

/** Pages in one Pagefind index. More in one would need more memory than a build machine has. */
const SHARD = 2500;
/** Occurrences above which a character is split: forty kilobytes, which is what a whole query may cost on a small site. */
const SPLIT = 20_000;

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

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function textOf({ url, blocks, card = null }: IndexedPage): string {
  const told = blocks.map(({ id, text, title }) => ({ id, text, ...(title ? { title } : {}) }));
  return JSON.stringify({ url, card, blocks: told } satisfies PageText);
}

/** @param way in which the index is built: what changes it changes the addresses too */
function versionOf(pages: readonly IndexedPage[], way: string): string {
  const hash = createHash('sha256').update(way);
  for (const { url, blocks, facets, date, card } of pages)
    hash.update(JSON.stringify([url, blocks, facets, date, card]));
  return hash.digest('hex').slice(0, 12);
}
