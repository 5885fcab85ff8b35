import type { CslItem } from './csl.ts';
import { type Exported, edtfOf, namesOf } from './exported.ts';

// ContextObjects in spans (OpenURL, Z39.88-2004) in the Dublin Core format, by which Zotero and others take every record of a
// page, each by itself.

const FORMAT = [
  ['ctx_ver', 'Z39.88-2004'],
  ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
] as const;

/** What a record is in Zotero’s words, which the format has none for. */
const ZOTERO_TYPES: Partial<Record<CslItem['type'], string>> = {
  'article-newspaper': 'newspaperArticle',
  'article-journal': 'journalArticle',
  broadcast: 'radioBroadcast',
  interview: 'interview',
  personal_communication: 'letter',
  book: 'book',
  chapter: 'bookSection',
  thesis: 'thesis',
  report: 'report',
  graphic: 'artwork',
  motion_picture: 'film',
  song: 'audioRecording',
  map: 'map',
  webpage: 'webpage',
};
export const zoteroType = (type: CslItem['type']): string => ZOTERO_TYPES[type] ?? 'document';

/** What is named of a record in a context object, beside what its item says. */
export interface Coin extends Exported {
  /** Zotero’s type, where it is another than the item’s. */
  type?: string;
  /** Instead of the item’s authors. */
  creators?: readonly string[];
}

/** A record as the `title` of its span; '' where there is not even a title by which to choose it. */
export function contextObject({ csl, date, type = zoteroType(csl.type), creators }: Coin): string {
  const pairs: (readonly [string, string | undefined])[] = [
    ...FORMAT,
    ['rft.type', type],
    ['rft.title', csl.title],
    ...(creators ?? namesOf(csl.author)).map((name) => ['rft.creator', name] as const),
    ['rft.source', csl['container-title']],
    ['rft.publisher', csl.publisher],
    ['rft.date', coinDate(edtfOf(csl, date))],
    ['rft.language', csl.language],
    ['rft.identifier', csl.URL],
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${escaped(value)}`] : [])).join('&');
}

/**
 * What a ContextObject takes for its own is escaped, and nothing else: letters of any script stand as they are, which all who
 * read it decode to themselves, and which are a third as long. Zotero reads a plus, escaped or not, as a blank: 甲+乙 has the
 * sign of Chinese typography.
 */
const escaped = (value: string): string => value.replaceAll('+', '＋').replace(/[\s%&=#;<>"']/g, encodeURIComponent);

/** A day, month or year; what is less plain is no date that a program can read, and is better none than a false one. */
const coinDate = (edtf: string | undefined): string | undefined =>
  edtf && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf) ? edtf : undefined;
