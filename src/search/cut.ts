import { isHan } from './tokens.ts';

const LONGEST_TERM = 12;

/**
 * Cuts a phrase into words: names that the site knows first, the longest at each place, then words of the browser's
 * dictionary. Without a dictionary the rest stays in one piece.
 */
export function cutPhrase(phrase: readonly string[], known: ReadonlySet<string>): string[][] {
  const words: string[][] = [];
  let rest: string[] = [];
  const flush = () => {
    words.push(...cutByDictionary(rest));
    rest = [];
  };
  for (let i = 0; i < phrase.length; ) {
    const length = longestAt(phrase, i, known);
    if (length === 0) {
      rest.push(phrase[i++] ?? '');
      continue;
    }
    flush();
    words.push(phrase.slice(i, i + length));
    i += length;
  }
  flush();
  return words;
}

function longestAt(phrase: readonly string[], from: number, known: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST_TERM, phrase.length - from); length > 1; length--) {
    if (known.has(phrase.slice(from, from + length).join(''))) return length;
  }
  return 0;
}

function cutByDictionary(terms: readonly string[]): string[][] {
  if (terms.length === 0) return [];
  if (typeof Intl.Segmenter === 'undefined') return [[...terms]];
  const words: string[][] = [];
  const segments = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(
    terms.join(' ').replace(/ (?=\p{Script=Han})/gu, ''),
  );
  for (const { segment, isWordLike } of segments) {
    if (!isWordLike) continue;
    words.push([...segment].every(isHan) ? [...segment] : [segment]);
  }
  return words;
}

/** Each two terms that follow each other; a phrase of one term is that term. */
export const pairsOf = (phrase: readonly string[]): string[][] =>
  phrase.length === 1 ? [[...phrase]] : phrase.slice(1).map((term, i) => [phrase[i] ?? '', term]);
