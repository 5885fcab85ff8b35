/** What an EDTF text without its qualifiers names: a year, month or day, a decade (`193X`) or a century (`18XX`). */
export const POINT = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** One of four seasons: 21 spring to 24 winter. */
export const SEASON = /^(-?\d{4})-(2[1-4])$/;
const ROUGH = /^(-?)(?:(\d{3})X|(\d{2})XX)$/;

/** Years that belong together, first and last included: one, ten or a hundred. Year 0 is 公元前 1 年, as in EDTF. */
export interface Stretch {
  first: number;
  last: number;
  years: 1 | 10 | 100;
}

/** The years of a decade or a century as EDTF writes them (`193X`, `-04XX`); null where the text is neither. */
export function roughStretch(text: string): Stretch | null {
  const [, sign, decade, century] = ROUGH.exec(text) ?? [];
  const digits = decade ?? century;
  if (digits === undefined) return null;
  const years = decade === undefined ? 100 : 10;
  const near = Number(digits) * years;
  const far = near + years - 1;
  return sign ? { first: -far, last: 0 - near, years } : { first: near, last: far, years };
}

/** The years of a text as `stretchAt` writes it; null of any other. */
export function stretchOf(text: string): Stretch | null {
  if (!/^-?\d{4}$/.test(text)) return roughStretch(text);
  return { first: Number(text), last: Number(text), years: 1 };
}

const pad = (n: number, digits: number): string => String(n).padStart(digits, '0');

/**
 * The year, decade or century that a year lies in, as EDTF: 1937 → `1937`, `193X`, `19XX`; -499 → `-0499`, `-049X`,
 * `-04XX`. Year 0 begins its decade, as in EDTF.
 */
export function stretchAt(year: number, years: Stretch['years']): string {
  const sign = year < 0 ? '-' : '';
  const digits = Math.floor(Math.min(Math.abs(year), 9999) / years);
  return sign + { 1: pad(digits, 4), 10: `${pad(digits, 3)}X`, 100: `${pad(digits, 2)}XX` }[years];
}

/** First and last known year; null where it is open or unknown. */
export interface Years {
  from: number | null;
  to: number | null;
}

/** So many years are named one by one; more of them are one entry. */
const SINGLE = 3;

/**
 * What a list, a facet or a heading says of a span of years, in EDTF: each of a few years by itself, and of a longer one
 * the one decade or century, or the run of them, that holds it all. `2020/2021` gives two years, `1931/1938` → `193X`,
 * `1931/1998` → `193X/199X`, `1382/1949` → `13XX/19XX`. Empty where nothing is known.
 */
export function headingsOf({ from, to }: Years): string[] {
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) return [];
  if (last - first < SINGLE) return Array.from({ length: last - first + 1 }, (_, i) => stretchAt(first + i, 1));
  const ends = (years: Stretch['years']) => [...new Set([stretchAt(first, years), stretchAt(last, years)])];
  const [centuries, decades] = [ends(100), ends(10)];
  // From its first decade to its last, a century is called by its own name.
  const isWhole = centuries.length === 1 && decades[0]?.endsWith('0X') && decades[1]?.endsWith('9X');
  return [(last - first < 100 && !isWhole ? decades : centuries).join('/')];
}

/** Orders headings as `headingsOf` gives them by time, a longer one before what begins with it; any other text stands last. */
export function compareHeadings(a: string, b: string): number {
  const [x, y] = [a, b].map((heading) => heading.split('/').map(stretchOf)) as [(Stretch | null)[], (Stretch | null)[]];
  if (!x[0] || !y[0]) return Number(!x[0]) - Number(!y[0]);
  return x[0].first - y[0].first || (y.at(-1)?.last ?? 0) - (x.at(-1)?.last ?? 0);
}
