import { termsOf } from './tokens.ts';

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

const isIn = (number: string, most: number): boolean => Number(number) >= 1 && Number(number) <= most;

/** 1 to 99 as it is written in dates: 十, 十五, 二十, 三十一. */
function hanNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return ten + (ones === 0 ? '' : DIGITS.charAt(ones));
}
