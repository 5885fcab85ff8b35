import { formatDateShort } from '#words/dates.ts';
import { SOURCES } from '#words/sources.ts';
import type { Source } from '../schema/source.ts';
import { kindLike, type SourceKind } from '../schema/source-kinds.ts';
import { authorsOf, titleOf } from './record.ts';

// References by GB/T 7714, in the full-width punctuation of the site’s language.

/** Codes of the kinds of document (annex B); what has none is Z. */
const CODES: Readonly<Record<SourceKind, string>> = {
  newspaper: 'N',
  journal: 'J',
  webpage: 'EB',
  broadcast: 'Z',
  interview: 'Z',
  letter: 'Z',
  book: 'M',
  thesis: 'D',
  report: 'R',
  document: 'A',
  photograph: 'Z',
  film: 'Z',
  recording: 'Z',
  inscription: 'Z',
  genealogy: 'M',
  map: 'CM',
  other: 'Z',
};

/** Kinds that are archival records where an archive keeps them. */
const KEPT: ReadonlySet<SourceKind> = new Set(['interview', 'letter', 'photograph', 'film', 'recording', 'other']);

/** The code of a source: N, J, M … */
export function documentCode({ kind, repository }: Pick<Source, 'kind' | 'repository'>): string {
  const like = kindLike(kind);
  return repository && KEPT.has(like) ? 'A' : CODES[like];
}

/** Up to three names, and that there are more. */
export function namesText(names: readonly string[]): string {
  return names.length > 3 ? [...names.slice(0, 3), SOURCES.etAl].join('，') : names.join('，');
}

/**
 * An EDTF date as a reference gives it: in brackets where it is inferred, both ends where it is an interval; what
 * an interval stands for in printed words, 2019 年底, in these.
 */
export function dateText({ date, dateBasis, printed }: Pick<Source, 'date' | 'dateBasis' | 'printed'>): string {
  if (!date) return '';
  if (printed && date.includes('/')) return bracketed(formatDateShort(date, printed), dateBasis === 'inferred');
  const plain = date
    .replace(/[?~%]/g, '')
    .split('/')
    .filter((end) => end !== '' && end !== '..')
    .join('—');
  return bracketed(plain, dateBasis === 'inferred' || plain !== date.replace('/', '—'));
}

/** What is not stated stands in square brackets. */
const bracketed = (text: string, isInferred: boolean): string => (isInferred ? `［${text}］` : text);

const joined = (mark: string, ...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(mark);
const ended = (parts: readonly string[]) => `${parts.filter(Boolean).join('．')}．`;

/** A source as a reference by GB/T 7714. */
export function citeSource(source: Source): string {
  const { url, accessed, doi, translator } = source;
  const isOnline = url !== undefined || kindLike(source.kind) === 'webpage';
  const title = titleOf(source) ?? SOURCES.untitled;
  const seen = accessed ? `［${accessed}］` : '';
  return ended([
    namesText(authorsOf(source)),
    `${title}［${documentCode(source)}${isOnline ? '/OL' : ''}］${source.container ? `//${source.container}` : ''}`,
    translator ? SOURCES.translated(namesText(translator)) : '',
    `${originOf(source)}${seen}`,
    url ?? '',
    doi ? `DOI：${doi}` : '',
  ]);
}

/** Where and when it came out or is kept, by the rules of its kind. */
function originOf(source: Source): string {
  const { publisher, publisherPlace, volume, issue, page, edition, repository, fonds, callNumber, number, location } =
    source;
  const date = dateText(source);
  switch (kindLike(source.kind)) {
    case 'newspaper':
      return `${joined('，', publisher, date)}${page ? `（${page}）` : ''}`;
    case 'journal': {
      const part = `${volume ?? ''}${issue ? `（${issue}）` : ''}`;
      const year = volume || issue ? date.replace(/^(［?-?\d{4}).*?(］?)$/, '$1$2') : date;
      return joined('：', joined('，', publisher, year, part), page);
    }
    case 'webpage':
      return joined('，', publisher, date && `（${date}）`);
    case 'book':
    case 'thesis':
    case 'report':
    case 'map':
    case 'genealogy': {
      const made = joined('，', joined('：', publisherPlace, publisher), date);
      const kept = joined('：', repository, joined(' ', fonds, callNumber));
      return joined('．', edition, volume, number, joined('：', made, page), source.scale, kept);
    }
    default: {
      const where = repository ?? publisher ?? publisherPlace ?? location;
      const programme = titleOf(source) === source.programme ? '' : source.programme;
      const who = source.interviewer ? namesText(source.interviewer) : '';
      return joined('：', joined('，', programme, who, where, date), joined(' ', fonds, callNumber ?? number));
    }
  }
}
