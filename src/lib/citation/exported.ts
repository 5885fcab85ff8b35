import type { CslItem } from './csl.ts';

/** A record as exports take it: its item, and its date in EDTF, which says more than the item’s. */
export interface Exported {
  csl: CslItem;
  date: string | null;
  /** Who wrote it, with their roles, as printed: 「通讯员 甲一」. */
  byline?: string;
  /** Its title in English, where it has one beside its own. */
  translatedTitle?: string;
}

export const namesOf = (all: CslItem['author']): string[] => (all ?? []).map(({ literal }) => literal);
export const pagesOf = ({ page }: Pick<CslItem, 'page'>): string | undefined => page;

/** A record’s date in EDTF: its own, else what the item says in numbers. */
export function edtfOf(
  { issued }: { issued?: CslItem['issued'] | undefined },
  date: string | null,
): string | undefined {
  if (date) return date;
  const parts = issued?.['date-parts'];
  return parts?.map((part) => part.map((number) => String(number).padStart(2, '0')).join('-')).join('/');
}

/**
 * What programs that know no EDTF are told of a date: year, month and day as far as it has them, of an interval the year in
 * which both ends lie; and whether that says all of it.
 */
export function plainDate(edtf: string): { year?: string; month?: string; day?: string; isWhole: boolean } {
  const ends = edtf
    .replace(/[?~%]/g, '')
    .split('/')
    .map((end) => /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(end));
  const [first] = ends;
  if (!first || ends.some((end) => end?.[1] !== first[1])) return { isWhole: false };
  const [, year = '', month, day] = ends.length === 1 ? first : [first[0], first[1]];
  return { year, ...(month ? { month } : {}), ...(day ? { day } : {}), isWhole: first[0] === edtf };
}
