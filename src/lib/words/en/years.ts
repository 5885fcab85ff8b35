import { eraOf, needEras } from '../../dates/eras.ts';
import { type Stretch, stretchOf } from '../../dates/stretches.ts';
import type * as zh from '../zh-Hans/years.ts';

/** 2019, 25 CE, 500 BCE; `withEra` beside a year before our era. */
export function yearText(year: number, withEra = false): string {
  const { isBefore, number } = eraOf(year);
  return `${number}${isBefore ? ' BCE' : withEra || number < 100 ? ' CE' : ''}`;
}

/** 1st, 2nd, 13th, 21st. */
function ordinal(number: number): string {
  const tens = number % 100 > 10 && number % 100 < 14;
  return `${number}${(tens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}

/** A year, decade or century: 2019, 1930s, 1900–1909, 18th century, 5th century BCE. */
export function stretchText(stretch: Stretch, withEra = false): string {
  const { first, last, years } = stretch;
  if (years === 1) return yearText(first, withEra);
  if (years === 10) {
    // “The 1900s” may be a hundred years, and before our era nobody agrees which way decades are counted.
    if (first > 0 && first % 100 !== 0) return `${first}s`;
    return needEras(first, last) || first > 0 ? `${yearText(first)}–${yearText(last)}` : runText(first, last);
  }
  const isBefore = first < 0;
  const century = isBefore ? Math.floor(-last / 100) + 1 : Math.floor(first / 100) + 1;
  return `${ordinal(century)} century${isBefore ? ' BCE' : withEra || century === 1 ? ' CE' : ''}`;
}

/** From one year to another, with what both share said once: 2018–2019, 509–500 BCE. */
export function runText(first: number, last: number): string {
  if (needEras(first, last)) return `${yearText(first)} – ${yearText(last, true)}`;
  return `${eraOf(first).number}–${yearText(last)}`;
}

export const isSpaced = (text: string): boolean => text.includes(' ');

/** From one year, decade or century to another. */
export function joined(a: Stretch, b: Stretch): string {
  if (a.years === 1 && b.years === 1) return runText(a.first, b.first);
  const withEra = needEras(a.first, b.first);
  const [from, to] = [stretchText(a, withEra), stretchText(b, withEra)];
  return isSpaced(from + to) ? `${from} – ${to}` : `${from}–${to}`;
}

/** A heading as `headingsOf` gives it: 2019, 1930s, 14th century – 20th century. */
export const headingText: typeof zh.headingText = (heading) => {
  const [a, b] = heading.split('/').map(stretchOf);
  if (!a) return heading;
  if (!b) return stretchText(a);
  return joined(a, b);
};

/** A year, decade or century, as EDTF writes it, for a column or an axis. */
export const stretchShort: typeof zh.stretchShort = (text) => {
  const stretch = stretchOf(text);
  return stretch ? stretchText(stretch).replace('century', 'c.') : text;
};

export const yearShort: typeof zh.yearShort = (year) => yearText(year);
