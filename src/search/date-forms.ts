import { termsOf } from './tokens.ts';

/** A first and a last day, both included. Of a month the last is its 31st, whether there is one or not. */
export type Days = [from: string, to: string];

const DATE = /^(\d{4})\s*[-－‐–/／.．年]\s*(\d{1,2})(?:\s*(?:[-－‐–/／.．]|月)\s*(\d{1,2})\s*[日号]?|\s*月)?$/;
const DIGITS = '〇一二三四五六七八九';

/**
 * The ways to write a day or a month of a year, as terms: 2020 年 10 月 15 日, 2020-10-15, 2020.10.15, 二〇二〇年十月十五日.
 * Of a month, also its days begin so. Empty for what is no date.
 */
export function dateForms(text: string): string[][] {
  const [, year = '', month = '', day] = DATE.exec(text.normalize('NFKC').trim()) ?? [];
  if (!isIn(month, 12) || (day !== undefined && !isIn(day, 31))) return [];
  const numbers = day === undefined ? [month] : [month, day];
  const plain = numbers.map((number) => String(Number(number)));
  const padded = numbers.map((number) => number.padStart(2, '0'));
  const inHan = [...year].map((digit) => DIGITS.charAt(Number(digit))).join('');
  return [
    ...[plain, padded].flatMap((parts) => [
      `${year}年${parts.map((part, i) => part + ['月', '日'][i]).join('')}`,
      [year, ...parts].join('-'),
      [year, ...parts].join('.'),
    ]),
    `${inHan}年${plain.map((part, i) => hanNumber(Number(part)) + ['月', '日'][i]).join('')}`,
  ].map((form) => termsOf(form));
}

const ONE_DATE = /^(\d{4})(?:年|(?:[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})[日号]?)?))?$/;
/** What stands between the two ends of a stretch; a hyphen only between two years, as it is inside a date. */
const BETWEEN = /\.\.+|…+|[~〜～—–至到]+/u;
const BETWEEN_YEARS = /^(\d{4}年?)[-/](?=\d{4}年?$)/u;

/** The days that a date means: a year, a month or a day, in any spelling. Null for what is none. */
export function daysOf(text: string): Days | null {
  const [, year, month, day] = ONE_DATE.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  if (!year || (month && !isIn(month, 12)) || (day && !isIn(day, 31))) return null;
  const pad = (part: string | undefined, other: string) => part?.padStart(2, '0') ?? other;
  return [`${year}-${pad(month, '01')}-${pad(day, '01')}`, `${year}-${pad(month, '12')}-${pad(day, '31')}`];
}

/** The days of a date or of a stretch: 2017-2019, 2019-11..2020-03, 2019.. Null for what is neither. */
export function stretchOf(text: string): Days | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const one = daysOf(plain);
  if (one) return one;
  const [first, last, ...more] = plain.replace(BETWEEN_YEARS, '$1—').split(BETWEEN);
  if (first === undefined || last === undefined || more.length > 0 || !(first || last)) return null;
  const from = first ? daysOf(first)?.[0] : '0000-01-01';
  const to = last ? daysOf(last)?.[1] : '9999-12-31';
  return from && to && from <= to ? [from, to] : null;
}

/** Whether days written `2019-11-01/2019-12-31` have one in common with others. */
export function overlaps(days: string, [from, to]: Days): boolean {
  const [first = '', last = first] = days.split('/');
  return first <= to && from <= last;
}

const isIn = (number: string, most: number): boolean => Number(number) >= 1 && Number(number) <= most;

/** 1 to 99 as it is written in dates: 十, 十五, 二十, 三十一. */
function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
