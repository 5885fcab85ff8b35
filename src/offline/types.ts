/** What the build tells the service worker: `MANIFEST` in the first line of sw.js. Addresses are relative to `base`. */
export interface Manifest {
  /** Names what the whole site is: another one where any page or file is another. */
  release: string;
  /** How the names of its caches begin: other sites may share the origin. */
  caches: string;
  /** The path that the site lives under, with a slash at both ends. */
  base: string;
  /** The pages in parts, in the order of their paths: the first path of each, its list, and its pages themselves. */
  parts: readonly (readonly [first: string, list: string, pack: string])[];
  /** The folder of what never changes under its address. */
  assets: string;
  /** The folder of pictures, recordings and documents; of a picture there are several widths, and one of them is enough. */
  media: string;
  /** All files in it that pages need, as a list, with one width of every picture. */
  files: string;
  /** The files that a script or style brings in, at once or later, by its name. */
  needs: Readonly<Record<string, readonly string[]>>;
  /** The folder of the search index. */
  search: string;
  /** Whether the search is kept whole from the first visit on. */
  keepsSearch: boolean;
  /** Pages made for frames on other sites: none of our business. */
  framed: readonly string[];
  /** The page that says what is kept, shown where a page is not. */
  offline: string;
  /** Pages kept from the first visit on. */
  first: readonly string[];
  /** Of all pages and files together. */
  size: Size;
}

export interface Size {
  pages: number;
  stories: number;
  /** Bytes to transfer, compressed by gzip, and bytes that they take on the device. */
  transfer: number;
  stored: number;
}

/** A list of pages: path and the hash of what it holds. */
export type PageList = readonly (readonly [path: string, hash: string])[];

/** Pages themselves. What many have in common, their styles, is there once; a number stands for it. */
export interface Pack {
  shared: readonly string[];
  pages: readonly (readonly [path: string, pieces: readonly (string | number)[]])[];
}

/** What a page asks of the worker. */
export type Request =
  | { task: 'state' }
  | { task: 'save'; step: number }
  /** To keep pictures that the page shows, each in the width named unless another is there. */
  | { task: 'pictures'; paths: readonly string[] };

/** What is kept on this device, of how much, and in how many steps all of it would be. */
export interface State extends Size {
  /** Name of the cache. */
  cache: string;
  /** Pages that are kept, by path. */
  kept: string[];
  /** Whether nothing is missing. */
  whole: boolean;
  steps: number;
}

/** Why a step failed: no line, no room, or files of a release that is gone. */
export type Failure = 'unreached' | 'full' | 'replaced';
export type Saved = { failed?: Failure };
