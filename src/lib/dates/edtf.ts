import { type End, type ReadDate, readDate } from './read.ts';

export { type DateOptions, formatDate, formatDateShort } from './format.ts';
export { edtfProblem } from './problem.ts';

/** ISO days 'YYYY-MM-DD', both included; null where the date is open or unknown on that side. */
export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

export type DatePrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'interval';

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

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders EDTF dates by earliest day (open starts first), then by latest (open ends last). Throws as `bounds` does. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [bounds(a), bounds(b)];
  return compareText(x.earliest ?? '', y.earliest ?? '') || compareText(x.latest ?? '~', y.latest ?? '~');
}

/** First and last calendar year of an EDTF date, null where it is open or unknown. Throws as `bounds` does. */
export function yearSpan(text: string): { from: number | null; to: number | null } {
  const year = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));
  const { earliest, latest } = bounds(text);
  return { from: year(earliest), to: year(latest) };
}

/** How finely an EDTF date is stated; `a/b` is always 'interval'. Throws as `bounds` does. */
export function datePrecision(text: string): DatePrecision {
  const date = readDate(text);
  if (date.kind !== 'point') return date.kind;
  if (date.point.day !== null) return 'day';
  return date.point.month === null ? 'year' : 'month';
}

/**
 * The value for `<time datetime>`: HTML knows a plain, certain year, month or day. Undefined for all else (intervals,
 * qualified dates, seasons, decades). Throws as `bounds` does.
 */
export function htmlDatetime(text: string): string | undefined {
  const date = readDate(text);
  const plain = date.kind === 'point' && !date.point.uncertain.length && !date.point.approximate.length;
  return plain ? text : undefined;
}
