/** The text of a page as Pagefind gets it. */
export interface Spelled {
  text: string;
  /** Positions before this one belong to the title. */
  title: number;
}

type Terms = readonly string[];

/** Stands between blocks: takes a position of its own and is no word, so that no match crosses it. */
const BREAK = ' | ';
/** A letter to Pagefind and to the browsers' word segmenter; no text but about Khoisan languages holds it or ǃ and ǂ. */
const MARK = 'ǀ';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Stands before what is found in one field alone; as rare a letter. */
const IN_FIELD = 'ǁ';
/** The kinds of neighbours. */
const SIDES = 'abcdefgh';
/** Ends the word that says that a page holds a character, wherever. */
const SOMEWHERE = 'x';

/** A value of a field as it is spelled. */
export interface SpelledValue {
  /** Number of the field. */
  field: number;
  terms: Terms;
  title: boolean;
  /** It is in the text, and here found by the name of its field only. */
  inText: boolean;
}

/** Split characters that an index can have. */
export const MOST_SPLIT = LETTERS.length ** 2;

/**
 * How the texts and queries of one index are spelled: each token as a word that Pagefind neither splits nor changes, so
 * that its exact search finds any run of characters. It would take `PM2.5` apart and drop `%`.
 *
 * All places of a word are fetched together, and of 的 in ten thousand pages that is a megabyte. A very common character
 * is therefore spelled as one of 64 words, by the kinds of its neighbours: inside a phrase one of them is asked for, at
 * its ends, where a neighbour is unknown, eight. For the character alone it is enough to know the pages: each says once,
 * after the title or at its end, which of them it holds.
 */
export class Spelling {
  readonly #numbers: Map<string | undefined, number>;

  /** @param split the characters spelled by their neighbours, each once */
  constructor(split: string) {
    this.#numbers = new Map([...split].map((character, number) => [character, number]));
  }

  /** The text of a page. Nothing matches across its blocks. */
  page(title: readonly Terms[], rest: readonly Terms[]): Spelled {
    const inTitle = this.#splitIn(title);
    const elsewhere = this.#splitIn(rest).filter((term) => !inTitle.includes(term));
    const write = (blocks: readonly Terms[], held: readonly string[]) =>
      [...blocks.map((terms) => this.#spell(terms)), held.map((term) => this.#somewhere(term)).join(' ')].filter(
        Boolean,
      );
    const first = write(title, inTitle);
    const text = [...first, ...write(rest, elsewhere)].join(BREAK);
    return { text, title: first.join(BREAK).split(' ').filter(Boolean).length };
  }

  /** What is said of a page beside its text: as its text is, and once more so that each field can be asked alone. */
  record(values: readonly SpelledValue[]): Spelled {
    const own = values.filter(({ inText }) => !inText);
    const termsOf = (isTitle: boolean) => own.filter(({ title }) => title === isTitle).map(({ terms }) => terms);
    const { text, title } = this.page(termsOf(true), termsOf(false));
    const named = values.map(({ field, terms }) => inField(field, terms));
    return { text: [text, ...named].filter(Boolean).join(BREAK), title: own.length > 0 ? title : 0 };
  }

  /** An exact query for terms in a field. */
  field(field: number, terms: Terms): string {
    return `"${inField(field, terms)}"`;
  }

  /** Exact queries that together find the terms wherever they follow each other. */
  phrase(terms: Terms): string[] {
    const last = terms.length - 1;
    if (last === 0 && this.#numbers.has(terms[0])) return terms.map((term) => `"${this.#somewhere(term)}"`);
    const choices = terms.map((term, i) =>
      this.#words(term, i === 0 ? SIDES : sideOf(terms[i - 1]), i === last ? SIDES : sideOf(terms[i + 1])),
    );
    return product(choices).map((words) => `"${words.join(' ')}"`);
  }

  /**
   * An exact query for the terms without a split character at either end, which would cost most: pages that hold it may
   * hold the terms. Undefined where no end is split, or nothing else is left.
   */
  core(terms: Terms): string | undefined {
    const isSplit = (term: string | undefined) => this.#numbers.has(term);
    const [from, to] = [isSplit(terms[0]) ? 1 : 0, terms.length - (isSplit(terms.at(-1)) ? 1 : 0)];
    if (from >= to || to - from === terms.length) return undefined;
    const words = terms.flatMap((term, i) => (i >= from && i < to ? this.#inText(term, i, terms) : []));
    return `"${words.join(' ')}"`;
  }

  /** A query for the words of phrases, wherever they stand; the ends whose neighbours are unknown are left out. */
  words(phrases: readonly Terms[]): string {
    const known = phrases.flatMap((terms) =>
      terms.flatMap((term, i) => {
        const isKnown = !this.#numbers.has(term) || (i > 0 && i < terms.length - 1);
        return isKnown ? this.#inText(term, i, terms) : [];
      }),
    );
    return (known.length > 0 ? known : phrases.flat().map((term) => this.#somewhere(term))).join(' ');
  }

  /** The words for a term between neighbours of these kinds. */
  #words(term: string, before: string, after: string): string[] {
    const number = this.#numbers.get(term);
    if (number === undefined) return [term.replaceAll('.', 'ǃ').replaceAll('%', 'ǂ')];
    return [...before].flatMap((b) => [...after].map((a) => splitWord(number, b + a)));
  }

  #inText(term: string, i: number, terms: Terms): string[] {
    return this.#words(term, sideOf(terms[i - 1]), sideOf(terms[i + 1]));
  }

  #spell(terms: Terms): string {
    return terms.flatMap((term, i) => this.#inText(term, i, terms)).join(' ');
  }

  #splitIn(blocks: readonly Terms[]): string[] {
    return [...new Set(blocks.flat())].filter((term) => this.#numbers.has(term)).sort();
  }

  #somewhere(term: string): string {
    return splitWord(this.#numbers.get(term) ?? 0, SOMEWHERE);
  }
}

/** Terms as words that stand nowhere but in the field: letters only, so that nothing takes them apart. */
const inField = (field: number, terms: Terms): string =>
  terms.map((term) => IN_FIELD + letterPair(field) + [...term].map(codeOf).join('')).join(' ');

const letterPair = (number: number): string =>
  LETTERS.charAt(number / LETTERS.length) + LETTERS.charAt(number % LETTERS.length);

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0)
    .toString(16)
    .padStart(5, '0')
    .replace(/./g, (digit) => LETTERS.charAt(Number.parseInt(digit, 16)));

const splitWord = (number: number, kind: string): string => MARK + letterPair(number) + kind;

/** The kind of a neighbour. The lowest bits of its code alone would tell little: characters of one radical stand together. */
const sideOf = (neighbour: string | undefined): string => {
  const code = neighbour?.codePointAt(0) ?? 0;
  return SIDES.charAt(((code * 37) >> 4) % SIDES.length);
};

/** Each way to take one of every list. */
const product = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((ways, list) => ways.flatMap((way) => list.map((item) => [...way, item])), [[]]);
