/** 九千九百九十九万九千九百九十九亿 has 17 characters. */
const LONGEST = 40;
const DIGITS = '零一二三四五六七八九';

/** Powers of ten, greatest first: a numeral is read by splitting it at its greatest power. */
const POWERS: readonly (readonly [string, number])[] = [
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
  ['十', 1],
];

/** Regular-expression source for one multiplier; 百分点 and 千瓦, 千米, 千克 are units, not multipliers. */
export const MULTIPLIER = '(?:百(?!分)|千(?![瓦米克卡])|万|亿)';

/** The power of ten that a row of multipliers stands for: 万 → 4, 百万 → 6, '' → 0. */
export function powerOf(multipliers: string): number {
  const power = (char: string): number => POWERS.find(([name]) => name === char)?.[1] ?? 0;
  return [...multipliers].reduce((sum, char) => sum + power(char), 0);
}

/** Number times a power of ten, without the rounding of a product: scaled('4.76', 8) is 476000000. */
export function scaled(number: string | number, power: number): number {
  return Number(`${number}e${power}`);
}

/** Digits one by one, as in years: 二〇一七. Two digits alone are no number but an estimate (三五户), unless one is 〇. */
function readDigits(text: string): number | null {
  const digits = [...text].map((char) => DIGITS.indexOf(char));
  if (digits.length === 0 || digits.includes(-1)) return null;
  return digits.length === 2 && !digits.includes(0) ? null : Number(digits.join(''));
}

/** What follows a power: nothing, a lesser number, or one bare digit of the next place (两万八, 三百五). */
function readTail(tail: string, power: number): number | null {
  if (tail === '') return 0;
  if (/^[一二三四五六七八九]$/.test(tail)) return scaled(DIGITS.indexOf(tail), power - 1);
  const lesser = tail.startsWith('零') ? tail.slice(1) : tail;
  const value = readNumeral(lesser);
  // 一百二三 is an estimate: below a power, digits stand alone or carry powers of their own.
  return value === null || value >= 10 ** power || /^[^十百千万亿]{2,}$/.test(lesser) ? null : value;
}

function readNumeral(text: string): number | null {
  const [name, power] = POWERS.find(([char]) => text.includes(char)) ?? ['', 0];
  if (name === '') return readDigits(text);
  const at = text.lastIndexOf(name);
  const [head, tail] = [text.slice(0, at), readTail(text.slice(at + 1), power)];
  if (tail === null || (power < 4 && head.length > 1)) return null;
  // 十二 is a number, 百十 an estimate.
  if (head === '' && tail > 0 && power > 1) return null;
  const count = head === '' ? 1 : readNumeral(head);
  return count === null ? null : scaled(count, power) + tail;
}

/**
 * Reads a whole number in Chinese numerals: 三百六十七, 两万八千, 三百五 (350), 一亿零二万, 二〇一七.
 * Null where it is not one number: 三五, 两三百, 百十.
 */
export function readChineseNumeral(text: string): number | null {
  if (text.length > LONGEST) return null;
  return readNumeral(text.replace(/〇/g, '零').replace(/两/g, '二'));
}
