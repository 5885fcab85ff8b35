import { withoutNames } from './prose.ts';

// Numbers of an English text, and those that a story’s Chinese data states: 2470.46 万元 is 24,704,600 yuan.

/** A number or a date as it stands in an English text. */
export interface Said {
  /** As written: 36.17 million, 5 April 2017. */
  text: string;
  /** Of a number, in ones. */
  value?: number;
  /** Of a date, as much as is said of it: 2017-04-05, 2017-04. */
  date?: string;
}

/** What can be stated: a story’s figures, and dates in EDTF. */
export interface Stated {
  figures: readonly { value: number | readonly number[]; unit: string }[];
  dates: readonly (string | null)[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = `(?<month>${MONTHS.join('|')})`;
const YEAR = '(?<year>[12]\\d{3})';
/** 5 April 2017; April 5, 2017; April 2017. */
const DATES = [`(?<day>\\d{1,2}) ${MONTH} ${YEAR}`, `${MONTH} (?<day>\\d{1,2}), ${YEAR}`, `${MONTH} ${YEAR}`].map(
  (form) => new RegExp(`\\b${form}\\b`, 'g'),
);
/** Digits that no letters come before, as in PM2.5: such a run is a name. Letters of a currency are none. */
const NUMBER = /([\p{L}]*)(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:[\s-]+(hundred|thousand|million|billion|trillion)\b)?/gu;
const CURRENCY = /^(?:RMB|CNY|USD|EUR|HKD)$/i;
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** All numbers in digits outside quotation marks, dates as one. */
export function numbersIn(text: string): Said[] {
  const said: Said[] = [];
  let rest = withoutNames(text).normalize('NFKC');
  for (const form of DATES)
    rest = rest.replace(form, (...found) => {
      const { day, month, year } = found.at(-1) as { day?: string; month: string; year: string };
      const at = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
      said.push({ text: String(found[0]), date: [year, at, day?.padStart(2, '0')].filter(Boolean).join('-') });
      return ' ';
    });
  for (const [all, letters = '', digits = '', scale] of rest.matchAll(NUMBER)) {
    if (letters !== '' && !CURRENCY.test(letters)) continue;
    const value = Number(digits.replaceAll(',', '')) * (SCALES[scale ?? ''] ?? 1);
    said.push({ text: all.slice(letters.length), value });
  }
  return said;
}

/** What a Chinese unit makes of its number: 万元, 亿, 千瓦 … of 成 ten, as per cent. */
const UNIT_SCALES: readonly (readonly [RegExp, number])[] = [
  [/^万?亿/, 1e8],
  [/^千?万/, 1e4],
  [/^千(?!瓦|克|米|伏)/, 1e3],
  [/^百(?!分)/, 1e2],
  [/^十/, 10],
  [/^成/, 10],
];
const scaleOf = (unit: string): number => {
  const [, scale = 1] = UNIT_SCALES.find(([form]) => form.test(unit)) ?? [];
  return scale * (/^万亿/.test(unit) ? 1e4 : /^千万/.test(unit) ? 1e3 : 1);
};

/** 2.1 × 10,000 is 21,000.000000000004 to a machine. */
const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** Whether figures or dates state it. A year is stated by any date in it; a day by a date as fine as it is. */
export function isStated({ value, date }: Said, { figures, dates }: Stated): boolean {
  const ends = dates.flatMap((one) => (one ?? '').replace(/[?~%]/g, '').split('/'));
  if (date !== undefined) return ends.some((end) => end === date || end.startsWith(`${date}-`));
  if (value === undefined) return true;
  return (
    figures.some((one) => [one.value].flat().some((part) => isSame(part * scaleOf(one.unit), value))) ||
    (Number.isInteger(value) && value > 999 && ends.some((end) => end.slice(0, 4) === String(value)))
  );
}
