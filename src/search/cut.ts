import { isHan } from './tokens.ts';

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
    const name = longestAt(phrase.slice(i), known);
    if (name.length > 0) {
      flush();
      words.push(name);
    } else rest.push(...phrase.slice(i, i + 1));
    i += name.length || 1;
  }
  flush();
  return words;
}

/** The longest name with which a phrase begins. */
function longestAt(phrase: readonly string[], known: ReadonlySet<string>): string[] {
  for (let length = phrase.length; length > 1; length--) {
    const name = phrase.slice(0, length);
    if (known.has(name.join(''))) return name;
  }
  return [];
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
  phrase.length === 1 ? [[...phrase]] : phrase.slice(1).map((_, i) => phrase.slice(i, i + 2));
