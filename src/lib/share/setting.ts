import type { Glyph, Letters } from './card.ts';

/** A glyph with its place in a line, in thousandths of the size. */
interface SetGlyph {
  glyph: Glyph;
  x: number;
}
export interface SetLine {
  glyphs: SetGlyph[];
  /** Thousandths of the size. */
  width: number;
}

const OPENING = '“‘（《〈「『【〔［';
const CLOSING = '”’）》〉」』】〕］，。；：、！？．';
const QUOTES = '“”‘’';
/** Between a letter of the Latin kind and a Han character, in thousandths. */
const GAP = 200;
/** Beside the ink of a quotation mark among Latin letters. */
const BEARING = 60;
const HALF = 500;

const isHan = (character: string): boolean => /[\p{Script=Han}〇]/u.test(character);
const isLatin = (character: string): boolean => /[\p{Script=Latin}\p{Nd}%]/u.test(character);

/**
 * Sets one line: full-width marks that meet share their room, a mark that opens the line hangs over its edge, and Latin
 * letters keep a distance from Han characters.
 * @returns null where no face has one of the characters
 */
export function setLine(text: string, weight: number, letters: Letters): SetLine | null {
  const characters = [...text];
  const glyphs: SetGlyph[] = [];
  let x = 0;
  for (const [i, character] of characters.entries()) {
    const glyph = letters(character, weight);
    if (!glyph) return null;
    const [before = '', after = ''] = [characters[i - 1], characters[i + 1]];
    if (meet(before, character)) x += GAP;
    const among = QUOTES.includes(character) && (isLatin(before) || isLatin(after)) && !isHan(before) && !isHan(after);
    if (among) {
      glyphs.push({ glyph, x: x - glyph.left + BEARING });
      x += glyph.right - glyph.left + 2 * BEARING;
      continue;
    }
    // A full-width mark has its ink in one half of its room.
    const opens = OPENING.includes(character) && glyph.advance > HALF;
    const leads = opens && (i === 0 || OPENING.includes(before) || CLOSING.includes(before));
    if (leads) x -= HALF;
    glyphs.push({ glyph, x });
    x += glyph.advance;
    if (CLOSING.includes(character) && glyph.advance > HALF && (after === '' || CLOSING.includes(after))) x -= HALF;
  }
  return { glyphs, width: x };
}

const meet = (a: string, b: string): boolean => (isLatin(a) && isHan(b)) || (isHan(a) && isLatin(b));

/** What a title is broken into: a piece is never torn, and ends with what a break there costs. */
interface Piece {
  text: string;
  cost: number;
}

/** A break inside a clause costs as much as a line that is short by so much of the measure. */
const TORN = 0.35;
/** Between members of a list. */
const LISTED = 0.25;
/** Above it, a break is one that a reader stumbles over. */
const CLEAN = 0.1;
/** Between a number and what is counted. */
const TORN_UNIT = 0.9;

/** Pieces of a title between which a line may end. */
export function piecesOf(title: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [text] of title.matchAll(/\s+|[\p{Script=Latin}\p{Nd}\p{Mn}%.,+\-–—/’']+|[\s\S]/gu)) {
    const last = pieces.at(-1);
    const ending = last?.text.at(-1) ?? '';
    if (/^\s+$/u.test(text)) {
      if (last)
        Object.assign(last, { text: `${last.text} `, cost: isLatin(ending) && /\d/.test(ending) ? TORN_UNIT : 0 });
      continue;
    }
    // Marks stay with what they close or open; a dash and an ellipsis are one, and begin no line.
    const isGlued = last && (CLOSING.includes(text) || /[—…]/.test(text) || OPENING.includes(ending.trim() || ' '));
    if (isGlued) last.text += text;
    else pieces.push({ text, cost: 0 });
    const piece = pieces.at(-1);
    if (piece) piece.cost = /[，：；？！。—…]$/.test(piece.text) ? 0 : piece.text.endsWith('、') ? LISTED : TORN;
  }
  for (const [i, piece] of pieces.entries()) {
    const next = pieces[i + 1]?.text ?? '';
    if (/\d$/.test(piece.text) && isHan(next[0] ?? '')) piece.cost = TORN_UNIT;
    // Between words of Latin letters there is a blank, and any blank is as good as another.
    if (/[\p{Script=Latin}] $/u.test(piece.text) && /^[\p{Script=Latin}]/u.test(next)) piece.cost = 0.02;
  }
  return pieces;
}

/**
 * Breaks a title into at most so many lines of about one length, at ends of clauses where it can.
 * @param measure width of a line's text in pixels
 * @param isClean whether a line may end only where a clause does
 * @returns null where it takes more lines
 */
export function breakTitle(
  title: string,
  width: number,
  most: number,
  measure: (text: string) => number,
  isClean = false,
): string[] | null {
  const all = piecesOf(title.trim());
  const pieces = isClean ? wholeClauses(all) : all;
  const joined = (from: number, to: number) =>
    pieces
      .slice(from, to)
      .map(({ text }) => text)
      .join('')
      .trim();
  for (let count = 1; count <= most; count++) {
    const best = bestBreaks(pieces, count, (from, to) => measure(joined(from, to)) / width);
    if (best) return best.map((end, i) => joined(best[i - 1] ?? 0, end));
  }
  return null;
}

/** Pieces joined where no line may end without tearing a clause. */
function wholeClauses(pieces: readonly Piece[]): Piece[] {
  const clauses: Piece[] = [];
  let isOpen = false;
  for (const { text, cost } of pieces) {
    const last = clauses.at(-1);
    if (last && isOpen) Object.assign(last, { text: last.text + text, cost });
    else clauses.push({ text, cost });
    isOpen = cost > CLEAN;
  }
  return clauses;
}

/** Where each of so many lines ends, at the least cost; null where one is too long. `fill`: of the measure. */
function bestBreaks(
  pieces: readonly Piece[],
  count: number,
  fill: (from: number, to: number) => number,
): number[] | null {
  const all = fill(0, pieces.length);
  if (count === 1) return all <= 1 ? [pieces.length] : null;
  if (all > count) return null;
  const even = all / count;
  /** By number of lines, then by where the last of them ends. */
  let ends = new Map<number, { cost: number; breaks: number[] }>([[0, { cost: 0, breaks: [] }]]);
  for (let line = 1; line <= count; line++) {
    const next: typeof ends = new Map();
    for (const [from, { cost, breaks }] of ends)
      for (let to = from + 1; to <= pieces.length; to++) {
        if ((line === count) !== (to === pieces.length)) continue;
        const filled = fill(from, to);
        if (filled > 1) break;
        const torn = to === pieces.length ? 0 : (pieces[to - 1]?.cost ?? 0);
        // All lines but the last may rather be full.
        const total = cost + torn + Math.abs(filled - even) * (line === count && filled < even ? 0.5 : 1);
        const known = next.get(to);
        if (!known || total < known.cost) next.set(to, { cost: total, breaks: [...breaks, to] });
      }
    ends = next;
  }
  return ends.get(pieces.length)?.breaks ?? null;
}
