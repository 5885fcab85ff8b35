import { type Forms, readForms } from './forms.ts';

/** A unit of search: one Han character, or one whole run of letters and digits with inner `.` and trailing `%`. */
export interface Token {
  /** Normalised: NFKC, lower case, and where forms are given, the one that stands for them. */
  term: string;
  /** Where it stands in the text it was read from, in UTF-16 units. */
  start: number;
  end: number;
}

const HAN = /\p{Script=Han}/u;
/** A character with the marks that combine with it: the smallest piece that can be normalised on its own. */
const CLUSTER = /\P{M}\p{M}*/gu;
const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*%*/gu;

const NONE: Forms = readForms();

/** Whether a term, which never mixes the two, is a Han character. */
export const isHan = (term: string): boolean => HAN.test(term);

/**
 * Reads a text as tokens. Punctuation, symbols and blanks are no tokens and part nothing: in 晴不晒、雨不淋 the token
 * after 愁 is 三. Full-width and half-width forms, upper and lower case give the same term.
 */
export function tokenize(text: string, forms = NONE): Token[] {
  const { normal, starts, ends } = normalize(text);
  return [...normal.matchAll(TOKEN)].map(({ 0: term, index }) => ({
    term: forms.get(term) ?? term,
    start: starts[index] ?? 0,
    end: ends[index + term.length - 1] ?? text.length,
  }));
}

/** The terms of a text, in order. */
export const termsOf = (text: string, forms = NONE): string[] => tokenize(text, forms).map(({ term }) => term);

/** The text in NFKC and lower case, and for each of its UTF-16 units the piece of the original that it came from. */
function normalize(text: string): { normal: string; starts: number[]; ends: number[] } {
  let normal = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = cluster.normalize('NFKC').toLowerCase();
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    normal += piece;
  }
  return { normal, starts, ends };
}

/** Where a sequence of terms begins in a list of tokens: the indices of all first tokens. Empty for no terms. */
export function findTerms(tokens: readonly Token[], terms: readonly string[]): number[] {
  if (terms.length === 0) return [];
  return [...tokens.keys()].filter((i) => terms.every((term, k) => tokens[i + k]?.term === term));
}
