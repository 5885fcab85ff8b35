import { needEras, runWords, stretchShort, stretchWords, yearNumber, yearShort } from './eras.ts';
import { inferredMark, notesText } from './notes.ts';
import { printedTime } from './printed.ts';
import { type Component, componentsOf, type DatePoint, type End, isWhole, type ReadDate, readDate } from './read.ts';
import { type Stretch, stretchAt } from './stretches.ts';

/** What a milestone or source says about its date beside the EDTF text. */
export interface DateOptions {
  /** A moment somewhere inside the interval, not its whole length. */
  extent?: 'within' | undefined;
  basis?: 'stated' | 'inferred' | undefined;
  /** What an inference rests on, in short words: 同版文章. */
  ground?: string | undefined;
  /** The time's words as printed, which stand in place of the date's own: 2019 年底. */
  printed?: string | undefined;
  /** Hours and minutes, "10:10". */
  time?: string | undefined;
  /** ISO 8601 duration between repetitions: P1M is monthly. */
  recurs?: string | undefined;
  planned?: boolean | undefined;
}

const SEASONS = ['春', '夏', '秋', '冬'] as const;
const SUFFIXES = { month: '月', day: '日' } as const;
const RECURRENCES: Record<string, string> = {
  P1D: '每天一次',
  P7D: '每周一次',
  P1W: '每周一次',
  P1M: '每月一次',
  P3M: '每季度一次',
  P6M: '每半年一次',
  P1Y: '每年一次',
};
const PERIODS: Record<string, string> = { D: '天', W: '周', M: '个月', Y: '年' };

/** Joins Han to what follows, with a blank before a digit. */
const glue = (left: string, right: string): string => (left && /^\d/.test(right) ? `${left} ${right}` : left + right);

/** The years that a point states, as one stretch. */
const stretchOfPoint = ({ year, years }: DatePoint): Stretch => ({ first: year, last: year + years - 1, years });

interface PointOptions {
  omit?: Component | undefined;
  /** Says 公元 too, beside a date before our era. */
  withEra?: boolean;
}

const componentText = (point: DatePoint, name: Component, withEra: boolean): string =>
  name === 'year' ? stretchWords(stretchOfPoint(point), withEra) : `${point[name]} ${SUFFIXES[name]}`;

function pointText(point: DatePoint, { omit, withEra = false }: PointOptions = {}): string {
  const parts = componentsOf(point).filter((name) => name !== omit);
  const words = parts.map((name) => componentText(point, name, withEra)).join(' ');
  return isWhole(point, 'approximate') ? glue('约', words) : words;
}

/** The finest component of two points that agree on all coarser ones: only these can share one suffix. */
function sharedUnit(a: DatePoint, b: DatePoint): Component | undefined {
  const names = componentsOf(a);
  const last = names.at(-1);
  const alike =
    names.length === componentsOf(b).length && a.years === b.years && a.approximate.join() === b.approximate.join();
  return alike && names.every((name) => name === last || a[name] === b[name]) ? last : undefined;
}

function closedText(a: DatePoint, b: DatePoint): string {
  const unit = sharedUnit(a, b);
  if (unit === 'year') {
    const years = runWords(stretchOfPoint(a), stretchOfPoint(b));
    if (years) return isWhole(a, 'approximate') ? glue('约', years) : years;
  } else if (unit) return pointText(a).replace(/\d+(?= \D$)/, `${a[unit]}—${b[unit]}`);
  // A year alone is not gone on from: 2019 年至 5 月 would say nothing.
  const sameYear = a.year === b.year && a.month !== null && b.years === 1;
  const withEra = needEras(a.year, b.year);
  return glue(`${pointText(a, { withEra })}至`, pointText(b, { withEra, omit: sameYear ? 'year' : undefined }));
}

function intervalText(start: End, end: End, within: boolean): string {
  if (typeof start !== 'string' && typeof end !== 'string') return closedText(start, end) + (within ? '间' : '');
  const moment = within ? '某时' : '';
  if (typeof start !== 'string') {
    const open = end === 'open' || within;
    return pointText(start) + (open ? `以来${moment}` : '起');
  }
  if (typeof end === 'string') return '';
  return start === 'open' || within ? `${pointText(end)}以前${moment}` : `${glue('至', pointText(end))}止`;
}

function dateText(date: ReadDate, within: boolean): string {
  if (date.kind === 'point') return pointText(date.point);
  if (date.kind === 'interval') return intervalText(date.start, date.end, within);
  return `${yearNumber(date.year)} 年${SEASONS[date.season - 21]}季`;
}

function timeText(time: string): string {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (match === null) throw new RangeError(`“${time}”不是时刻，应写成 "10:10"`);
  const [, hour, minute] = match;
  return `${Number(hour)} 时${minute === '00' ? '' : ` ${minute} 分`}`;
}

/** That an end is not known; nothing of what is open on purpose, or one moment. */
function unknownText(date: ReadDate, within: boolean): string {
  if (date.kind !== 'interval' || within) return '';
  return (date.end === 'unknown' ? '，止期不详' : '') + (date.start === 'unknown' ? '，始期不详' : '');
}

/** How often: 「每月一次」. Throws a RangeError on an unknown recurrence. */
export function recursText(recurs: string): string {
  const match = /^P([1-9]\d*)[DWMY]$/.exec(recurs);
  if (match === null) throw new RangeError(`“${recurs}”不是重复周期，每月写 P1M，每周写 P1W，每年写 P1Y`);
  return RECURRENCES[recurs] ?? `每 ${match[1]} ${PERIODS[recurs.slice(-1)]}一次`;
}

/**
 * A date as readers see it: 「2017 年 4 月 5 日」, with its doubts and, where it is inferred, always on what ground. With
 * printed words, these in place of its own. Throws a RangeError on a text that `edtfProblem` refuses, on a time that is not
 * "HH:MM" and on an unknown recurrence.
 */
export function formatDate(text: string, options: DateOptions = {}): string {
  const date = readDate(text);
  const { basis, ground, planned, printed } = options;
  const within = options.extent === 'within';
  const time = options.time === undefined ? '' : timeText(options.time);
  const onDay = date.kind === 'point' && date.point.day !== null;
  const shown = printed ? printedTime(printed, date) : undefined;
  const notes = notesText(date, { inferred: basis === 'inferred', ground, planned, printed: shown });
  const unknown = unknownText(date, within);
  const main = (shown?.words ?? dateText(date, within)) + (onDay && time ? ` ${time}` : '');
  return [
    // The years belong to the printed words, all else to the whole.
    shown?.years ? main + notes + unknown : main + unknown + notes,
    ...(options.recurs === undefined ? [] : [recursText(options.recurs)]),
    ...(time && !onDay ? [time] : []),
  ].join('，');
}

const shortPoint = (point: DatePoint): string =>
  componentsOf(point)
    .map((name) => (name === 'year' ? yearOfPoint(point) : point[name]))
    .join('.');

/** The years of a point for margins. */
const yearOfPoint = ({ year, years }: DatePoint): string =>
  years === 1 ? yearShort(year) : stretchShort(stretchAt(year, years));

/**
 * A date for margins, '2017.4.5', '2018—2019', '2016 起', without qualifiers or basis; with printed words, these without 截至. Throws as
 * `formatDate` does.
 */
export function formatDateShort(text: string, printed?: string): string {
  const date = readDate(text);
  if (printed) return printedTime(printed, date).words.replace(/^截?至 ?(?=\d)/, '');
  if (date.kind === 'point') return shortPoint(date.point);
  if (date.kind === 'season') return `${yearShort(date.year)} ${SEASONS[date.season - 21]}`;
  const { start, end } = date;
  if (typeof end === 'string') return typeof start === 'string' ? '' : `${shortPoint(start)} 起`;
  if (typeof start === 'string') return `至 ${shortPoint(end)}`;
  const [a, b] = [componentsOf(start), componentsOf(end)];
  const shared = a.length === b.length ? a.findIndex((name) => start[name] !== end[name]) : 0;
  return `${shortPoint(start)}—${b
    .slice(shared)
    .map((name) => (name === 'year' ? yearOfPoint(end) : end[name]))
    .join('.')}`;
}

/** What stands beside an inferred date in a margin: which part of it is inferred. Throws as `formatDate` does. */
export function inferredShort(text: string, printed?: string): string {
  const date = readDate(text);
  return inferredMark(date, printed ? printedTime(printed, date) : undefined);
}
