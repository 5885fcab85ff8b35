// The files of a WACZ (1.1.1) beside its WARC: pages, and the package that names all of them with what they hold.

/** A page of an archived site. */
export interface ArchivedPage {
  url: string;
  title: string;
  /** Its words, for the search of whoever replays it. */
  text: string;
}

/** A file of the package. */
export interface PackedFile {
  path: string;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

export const WARC = 'archive/data.warc.gz';
export const INDEX = 'indexes/index.cdxj';
export const PAGES = 'pages/pages.jsonl';
export const PACKAGE = 'datapackage.json';
export const DIGEST = 'datapackage-digest.json';

/** `pages.jsonl`: a line that says what it is, and one for each page. @param ts RFC 3339 */
export const pagesJsonl = (pages: readonly ArchivedPage[], ts: string, idOf: (url: string) => string): string =>
  [
    { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true },
    ...pages.map(({ url, title, text }) => ({ id: idOf(url), url, ts, title, text })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

/** `datapackage.json`. @param ts RFC 3339 */
export function waczPackage(
  facts: { title: string; description: string; ts: string; mainPage: string; software: string },
  files: readonly PackedFile[],
): string {
  const { title, description, ts, mainPage, software } = facts;
  const resources = files.map(({ path, bytes, sha256 }) => ({
    ...{ name: path.split('/').at(-1), path, hash: `sha256:${sha256}`, bytes },
  }));
  const told = {
    ...{ profile: 'data-package', wacz_version: '1.1.1', title, description, created: ts, software },
    ...{ mainPageUrl: mainPage, mainPageDate: ts, resources },
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** `datapackage-digest.json`: by it the package itself is checked. */
export const packageDigest = (sha256: string): string =>
  `${JSON.stringify({ path: PACKAGE, hash: `sha256:${sha256}` }, null, 2)}\n`;
