import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { packCatalogue } from '../catalogue.ts';
import type { Catalogue, IndexedPage, PageText } from '../types.ts';
import { columnsOf } from './columns.ts';
import { type PreparedPage, preparePages } from './prepare.ts';

/** Pages in one Pagefind index. More in one would need more memory than a build machine has. */
const SHARD = 5000;
/** Positions in a chunk of the index: small, because each character of a query asks for its chunk. */
const CHUNK = '2000';
/** Occurrences above which a character is split: forty kilobytes, which is what a whole query may cost on a small site. */
const SPLIT = 20_000;
const BATCH = 100;
const SIGNATURE = 'pagefind_dcd';

/** What the browser needs of Pagefind's bundle; its interfaces and its highlighter are not used. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|pagefind\..*\.pf_meta|index\/.*)$/;
const FRAGMENT = /^fragment\/(?:und_)(.*)\.pf_fragment$/;

/**
 * Writes the index of a site: Pagefind's own files, with the pages' printed text in its fragments, and the catalogue.
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
  const ids: string[] = [];
  const shards: string[] = [];
  for (let from = 0; from < Math.max(prepared.length, 1); from += size) {
    const shard = from === 0 ? '' : `shard-${from / size}/`;
    if (shard) shards.push(shard);
    ids.push(...(await writeShard(prepared.slice(from, from + size), join(folder, shard))));
  }
  if (new Set(ids).size < ids.length) throw new Error('Two pages have the same id: choose another size of shards');
  const catalogue = { version: versionOf(prepared), split, shards, ids: ids.join(' '), ...columnsOf(prepared) };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(packCatalogue(catalogue)));
  return catalogue;
}

/** @returns the ids that Pagefind gave to the pages, in their order */
async function writeShard(pages: readonly PreparedPage[], folder: string): Promise<string[]> {
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

async function addPages(index: pagefind.PagefindIndex, pages: readonly PreparedPage[]): Promise<void> {
  const added = await Promise.all(
    pages.map(({ url, spelled }) => index.addCustomRecord({ url, content: spelled.text, language: 'und', meta: {} })),
  );
  const errors = added.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

const unpack = (content: Uint8Array): string => gunzipSync(content).toString().slice(SIGNATURE.length);

/** A fragment as Pagefind's script reads it; what we show lies in `page`. */
function pack({ url, blocks, card = null }: PreparedPage): Buffer {
  const page: PageText = { url, card, blocks: blocks.map(({ id, text }) => ({ id, text })) };
  const fragment = { url, content: '', word_count: 0, filters: {}, meta: {}, anchors: [], page };
  return gzipSync(SIGNATURE + JSON.stringify(fragment), { level: 9 });
}

function versionOf(pages: readonly IndexedPage[]): string {
  const hash = createHash('sha256');
  for (const { url, blocks, facets, date, card } of pages)
    hash.update(JSON.stringify([url, blocks, facets, date, card]));
  return hash.digest('hex').slice(0, 12);
}
