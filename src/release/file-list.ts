import { hash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../disk/files.ts';
import {
  fileRow,
  filesJson,
  type ListedFile,
  MOST_OF_A_PAGE,
  manifestText,
  partsOf,
} from '../lib/keeping/file-list.ts';
import { RELEASE_FILE } from './manifest.ts';

/** Where the list stands, and as what it can be taken. */
export const LIST_FOLDER = 'files/';
const PAGE = `${LIST_FOLDER}index.html`;
const MANIFEST = `${LIST_FOLDER}manifest-sha256.txt`;
const JSON_FILE = `${LIST_FOLDER}files.json`;
const PART = /^files\/part-\d+\.html$/;

/** The element that holds the rows; nothing in it is a `div`. */
const HOLD = /(<div class="file-list" data-file-list>)[\s\S]*?(<\/div>)/;
/** A page's own address, and as others are told it. */
const OWN_ADDRESS = /(<link rel="canonical" href="|<meta property="og:url" content=")([^"]*\/)(?:index\.html)?(?=")/g;

/**
 * All files of a built site that a server shows, sorted by path, but for the list itself and for what is written last of
 * all and names the whole (release.json).
 */
export function listFiles(site: string): ListedFile[] {
  return filesIn(site)
    .filter(
      (path) => !isHidden(path) && !isOfList(path) && path !== RELEASE_FILE && lstatSync(join(site, path)).isFile(),
    )
    .map((path) => {
      const bytes = readFileSync(join(site, path));
      return { path, bytes: bytes.length, sha256: hash('sha256', bytes) };
    });
}

const isHidden = (path: string): boolean => /(?:^|\/)\./.test(path);
const isOfList = (path: string): boolean => path === PAGE || path === MANIFEST || path === JSON_FILE || PART.test(path);

/**
 * Fills the page of all files, when all of them are what they will be, and writes the list in its two other forms. May be
 * called again. Does nothing where the site has no such page.
 * @param namesIndexes whether links name the file of a page, `…/index.html`
 * @param most bytes that a page of the list may weigh
 */
export function writeFileList(site: string, namesIndexes: boolean, most = MOST_OF_A_PAGE): void {
  if (!existsSync(join(site, PAGE))) return;
  for (const path of filesIn(site).filter((path) => PART.test(path))) rmSync(join(site, path));
  const files = listFiles(site);
  const shell = readFileSync(join(site, PAGE), 'utf8').replace(HOLD, '$1$2');
  const rows = files.map((file) => fileRow(file, namesIndexes));
  const room = Math.max(0, most - Buffer.byteLength(shell) - ROOM_FOR_LINKS);
  const parts = partsOf(rows, room);
  const names = parts.map((_, at) => (at === 0 ? 'index.html' : `part-${at + 1}.html`));
  const hrefs = names.map((name) => (name === 'index.html' && !namesIndexes ? './' : name));
  for (const [at, part] of parts.entries()) {
    const links = hrefs.map((href, to) =>
      to === at ? `<b aria-current="page">${to + 1}</b>` : `<a href="${href}">${to + 1}</a>`,
    );
    const turn = parts.length > 1 ? `<p class="file-parts">${links.join(' ')}</p>` : '';
    const html = shell.replace(
      HOLD,
      (_, open: string, close: string) => `${open}${turn}<ol>${part.join('')}</ol>${close}`,
    );
    const name = names[at] ?? '';
    const own =
      at === 0 ? html : html.replace(OWN_ADDRESS, (_, attribute: string, folder: string) => attribute + folder + name);
    writeFileSync(join(site, LIST_FOLDER, name), own);
  }
  writeFileSync(join(site, MANIFEST), manifestText(files));
  writeFileSync(join(site, JSON_FILE), filesJson(files));
}

/** Bytes kept for the links from part to part. */
const ROOM_FOR_LINKS = 2000;
