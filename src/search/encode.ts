import type { Token } from './tokens.ts';

/**
 * Tokens as words that Pagefind neither splits nor changes. It takes `PM2.5` apart and drops `%`; ǃ and ǂ are letters
 * to it and to the browsers' word segmenter, and no text about anything but Khoisan languages holds them.
 */
export const encodeTerm = (term: string): string => term.replaceAll('.', 'ǃ').replaceAll('%', 'ǂ');

/** Stands between blocks: takes a position of its own and is no word, so that no match crosses it. */
const BREAK = ' | ';

/** The text of a page for Pagefind: one word a token, so that its exact search finds any run of characters. */
export function encodeBlocks(blocks: readonly (readonly Pick<Token, 'term'>[])[]): string {
  return blocks.map((tokens) => tokens.map(({ term }) => encodeTerm(term)).join(' ')).join(BREAK);
}

/** An exact query for terms that follow each other. */
export const encodePhrase = (terms: readonly string[]): string => `"${terms.map(encodeTerm).join(' ')}"`;
