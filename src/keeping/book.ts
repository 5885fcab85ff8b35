import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionOf, typeOf } from '../hosting/types.ts';
import type { BookWords } from '../lib/keeping/book-words.ts';
import { type Book, bookFiles, type Chapter, type Picture, upFrom } from '../lib/keeping/epub.ts';
import { type DomElement, escapeXml, type Places, toXhtml } from '../lib/keeping/xhtml.ts';
import { type BuiltSite, documentOf, linkedPath } from './built-site.ts';

// A book of a built site: its chapters are the pages of its stories, so that it tells what they tell and no more.

/** As much of a row of data/articles.json as a book needs. */
interface Article {
  id: string;
  title: string;
  language: string;
  summary: string;
  kind: string;
  county: string | null;
  counties: string[];
  authors: string[];
  originalAuthors: string[];
}

/** A page of the site that is to be a chapter. */
interface Wanted {
  /** As it is linked to: `stories/two-villages/`. */
  path: string;
  file: string;
  title: string;
  language: string;
  kind: Chapter['kind'];
  isPart: boolean;
  /** What of the page goes in, as a selector; the first that is there. */
  takes: readonly string[];
  /** What comes after that. */
  more: string;
}

/** A county that has a book of its own. */
export interface Part {
  id: string;
  name: string;
}

const articlesOf = (site: BuiltSite): Article[] =>
  site.files.includes('data/articles.json') ? (JSON.parse(site.read('data/articles.json')) as Article[]) : [];

/** The counties of the site that stories are told of, in its own order. */
export const partsOf = (site: BuiltSite): Part[] => [
  ...new Map(
    articlesOf(site)
      .filter(({ county }) => county !== null)
      .map(({ county }) => [county, { id: county as string, name: titleAt(site, `counties/${county}/`) }]),
  ).values(),
];

const titleAt = (site: BuiltSite, path: string): string =>
  documentOf(site.read(`${path}index.html`))
    .querySelector('h1')
    ?.textContent?.trim() ?? '';

/**
 * The files of a book, by path.
 * @param part the county whose book it is; null: all that the site tells
 * @returns null where there is no story to be in it
 */
export function makeBook(
  site: BuiltSite,
  part: Part | null,
  words: BookWords,
): Map<string, string | Uint8Array> | null {
  const articles = articlesOf(site).filter(({ counties, county }) =>
    part ? county !== null && counties.includes(part.id) : true,
  );
  if (articles.length === 0) return null;
  const wanted = wantedFor(site, articles, part, words);
  const pictures = new Map<string, Picture>();
  const chapters = chaptersOf(site, wanted, pictures);
  const title = part ? words.partTitle(site.name, part.name) : site.name;
  const scope = `${site.address ?? site.name} ${part?.id ?? ''}`;
  const book: Book = {
    ...{ title, identifier: uuidOf(scope), subtitle: part ? '' : subtitleOf(site) },
    ...{ description: site.description, language: site.language, publisher: site.name },
    authors: distinct(articles.flatMap(({ authors }) => authors)),
    reporters: distinct(articles.flatMap(({ originalAuthors }) => originalAuthors)),
    sources: distinct(articles.flatMap(({ id }) => originalsOf(site, id))),
    rights: site.licence?.name ?? null,
    modified: site.modified ?? '1970-01-01',
    address: site.address,
    ...{ chapters, pictures: [...pictures.values()] },
    records: `${JSON.stringify(
      articles.flatMap(({ id }) => JSON.parse(site.read(`stories/${id}/cite.json`)) as object[]),
      null,
      1,
    )}\n`,
    style: readFileSync(new URL('./book.css', import.meta.url), 'utf8'),
  };
  return bookFiles(book, words);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Behind the name in the title of the front page. */
const subtitleOf = (site: BuiltSite): string =>
  (documentOf(site.read('index.html')).title ?? '').split(' · ').slice(1).join(' · ');

/** The references of a story's originals, as its page prints them. */
const originalsOf = (site: BuiltSite, id: string): string[] =>
  [...documentOf(site.read(`stories/${id}/index.html`)).querySelectorAll('#cite-originals p')].map((line) =>
    (line.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

/** A name-based UUID in the form of version 8: the same for the same name. */
export function uuidOf(name: string): string {
  const digits = hash('sha256', name).slice(0, 32);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Counties with their stories, essays, and at the end of the whole what the stories lead to. */
function wantedFor(site: BuiltSite, articles: readonly Article[], part: Part | null, words: BookWords): Wanted[] {
  const stories = ({ id, title, language }: Article): Wanted => ({
    ...{ path: `stories/${id}/`, file: `stories/${id}.xhtml`, title, language },
    ...{ kind: 'chapter', isPart: false, takes: ['article.story', 'main'], more: '' },
  });
  const counties = (part ? [part] : partsOf(site)).flatMap(({ id, name }): Wanted[] => {
    const own = articles.filter(({ county, counties: all }) => (part ? all.includes(id) : county === id));
    const list = own.map(
      ({ id: slug, title, summary }) =>
        `<li><a href="../stories/${slug}.xhtml">${escapeXml(title)}</a> <span>${escapeXml(summary)}</span></li>`,
    );
    const head: Wanted = {
      ...{ path: `counties/${id}/`, file: `counties/${id}.xhtml`, title: name, language: site.language },
      ...{ kind: 'part', isPart: true, takes: ['.county-header > div', '.county-header', 'main h1'] },
      more: `<ol class="part-contents">${list.join('')}</ol>`,
    };
    return [head, ...own.map(stories)];
  });
  if (part) return [...counties, ...appendices(site, ['about/'])];
  const essays = articles.filter(({ county }) => county === null);
  const essayPart: Wanted[] =
    essays.length === 0
      ? []
      : [
          {
            ...{ path: '', file: 'essays.xhtml', title: words.essays, language: site.language },
            ...{ kind: 'part', isPart: true, takes: [] },
            more: `<h1>${escapeXml(words.essays)}</h1><ol class="part-contents">${essays
              .map(
                ({ id, title, summary }) =>
                  `<li><a href="stories/${id}.xhtml">${escapeXml(title)}</a> <span>${escapeXml(summary)}</span></li>`,
              )
              .join('')}</ol>`,
          },
          ...essays.map(stories),
        ];
  return [...counties, ...essayPart, ...appendices(site, ['practices/', 'people/', 'places/', 'about/'])];
}

/** Pages of the site that stand at the end, with the pages below them; those that it has, and that do not lead on. */
function appendices(site: BuiltSite, paths: readonly string[]): Wanted[] {
  return paths.flatMap((path) => {
    const pages = site.files
      .filter((file) => file.startsWith(path) && /(?:^|\/)index\.html$/.test(file))
      .map((file) => file.replace(/index\.html$/, ''))
      .sort();
    return pages.flatMap((page): Wanted[] => {
      const html = site.read(`${page}index.html`);
      if (/<meta http-equiv="refresh"/.test(html)) return [];
      const title = documentOf(html).querySelector('h1')?.textContent?.trim();
      if (!title) return [];
      return [
        {
          ...{ path: page, file: `${page.replace(/\/$/, '')}.xhtml`, title, language: site.language },
          ...{ kind: page === path ? 'appendix' : 'chapter', isPart: page === path, takes: ['main'], more: '' },
        },
      ];
    });
  });
}

const ID = /\sid="([^"]+)"/g;

/** The chapters, with links among them. What is linked to and not in the book is on the site, where that has an address. */
function chaptersOf(site: BuiltSite, wanted: readonly Wanted[], pictures: Map<string, Picture>): Chapter[] {
  const roots = new Map(wanted.map((one) => [one, rootsOf(site, one)]));
  // First without links, to know which places there are.
  const nowhere: Places = { link: () => null, picture: () => null };
  const files = new Map(wanted.filter(({ path }) => path !== '').map(({ path, file }) => [path, file]));
  const places = new Map(
    wanted.map((one) => {
      const body = toXhtml(roots.get(one) ?? [], nowhere);
      return [one.file, new Set(Array.from(body.matchAll(ID), ([, id = '']) => id))];
    }),
  );
  return wanted.map((one): Chapter => {
    const link = (href: string) => {
      const led = linkedPath(site, one.path, href);
      if (!led) return /^(?:https?|mailto):/.test(href) ? href : null;
      const file = files.get(led.path);
      if (file === undefined) return led.query === '' && site.address ? addressOf(site.address, led) : null;
      const place = led.fragment !== '' && places.get(file)?.has(led.fragment) ? `#${encodeURI(led.fragment)}` : '';
      if (file === one.file) return place || null;
      return upFrom(one.file) + encodeURI(file) + place;
    };
    const picture = (source: string) => {
      const led = linkedPath(site, one.path, source);
      if (!led || !site.files.includes(led.path) || !CORE.has(extensionOf(led.path))) return null;
      const file = `pictures/${led.path.replace(/^.*?([^/]+\/)?([^/]+)$/, '$1$2').replaceAll('/', '-')}`;
      const bytes = readFileSync(join(site.folder, led.path));
      pictures.set(file, { file, type: typeOf(led.path).replace(/;.*/, ''), bytes });
      return upFrom(one.file) + encodeURI(file);
    };
    const body = toXhtml(roots.get(one) ?? [], { link, picture }) + one.more;
    const { file, title, kind, isPart } = one;
    return { file, title, kind, isPart, body, ...(one.language === site.language ? {} : { language: one.language }) };
  });
}

/** What every reader of EPUB 3 shows. */
const CORE = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp', 'svg']);

const addressOf = (root: string, { path, fragment }: { path: string; fragment: string }): string =>
  new URL(path + (fragment && `#${fragment}`), root).href;

function rootsOf(site: BuiltSite, { path, takes }: Wanted): DomElement[] {
  if (takes.length === 0) return [];
  const document = documentOf(site.read(`${path}index.html`));
  const root = takes.map((selector) => document.querySelector(selector)).find((found) => found !== null);
  if (!root) throw new Error(`${path}: ${takes.join(', ')}`);
  // Of a page its content, of an element itself.
  return (root.localName === 'main' ? [...root.childNodes] : [root]) as unknown as DomElement[];
}
