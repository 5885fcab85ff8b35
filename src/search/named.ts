import { findTerms, tokenize } from './tokens.ts';
import type { Term } from './types.ts';

const MOST = 6;

/**
 * The names of the site that a query holds, whatever punctuation and blanks stand in either; longer first.
 * @param phrases as the query was read, which knows other forms of characters
 */
export function namedIn(text: string, phrases: readonly (readonly string[])[], terms: readonly Term[]): Term[] {
  const asked = [tokenize(text), ...phrases.map((phrase) => phrase.map((term) => ({ term, start: 0, end: 0 })))];
  const found = terms.flatMap((term) => {
    const lengths = [term.text, ...(term.also ?? [])]
      .map((form) => tokenize(form).map((token) => token.term))
      .filter((form) => form.length > 1 || /^\d{2,}$/.test(form.join('')))
      .filter((form) => asked.some((phrase) => findTerms(phrase, form).length > 0))
      .map((form) => form.length);
    return lengths.length > 0 ? [{ term, length: Math.max(...lengths) }] : [];
  });
  return found
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map(({ term }) => term);
}
