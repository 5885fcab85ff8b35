import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { minifySync } from 'vite';
import { nameOfPage, nameOfRecord } from '../page-name.ts';
import type { PreparedPage } from './prepare.ts';

// All that leans on the inside of Pagefind 1.6.0: the size of its chunks, its files and their names.

/** A file of Pagefind's bundle. */
export interface BundleFile {
  path: string;
  content: Uint8Array;
}

/** Pagefind’s script, and what is written otherwise in it. */
const SCRIPT = 'pagefind.js';
const CHANGES: readonly (readonly [own: RegExp, ours: string])[] = [
  // No query after an address: a host or a cache on the way may ignore it, and answer with what another one asked for.
  [/if\(this\.metaCacheTag!==null\)\{entryUrl\+=[^;]*;\}else\{entryUrl\+=[^;]*;\}/g, ''],
  // A chunk or a list that does not come, or is something else, fails the search. Pagefind would go on without it, and
  // answer as if its words were nowhere.
  [/(?<="load_index_chunk"\)\))\.catch\(\(\)=>\{\}\)/g, ''],
  [/(?<=Failed to load the meta index:[^;]*;)/g, 'throw e;'],
  [/(?<=Missing signature`\);)return data;/g, 'throw new Error(file);'],
  // Whoever searches is told that the index did not open; the page need not be told besides.
  [/(?<=this\.init\(options2\?\.language\))(?=;)/g, '.catch(()=>{})'],
  // Its files are JSON (`asJson`), and called so.
  [/\.pf_meta(?=`)/g, '.json'],
  [/\.pf_index(?=`)/g, '.json'],
  [/\.pagefind(?=`)/g, '.json'],
  ...['meta', 'wasm', 'chunk'].flatMap((kind): [RegExp, string][] => [
    [new RegExp(`(?<=compressed_${kind}=await compressed_resp\\.)arrayBuffer(?=\\(\\))`, 'g'), 'json'],
    [
      new RegExp(`new Uint8Array\\(compressed_${kind}\\)`, 'g'),
      `Uint8Array.from(atob(compressed_${kind}),c=>c.charCodeAt(0))`,
    ],
  ]),
];

/** Positions in a chunk of the index: small, because each character of a query asks for its chunk. */
const CHUNK = '2000';
const BATCH = 100;
const SIGNATURE = 'pagefind_dcd';
/** What the browser needs of Pagefind's bundle beside its lists; its interfaces, highlighter and texts are not used. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind)$/;
const WASM = /^(wasm\.unknown)\.pagefind$/;
const ENTRY = 'pagefind-entry.json';
/** What the only language's list is called, whatever its hash: so it can be asked for before the entry is read. */
const LIST = 'list';
/** What Pagefind reads before it can be asked anything. */
export const FIRST = [SCRIPT, ENTRY, 'wasm.unknown.json', `pagefind.${LIST}.json`];
const META = /\.pf_meta$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
const CHUNK_FILE = /^index\/(.*)\.pf_index$/;
const USED = [NEEDED, META, FRAGMENT, CHUNK_FILE];

/**
 * The files of one Pagefind index; none where there are no pages, of which Pagefind makes no index. Throws where it
 * reports an error.
 * @param first number of the first of the pages
 */
export async function indexOf(pages: readonly PreparedPage[], first: number): Promise<BundleFile[]> {
  if (pages.length === 0) return [];
  // There is no other way to tell the indexer that Pagefind starts.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK;
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'und' });
  if (!index) throw new Error(errors.join('\n'));
  const records = recordsOf(pages, first);
  for (let i = 0; i < records.length; i += BATCH) await addRecords(index, records.slice(i, i + BATCH));
  const files = await writtenFiles(index);
  await pagefind.close();
  return bundleOf(files, records);
}

/** What Pagefind makes of the index, by way of the disk: handed over in one message it would stand in memory four times. */
async function writtenFiles(index: pagefind.PagefindIndex): Promise<BundleFile[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-zh-'));
  try {
    const { errors } = await index.writeFiles({ outputPath: folder });
    if (errors.length > 0) throw new Error(errors.join('\n'));
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(folder, file).replaceAll('\\', '/'), content: readFileSync(file) }))
      .filter(({ path }) => USED.some((pattern) => pattern.test(path)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Pagefind takes for a page: a text, or what the fields say of one. */
interface PageRecord {
  url: string;
  content: string;
  name: string;
}

/** The texts, then what is said of them beside. */
const recordsOf = (pages: readonly PreparedPage[], first: number): PageRecord[] => [
  ...pages.map(({ url, spelled }, i) => ({ url, content: spelled.text, name: nameOfPage(first + i) })),
  ...pages.flatMap(({ url, record }, i) =>
    record ? [{ url: `${url}#`, content: record.text, name: nameOfRecord(first + i) }] : [],
  ),
];

async function addRecords(index: pagefind.PagefindIndex, records: readonly PageRecord[]): Promise<void> {
  const added = await Promise.all(
    records.map(({ url, content }) => index.addCustomRecord({ url, content, language: 'und', meta: {} })),
  );
  const errors = added.flatMap((answer) => answer.errors);
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

/**
 * Pagefind's files as they are published. Its names for pages and chunks are hashes, of which the list that every
 * visitor fetches would consist; pages and chunks are called by their numbers instead.
 * Throws where the bundle is not what Pagefind 1.6.0 writes.
 * @param records as given to Pagefind, in order
 */
function bundleOf(files: readonly BundleFile[], records: readonly PageRecord[]): BundleFile[] {
  const meta = files.find(({ path }) => META.test(path));
  if (!meta) throw new Error('Pagefind wrote no list of its pages');
  const list = gunzipSync(meta.content);
  const pageNames = ownNames(files, records).map((own, i): Renaming => [own, records[i]?.name ?? '']);
  const chunkNames = ownChunks(files, list).map((own, i): Renaming => [own, i.toString(36)]);
  const renamed = new Map(chunkNames);
  return [
    ...files.filter(({ path }) => NEEDED.test(path)).map(asPublished),
    asJson(`pagefind.${LIST}.json`, gzipSync(rename(list, [...pageNames, ...chunkNames]), { level: 9 })),
    ...files.flatMap(({ path, content }) => {
      const name = renamed.get(CHUNK_FILE.exec(path)?.[1] ?? '');
      return name ? [asJson(`index/${name}.json`, content)] : [];
    }),
  ];
}

/**
 * Bytes as a JSON text, in base64: there are hosts that refuse files whose ending they do not know, and ways of copying
 * a site that change what they take for text. Compressed on its way it is as small as the bytes are.
 */
const asJson = (path: string, content: Uint8Array): BundleFile => ({
  path,
  content: Buffer.from(JSON.stringify(Buffer.from(content).toString('base64'))),
});

function asPublished(file: BundleFile): BundleFile {
  const wasm = WASM.exec(file.path)?.[1];
  if (wasm) return asJson(`${wasm}.json`, file.content);
  if (file.path === ENTRY) return renameList(file);
  return file.path === SCRIPT ? changeScript(file) : file;
}

function renameList({ path, content }: BundleFile): BundleFile {
  const entry = JSON.parse(Buffer.from(content).toString()) as { languages: Record<string, { hash: string }> };
  for (const language of Object.values(entry.languages)) language.hash = LIST;
  return { path, content: Buffer.from(JSON.stringify(entry)) };
}

function changeScript({ path, content }: BundleFile): BundleFile {
  let script = Buffer.from(content).toString();
  for (const [own, ours] of CHANGES) {
    if (script.match(own)?.length !== 1) throw new Error(`Pagefind’s script does not say once: ${own.source}`);
    script = script.replace(own, ours);
  }
  // As Pagefind has it, only its blanks are left out.
  const { code, errors } = minifySync(path, script, { module: true, compress: true, mangle: true });
  if (errors.length > 0) throw new Error(`Pagefind’s script cannot be read: ${errors[0]?.message}`);
  return { path, content: Buffer.from(code) };
}

type Renaming = [own: string, name: string];

/** Pagefind's names of the pages, in their order. */
function ownNames(files: readonly BundleFile[], pages: readonly PageRecord[]): string[] {
  const names = new Map<string, string>();
  for (const { path, content } of files) {
    const name = FRAGMENT.exec(path)?.[1];
    if (name) names.set(JSON.parse(gunzipSync(content).toString().slice(SIGNATURE.length)).url, name);
  }
  return pages.map(({ url }) => {
    const name = names.get(url);
    if (!name) throw new Error(`Pagefind did not return the page ${url}`);
    return name;
  });
}

/** Pagefind's names of the chunks, in the order of its list. */
const ownChunks = (files: readonly BundleFile[], list: Buffer): string[] =>
  files
    .flatMap(({ path }) => CHUNK_FILE.exec(path)?.[1] ?? [])
    .map((name) => ({ name, place: list.lastIndexOf(asText(name)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);

/** Gives new names to what a list in CBOR holds in this order. */
function rename(list: Buffer, names: readonly Renaming[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const [own, name] of names) {
    const before = asText(own);
    const place = list.indexOf(before, at);
    if (place < 0) throw new Error(`Pagefind does not list ${own} in order`);
    parts.push(list.subarray(at, place), asText(name));
    at = place + before.length;
  }
  return Buffer.concat([...parts, list.subarray(at)]);
}

/** A short text in CBOR (RFC 8949, major type 3): its length in the first byte. */
function asText(text: string): Buffer {
  if (text.length > 23) throw new Error(`Longer than a name may be: ${text}`);
  return Buffer.from([0x60 + text.length, ...Buffer.from(text)]);
}
