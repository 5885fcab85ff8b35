/** The text of a page as Pagefind gets it. */
export interface Spelled {
  text: string;
  /** Positions before this one belong to the title. */
  title: number;
}

/** How the texts and queries of one index are spelled for Pagefind. */
export interface Spelling {
  /** One word a token, so that Pagefind's exact search finds any run of characters within a block. */
  page(title: readonly Terms[], rest: readonly Terms[]): Spelled;
  /** Exact queries that together find the terms wherever they follow each other. */
  phrase(terms: Terms): string[];
  /** A query for the words of phrases, wherever they stand. */
  words(phrases: readonly Terms[]): string;
}

type Terms = readonly string[];

/** Stands between blocks: takes a position of its own and is no word, so that no match crosses it. */
const BREAK = ' | ';
/** A letter to Pagefind and to the browsers' word segmenter; no text but about Khoisan languages holds it or ǃ and ǂ. */
const MARK = 'ǀ';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** The kinds of neighbours. */
const SIDE = [...'abcdefgh'];
/** Ends the word that says that a page holds a character, wherever. */
const SOMEWHERE = 'x';

/** Split characters that an index can have. */
export const MOST_SPLIT = LETTERS.length ** 2;

/**
 * Spells each token as a word that Pagefind neither splits nor changes: it takes `PM2.5` apart and drops `%`.
 *
 * All places of a word are fetched together, and of 的 in ten thousand pages that is a megabyte. A very common character
 * is therefore spelled as one of 64 words, by the kinds of its neighbours: inside a phrase one of them is asked for, at
 * its ends, where a neighbour is unknown, eight. For the character alone it is enough to know the pages: each says once,
 * after the title or at its end, which of them it holds.
 * @param split the characters so spelled, each once
 */
export function createSpelling(split: string): Spelling {
  const numbers = new Map([...split].map((character, number) => [character, number]));
  /** The words for a term; a neighbour that is not known may be any. */
  const wordsFor = (term: string, before: readonly string[], after: readonly string[]): string[] => {
    const number = numbers.get(term);
    if (number === undefined) return [term.replaceAll('.', 'ǃ').replaceAll('%', 'ǂ')];
    return before.flatMap((b) => after.map((a) => splitWord(number, b + a)));
  };
  const inText = (terms: Terms, i: number) => wordsFor(terms[i] ?? '', sideOf(terms[i - 1]), sideOf(terms[i + 1]));
  const spell = (terms: Terms) => terms.flatMap((_, i) => inText(terms, i)).join(' ');
  const holds = (blocks: readonly Terms[]) => [...new Set(blocks.flat())].filter((term) => numbers.has(term)).sort();
  const somewhere = (term: string) => splitWord(numbers.get(term) ?? 0, SOMEWHERE);
  return {
    page: (title, rest) => {
      const inTitle = holds(title);
      const parts = [...title.map(spell), inTitle.map(somewhere).join(' ')].filter(Boolean);
      const elsewhere = holds(rest).filter((term) => !inTitle.includes(term));
      const text = [...parts, ...rest.map(spell), elsewhere.map(somewhere).join(' ')].filter(Boolean).join(BREAK);
      return { text, title: parts.join(BREAK).split(' ').filter(Boolean).length };
    },
    phrase: (terms) => {
      const [first = ''] = terms;
      const last = terms.length - 1;
      if (last === 0 && numbers.has(first)) return [`"${somewhere(first)}"`];
      const choices = terms.map((term, i) =>
        wordsFor(term, i === 0 ? SIDE : sideOf(terms[i - 1]), i === last ? SIDE : sideOf(terms[i + 1])),
      );
      return product(choices).map((words) => `"${words.join(' ')}"`);
    },
    words: (phrases) => {
      const known = phrases.flatMap((terms) =>
        terms.flatMap((term, i) => (numbers.has(term) && (i === 0 || i === terms.length - 1) ? [] : inText(terms, i))),
      );
      return (known.length > 0 ? known : phrases.flat().map(somewhere)).join(' ');
    },
  };
}

const splitWord = (number: number, kind: string): string =>
  MARK + (LETTERS[Math.floor(number / LETTERS.length)] ?? '') + (LETTERS[number % LETTERS.length] ?? '') + kind;

/** The kind of a neighbour. The lowest bits of its code alone would tell little: characters of one radical stand together. */
const sideOf = (neighbour: string | undefined): string[] => {
  const code = neighbour?.codePointAt(0) ?? 0;
  return [SIDE[((code * 37) >> 4) % SIDE.length] ?? ''];
};

/** Each way to take one of every list. */
const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((ways, list) => ways.flatMap((way) => list.map((item) => [...way, item])), [[]]);
