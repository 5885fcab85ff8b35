import type { CslItem } from './csl.ts';
import { type Exported, edtfOf, namesOf, pagesOf, plainDate } from './exported.ts';

// Records as BibTeX that biblatex, JabRef and Zotero read. `date` is EDTF, as biblatex has it; `year` and `month` stand beside
// it for programs that know no other.

const TYPES: Partial<Record<CslItem['type'], string>> = {
  'article-newspaper': 'article',
  'article-journal': 'article',
  webpage: 'online',
  book: 'book',
  chapter: 'incollection',
  thesis: 'thesis',
  report: 'report',
};

/** Records as one file, an entry each. */
export const toBibtex = (records: readonly Exported[]): string => records.map(entry).join('\n');

function entry({ csl, date, translatedTitle }: Exported): string {
  const type = TYPES[csl.type] ?? 'misc';
  const edtf = edtfOf(csl, date);
  const { year, month } = plainDate(edtf ?? '');
  const isPart = csl.type === 'article-newspaper' || csl.type === 'article-journal';
  const fields: [string, string | undefined][] = [
    ['entrysubtype', csl.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['title', text(csl.title)],
    ['titleaddon', text(translatedTitle)],
    ['author', names(csl.author)],
    ['translator', names(csl.translator)],
    [isPart ? 'journal' : type === 'incollection' ? 'booktitle' : 'howpublished', text(csl['container-title'])],
    [type === 'thesis' || type === 'report' ? 'institution' : 'publisher', text(csl.publisher)],
    ['address', text(csl['publisher-place'])],
    ['date', edtf],
    ['year', year],
    ['month', month && String(Number(month))],
    ['volume', text(csl.volume)],
    ['number', text(csl.issue ?? csl.number)],
    ['edition', text(csl.edition)],
    ['pages', pagesOf(csl)?.replace(/[-–—]/g, '--')],
    ['library', text(keptIn(csl))],
    ['issn', csl.ISSN],
    ['isbn', csl.ISBN],
    ['doi', csl.DOI],
    ['url', csl.URL],
    ['urldate', edtfOf({ issued: csl.accessed }, null)],
    ['language', csl.language],
    ['abstract', text(csl.abstract)],
    ['note', text(csl.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${type}{${csl.id},\n${lines.join('')}}\n`;
}

const keptIn = ({ archive, archive_collection, archive_location }: CslItem): string =>
  [archive, archive_collection, archive_location].filter(Boolean).join(' ');

/** What TeX takes for its own is escaped; a paragraph is one line. */
const text = (value: string | undefined): string | undefined =>
  value?.replace(/\s+/g, ' ').replace(/[\\{}%&#$_^~]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
};

/** A name is in braces where its blanks and commas are no boundary between given name and surname. */
function names(all: CslItem['author']): string | undefined {
  const printed = namesOf(all).map((name) => (/[\s,]/.test(name) ? `{${text(name)}}` : (text(name) ?? '')));
  return printed.length > 0 ? printed.join(' and ') : undefined;
}
