import { formatDateShort } from '#words/dates.ts';
import type { Source } from '../schema/source.ts';
import { kindLike, type SourceKind } from '../schema/source-kinds.ts';
import { authorsOf, titleOf } from './record.ts';

// Records as CSL-JSON (schema 1.0.2), from which Zotero, pandoc and others make a citation in any style.

const TYPES = {
  newspaper: 'article-newspaper',
  journal: 'article-journal',
  webpage: 'webpage',
  broadcast: 'broadcast',
  interview: 'interview',
  letter: 'personal_communication',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  document: 'document',
  photograph: 'graphic',
  film: 'motion_picture',
  recording: 'song',
  inscription: 'document',
  genealogy: 'book',
  map: 'map',
  other: 'document',
} as const satisfies Record<SourceKind, string>;
type CslType = (typeof TYPES)[SourceKind] | 'chapter';

/** A name as it is printed: of a Chinese name nobody need guess which part is the family’s. */
interface CslName {
  literal: string;
}
/** `date-parts` of one day, month or year, or of both ends; words where it is none of these. */
export interface CslDate {
  'date-parts'?: number[][];
  circa?: boolean;
  literal?: string;
}

/** An item of CSL-JSON, as far as this archive fills it. */
export interface CslItem {
  id: string;
  type: CslType;
  title?: string;
  author?: CslName[];
  translator?: CslName[];
  interviewer?: CslName[];
  recipient?: CslName[];
  'container-title'?: string;
  publisher?: string;
  'publisher-place'?: string;
  issued?: CslDate;
  accessed?: CslDate;
  'original-title'?: string;
  'original-author'?: CslName[];
  'original-publisher'?: string;
  'original-date'?: CslDate;
  volume?: string;
  issue?: string;
  page?: string;
  edition?: string;
  number?: string;
  medium?: string;
  scale?: string;
  'event-place'?: string;
  archive?: string;
  archive_collection?: string;
  archive_location?: string;
  'call-number'?: string;
  ISSN?: string;
  ISBN?: string;
  DOI?: string;
  URL?: string;
  language?: string;
  note?: string;
  abstract?: string;
  /** What CSL has no variable for; programs that do not know it pass over it. */
  custom?: { edtf?: string; byline?: string; translatedTitle?: string };
}

const names = (all: readonly string[]): CslName[] => all.map((literal) => ({ literal }));
/** Leaves out what is not known. */
const known = <T extends object>(item: { [Key in keyof T]: T[Key] | undefined | null | '' }): T =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && !isEmpty(value),
    ),
  ) as T;
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

/** An EDTF date for CSL. What a list of numbers cannot say, such as 191X, an open end or 年底, stands in words. */
export function cslDate({
  date,
  dateBasis,
  printed,
}: Pick<Source, 'date' | 'dateBasis' | 'printed'>): CslDate | undefined {
  if (!date) return undefined;
  if (printed && date.includes('/'))
    return { literal: formatDateShort(date, printed), ...(dateBasis === 'inferred' ? { circa: true } : {}) };
  const isUncertain = dateBasis === 'inferred' || /[?~%]/.test(date);
  const ends = date.replace(/[?~%]/g, '').split('/');
  if (!ends.every((end) => /^-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/.test(end))) return { literal: date };
  const parts = ends.map((end) => {
    const [, sign = '', year = '', ...rest] = /^(-?)(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(end) ?? [];
    return [Number(`${sign}${year}`), ...rest.filter((part) => part !== undefined).map(Number)];
  });
  // CSL has no interval from a day to a month: both ends are as fine as the coarser one.
  const fineness = Math.min(...parts.map(({ length }) => length));
  const even = parts.map((part) => part.slice(0, fineness));
  return { 'date-parts': even, ...(isUncertain ? { circa: true } : {}) };
}

/** The original as an item. */
export function sourceToCsl(source: Source, id: string): CslItem {
  const kind = kindLike(source.kind);
  // In a newspaper, a journal or on a site, the “publisher” of our data is what the text stands in.
  const isContainer = kind === 'newspaper' || kind === 'journal' || kind === 'webpage';
  return known<CslItem>({
    id,
    type: kind === 'book' && source.container ? 'chapter' : TYPES[kind],
    title: titleOf(source),
    author: names(authorsOf(source)),
    translator: names(source.translator ?? []),
    interviewer: names(source.interviewer ?? []),
    recipient: names(source.recipient ? [source.recipient] : []),
    'container-title': isContainer ? source.publisher : (source.container ?? source.programme),
    publisher: isContainer ? undefined : source.publisher,
    'publisher-place': source.publisherPlace,
    issued: cslDate(source),
    accessed: source.accessed ? cslDate({ date: source.accessed, dateBasis: 'stated' }) : undefined,
    volume: source.volume,
    issue: source.issue,
    page: source.page,
    edition: source.edition,
    number: source.number,
    medium: source.medium,
    scale: source.scale,
    'event-place': source.location,
    archive: source.repository,
    archive_collection: source.fonds,
    archive_location: source.callNumber && source.repository ? source.callNumber : undefined,
    'call-number': source.repository ? undefined : source.callNumber,
    ISSN: source.issn,
    ISBN: source.isbn,
    DOI: source.doi,
    URL: source.url,
    note: source.note,
  });
}

/** What is needed of a story to make its record. */
export interface Recorded {
  slug: string;
  title: string;
  subtitle?: string | undefined;
  /** Null of an essay, which has no original. */
  text: string | null;
  source: Source | null;
  published: string;
  /** Who wrote, arranged or told it for this site. */
  authors: readonly { name: string }[];
}

/** Whether the words on the page are the source’s own, so that its author is theirs. */
export const isVerbatim = (text: string): boolean => text === 'full' || text === 'transcript';

/**
 * A story’s page as an item: what it is told from stands as its original. An essay is a page; where nobody is named, the site
 * is its author.
 * @param page its address, the name of the site, the language (BCP 47) and what is to be said of its rights
 */
export function storyToCsl(
  { slug, title, subtitle, text, source, published, authors }: Recorded,
  page: { url: string | null; site: string; language: string; rights?: string },
): CslItem {
  const ours = names(authors.map(({ name }) => name));
  const whole = subtitle ? `${title}：${subtitle}` : title;
  const onSite = {
    ...{ title: whole, 'container-title': page.site, issued: cslDate({ date: published, dateBasis: 'stated' }) },
    ...{ URL: page.url, language: page.language, note: page.rights },
  };
  if (!source || text === null)
    return known<CslItem>({
      id: slug,
      type: 'webpage',
      author: ours.length > 0 ? ours : names([page.site]),
      ...onSite,
    });
  const original = sourceToCsl(source, slug);
  const ownType = isVerbatim(text) || kindLike(source.kind) === 'newspaper' ? original.type : 'webpage';
  return known<CslItem>({
    id: slug,
    type: ownType,
    author: isVerbatim(text) ? (original.author ?? []) : ours,
    translator: original.translator,
    'original-title': original.title,
    'original-author': isVerbatim(text) ? undefined : original.author,
    'original-publisher': source.publisher,
    'original-date': original.issued,
    ...onSite,
  });
}
