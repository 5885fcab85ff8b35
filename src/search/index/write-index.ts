import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packCatalogue, packFacets } from '../catalogue.ts';
import { type Forms, readForms, writeForms } from '../forms.ts';
import type { Catalogue, Field, IndexedPage, PageText } from '../types.ts';
import { columnsOf, datesOf } from './catalogue-columns.ts';
import { FIRST, indexOf } from './pagefind.ts';
import { type PreparedPage, preparePages } from './prepare.ts';

/** Pages in one Pagefind index. More in one would need more memory than a build machine has. */
const SHARD = 2000;
/** Occurrences above which a character is split: forty kilobytes, which is what a whole query may cost on a small site. */
const SPLIT = 20_000;
/**
 * Bytes of all texts, as they are written, up to which they are looked through themselves: about a quarter of it is
 * fetched. Pagefind's script and WebAssembly alone are 66 kB, and then it asks for chunks and texts.
 */
export const WHOLE_UP_TO = 400_000;

interface Options {
  /** Another limit than `WHOLE_UP_TO`; 0 to always have Pagefind's index. */
  wholeUpTo?: number;
  /** Further files of the index, by name. */
  files?: Readonly<Record<string, string>>;
  /** Characters that stand in the index as another form of theirs (`formsFor`). */
  forms?: Forms;
  /** What is said of pages beside their text; what no page says is left out. */
  fields?: readonly Field[];
  /** For tests, which would need thousands of pages otherwise. */
  shard?: number;
  split?: number;
}

interface Written {
  /** Changes when any byte of the index does, be it by other pages or by another way to index them. */
  version: string;
  /** `folder` and the version. */
  folder: string;
  catalogue: Catalogue;
  /** Its files that any question needs, the first of them first. */
  first: string[];
}

/**
 * Writes the index of a site: the texts of the pages as printed and the catalogue, and, where the texts are many,
 * Pagefind's own files. The same pages give the same files, whatever their order. Throws where Pagefind reports an error.
 * @param folder where the folder of this version goes; what was there is removed
 */
export async function writeIndex(
  pages: readonly IndexedPage[],
  folder: string,
  { wholeUpTo = WHOLE_UP_TO, files = {}, forms = readForms(), fields: known = [], ...sizes }: Options = {},
): Promise<Written> {
  rmSync(folder, { recursive: true, force: true });
  const fresh = join(folder, 'new');
  const hash = createHash('sha256');
  const write = (path: string, content: Uint8Array | string) => {
    hash.update(`${path}\n${content.length}\n`).update(content);
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const fields = known.filter(({ id }) => pages.some((page) => (page.fields?.[id]?.length ?? 0) > 0));
  const { split, prepared } = preparePages(pages, sizes.split ?? SPLIT, forms, fields);
  const texts = prepared.map(textOf);
  const columns = columnsOf(prepared, fields);
  const isWhole = bytesOf(texts) <= wholeUpTo;
  const catalogue: Catalogue = { split: isWhole ? '' : split, shards: [], ...columns, ...(isWhole ? { texts } : {}) };
  if (!isWhole) catalogue.shards = await writePagefind(prepared, sizes.shard ?? SHARD, write);
  if (!isWhole) for (const [number, text] of texts.entries()) write(`text/${number}.json`, JSON.stringify(text));
  write('catalogue.json', JSON.stringify(packCatalogue(catalogue)));
  if (fields.some(({ dated }) => dated)) write('dates.json', JSON.stringify(packFacets(datesOf(prepared, fields))));
  for (const [path, content] of Object.entries(files)) write(path, content);
  const version = hash.digest('hex').slice(0, 12);
  renameSync(fresh, join(folder, version));
  return { version, folder: join(folder, version), catalogue, first: ['catalogue.json', ...(isWhole ? [] : FIRST)] };
}

/** @returns folders of the further indexes */
async function writePagefind(
  pages: readonly PreparedPage[],
  size: number,
  write: (path: string, content: Uint8Array | string) => void,
): Promise<string[]> {
  const shards: string[] = [];
  for (let from = 0; from < pages.length; from += size) {
    const shard = from === 0 ? '' : `shard-${from / size}/`;
    if (shard) shards.push(shard);
    const bundle = await indexOf(pages.slice(from, from + size), from);
    for (const { path, content } of bundle.sort((a, b) => (a.path < b.path ? -1 : 1))) write(shard + path, content);
  }
  return shards;
}

const bytesOf = (texts: readonly PageText[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(JSON.stringify(text)), 0);

function textOf({ url, blocks, fields, card = null, forms }: PreparedPage): PageText {
  const told = blocks.map(({ id, text, title }) => ({ id, text, ...(title ? { title } : {}) }));
  const held = forms.size > 0 ? { forms: writeForms(forms) } : {};
  return { url, card, blocks: told, ...(fields ? { fields } : {}), ...held };
}
