// What must not be parted by the end of a line, at any width: a number and its unit, and the last words of a paragraph,
// of which a line of one character would else be left (孤字).

/** A stretch of a text; offsets in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const NUMBER = '\\d+(?:[,.]\\d+)*';
const RANGE = `${NUMBER}(?:\\s?(?:[—–~～-]{1,2}|[至到])\\s?${NUMBER})?`;
const MULTIPLIED = '(?:\\s?[余餘多]?[十百千万萬亿億]+)?(?:\\s?[余餘多几幾])?';
/** Units of more than one character, as a regular expression; of any other, the first holds to the number. */
export const LONG_UNITS =
  '平方(?:公里|千米|米)|立方米|(?:公|市|海)里|公[斤顷頃]|[千毫厘分微纳]米|[千毫微]克|小[时時]|分[钟鐘]|个(?:百分点|月)|個(?:百分點|月)|百分[点點]|人次|户次|戶次|[美欧日港]元|年[级級底初]|月[底初]';
const UNIT = `\\s?(?:${LONG_UNITS}|\\p{Script=Han}|[A-Za-z℃°µ])`;
// A numeral that is part of a name, PM2.5, is none.
const QUANTITY = new RegExp(`(?<![A-Za-z\\d.,])(?:第\\s?)?${RANGE}${MULTIPLIED}${UNIT}`, 'gu');
const PLAIN = new RegExp(`^(?:第\\s?)?${NUMBER}${MULTIPLIED}${UNIT}`, 'u');

/** In ems: what a line of the largest type on the smallest screen holds beside an indent and a mark of punctuation. */
const WIDEST = 9;

/** In ems, roughly: Han characters are as wide as high, letters and digits half of that. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? 0.55 : 1), 0);

/** Whether words stand on one line at any width, with room for a little beside them. */
export const fitsLine = (text: string): boolean => widthOf(text) <= WIDEST;

/** A character that is written without blanks, or a word. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:[\p{L}\p{N}]|[.,'’-](?=[\p{L}\p{N}]))+?(?![\p{Script=Latin}\p{N}])/gu;

/** The last two characters; punctuation stays with them by itself. Null where the last is a word, which is no lone character. */
function tailOf(text: string): Stretch | null {
  const words = [...text.matchAll(WORDS)];
  const [before, last] = words.slice(-2);
  if (words.length < 10 || !before || !last || last[0].length > 1) return null;
  const tail = { start: before.index, end: last.index + last[0].length };
  return fitsLine(text.slice(tail.start, tail.end)) ? tail : null;
}

/** A quantity where it could be parted, or as much of it as a line surely holds. */
function quantityAt(quantity: string, start: number): Stretch[] {
  const whole = fitsLine(quantity) ? quantity : (PLAIN.exec(quantity)?.[0] ?? '');
  return whole !== '' && fitsLine(whole) ? [{ start, end: start + whole.length }] : [];
}

/** The stretches of a paragraph, apart and in order, each of which must stand on one line. */
export function heldStretches(text: string, hasTail = true): Stretch[] {
  const tail = hasTail ? tailOf(text) : null;
  const all = [...text.matchAll(QUANTITY)].flatMap(({ 0: quantity, index }) => quantityAt(quantity, index));
  if (tail) all.push(tail);
  const joined: Stretch[] = [];
  for (const stretch of all) {
    const before = joined.at(-1);
    if (before && stretch.start < before.end) before.end = Math.max(before.end, stretch.end);
    else joined.push({ ...stretch });
  }
  return joined;
}

/** The text in pieces, in order, with whether each is held. */
export function heldPieces(text: string): { text: string; isHeld: boolean }[] {
  const pieces: { text: string; isHeld: boolean }[] = [];
  let at = 0;
  for (const { start, end } of [...heldStretches(text), { start: text.length, end: text.length }]) {
    if (start > at) pieces.push({ text: text.slice(at, start), isHeld: false });
    if (end > start) pieces.push({ text: text.slice(start, end), isHeld: true });
    at = end;
  }
  return pieces;
}
