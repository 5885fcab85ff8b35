import type { BookWords } from './book-words.ts';
import { escapeXml, tag } from './xhtml.ts';

// The files of an EPUB 3 (EPUB 3.3, with the accessibility metadata of schema.org), of chapters that are XHTML already.

/** A text of the book. */
export interface Chapter {
  /** Its file, from the folder of the book: `stories/two-villages.xhtml`. */
  file: string;
  title: string;
  /** What stands in its body, as XHTML. */
  body: string;
  /** BCP 47, where that is not the book's. */
  language?: string;
  /** Whether it opens those that follow, up to the next of its kind. */
  isPart: boolean;
  kind: 'part' | 'chapter' | 'appendix';
}

/** A picture of the book. */
export interface Picture {
  file: string;
  type: string;
  bytes: Uint8Array;
}

export interface Book {
  /** `urn:uuid:…`, the same for every edition. */
  identifier: string;
  title: string;
  subtitle: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** Who wrote the texts; and who wrote what they are told from. */
  authors: readonly string[];
  reporters: readonly string[];
  publisher: string;
  /** Each original as a line of a bibliography. */
  sources: readonly string[];
  rights: string | null;
  /** Day of the last change of what it holds, `YYYY-MM-DD`: the edition. */
  modified: string;
  /** Address of the site; null where it has none. */
  address: string | null;
  chapters: readonly Chapter[];
  pictures: readonly Picture[];
  /** Records of all texts and originals, CSL-JSON. */
  records: string;
  style: string;
}

const FOLDER = 'EPUB/';
const RECORDS = 'records.csl.json';

/** All files of a book by their paths, in the order in which they are packed; `mimetype` is first and packed as it is. */
export function bookFiles(book: Book, words: BookWords): Map<string, string | Uint8Array> {
  const own: [string, string | Uint8Array][] = [
    ['package.opf', packageFile(book, words)],
    ['nav.xhtml', navigation(book, words)],
    ['title.xhtml', titlePage(book, words)],
    ['book.css', book.style],
    ...book.chapters.map((chapter): [string, string] => [chapter.file, chapterFile(chapter, book)]),
    ...book.pictures.map(({ file, bytes }): [string, Uint8Array] => [file, bytes]),
    [RECORDS, book.records],
  ];
  return new Map([
    ['mimetype', 'application/epub+zip'],
    [
      'META-INF/container.xml',
      `<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${FOLDER}package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n`,
    ],
    ...own.map(([file, content]): [string, string | Uint8Array] => [FOLDER + file, content]),
  ]);
}

interface Page {
  title: string;
  language: string;
  body: string;
  /** From the file to the folder of the book. */
  up: string;
}

const page = ({ title, language, body, up }: Page): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}"><head><meta charset="utf-8"/><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="${up}book.css"/></head>${body}</html>\n`;

/** From a file of the book to its folder. */
export const upFrom = (file: string): string => '../'.repeat(file.split('/').length - 1);

function chapterFile({ file, title, body, language, kind }: Chapter, book: Book): string {
  const role = kind === 'part' ? 'part' : kind === 'appendix' ? 'appendix' : 'chapter';
  const section = `<section epub:type="${role}" role="doc-${role}" aria-label="${escapeXml(title)}">${body}</section>`;
  const where = kind === 'appendix' ? 'backmatter' : 'bodymatter';
  return page({
    title,
    language: language ?? book.language,
    body: `<body epub:type="${where}">${section}</body>`,
    up: upFrom(file),
  });
}

function titlePage(book: Book, words: BookWords): string {
  const lines = [
    book.publisher === book.title ? '' : book.publisher,
    words.day(book.modified),
    book.address ? words.from(book.address) : '',
    book.rights ? words.rights(book.rights) : '',
  ].filter(Boolean);
  const body = [
    `<h1>${escapeXml(book.title)}</h1>`,
    book.subtitle && `<p class="subtitle">${escapeXml(book.subtitle)}</p>`,
    book.description && `<p class="description">${escapeXml(book.description)}</p>`,
    ...lines.map((line) => `<p class="imprint">${escapeXml(line)}</p>`),
  ].join('');
  return page({
    title: book.title,
    language: book.language,
    body: `<body epub:type="frontmatter" class="title-page"><section epub:type="titlepage" aria-label="${escapeXml(words.titlePage)}">${body}</section></body>`,
    up: '',
  });
}

function navigation(book: Book, words: BookWords): string {
  const start = book.chapters[0]?.file ?? 'title.xhtml';
  const landmarks = [
    ['titlepage', 'title.xhtml', words.titlePage],
    ['toc', 'nav.xhtml', words.contents],
    ['bodymatter', start, words.start],
  ].map(([type, href, name]) => `<li><a epub:type="${type}" href="${href}">${escapeXml(name ?? '')}</a></li>`);
  const body =
    `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc">${escapeXml(words.contents)}</h1><ol>${tableOf(book.chapters)}</ol></nav>` +
    `<nav epub:type="landmarks" aria-label="${escapeXml(words.landmarks)}" hidden="hidden"><ol>${landmarks.join('')}</ol></nav>`;
  return page({
    title: words.contents,
    language: book.language,
    body: `<body epub:type="frontmatter">${body}</body>`,
    up: '',
  });
}

/** Chapters under the part that opens them. */
function tableOf(chapters: readonly Chapter[]): string {
  const groups: { head: Chapter; below: Chapter[] }[] = [];
  for (const chapter of chapters) {
    const last = groups.at(-1);
    if (chapter.isPart || chapter.kind === 'appendix' || !last?.head.isPart) groups.push({ head: chapter, below: [] });
    else last.below.push(chapter);
  }
  const link = ({ file, title }: Chapter) => `<a href="${encodeURI(file)}">${escapeXml(title)}</a>`;
  return groups
    .map(({ head, below }) => {
      const inner = below.map((chapter) => `<li>${link(chapter)}</li>`).join('');
      return `<li>${link(head)}${inner ? `<ol>${inner}</ol>` : ''}</li>`;
    })
    .join('');
}

function packageFile(book: Book, words: BookWords): string {
  const dc = (name: string, text: string, id?: string) => tag(`dc:${name}`, id ? [['id', id]] : [], escapeXml(text));
  const meta = (property: string, text: string, refines?: string) =>
    tag(
      'meta',
      [...(refines ? [['refines', refines] as [string, string]] : []), ['property', property]],
      escapeXml(text),
    );
  const people = (names: readonly string[], kind: 'creator' | 'contributor', role: string) =>
    names.flatMap((name, at) => [
      dc(kind, name, `${kind}-${at + 1}`),
      tag(
        'meta',
        [
          ['refines', `#${kind}-${at + 1}`],
          ['property', 'role'],
          ['scheme', 'marc:relators'],
        ],
        role,
      ),
    ]);
  const metadata = [
    dc('identifier', book.identifier, 'id'),
    dc('title', book.title, 'title'),
    meta('title-type', 'main', '#title'),
    ...(book.subtitle ? [dc('title', book.subtitle, 'subtitle'), meta('title-type', 'subtitle', '#subtitle')] : []),
    dc('language', book.language),
    ...people(book.authors, 'creator', 'aut'),
    ...people(book.reporters, 'contributor', 'ant'),
    dc('publisher', book.publisher),
    dc('date', book.modified),
    meta('dcterms:modified', `${book.modified}T00:00:00Z`),
    ...(book.description ? [dc('description', book.description)] : []),
    ...(book.rights ? [dc('rights', book.rights)] : []),
    ...(book.address ? [dc('source', book.address)] : []),
    ...book.sources.map((source) => dc('source', source)),
    tag(
      'link',
      [
        ['rel', 'record'],
        ['href', RECORDS],
        ['media-type', 'application/vnd.citationstyles.csl+json'],
      ],
      null,
    ),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'alternativeText', 'displayTransformability'].map(
      (feature) => meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'none'),
    meta('schema:accessibilitySummary', words.accessible),
  ];
  const item = (id: string, href: string, type: string, properties = '') =>
    tag(
      'item',
      [
        ['id', id],
        ['href', encodeURI(href)],
        ['media-type', type],
        ...(properties ? [['properties', properties] as [string, string]] : []),
      ],
      null,
    );
  const xhtml = 'application/xhtml+xml';
  const items = [
    item('nav', 'nav.xhtml', xhtml, 'nav'),
    item('title-page', 'title.xhtml', xhtml),
    item('style', 'book.css', 'text/css'),
    ...book.chapters.map(({ file, body }, at) =>
      item(`chapter-${at + 1}`, file, xhtml, body.includes('<svg') ? 'svg' : ''),
    ),
    ...book.pictures.map(({ file, type }, at) => item(`picture-${at + 1}`, file, type)),
  ];
  const spine = ['title-page', 'nav', ...book.chapters.map((_, at) => `chapter-${at + 1}`)].map((id) =>
    tag('itemref', [['idref', id]], null),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}" prefix="schema: http://schema.org/"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata.join('\n')}</metadata><manifest>${items.join('\n')}</manifest><spine>${spine.join('')}</spine></package>\n`;
}
