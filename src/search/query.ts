import { isHan, tokenize } from './tokens.ts';

/** What a reader asks for. Each phrase is a run of terms that follow each other. */
export interface Query {
  phrases: string[][];
  /** Phrases that must not occur. */
  excluded: string[][];
  /** The text was longer than is searched. */
  clipped: boolean;
}

/** Characters of a query that are searched; what comes after them is left out. */
export const LONGEST = 200;

const OPEN = '"“”„‟＂「『';
const CLOSE = '"“”„‟＂」』';
/** A minus after a blank, and that blank; a quoted run; or a run without blanks and quotes. */
const PIECE = new RegExp(`((?:^|\\s)[-－−])|[${OPEN}][^${CLOSE}]*[${CLOSE}]?|[^\\s${OPEN}${CLOSE}]+`, 'gu');
const QUOTED = new RegExp(`^[${OPEN}]`);
const PARTS = /[\p{P}\s]/u;
/** Stands inside a word: don’t, well-kept. */
const INSIDE = /^['’ʼ＇‐‑－-]$/u;
const LETTERS = /^\p{L}+$/u;

/**
 * Reads a query. Blanks and punctuation part it into phrases; inside quotation marks of any kind they do not, nor does an
 * apostrophe or a hyphen inside a word of letters. A minus before a word excludes it.
 */
export function parseQuery(text: string): Query {
  const characters = [...text.trim()];
  const query: Query = { phrases: [], excluded: [], clipped: characters.length > LONGEST };
  let minus = false;
  for (const [piece, isMinus] of characters.slice(0, LONGEST).join('').matchAll(PIECE)) {
    if (isMinus) {
      minus = true;
      continue;
    }
    const found = QUOTED.test(piece) ? [tokenize(piece).map(({ term }) => term)] : phrasesOf(piece);
    (minus ? query.excluded : query.phrases).push(...found.filter(({ length }) => length > 0));
    minus = false;
  }
  query.phrases = unique(query.phrases);
  return query;
}

function phrasesOf(piece: string): string[][] {
  const phrases: string[][] = [];
  let end = 0;
  for (const token of tokenize(piece)) {
    const last = phrases.at(-1);
    const between = piece.slice(end, token.start);
    const isInside = INSIDE.test(between) && [last?.at(-1) ?? '', token.term].every(isWord);
    if (last && (isInside || !PARTS.test(between))) last.push(token.term);
    else phrases.push([token.term]);
    end = token.end;
  }
  return phrases;
}

const isWord = (term: string): boolean => LETTERS.test(term) && !isHan(term);

/** Each phrase once. */
export function unique(phrases: string[][]): string[][] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = phrase.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** Terms as a reader would write them: Han characters together, other runs apart. */
export const writeTerms = (terms: readonly string[]): string =>
  terms.map((term, i) => (i > 0 && !terms.slice(i - 1, i + 1).some(isHan) ? ' ' : '') + term).join('');
