import { type Stretch, stretchOf } from './stretches.ts';

/** A year as numbers go on a page: 公元前 500 is year -499, since EDTF counts a year 0 (公元前 1 年). */
export const eraOf = (year: number): { isBefore: boolean; number: number } =>
  year > 0 ? { isBefore: false, number: year } : { isBefore: true, number: 1 - year };

/** 「2019」, 「公元前 500」; of the first hundred years, and wherever years before our era stand beside it, 「公元 25」. */
export function yearNumber(year: number, withEra = false): string {
  const { isBefore, number } = eraOf(year);
  return `${isBefore ? '公元前 ' : withEra || number < 100 ? '公元 ' : ''}${number}`;
}

/** The same for margins and axes: 「2019」, 「前 500」, 「公元 25」. */
export const yearShort = (year: number): string => yearNumber(year).replace('公元前', '前');

/** The century that a stretch of a hundred years is, or a decade lies in; 公元前 5 世纪 is 500 to 401. */
const centuryOf = ({ first, last }: Stretch): { isBefore: boolean; number: number } =>
  first < 0
    ? { isBefore: true, number: Math.floor(-last / 100) + 1 }
    : { isBefore: false, number: Math.floor(first / 100) + 1 };

/** A decade or century in words, in two parts, so that two of them can share the second: 「20 世纪 30」「年代」. */
export function roughParts(stretch: Stretch, withEra = false): { number: string; unit: string } {
  const { isBefore, number } = centuryOf(stretch);
  const era = isBefore ? '公元前 ' : withEra || number === 1 ? '公元 ' : '';
  if (stretch.years === 100) return { number: `${era}${number}`, unit: '世纪' };
  // 「世纪初」 would be vague, and of decades before our era nobody agrees which way they are counted.
  if (stretch.first <= 0) return { number: `${yearNumber(stretch.first)}—${sameEra(stretch)}`, unit: '年' };
  const decade = stretch.first % 100;
  if (decade < 20) return { number: yearNumber(stretch.first, withEra), unit: '年代' };
  return { number: `${era}${number} 世纪 ${decade}`, unit: '年代' };
}

/** The end of a decade that began before our era: 「前 501」, 「公元 9」. */
const sameEra = ({ last }: Stretch): string => yearNumber(last).replace('公元前', '前');

/** A year, decade or century in words: 「2019 年」, 「公元前 500 年」, 「20 世纪 30 年代」. */
export function stretchWords(stretch: Stretch, withEra = false): string {
  if (stretch.years === 1) return `${yearNumber(stretch.first, withEra)} 年`;
  const { number, unit } = roughParts(stretch, withEra);
  return `${number} ${unit}`;
}

/** Whether one of two years lies before our era, so that both have to say on which side they are. */
export const needEras = (a: number, b: number): boolean => eraOf(a).isBefore !== eraOf(b).isBefore;

/** From one stretch to another of its kind, under one suffix: 「2018—2019 年」, 「20 世纪 30—50 年代」; null where they share none. */
export function runWords(a: Stretch, b: Stretch): string | null {
  if (a.years !== b.years) return null;
  const withEra = needEras(a.first, b.first);
  if (a.years === 1) {
    const { isBefore, number } = eraOf(b.first);
    return `${yearNumber(a.first, withEra)}—${isBefore ? '前 ' : withEra ? '公元 ' : ''}${number} 年`;
  }
  const [from, to] = [roughParts(a, withEra), roughParts(b, withEra)];
  if (from.unit !== to.unit || from.unit === '年') return null;
  if (a.years === 100) return `${from.number}—${to.number.replace('公元前', '前')} ${to.unit}`;
  const [, century, decade] = /^(.* 世纪 )?(.*)$/.exec(to.number) ?? [];
  // 1910 年代 has no name within its century: both go by their years then.
  const isShared = century !== undefined && from.number.startsWith(century);
  return `${isShared ? `${from.number}—${decade}` : `${a.first}—${b.first}`} ${to.unit}`;
}

/** A heading as `headingsOf` gives it, in words: 「2019 年」, 「20 世纪 30—90 年代」, 「14—20 世纪」. */
export function headingText(heading: string): string {
  const [a, b] = heading.split('/').map(stretchOf);
  if (!a) return heading;
  if (!b) return stretchWords(a);
  const withEra = needEras(a.first, b.first);
  return (
    runWords(a, b) ?? `${stretchWords(a, withEra)}至 ${stretchWords(b, withEra)}`.replace(/至 (?=\p{sc=Han})/u, '至')
  );
}

/** A year, decade or century, as EDTF writes it, for a column or an axis: 「2019」, 「1930 年代」, 「前 5 世纪」. */
export function stretchShort(text: string): string {
  const stretch = stretchOf(text);
  if (!stretch) return text;
  if (stretch.years === 1) return yearShort(stretch.first);
  if (stretch.years === 10 && stretch.first > 0) return `${stretch.first} 年代`;
  const { number, unit } = roughParts(stretch);
  return `${number.replaceAll('公元前', '前')} ${unit}`;
}
