import { yearOf } from './days.ts';
import { type End, type ReadDate, readDate } from './read.ts';
import type { Stretch, Years } from './stretches.ts';

export { type DateOptions, formatDate, formatDateShort, inferredShort, recursText } from './format.ts';
export { edtfProblem } from './problem.ts';

/** ISO days as `isoDay` writes them, both included; null where the date is open or unknown on that side. */
export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval';

function boundsOf(date: ReadDate): Bounds {
  if (date.kind === 'point') return { earliest: date.point.first, latest: date.point.last };
  if (date.kind !== 'interval') return { earliest: date.first, latest: date.last };
  const day = (end: End, side: 'first' | 'last'): string | null => (typeof end === 'string' ? null : end[side]);
  return { earliest: day(date.start, 'first'), latest: day(date.end, 'last') };
}

/**
 * The first and last day that an EDTF date can mean. Seasons are the Chinese ones (春季 is March to May, 冬季 December to
 * February of the next year). Qualifiers do not widen the bounds. Throws a RangeError on what `edtfProblem` refuses.
 */
export function bounds(text: string): Bounds {
  return boundsOf(readDate(text));
}

const timeOr = (day: string | null, open: number): number => (day === null ? open : Date.parse(day));
const compareTimes = (a: number, b: number): number => (a < b ? -1 : Number(a > b));

/** Orders EDTF dates by earliest day (open starts first), then by latest (open ends last). Throws as `bounds` does. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [bounds(a), bounds(b)];
  const [never, ever] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (
    compareTimes(timeOr(x.earliest, never), timeOr(y.earliest, never)) ||
    compareTimes(timeOr(x.latest, ever), timeOr(y.latest, ever))
  );
}

/** First and last calendar year of an EDTF date, null where it is open or unknown. Throws as `bounds` does. */
export function yearSpan(text: string): Years {
  const { earliest, latest } = bounds(text);
  return { from: earliest === null ? null : yearOf(earliest), to: latest === null ? null : yearOf(latest) };
}

/** A year, decade or century of a date. Null where that is open or unknown. Throws as `bounds` does. */
function endOf(text: string, side: 'start' | 'end'): Stretch | null {
  const date = readDate(text);
  const winter = date.kind === 'season' && side === 'end' && date.season === 24 ? 1 : 0;
  const end = date.kind === 'season' ? { year: date.year + winter, years: 1 as const } : toEnd(date, side);
  return typeof end === 'string' ? null : { first: end.year, last: end.year + end.years - 1, years: end.years };
}

const toEnd = (date: Exclude<ReadDate, { kind: 'season' }>, side: 'start' | 'end'): End =>
  date.kind === 'point' ? date.point : date[side];

/** The year, decade or century in which an EDTF date begins. Null where that is open or unknown. Throws as `bounds` does. */
export const beginningOf = (text: string): Stretch | null => endOf(text, 'start');

/** The year, decade or century in which it ends. */
export const endingOf = (text: string): Stretch | null => endOf(text, 'end');

/** How finely an EDTF date is stated; `a/b` is always 'interval'. Throws as `bounds` does. */
export function datePrecision(text: string): DatePrecision {
  const date = readDate(text);
  if (date.kind !== 'point') return date.kind;
  if (date.point.years > 1) return date.point.years === 10 ? 'decade' : 'century';
  if (date.point.day !== null) return 'day';
  return date.point.month === null ? 'year' : 'month';
}

/**
 * The value for `<time datetime>`: HTML knows a plain, certain year of our era, month or day. Undefined for all else
 * (intervals, qualified dates, seasons, decades, years before our era). Throws as `bounds` does.
 */
export function htmlDatetime(text: string): string | undefined {
  const date = readDate(text);
  if (date.kind !== 'point') return undefined;
  const { year, years, uncertain, approximate } = date.point;
  return year > 0 && years === 1 && uncertain.length + approximate.length === 0 ? text : undefined;
}
