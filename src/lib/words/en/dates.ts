import { needEras } from '../../dates/eras.ts';
import type { DateOptions } from '../../dates/format.ts';
import { periodEnds } from '../../dates/period.ts';
import {
  type Component,
  type DatePoint,
  type End,
  isWhole,
  pointsOf,
  type Qualification,
  type ReadDate,
  readDate,
} from '../../dates/read.ts';
import type { Stretch } from '../../dates/stretches.ts';
import type * as zh from '../zh-Hans/dates.ts';
import { isSpaced, joined, runText, stretchText, yearText } from './years.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const RECURRENCES: Readonly<Record<string, string>> = {
  P1D: 'daily',
  P7D: 'weekly',
  P1W: 'weekly',
  P1M: 'monthly',
  P3M: 'every quarter',
  P6M: 'every six months',
  P1Y: 'yearly',
};
const PERIODS: Readonly<Record<string, string>> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

const stretchOfPoint = ({ year, years }: DatePoint): Stretch => ({ first: year, last: year + years - 1, years });

const yearOfPoint = (point: DatePoint, withEra: boolean): string => {
  const text = stretchText(stretchOfPoint(point), withEra);
  return point.years === 1 || /^\d+–/.test(text) ? text : `the ${text}`;
};

/** 3 October 2019, without its year where that is said beside it. */
function pointText(point: DatePoint, { omit, withEra = false }: { omit?: 'year'; withEra?: boolean } = {}): string {
  const parts = [
    point.day === null ? '' : String(point.day),
    point.month === null ? '' : (MONTHS[point.month - 1] ?? ''),
    omit ? '' : yearOfPoint(point, withEra),
  ];
  const words = parts.filter(Boolean).join(' ');
  return isWhole(point, 'approximate') ? `about ${words}` : words;
}

/** 2018–2019, April–May 2019, 5–7 April 2017, 3 October – 5 December 2019. */
function closedText(a: DatePoint, b: DatePoint): string {
  const withEra = needEras(a.year, b.year);
  const sameYear = a.year === b.year && a.years === 1 && b.years === 1;
  const alike = a.approximate.join() === b.approximate.join();
  if (sameYear && alike && a.month === b.month && a.day !== null && b.day !== null)
    return pointText(b).replace(/\d+/, `${a.day}–${b.day}`);
  if (a.years === 1 && b.years === 1 && a.month === null && b.month === null && alike && !withEra) {
    const about = isWhole(a, 'approximate') ? 'about ' : '';
    return about + runText(a.year, b.year);
  }
  const from = pointText(a, sameYear && a.month !== null && b.month !== null ? { omit: 'year' } : { withEra });
  const to = pointText(b, { withEra });
  return isSpaced(from) || a.day !== null ? `${from} – ${to}` : `${from}–${to}`;
}

function intervalText(start: End, end: End, within: boolean): string {
  const some = within ? 'some time ' : '';
  if (typeof start !== 'string' && typeof end !== 'string') {
    const withEra = needEras(start.year, end.year);
    return within
      ? `${some}between ${pointText(start, { withEra })} and ${pointText(end, { withEra })}`
      : closedText(start, end);
  }
  if (typeof start !== 'string') return `${some}${end === 'open' || within ? 'since' : 'from'} ${pointText(start)}`;
  if (typeof end === 'string') return '';
  return `${some}${start === 'open' || within ? 'before' : 'until'} ${pointText(end)}`;
}

function dateText(date: ReadDate, within: boolean): string {
  if (date.kind === 'point') return pointText(date.point);
  if (date.kind === 'interval') return intervalText(date.start, date.end, within);
  return `${SEASONS[date.season - 21]} ${yearText(date.year)}`;
}

/** What of the ends of a date is qualified: 'year', 'start', 'month of the end'. */
function qualifiedParts(points: readonly DatePoint[], qualification: Qualification): string[] {
  const parts = points.map((point) => {
    if (point[qualification].length === 0) return null;
    return isWhole(point, qualification) ? '' : point[qualification].map((name: Component) => name).join(' and ');
  });
  const said = parts.filter((part) => part !== null);
  if (said.length === points.length && said.every((part) => part === said[0])) return said.slice(0, 1);
  return parts.flatMap((part, i) => {
    const end = i ? 'end' : 'start';
    return part === null ? [] : [part ? `${part} of the ${end}` : end];
  });
}

function notesText(date: ReadDate, { basis, ground, extent }: DateOptions, years: string): string {
  const points = pointsOf(date);
  const notes: string[] = [];
  if (date.kind === 'interval' && extent !== 'within') {
    if (date.end === 'unknown') notes.push('end unknown');
    if (date.start === 'unknown') notes.push('beginning unknown');
  }
  const rough = points.map((point) => (isWhole(point, 'approximate') ? { ...point, approximate: [] } : point));
  notes.push(...qualifiedParts(rough, 'approximate').map((part) => `${part} approximate`.trim()));
  const parts = qualifiedParts(points, 'uncertain');
  const isDoubtful = basis === 'inferred' || parts.length > 0;
  const doubt = `${years ? '' : parts.join(', ')} ${basis === 'inferred' ? 'inferred' : 'in doubt'}`.trim();
  const from = basis === 'inferred' && ground ? ` from ${ground}` : '';
  const placed = [years, isDoubtful ? doubt + from : ''].filter(Boolean).join(', ');
  if (placed) notes.push(placed);
  return notes.length > 0 ? ` (${notes.join('; ')})` : '';
}

/** A year on its own, or from one to another, in which printed words without a year are placed. */
function yearsText(date: ReadDate): string {
  if (date.kind === 'season') return yearText(date.year);
  const [first, last = first] = pointsOf(date).map(stretchOfPoint);
  if (!first || !last) return '';
  return first.first === last.first && first.years === last.years ? stretchText(first) : joined(first, last);
}

/** How often: monthly. Throws a RangeError on an unknown recurrence. */
export const recursText: typeof zh.recursText = (recurs) => {
  const match = /^P([1-9]\d*)([DWMY])$/.exec(recurs);
  if (match === null) throw new RangeError(`${recurs} is no recurrence`);
  return RECURRENCES[recurs] ?? `every ${match[1]} ${PERIODS[match[2] ?? '']}`;
};

/** Printed words keep their form in English; where they name no year, the years stand in brackets. */
const HAS_YEAR = /\d{3,4}|centur/i;

/** A date as readers see it: 5 April 2017, with its doubts and, where it is inferred, always its basis. Throws as in Chinese. */
export const formatDate: typeof zh.formatDate = (text, options: DateOptions = {}) => {
  const date = readDate(text);
  const within = options.extent === 'within';
  const { printed } = options;
  const words = `${options.planned ? 'planned for ' : ''}${printed ?? dateText(date, within)}`;
  const years = printed && !HAS_YEAR.test(printed) ? yearsText(date) : '';
  return [
    words + notesText(date, options, years),
    ...(options.time === undefined ? [] : [options.time]),
    ...(options.recurs === undefined ? [] : [recursText(options.recurs)]),
  ].join(', ');
};

const shortPoint = (point: DatePoint): string =>
  [point.day, point.month === null ? null : MONTHS[point.month - 1]?.slice(0, 3), stretchText(stretchOfPoint(point))]
    .filter((part) => part !== null)
    .join(' ');

/** A date for margins: 5 Apr 2017, 2018–2019, from 2016; without qualifiers or basis. Throws as `formatDate` does. */
export const formatDateShort: typeof zh.formatDateShort = (text, printed) => {
  const date = readDate(text);
  if (printed) return printed;
  if (date.kind === 'point') return shortPoint(date.point);
  if (date.kind === 'season') return `${SEASONS[date.season - 21]} ${yearText(date.year)}`;
  const { start, end } = date;
  if (typeof end === 'string') return typeof start === 'string' ? '' : `from ${shortPoint(start)}`;
  if (typeof start === 'string') return `to ${shortPoint(end)}`;
  const [from, to] = [shortPoint(start), shortPoint(end)];
  if (start.month === null && end.month === null && start.years === 1 && end.years === 1)
    return runText(start.year, end.year);
  return isSpaced(from + to) ? `${from} – ${to}` : `${from}–${to}`;
};

/** The time that an archive tells of, from the earliest to the latest of its dates: 2015–2021, 500 BCE – 1949 CE. */
export const archivePeriod: typeof zh.archivePeriod = (dates) => {
  const ends = periodEnds(dates);
  if (!ends) return null;
  const [first, last] = ends;
  return first.first === last.first && first.last === last.last ? stretchText(first) : joined(first, last);
};

/** What stands beside an inferred date in a margin: which part of it is inferred. */
export const inferredShort: typeof zh.inferredShort = (text, printed) => {
  const points = pointsOf(readDate(text));
  const isAll = points.every((point) => isWhole(point, 'uncertain'));
  const parts = isAll || printed ? '' : qualifiedParts(points, 'uncertain').join(', ');
  return `${parts} inferred`.trim();
};
