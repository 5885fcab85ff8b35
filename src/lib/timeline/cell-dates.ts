import { recursText } from '#words/dates.ts';
import { CELL_DATES, CELL_MARKS } from '#words/timeline.ts';
import { formatDateShort, inferredShort } from '../dates/edtf.ts';
import { type DatePoint, isWhole, pointsOf, type ReadDate, readDate } from '../dates/read.ts';
import type { Milestone } from '../schema/story.ts';

type Datable = Pick<Milestone, 'date' | 'printed' | 'basis' | 'extent' | 'recurs' | 'planned'>;

/** A year as it stands before printed words: 2019 年, 公元前 500 年; of 2019 年底 without its 年. */
const YEAR = /^(?:公元前? ?)?\d{1,4} ?(?:年(?![初中底末终]) ?|(?=年))/;
/** What says no more than that it begins with the year. */
const SINCE = /^以?来$/;

/**
 * When a milestone was, as short as a column's heading allows: 「10.3」, 「11—12 月间」, 「年底」, 「当年起」, '' of the year itself; what goes
 * beyond the year says its years. Of one without a date the words of its source.
 * @param heading the year, decade or century that stands over it, in EDTF
 */
export function cellDate({ date, printed, extent, recurs }: Datable, heading: string): string {
  if (date === null) return recurs === undefined || printed ? (printed ?? '') : recursText(recurs);
  const read = readDate(date);
  const isIn = isWithin(read, heading);
  if (printed) {
    const words = formatDateShort(date, printed);
    const rest = isIn ? words.replace(YEAR, '') || words : words;
    return SINCE.test(rest) ? CELL_DATES.from('') : rest;
  }
  const words = (isIn ? withinYear(read) : null) ?? formatDateShort(date);
  return extent === 'within' && words !== '' ? CELL_DATES.within(words) : words;
}

/** Whether all that a date names lies in the year of the heading. */
function isWithin(date: ReadDate, heading: string): boolean {
  if (date.kind === 'season') return String(date.year).padStart(4, '0') === heading;
  return pointsOf(date).every(({ year, years }) => years === 1 && year === Number(heading));
}

/** A date without its year; null where that cannot be left out. */
function withinYear(date: ReadDate): string | null {
  if (date.kind === 'season') return CELL_DATES.season(date.season - 21);
  if (date.kind === 'point') return pointWords(date.point);
  const { start, end } = date;
  if (typeof start === 'string') return null;
  if (typeof end === 'string') return CELL_DATES.from(pointWords(start));
  if (start.month === null || end.month === null) return pointWords(start) === pointWords(end) ? '' : null;
  if (start.day === null && end.day === null)
    return start.month === end.month ? pointWords(start) : CELL_DATES.months(start.month, end.month);
  if (start.day !== null && end.day !== null && start.month === end.month)
    return CELL_DATES.days(start.month, start.day, end.day);
  return CELL_DATES.run(pointWords(start), pointWords(end));
}

function pointWords({ month, day }: DatePoint): string {
  if (month === null) return '';
  return day === null ? CELL_DATES.month(month) : CELL_DATES.day(month, day);
}

/** From when to when a bar goes, which says its own years: 「2015.10—2020.10」. */
export const barDate = (date: string): string => formatDateShort(date);

/** What must be known of a date beside it, a word each: 「计划」, 「约」, 「年份推定」, 「存疑」, 「每月一次」. */
export function dateMarks({ date, printed, basis, recurs, planned }: Datable): string[] {
  const marks: string[] = planned ? [CELL_MARKS.planned] : [];
  if (date !== null) {
    const points = pointsOf(readDate(date));
    if (points.some(({ approximate }) => approximate.length > 0)) marks.push(CELL_MARKS.approximate);
    if (basis === 'inferred') marks.push(inferredShort(date, printed));
    else if (points.some(({ uncertain }) => uncertain.length > 0)) marks.push(CELL_MARKS.doubtful);
  }
  if (recurs !== undefined && (date !== null || printed !== undefined) && recursText(recurs) !== printed)
    marks.push(recursText(recurs));
  return marks;
}

/** Which ends of a bar are firm: stated, and known. */
export function firmEnds({ date, basis }: { date: string; basis: 'stated' | 'inferred' }): [boolean, boolean] {
  const read = readDate(date);
  if (basis === 'inferred' || read.kind !== 'interval') return [false, false];
  const isFirm = (end: typeof read.start) =>
    typeof end !== 'string' && end.years === 1 && !isWhole(end, 'approximate') && end.uncertain.length === 0;
  return [isFirm(read.start), isFirm(read.end)];
}
