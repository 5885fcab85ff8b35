// Numbers as they are said and as they are printed: 三千多万 for 3617 万, 3.2 万 for 32168, 二十 for 20.

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS = { 万: 10_000, 亿: 100_000_000 };
const isMyriad = (term: string): term is keyof typeof MYRIADS => term in MYRIADS;
const DIGIT_NAMES = '〇一二三四五六七八九';
const isNumeral = (term: string): boolean => term in DIGITS || term in TENS || isMyriad(term);

/** The number that Han numerals say, such as 三百五十, 二万八千 or 一万八; null for what is none, as 十百. */
export function readNumerals(terms: readonly string[]): number | null {
  if (!terms.some((term) => term in DIGITS || term === '十')) return null;
  let [total, section, digit] = [0, 0, null as number | null];
  for (const [i, term] of terms.entries()) {
    const value = DIGITS[term];
    const tens = TENS[term];
    if (value !== undefined) {
      // Digits one after the other are a year or a number plate.
      if (digit !== null && digit !== 0) return null;
      const before = timesIn(terms[i - 1] ?? '');
      // Of 一万八 the last are thousands, of 三百五 tens.
      digit = i === terms.length - 1 && before >= 100 ? (value * before) / 10 : value;
    } else if (tens !== undefined) {
      section += (digit ?? 1) * tens;
      digit = null;
    } else if (isMyriad(term)) {
      const before = section + (digit ?? 0);
      total = term === '亿' ? (total + before) * MYRIADS.亿 : total + before * MYRIADS.万;
      [section, digit] = [0, null];
    } else return null;
  }
  return total + section + (digit ?? 0);
}

const timesIn = (signs: string): number =>
  [...signs].reduce((times, sign) => times * (isMyriad(sign) ? MYRIADS[sign] : (TENS[sign] ?? 1)), 1);

/** 1 to 9999 in Han numerals. */
function writeNumerals(number: number): string[] {
  const places = [...String(number)].map(Number);
  const written = places.flatMap((digit, i) => {
    const unit = ['', '十', '百', '千'][places.length - 1 - i] ?? '';
    return digit === 0 ? ['〇'] : [DIGIT_NAMES.charAt(digit), ...(unit ? [unit] : [])];
  });
  const plain = written.filter((term, i) => term !== '〇' || (written[i + 1] ?? '〇') !== '〇');
  return number >= 10 && number < 20 ? plain.slice(1) : plain;
}

/** The terms with Han numerals as digits and digits as Han numerals; as they are where there are none. */
export function otherNumerals(terms: readonly string[]): string[] {
  const other: string[] = [];
  for (let i = 0; i < terms.length; ) {
    let end = i;
    while (end < terms.length && isNumeral(terms[end] ?? '')) end++;
    const run = terms.slice(i, end);
    const number = run.length > 0 ? readNumerals(run) : null;
    const [term = ''] = terms.slice(i, i + 1);
    if (number !== null) other.push(String(number));
    else if (run.length > 0) other.push(...run);
    else if (/^[1-9]\d{0,3}$/.test(term)) other.push(...writeNumerals(Number(term)));
    else other.push(term);
    i += run.length || 1;
  }
  return other;
}

/** A number in a text, with what is said of it. */
interface Said {
  value: number;
  /** Least that it may stand for, and what is too much. */
  from: number;
  to: number;
  /** The character behind it: 人, 家, %; '' where there is none. */
  unit: string;
}

const PRINTED = /(\d[\d,]*(?:\.\d+)?)\s*([百千]?[万亿]*)\s*([多余来几]?)\s*([万亿]*)\s*([%\p{Script=Han}]?)/u;
const SPOKEN = /((?:[零〇一二两三四五六七八九十百千]+[万亿]*)+)([多余来几]?)([万亿]*)\s*(\p{Script=Han}?)/u;

/** The first number of a text: 3.2 万人 is 31 500 to 32 999, 三千多万 is 30 to 40 million. Null where there is none. */
function numberIn(text: string): Said | null {
  const normal = text.normalize('NFKC');
  const printed = PRINTED.exec(normal);
  if (printed) {
    const [, digits = '', before = '', more = '', behind = '', unit = ''] = printed;
    const times = timesIn(before + behind);
    const plain = digits.replaceAll(',', '');
    const value = Number(plain) * times;
    const decimals = /\.(\d+)/.exec(plain)?.[1]?.length ?? 0;
    // Of 3000 多 the zeros are not counted either.
    const zeros = decimals === 0 && more ? (/0*$/.exec(plain)?.[0].length ?? 0) : 0;
    const step = (times * 10 ** zeros) / 10 ** decimals;
    const isExact = times === 1 && !more;
    return { value, from: value - (more || isExact ? 0 : step / 2), to: isExact ? value : value + step, unit };
  }
  const [, numerals = '', more = '', behind = '', unit = ''] = SPOKEN.exec(normal) ?? [];
  const number = numerals ? readNumerals([...numerals]) : null;
  if (number === null) return null;
  const times = timesIn(behind);
  const last = [...numerals].reverse().findIndex((sign) => sign in DIGITS);
  const step = last < 0 ? 10 : timesIn(numerals.slice(numerals.length - last));
  return { value: number * times, from: number * times, to: (number + (more ? step : 0)) * times, unit };
}

/** Numbers with what stands behind them, as texts print them, which a number that is only said may stand for. */
const WORTH_KEEPING = /[A-Za-z]?\d[\d,]*(?:\.\d+)?\s*(?:余|多)?\s*[万亿]?\s*(?:余|多)?\s*(?:%|\p{Script=Han})/gu;

/** The same in Han numerals, from a hundred on; what stands behind them is no part of it, and 三千多万 is a guess itself. */
const SPOKEN_RUN = /第?[零〇一二两三四五六七八九十百千万亿多余来几]{2,}/gu;
const LEAST_SPOKEN = 100;

/** Numbers of a text as printed, small ones and years left out. */
export const numbersIn = (text: string): string[] => [
  ...digitsIn(text),
  ...Array.from(text.matchAll(SPOKEN_RUN), ([run]) => run).filter(
    (run) => (readNumerals([...run]) ?? 0) >= LEAST_SPOKEN,
  ),
];

const digitsIn = (text: string): string[] =>
  Array.from(text.matchAll(WORTH_KEEPING), ([printed]) => printed).filter(
    // Of PM2.5 the digits are a name's.
    (printed) =>
      /^\d/.test(printed) && /\d\D*\d\D*\d|[.%]|[万亿]/.test(printed) && !/^\d{4}\s*年|[月日号]$/.test(printed),
  );

/**
 * Printed numbers that may be meant by a number that stands in no text so: 32168 人 by 3.2 万人, 9.88% by 9.88.
 * @param printed as `numbersIn` gives them
 */
export function numbersMeant(text: string, printed: readonly string[]): string[] {
  const said = numberIn(text);
  if (!said) return [];
  const near = printed.filter((one) => {
    const number = numberIn(one);
    if (!number || (said.unit && number.unit && number.unit !== said.unit)) return false;
    return said.from <= number.value && (number.value < said.to || number.value === said.value);
  });
  return [...new Set(near)];
}
