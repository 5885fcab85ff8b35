import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { readManifest } from '../release/manifest.ts';

/** A built site, as those need to know it who keep it. */
export interface BuiltSite {
  folder: string;
  /** Name of the release. */
  release: string;
  /** Its own files that a server shows, sorted, with `/`; none of former releases. */
  files: readonly string[];
  /** Where it is published, with its path; null where it was built for no place, or for this machine. */
  address: string | null;
  /** The path that it lives under: `/`, or `/archive/`. */
  base: string;
  /** BCP 47. */
  language: string;
  name: string;
  description: string;
  /** Day of the last change of what it tells, `YYYY-MM-DD`; null where it has no story. */
  modified: string | null;
  /** The licence of text and data as its URI; null where none is granted. */
  licence: { uri: string; name: string } | null;
  read: (path: string) => string;
}

/** No server but this machine's own is called so. */
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The document of a page. */
export const documentOf = (html: string) => parseHTML(html).document;

/** Reads a folder that a build has written; null where it holds none of ours. */
export function readBuiltSite(folder: string): BuiltSite | null {
  const manifest = readManifest(folder);
  if (!manifest || !existsSync(join(folder, 'index.html'))) return null;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const front = documentOf(read('index.html'));
  const attributeOf = (selector: string, name: string) => front.querySelector(selector)?.getAttribute(name) ?? '';
  const canonical = attributeOf('link[rel=canonical]', 'href');
  const address = URL.canParse(canonical) ? new URL(canonical.replace(/index\.html$/, '')) : null;
  const { pathname } = new URL(attributeOf('link[rel=manifest]', 'href') || '/', 'https://chronicle.invalid/');
  return {
    folder,
    release: manifest.release,
    files: ownFiles(manifest.files),
    address: address && !LOCAL.test(address.hostname) ? address.href : null,
    base: address?.pathname ?? pathname.replace(/[^/]*$/, ''),
    language: front.documentElement.getAttribute('lang') ?? 'zh-CN',
    name: attributeOf('meta[property="og:site_name"]', 'content'),
    description: attributeOf('meta[name=description]', 'content'),
    ...factsOf(existsSync(join(folder, DATA)) ? read(DATA) : '{}'),
    read,
  };
}

const DATA = 'data/datapackage.json';

const ownFiles = (files: Readonly<Record<string, string>>): string[] =>
  [...Object.keys(files), 'release.json'].filter((path) => !/(?:^|\/)\./.test(path)).sort();

function factsOf(text: string): Pick<BuiltSite, 'modified' | 'licence'> {
  const { version, licenses } = JSON.parse(text) as {
    version?: string;
    licenses?: { path?: string; title?: string; name?: string }[];
  };
  const [licence] = licenses ?? [];
  return {
    modified: /^\d{4}-\d\d-\d\d$/.test(version ?? '') && version !== '1970-01-01' ? (version ?? null) : null,
    licence: licence?.path ? { uri: licence.path, name: licence.title ?? licence.name ?? licence.path } : null,
  };
}

/** The path of the site, relative to its root, that a link in a page leads to, and what follows it; null where it leaves the site. */
export function linkedPath(site: Pick<BuiltSite, 'base' | 'address'>, page: string, href: string): LinkedPath | null {
  const root = new URL(site.base, site.address ?? 'https://chronicle.invalid/');
  const here = new URL(page.replace(/(^|\/)index\.html$/, '$1'), root);
  if (!URL.canParse(href, here)) return null;
  const url = new URL(href, here);
  if (url.origin !== root.origin || !url.pathname.startsWith(site.base)) return null;
  const path = decodeURIComponent(url.pathname.slice(site.base.length)).replace(/(^|\/)index\.html$/, '$1');
  return { path, query: url.search, fragment: decodeURIComponent(url.hash.slice(1)) };
}

export interface LinkedPath {
  path: string;
  query: string;
  fragment: string;
}
