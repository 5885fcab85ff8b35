import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { nameOfPage } from '../page-id.ts';
import type { PageText } from '../types.ts';
import type { PreparedPage } from './prepare.ts';

/** Pagefind's files, as Pagefind gives them: path and content. */
export interface BundleFile {
  path: string;
  content: Uint8Array;
}

const SIGNATURE = 'pagefind_dcd';
/** What the browser needs of Pagefind's bundle; its interfaces and its highlighter are not used. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|index\/.*)$/;
const META = /\.pf_meta$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;

/**
 * The files that are published: Pagefind's own, but the texts of the pages as printed, under names that tell their
 * numbers. Throws where the bundle is not what Pagefind 1.6.0 writes.
 * @param pages as given to Pagefind, in order
 * @param first number of the first of them
 */
export function publish(files: readonly BundleFile[], pages: readonly PreparedPage[], first: number): BundleFile[] {
  const numbers = new Map(pages.map(({ url }, i) => [url, i]));
  const renamed: { own: string; name: string }[] = [];
  const published: BundleFile[] = files.filter(({ path }) => NEEDED.test(path));
  for (const { path, content } of files) {
    const own = FRAGMENT.exec(path)?.[1];
    if (!own) continue;
    const i = numbers.get(JSON.parse(unpack(content).toString().slice(SIGNATURE.length)).url) ?? -1;
    const page = pages[i];
    if (!page) throw new Error(`Pagefind returned a page that it was not given: ${path}`);
    const text = textOf(page);
    const name = nameOfPage(first + i, createHash('sha256').update(text).digest('hex'), own);
    renamed[i] = { own, name };
    published.push({ path: `fragment/${name}.pf_fragment`, content: pack(text) });
  }
  const meta = files.filter(({ path }) => META.test(path));
  return [...published, ...meta.map(({ path, content }) => ({ path, content: renamePages(content, renamed) }))];
}

/** Gives the pages their new names where Pagefind lists them: at the front, in order, each as long as before. */
function renamePages(content: Uint8Array, pages: readonly { own: string; name: string }[]): Uint8Array {
  const meta = unpack(content);
  let at = 0;
  for (const { own, name } of pages) {
    at = meta.indexOf(own, at);
    if (at < 0) throw new Error(`Pagefind does not list its page ${own} in order`);
    at += meta.write(name, at);
  }
  return gzipSync(meta, { level: 9 });
}

const unpack = (content: Uint8Array): Buffer => gunzipSync(content);
const pack = (text: string): Buffer => gzipSync(SIGNATURE + text, { level: 9 });

/** A fragment as Pagefind's script reads it; what we show lies in `page`. */
function textOf({ url, blocks, card = null }: PreparedPage): string {
  const page: PageText = { url, card, blocks: blocks.map(({ id, text }) => ({ id, text })) };
  return JSON.stringify({ url, content: '', word_count: 0, filters: {}, meta: {}, anchors: [], page });
}
