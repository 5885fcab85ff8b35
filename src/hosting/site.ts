import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../disk/files.ts';
import { MEDIA } from '../lib/urls.ts';
import { isEmbeddable, metaPolicy } from './policy.ts';
import { isPicture } from './types.ts';

/** An address that is kept: where what stood there stands now, both from the root of the host. */
export interface Moved {
  from: string;
  to: string;
}

/** A built site, as servers need to know it. Paths are relative to the folder, with `/`. */
export interface BuiltPages {
  /** The origin that it was built for, and the path it lives under: `/`, or `/archive/`. */
  origin: string;
  base: string;
  /** Policies in the heads of its pages. */
  policies: string[];
  /** Policies of pages made for frames on other sites, and the folders of those. */
  framedPolicies: string[];
  framed: string[];
  /** Scripts that work apart from pages, under an address of their own. */
  workers: string[];
  /** Pictures that do not lie in the folder of what never changes. */
  pictures: string[];
  /** Pages that only lead on, and where to. */
  moved: Moved[];
  /** Pages that only tell of what was taken down: their folders, from the root of the host. */
  gone: string[];
  /** Whether stories have their records beside their pages. */
  hasRecords: boolean;
  /** Folders of what programs of other sites may fetch: data, feeds, records, citations of stories. */
  open: string[];
  /** Whether there is a folder of pictures, recordings and documents that stories show. */
  hasMedia: boolean;
}

/** All files of a folder that a server shows: none that a dot hides, and no link, which may lead out of it. */
export const servedFiles = (folder: string): string[] =>
  filesIn(folder).filter((path) => !/(?:^|\/)\./.test(path) && lstatSync(join(folder, path)).isFile());

/**
 * Looks through a built folder.
 * @returns null where it holds no site of ours
 */
export function readSite(folder: string, assets: string): BuiltPages | null {
  const files = servedFiles(folder);
  const pages = files.filter((path) => path.endsWith('.html')).map((path) => [path, read(folder, path)] as const);
  const front = pages.find(([path]) => path === 'index.html')?.[1] ?? '';
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(front)?.[1];
  if (!canonical || !URL.canParse(canonical)) return null;
  const { origin, pathname } = new URL(canonical);
  const policiesOf = (embeddable: boolean) => [
    ...new Set(
      pages.filter(([, html]) => isEmbeddable(html) === embeddable).flatMap(([, html]) => metaPolicy(html) ?? []),
    ),
  ];
  return {
    origin,
    base: pathname.replace(/index\.html$/, ''),
    policies: policiesOf(false),
    framedPolicies: policiesOf(true),
    framed: pages.filter(([, html]) => isEmbeddable(html)).map(([path]) => path.replace(/[^/]+$/, '')),
    workers: files.filter((path) => path === 'sw.js'),
    pictures: files.filter((path) => isPicture(path) && !path.startsWith(`${assets}/`) && !isMedium(path)),
    moved: pages.flatMap(([path, html]) => {
      const from = pathname.replace(/index\.html$/, '') + path.replace(/index\.html$/, '');
      const [, to] = LEADS_ON.exec(html) ?? [];
      // Where paragraphs are called otherwise, only the page itself can lead to them: browsers keep what stands after #.
      if (to === undefined || html.includes(' data-paragraphs=')) return [];
      const { pathname: page, hash } = new URL(to.replaceAll('&amp;', '&'), `${origin}${from}`);
      return [{ from, to: page + hash }];
    }),
    gone: pages.flatMap(([path, html]) =>
      GONE.test(html) ? [pathname.replace(/index\.html$/, '') + path.replace(/index\.html$/, '')] : [],
    ),
    hasRecords: files.some((path) => /^stories\/[^/]+\/cite\.json$/.test(path)),
    open: OPEN_FOLDERS.filter((open) => files.some((path) => path.startsWith(open))),
    hasMedia: files.some(isMedium),
  };
}

/** Where files for programs lie, pages beside them; no page of the site knows its reader, so that none tells more to a program. */
export const OPEN_FOLDERS = ['data/', 'feeds/', 'map/', 'oai/', 'stories/'];

/** How a page leads on by itself (src/layouts/Moved.astro). */
const LEADS_ON = /<meta http-equiv="refresh" content="0;url=([^"]*)"/;

/** How a page says that it stands for what was taken down (src/pages/[...kept].astro). */
const GONE = /<meta name="robots" content="noindex" data-gone/;

const isMedium = (path: string): boolean => path.startsWith(`${MEDIA}/`);

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
