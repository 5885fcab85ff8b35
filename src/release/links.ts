import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A link of a built page that leads nowhere. */
export interface BrokenLink {
  /** Path of the page's file. */
  page: string;
  /** As it is written there. */
  link: string;
}

interface Site {
  /** Paths of all files, with `/`. */
  files: ReadonlySet<string>;
  /** The path the site lives under, with a slash at both ends. */
  base: string;
  /** Origin of the published site. */
  origin: string;
}

const LINK =
  /<(?:a|area|link|img|script|source|iframe|use|image|audio|video|track)\b[^>]*?\s(?:href|src|xlink:href)=(?:"([^"]*)"|([^\s">]+))/g;
const SET = /\ssrcset="([^"]*)"/g;
const ID = /\s(?:id|name)=(?:"([^"]*)"|([^\s">]+))/g;
const IMPORT = /(?:\bfrom|\bimport\(?)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

/**
 * Links within a built site whose file, or whose place in the page, is not there; and what its scripts import.
 * Of another site's addresses nothing is asked.
 */
export function brokenLinks(folder: string, site: Site): BrokenLink[] {
  const places = new Map<string, ReadonlySet<string>>();
  const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
  const placesIn = (path: string): ReadonlySet<string> => {
    const known =
      places.get(path) ?? new Set([...textOf(path).matchAll(ID)].map(([, a, b]) => decodeEntities(a ?? b ?? '')));
    places.set(path, known);
    return known;
  };
  const leads = (page: string, link: string): boolean => {
    const target = targetOf(page, link, site);
    if (target === null) return true;
    if (target.file === null) return false;
    // Text fragments (`#:~:text=`) are found by the browser, or not, without a place of their own.
    const place = target.fragment.replace(/:~:.*$/, '');
    return !target.file.endsWith('.html') || place === '' || place === 'top' || placesIn(target.file).has(place);
  };
  return [...site.files].flatMap((page) =>
    [...new Set(linksIn(page, textOf))].filter((link) => !leads(page, link)).map((link) => ({ page, link })),
  );
}

function linksIn(path: string, textOf: (path: string) => string): string[] {
  if (path.endsWith('.js')) return [...textOf(path).matchAll(IMPORT)].map(([, link = '']) => link);
  if (!path.endsWith('.html')) return [];
  const text = textOf(path);
  const sets = [...text.matchAll(SET)].flatMap(([, set = '']) =>
    set.split(',').map((each) => each.trim().split(/\s/)[0] ?? ''),
  );
  return [...[...text.matchAll(LINK)].map(([, a, b]) => a ?? b ?? ''), ...sets].map(decodeEntities);
}

/** The file behind a link, `file: null` where there is none; null where the link leaves the site. */
function targetOf(
  page: string,
  link: string,
  { files, base, origin }: Site,
): { file: string | null; fragment: string } | null {
  const here = new URL(`${base}${page.replace(/(?:^|(?<=\/))index\.html$/, '')}`, origin);
  if (!URL.canParse(link, here)) return { file: null, fragment: '' };
  const url = new URL(link, here);
  if (url.origin !== here.origin || !/^https?:$/.test(url.protocol)) return null;
  const fragment = decode(url.hash.slice(1));
  // A page that stands in for a missing one is served at any address: its own place does not count.
  if (link.startsWith('#')) return { file: page, fragment };
  const path = decode(url.pathname);
  // Another path of the same host is another site.
  if (!path.startsWith(base)) return path === '/' || base !== '/' ? null : { file: null, fragment };
  const inside = path.slice(base.length);
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  return { file: files.has(file) ? file : null, fragment };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" };

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|quot|lt|gt|apos));/gi, (_, dec, hex, name: string) =>
    name ? (ENTITIES[name.toLowerCase()] ?? '') : String.fromCodePoint(dec ? Number(dec) : Number.parseInt(hex, 16)),
  );
