import { gunzipSync, gzipSync } from 'node:zlib';
import { nameOfPage } from '../page-id.ts';
import type { IndexedPage } from '../types.ts';

/** A file of Pagefind's bundle, or of ours. */
export interface BundleFile {
  path: string;
  content: Uint8Array;
}

const SIGNATURE = 'pagefind_dcd';
/** What the browser needs of Pagefind's bundle; its interfaces, its highlighter and its texts are not used. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|index\/.*)$/;
const META = /\.pf_meta$/;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;

/**
 * Pagefind's files as they are published, with the pages' numbers for their names. Throws where the bundle is not what
 * Pagefind 1.6.0 writes.
 * @param pages as given to Pagefind, in order
 * @param first number of the first of them
 */
export function bundleOf(files: readonly BundleFile[], pages: readonly IndexedPage[], first: number): BundleFile[] {
  const names = ownNames(files, pages);
  return files.flatMap(({ path, content }) => {
    if (META.test(path)) return [{ path, content: renamePages(content, names, first) }];
    return NEEDED.test(path) ? [{ path, content }] : [];
  });
}

/** Pagefind's names of the pages, in their order. */
function ownNames(files: readonly BundleFile[], pages: readonly IndexedPage[]): string[] {
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

/** Names the pages by their numbers where Pagefind lists them: at the front, in order. */
function renamePages(content: Uint8Array, names: readonly string[], first: number): Uint8Array {
  const meta = gunzipSync(content);
  let at = 0;
  for (const [i, own] of names.entries()) {
    at = meta.indexOf(own, at);
    if (at < 0) throw new Error(`Pagefind does not list its page ${own} in order`);
    at += meta.write(nameOfPage(first + i, own), at);
  }
  return gzipSync(meta, { level: 9 });
}
