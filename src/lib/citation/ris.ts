import type { CslItem } from './csl.ts';
import { type Exported, edtfOf, namesOf, pagesOf, plainDate } from './exported.ts';

// Records as RIS, which EndNote, NoteExpress, Zotero and Mendeley read: lines end in CR LF.

const TYPES: Partial<Record<CslItem['type'], string>> = {
  'article-newspaper': 'NEWS',
  'article-journal': 'JOUR',
  webpage: 'ELEC',
  personal_communication: 'PCOMM',
  book: 'BOOK',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  graphic: 'ART',
  motion_picture: 'MPCT',
  song: 'SOUND',
  map: 'MAP',
};

/**
 * Records as one file.
 * @param note words for a date that RIS cannot say, such as one of two months
 */
export const toRis = (records: readonly Exported[], note: (edtf: string) => string): string =>
  records.map((record) => entry(record, note)).join('\r\n');

function entry({ csl, date, translatedTitle }: Exported, note: (edtf: string) => string): string {
  const edtf = edtfOf(csl, date);
  const { year, month, day = '', isWhole } = plainDate(edtf ?? '');
  const [first, last] = (csl.page ?? '').split(/[-–—]/);
  const lines: [string, string | undefined][] = [
    ['TY', TYPES[csl.type] ?? 'GEN'],
    ['ID', csl.id],
    ['TI', csl.title],
    ['TT', translatedTitle],
    ...namesOf(csl.author).map((name): [string, string] => ['AU', name]),
    ...namesOf(csl.translator).map((name): [string, string] => ['A4', name]),
    ['T2', csl['container-title']],
    ['PB', csl.publisher],
    ['CY', csl['publisher-place']],
    ['PY', year],
    ['DA', month && `${year}/${month}/${day}`],
    ['VL', csl.volume],
    ['IS', csl.issue ?? csl.number],
    ['ET', csl.edition],
    ['SP', pagesOf(csl) && first],
    ['EP', last],
    ['AV', [csl.archive, csl.archive_collection, csl.archive_location].filter(Boolean).join(' ')],
    ['SN', csl.ISSN ?? csl.ISBN],
    ['DO', csl.DOI],
    ['UR', csl.URL],
    ['Y2', edtfOf({ issued: csl.accessed }, null)?.replaceAll('-', '/')],
    ['LA', csl.language],
    ['AB', csl.abstract],
    ['N1', edtf && !isWhole ? note(edtf) : undefined],
    ['N1', csl.note],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`] : []));
  return `${written.join('')}ER  - \r\n`;
}
