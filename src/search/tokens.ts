import { withoutRadical, ZERO } from './characters.ts';
import { type Forms, readForms } from './forms.ts';

/**
 * A unit of search: one Han character, or one whole run of letters and digits with inner `.` and trailing `%`. A number is
 * one whatever commas part its thousands.
 */
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
 * after 晒 is 雨. Full-width and half-width forms, upper and lower case, radicals and the characters they look like give
 * the same term; 32,168 is 32168, and 10⁴ is not 104.
 */
export function tokenize(text: string, forms = NONE): Token[] {
  const { normal, starts, ends } = normalize(text);
  const runs = Array.from(normal.matchAll(TOKEN), ({ 0: term, index }) => ({
    term,
    from: index,
    to: index + term.length,
  }));
  return joinThousands(runs, normal).map(({ term, from, to }) => ({
    term: forms.get(term) ?? term,
    start: starts[from] ?? 0,
    end: ends[to - 1] ?? text.length,
  }));
}

/** A token and where it stands in the normal text. */
interface Run {
  term: string;
  from: number;
  to: number;
}

/** Runs that commas part into thousands are one: 1,234,567. A list of numbers, 15,300,42, is none. */
function joinThousands(runs: readonly Run[], normal: string): Run[] {
  const joined: Run[] = [];
  for (let i = 0; i < runs.length; ) {
    let end = i + 1;
    while (runs[end]?.from === (runs[end - 1]?.to ?? 0) + 1 && normal[(runs[end]?.from ?? 0) - 1] === ',') end++;
    const group = runs.slice(i, end);
    const [first, last] = [group[0], group.at(-1)];
    if (first && last && isThousands(group))
      joined.push({ term: group.map(({ term }) => term).join(''), from: first.from, to: last.to });
    else joined.push(...group);
    i = end;
  }
  return joined;
}

const isThousands = (group: readonly Run[]): boolean =>
  group.length > 1 &&
  group.every(({ term }, i) => (i === 0 ? /^\d{1,3}$/ : i < group.length - 1 ? /^\d{3}$/ : /^\d{3}(?!\d)/).test(term));

/** The terms of a text, in order. */
export const termsOf = (text: string, forms = NONE): string[] => tokenize(text, forms).map(({ term }) => term);

/** The text as it is compared, and for each of its UTF-16 units the piece of the original that it came from. */
function normalize(text: string): { normal: string; starts: number[]; ends: number[] } {
  let normal = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = normalizePiece(cluster, text.charAt(index - 1), text.charAt(index + cluster.length));
    for (let i = 0; i < piece.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    normal += piece;
  }
  return { normal, starts, ends };
}

const FULL_DIGIT = /[０-９]/;
/** A power: what NFKC would make a digit more of the number before it. */
const RAISED = /^[⁰¹²³⁴-⁹]$/;
const NUMERAL = /[〇零一二三四五六七八九十百千○◯]/;

/** One cluster in NFKC and lower case, with what is to be told apart, or taken as one, beyond that. */
function normalizePiece(cluster: string, before: string, after: string): string {
  if (RAISED.test(cluster) && (/\d/.test(before) || RAISED.test(before))) return cluster;
  // Between half-width digits a full-width comma parts a list.
  if (cluster === '，' && !(FULL_DIGIT.test(before) && FULL_DIGIT.test(after))) return cluster;
  if (ZERO.test(cluster) && (NUMERAL.test(before) || NUMERAL.test(after))) return '〇';
  return withoutRadical(cluster.normalize('NFKC').toLowerCase());
}

/** In a phrase: any one token, and any few tokens or none. */
export const ONE = '?';
export const SOME = '*';
export const isWildcard = (term: string): boolean => term === ONE || term === SOME;

/** The terms of a phrase as it is typed, with wildcards: 渡口*钟声, ?树镇. */
export function readPhrase(text: string): string[] {
  const tokens = tokenize(text);
  const terms = tokens.flatMap(({ term, end }, i) => {
    const between = text.slice(end, tokens[i + 1]?.start ?? end);
    return [term, ...wildcardsIn(between)];
  });
  const [first] = tokens;
  // What stands at the very end is a question mark.
  return [...wildcardsIn(text.slice(0, first?.start ?? 0)).filter((sign) => sign === ONE), ...terms];
}

export const wildcardsIn = (between: string): string[] =>
  Array.from(between.matchAll(/[*＊]+|[?？]/g), ([sign]) => (/[*＊]/.test(sign) ? SOME : ONE));

/** Tokens that `SOME` may stand for. */
const MOST_BETWEEN = 10;

/** The places of a sequence of terms in a list of tokens, each its first token and the one behind its last. */
export function placesOf(tokens: readonly Token[], terms: readonly string[]): [first: number, end: number][] {
  if (terms.length === 0) return [];
  return [...tokens.keys()].flatMap((first): [number, number][] => {
    const end = endOf(tokens, first, terms);
    return end === null ? [] : [[first, end]];
  });
}

/** Where the terms end that begin at a token; the nearest end, where several are possible. Null where they do not follow. */
function endOf(tokens: readonly Token[], first: number, terms: readonly string[]): number | null {
  let ends = new Set([first]);
  for (const term of terms) {
    const next = new Set<number>();
    for (const at of ends)
      if (term === SOME) for (let end = at; end <= Math.min(at + MOST_BETWEEN, tokens.length); end++) next.add(end);
      else if (at < tokens.length && (term === ONE || tokens[at]?.term === term)) next.add(at + 1);
    if (next.size === 0) return null;
    ends = next;
  }
  return Math.min(...ends);
}

/** Where a sequence of terms begins in a list of tokens: the indices of all first tokens. Empty for no terms. */
export const findTerms = (tokens: readonly Token[], terms: readonly string[]): number[] =>
  placesOf(tokens, terms).map(([first]) => first);
