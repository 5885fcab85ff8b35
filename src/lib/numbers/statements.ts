import { type Qualifier, qualifiersBefore, qualifiersBehind } from '../qualifiers/qualifiers.ts';
import { MULTIPLIER, powerOf, readChineseNumeral, scaled } from './numerals.ts';

/** A number, or a range of two, as words state it. */
export interface Statement {
  /** Multipliers applied: 2.81 万 is 28100, 9.88% is 9.88. NaN where the figure cannot be read. */
  values: number[];
  /** The words after it up to the next stop: 元, %, 人次, 个山村. */
  units: string;
  qualifiers: Qualifier[];
}

/** A number with its place in the words. */
export interface PlacedStatement extends Statement {
  /** In UTF-16 units: from its first digit, of 百分之 from the sign, to its last digit, multiplier, 余 or 多. */
  start: number;
  end: number;
  /** An ordinal, a quoted name (“123”) or a numeral inside a word: a number only where there is no better one. */
  weak: boolean;
}

interface Found extends PlacedStatement {
  /** Power of ten of its last multiplier: 4 in 5 万. */
  power: number;
}

const ARABIC = '\\d+(?:,\\d+)*(?:\\.\\d+)*';
const ARABIC_WHOLE = `${ARABIC}(?:[余多]?${MULTIPLIER}+(?:${ARABIC}${MULTIPLIER}+)*(?:${ARABIC})?)?`;
const CHINESE_WHOLE = `(?:[零〇一二两三四五六七八九十]|${MULTIPLIER})+(?:[余多]${MULTIPLIER}+)?`;
// Not after a Latin letter: PM2.5 and m2 are names.
const NUMBER = new RegExp(
  `(?<percent>[百千万]分之)?(?:(?<![A-Za-z]|\\d|\\d[.,])(?<arabic>${ARABIC_WHOLE})|(?<chinese>${CHINESE_WHOLE}))[余多]?`,
  'gu',
);
const PART = new RegExp(`(${ARABIC})[余多]?(${MULTIPLIER}*)`, 'g');
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const MEASURES =
  '个户人名口位元亩家项次件条座所处套台辆头只棵株种成倍番年月天日岁村镇县乡组级大类届期篇笔场吨斤米里公平%';
const PERCENTS: Record<string, string> = { 百分之: '%', 千分之: '‰', 万分之: '‱' };
const RANGE = /^(.{0,4}?)(?:至|到|—{1,2}|[-–−~〜∼])$/u;

/** What qualifies a number stands right before it, its unit within some words behind. */
const [NEAR, FAR] = [20, 200];

/** The words as numbers are read in them, and for each of their UTF-16 units where it stood. */
interface Plain {
  text: string;
  places: number[];
}

/** NFKC, no blanks beside Han: 4.76 亿元 and 4.76亿元 are one. A full-width comma parts numbers, it does not group them. */
function normalise(text: string): Plain {
  const commas = text.replace(/，(?![０-９]{3})/g, '、');
  const folded = commas.normalize('NFKC');
  const places = folded === commas ? [...Array(commas.length).keys()] : placesOf(commas, folded);
  const kept: string[] = [];
  const stood: number[] = [];
  let from = 0;
  const keep = (to: number) => {
    kept.push(folded.slice(from, to));
    for (let at = from; at < to; at++) stood.push(places[at] ?? at);
  };
  for (const { 0: blanks, index } of folded.matchAll(/(?<=[\p{sc=Han}%~〜—–-])\s+|\s+(?=[\p{sc=Han}%~〜—–-])/gu)) {
    keep(index);
    from = index + blanks.length;
  }
  keep(folded.length);
  return { text: kept.join(''), places: stood };
}

/** Where each unit of a folded text stood; of what is folded only together with its neighbours, as near as can be told. */
function placesOf(text: string, folded: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let i = character.normalize('NFKC').length; i > 0; i--) places.push(at);
    at += character.length;
  }
  while (places.length < folded.length) places.push(at);
  return places;
}

function readArabic(text: string): { value: number; power: number } {
  let [value, power, room] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [, digits = '', multipliers = ''] of text.matchAll(PART)) {
    power = powerOf(multipliers);
    const part = GROUPED.test(digits) ? scaled(digits.replaceAll(',', ''), power) : Number.NaN;
    // In 2 万 8 千 each part is less than the power before it.
    value += part < room ? part : Number.NaN;
    room = 10 ** power;
  }
  return { value, power };
}

function readChinese(text: string): { value: number; power: number } {
  const [body = '', multipliers = ''] = text.split(/[余多]/);
  const trailing = /[百千万亿]*$/.exec(body + multipliers)?.[0] ?? '';
  const value = readChineseNumeral(body) ?? Number.NaN;
  return { value: scaled(value, powerOf(multipliers)), power: powerOf(trailing) };
}

/** The words of the unit, and the qualifiers that stand after the number (余, 多, 左右, 以上). */
function readUnits(matched: string, tail: string, percent: string): { units: string; qualifiers: Qualifier[] } {
  const run = /^(?:[^\s\d,.、。，；;:!?()（）《》“”"'‘’「」『』—~-]|(?<=[A-Za-z])\d)*/u.exec(tail)?.[0] ?? '';
  const surplus = /[余多]/u.exec(matched)?.[0] as Qualifier | undefined;
  const { units, qualifiers } = qualifiersBehind(run);
  return { units: percent + units, qualifiers: [...new Set([...(surplus ? [surplus] : []), ...qualifiers])] };
}

/** 十几户, 数百人, 3 年半: not a number that this module can vouch for. */
function isVague(before: string, matched: string, tail: string): boolean {
  const parted = /[几数]$/u.test(before) && /^[十百千万亿]/u.test(matched);
  return parted || /^几|^(?:个|年|天|倍|小时|亩|里|公里)?半/u.test(tail);
}

function isWeak(before: string, groups: { chinese?: string }, tail: string, strong: boolean): boolean {
  if (/[第“"'‘「『+]$/u.test(before)) return true;
  if (groups.chinese === undefined || strong) return false;
  return groups.chinese.length === 1 && !MEASURES.includes(tail.charAt(0) || ' ');
}

function toFound(text: string, match: RegExpExecArray): Found | null {
  const [matched, groups] = [match[0], match.groups ?? {}];
  const [start, end] = [match.index, match.index + matched.length];
  const [before, tail] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + FAR)];
  const stated = qualifiersBefore(before);
  const percent = PERCENTS[groups.percent ?? ''] ?? '';
  const { units, qualifiers } = readUnits(matched, tail, percent);
  const strong = percent !== '' || [...stated, ...qualifiers].some((qualifier) => qualifier !== '等');
  // 万元 or 千家 by itself is a number only in 近万元.
  if (/^[百千万亿]/.test(groups.chinese ?? '') && !strong && !/[几数]$/u.test(before)) return null;
  const read = groups.chinese === undefined ? readArabic(groups.arabic ?? '') : readChinese(groups.chinese);
  const value = isVague(before, groups.chinese ?? '', tail) ? Number.NaN : read.value;
  const weak = isWeak(before, groups, tail, strong);
  return { values: [value], units, qualifiers: [...stated, ...qualifiers], start, end, power: read.power, weak };
}

/** Two neighbours as one range, or null: 8 至 10 户, 5%—8%, 3 万元至 5 万元, 3 至 5 万元 (both in 万). */
function toRange(text: string, a: Found, b: Found): Found | null {
  const unit = RANGE.exec(text.slice(a.end, b.start))?.[1];
  const [low = Number.NaN, high = Number.NaN] = [a.values[0], b.values[0]];
  if (unit === undefined || a.values.length > 1) return null;
  if (!b.units.startsWith(unit)) return null;
  const raised = scaled(low, a.power === 0 ? b.power : 0);
  const qualifiers = [...new Set([...a.qualifiers, ...b.qualifiers])];
  const percent = /^[%‰‱]/.exec(a.units)?.[0] ?? '';
  const units = b.units.startsWith(percent) ? b.units : percent + b.units;
  return {
    ...b,
    values: [raised <= high ? raised : low, high],
    units,
    qualifiers,
    start: a.start,
    weak: a.weak && b.weak,
  };
}

/** All numbers that words state with their places, in order, weak ones (第三批, “123”, 统一) too. */
export function placeStatements(text: string): PlacedStatement[] {
  const plain = normalise(text);
  const found: Found[] = [];
  for (const match of plain.text.matchAll(NUMBER)) {
    const next = toFound(plain.text, match);
    if (next === null) continue;
    const last = found.at(-1);
    const range = last ? toRange(plain.text, last, next) : null;
    if (range) found.splice(-1, 1, range);
    else found.push(next);
  }
  const placeOf = (at: number): number => plain.places[at] ?? text.length;
  return found.map(({ values, units, qualifiers, start, end, weak }) => ({
    ...{ values, units, qualifiers, weak },
    ...{ start: placeOf(start), end: placeOf(end - 1) + 1 },
  }));
}

/** All numbers that words state, in order; weak ones only where there is no other. */
export function findStatements(text: string): Statement[] {
  const found = placeStatements(text);
  const strong = found.filter((statement) => !statement.weak);
  return (strong.length ? strong : found).map(({ values, units, qualifiers }) => ({ values, units, qualifiers }));
}
