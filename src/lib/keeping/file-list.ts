import { escapeHtml } from '../text/escape.ts';

// The list of all files of a site, for people, for crawlers, and for whoever looks whether a copy is whole.

/** A file of a folder. */
export interface ListedFile {
  /** From the folder, with `/`. */
  path: string;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** Bytes that one page of the list may weigh, unpacked. */
export const MOST_OF_A_PAGE = 200_000;

/** A line of a BagIt manifest (RFC 8493): what would end the line is written by its number, and so is `%` itself. */
export const manifestLine = (digest: string, path: string): string =>
  `${digest}  ${path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}\n`;

/** The list as a manifest, which `sha256sum -c` reads too. */
export const manifestText = (files: readonly ListedFile[]): string =>
  files.map(({ path, sha256 }) => manifestLine(sha256, path)).join('');

/** The list as data, a file on each line. */
export const filesJson = (files: readonly ListedFile[]): string =>
  `[\n${files.map(({ path, bytes, sha256 }) => JSON.stringify({ path, bytes, sha256 })).join(',\n')}\n]\n`;

/** A path of the site as a link from a page one folder below its root: pages by their address, all else by its name. */
export function linkTo(path: string, namesIndexes: boolean): string {
  const address = namesIndexes ? path : path.replace(/(^|\/)index\.html$/, '$1');
  return `../${address.split('/').map(encodeURIComponent).join('/')}`;
}

/** What a page says of a file. @param namesIndexes whether links name the file of a page, `…/index.html` */
export const fileRow = (file: ListedFile, namesIndexes: boolean): string =>
  `<li><a href="${escapeHtml(linkTo(file.path, namesIndexes))}">${escapeHtml(file.path)}</a> <span>${file.bytes}</span> <code>${file.sha256}</code></li>`;

/** Rows in as few parts as hold them. @param room bytes for the rows of a part; each has one row at least */
export function partsOf(rows: readonly string[], room: number): string[][] {
  const parts: string[][] = [[]];
  let left = room;
  for (const row of rows) {
    const weight = new TextEncoder().encode(row).length;
    if (weight > left && parts.at(-1)?.length) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(row);
    left -= weight;
  }
  return parts;
}
