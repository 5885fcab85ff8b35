import { NAME_DOT } from './characters.ts';
import { type Days, dateForms, daysOf, stretchOf } from './date-forms.ts';
import { isHan, isWildcard, ONE, readPhrase, tokenize, wildcardsIn } from './tokens.ts';
import type { Field } from './types.ts';

/** What a page is asked for. */
export type Wanted =
  /** Terms that follow each other; `ONE` and `SOME` stand for others. */
  | { kind: 'phrase'; terms: string[] }
  | { kind: 'all'; of: Wanted[] }
  /** `spelt`: the first in other ways to write it. */
  | { kind: 'any'; of: Wanted[]; spelt?: true }
  | { kind: 'not'; of: Wanted }
  /** Two phrases in one block with at most so many tokens between them, in either order. */
  | { kind: 'near'; of: [string[], string[]]; within: number }
  /** Terms that follow each other in one of these fields. */
  | { kind: 'field'; fields: string[]; terms: string[] }
  /** A date in one of these fields that overlaps the days; in any that is dated where there are none. */
  | { kind: 'dated'; fields: string[]; days: Days };

/** A part of what is wanted that is looked up by itself. */
export type Leaf = Exclude<Wanted, { kind: 'all' | 'any' | 'not' }>;

export interface Query {
  /**
   * What may be meant, the strictest first: a blank beside a number, or between two single characters, may part words, or
   * only stand there as it is printed. None where nothing is asked.
   */
  readings: Wanted[];
  /** Operators that cannot be followed as they stand, as typed. */
  ignored: string[];
  /** The text was longer than is searched. */
  clipped: boolean;
}

/** Characters of a query that are searched; what comes after them is left out. */
export const LONGEST = 200;
/** Tokens that may stand between two phrases that are near each other, where nothing else is said. */
export const NEAR = 20;

const OPEN = '"“”„‟＂「『';
const CLOSE = '"“”„‟＂」』';
const PIECE = new RegExp(
  [
    String.raw`(?<blank>\s+)`,
    `(?<quoted>[${OPEN}][^${CLOSE}]*[${CLOSE}]?)`,
    '(?<or>[|｜]+)',
    `(?<run>[^\\s|｜${OPEN}${CLOSE}]+)`,
  ].join('|'),
  'gu',
);
const OPERATOR = /^(?:AND|OR|NOT|NEAR(?:\/(\d{1,3}))?)$/;
/** `title:` before something to be found; `1:50000` and `https://` are none. */
const FIELD = /^([A-Za-z]{2,20})[:：](?!\/\/)(?=[^\s:：])/;
/** A date as it is printed, with blanks, behind a name and its colon. */
const DATE_BEHIND_NAME = /[:：]\s*\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?/gu;
/** A name and its colon, of whatever field; one that is none is text. */
const NAMED = /^([\p{L}\p{N}_-]{1,20})[:：](?!\/\/)/u;
const MINUS = /^[-－−]/;
/** Brackets around a choice; all others are punctuation. */
const GROUP = /^[（(][^（）()]*(?:[|｜]|\sOR\s)|^[（(].*[）)]\s*(?:[|｜]|OR\s)/u;
const CLOSES = /[）)]/;
const PARTS = /[\p{P}\s]/u;
/** Stands inside a word of letters: don’t, well-kept. */
const IN_WORD = /^['’ʼ＇‐‑－-]$/u;
/** Stands inside a number, a date or a scale: 3/4, 1:50000, 2020-10-15. */
const IN_NUMBER = /^[-－‐‑–—~～/／:：.．]$/u;
/** Stand around a number inside a longer one: 〔2020〕12 号. */
const BRACKET = /^[〔〕［］[\]()（）【】]$/u;
const LETTERS = /^\p{L}+$/u;
const DIGIT = /^\d/;
const ENDS_IN_DIGIT = /[\d%]$/;

/** A part of a query between blanks, quotes and operators. */
type Piece =
  | {
      kind: 'words';
      text: string;
      phrases: Phrase[];
      quoted: boolean;
      afterBlank: boolean;
      minus: boolean;
      inField?: boolean;
    }
  | { kind: 'or' | 'not' | 'open' | 'close'; text: string; minus?: boolean }
  | { kind: 'near'; text: string; within: number }
  | { kind: 'field'; text: string; fields: Field[] };

interface Phrase {
  terms: string[];
  text: string;
}

/**
 * Reads a query. Blanks and punctuation part it into phrases of which a page must hold all; inside quotation marks of any
 * kind they do not, nor does what stands inside a word, a number, a date or a name. `*` stands for a few characters, `?`
 * before another character for one. `OR` or `|`, `NOT` or a minus before a word, `NEAR` or `NEAR/5`, and brackets around an
 * `OR` are operators, and so is the name of a field with a colon.
 * @param fields what is said of the pages beside their text
 */
export function parseQuery(text: string, fields: readonly Field[] = []): Query {
  const characters = [...text.trim()];
  const clipped = characters.length > LONGEST;
  const ignored: string[] = [];
  const read = characters
    .slice(0, LONGEST)
    .join('')
    .replace(DATE_BEHIND_NAME, (date) => date.replace(/\s/g, ''));
  const pieces = readPieces(read, fields, ignored);
  const isDated = fields.some(({ dated }) => dated);
  const parsed = BLANKS.map((joins) => new Parser(joinBlanks(pieces, joins), isDated, ignored).read());
  const readings = parsed.filter((wanted) => wanted !== null && hasPositive(wanted)) as Wanted[];
  const seen = new Set<string>();
  const distinct = readings.filter((wanted) => {
    const key = JSON.stringify(wanted);
    return !seen.has(key) && seen.add(key);
  });
  return { readings: distinct, ignored: [...new Set(ignored)], clipped };
}

/** Phrases that are to be found, in order, each once; those of an excluded part, or of a field, are none of them. */
export const phrasesOf = (wanted: Wanted): string[][] =>
  unique(
    leavesOf(wanted).flatMap((leaf) => (leaf.kind === 'phrase' ? [leaf.terms] : leaf.kind === 'near' ? leaf.of : [])),
  );

/** All that is to be found, in order; nothing of an excluded part. */
export function leavesOf(wanted: Wanted): Leaf[] {
  if (wanted.kind === 'all' || wanted.kind === 'any') return wanted.of.flatMap(leavesOf);
  return wanted.kind === 'not' ? [] : [wanted];
}

const hasPositive = (wanted: Wanted): boolean => leavesOf(wanted).length > 0;

/** Fields that are called so. */
function fieldsNamed(name: string, fields: readonly Field[]): Field[] {
  const typed = name.normalize('NFKC').toLowerCase();
  return fields.filter(({ names }) => names.some((one) => one.normalize('NFKC').toLowerCase() === typed));
}

function readPieces(text: string, fields: readonly Field[], ignored: string[]): Piece[] {
  const pieces: Piece[] = [];
  let afterBlank = true;
  for (const { groups = {}, index } of text.matchAll(PIECE)) {
    if (groups.blank) {
      afterBlank = true;
      continue;
    }
    if (groups.or) pieces.push({ kind: 'or', text: groups.or });
    else if (groups.quoted) {
      const terms = readPhrase(groups.quoted);
      if (terms.length > 0) {
        const last = pieces.at(-1);
        const minus = last?.kind === 'not' && last.text === '-';
        pieces.push({
          kind: 'words',
          text: groups.quoted,
          phrases: [{ terms, text: '' }],
          quoted: true,
          afterBlank,
          minus,
        });
      }
    } else pieces.push(...readRun(groups.run ?? '', { afterBlank, fields, ignored, rest: text.slice(index) }));
    afterBlank = false;
  }
  return pieces;
}

interface Reading {
  afterBlank: boolean;
  fields: readonly Field[];
  ignored: string[];
  /** The query from this run on. */
  rest: string;
}

function readRun(run: string, reading: Reading): Piece[] {
  const { afterBlank, fields, ignored, rest } = reading;
  const operator = afterBlank ? OPERATOR.exec(run) : null;
  if (operator) {
    if (run === 'AND') return [];
    if (run === 'OR') return [{ kind: 'or', text: run }];
    if (run === 'NOT') return [{ kind: 'not', text: run }];
    return [{ kind: 'near', text: run, within: operator[1] ? Number(operator[1]) : NEAR }];
  }
  const further = (from: number) =>
    from < run.length ? readRun(run.slice(from), { ...reading, afterBlank: true, rest: rest.slice(from) }) : [];
  if (afterBlank && MINUS.test(run)) return [{ kind: 'not', text: '-' }, ...further(1)];
  if (afterBlank && GROUP.test(rest)) return [{ kind: 'open', text: run.slice(0, 1) }, ...further(1)];
  const close = run.search(CLOSES);
  if (close >= 0 && !/[（(]/.test(run.slice(0, close)) && !DIGIT.test(run.slice(close + 1)))
    return [
      ...(close > 0 ? readRun(run.slice(0, close), { ...reading, rest: '' }) : []),
      { kind: 'close', text: run.charAt(close) },
      ...further(close + 1),
    ];
  const [before = '', name = ''] = (afterBlank && NAMED.exec(run)) || [];
  const named = fieldsNamed(name, fields);
  if (named.length > 0) return [{ kind: 'field', text: name, fields: named }, ...further(before.length)];
  const field = afterBlank ? FIELD.exec(run) : null;
  if (field) ignored.push(field[1] ?? '');
  const asked = field ? run.slice(field[0].length) : run;
  const phrases = cutRun(asked);
  return phrases.length > 0 ? [{ kind: 'words', text: asked, phrases, quoted: false, afterBlank, minus: false }] : [];
}

/** A run without blanks as phrases. */
function cutRun(run: string): Phrase[] {
  const phrases: Phrase[] = [];
  const tokens = tokenize(run);
  let [begin, end] = [0, 0];
  for (const token of tokens) {
    const last = phrases.at(-1);
    const between = run.slice(end, token.start);
    if (last && !partsRun(between, last.terms.at(-1) ?? '', token.term)) {
      last.terms.push(...wildcardsIn(between), token.term);
      last.text = run.slice(begin, token.end);
    } else {
      begin = token.start;
      const leading = phrases.length === 0 ? wildcardsIn(between).filter((sign) => sign === ONE) : [];
      phrases.push({ terms: [...leading, token.term], text: run.slice(begin, token.end) });
    }
    end = token.end;
  }
  return phrases;
}

/** Whether what stands between two terms parts a phrase. */
function partsRun(between: string, before: string, after: string): boolean {
  const plain = between.replace(/[*＊?？]/g, '');
  if (!PARTS.test(plain)) return false;
  const numbers = ENDS_IN_DIGIT.test(before) && DIGIT.test(after);
  if (IN_WORD.test(plain) && isWord(before) && isWord(after)) return false;
  if (IN_NUMBER.test(plain) && numbers) return false;
  if (NAME_DOT.test(plain) && plain.length === 1 && !numbers) return false;
  return !(BRACKET.test(plain) && (ENDS_IN_DIGIT.test(before) || DIGIT.test(after)));
}

const isWord = (term: string): boolean => LETTERS.test(term) && !isHan(term);

/** What a blank may join: 31 家; 已有 31; PM 2.5; 李 四. The strictest way to read comes first. */
const BLANKS: readonly (readonly Blank[])[] = [['unit', 'number', 'letters', 'name'], ['unit'], []];
type Blank = 'unit' | 'number' | 'letters' | 'name';

/** The pieces with those joined that only a blank of such a kind stands between. */
function joinBlanks(pieces: readonly Piece[], joins: readonly Blank[]): Piece[] {
  const joined: Piece[] = [];
  for (const given of pieces) {
    const last = joined.at(-1);
    const piece = given.kind === 'words' && last?.kind === 'field' ? { ...given, inField: true } : given;
    const kind = last && blankBetween(last, piece);
    if (kind && joins.includes(kind) && last.kind === 'words' && piece.kind === 'words') {
      const [before, after] = [last.phrases.at(-1), piece.phrases[0]];
      const text = `${before?.text}${after?.text}`;
      const terms = kind === 'letters' ? readPhrase(text) : [...(before?.terms ?? []), ...(after?.terms ?? [])];
      const middle = { terms, text };
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${piece.text}`,
        phrases: [...last.phrases.slice(0, -1), middle, ...piece.phrases.slice(1)],
      };
    } else joined.push(piece);
  }
  return joined;
}

function blankBetween(a: Piece, b: Piece): Blank | null {
  if (a.kind !== 'words' || b.kind !== 'words' || a.quoted || b.quoted || a.inField || !b.afterBlank) return null;
  // Punctuation beside the blank parts as ever.
  if (!/[\p{L}\p{N}%％]$/u.test(a.text) || !/^[\p{L}\p{N}]/u.test(b.text)) return null;
  const [before, after] = [a.phrases.at(-1)?.terms, b.phrases[0]?.terms];
  if (!before || !after) return null;
  const [left, right] = [before.at(-1) ?? '', after[0] ?? ''];
  if (ENDS_IN_DIGIT.test(left)) return isHan(right) ? 'unit' : null;
  if (DIGIT.test(right)) return isHan(left) ? 'number' : isWord(left) ? 'letters' : null;
  const single = [before, after].every((terms) => terms.length === 1 && isHan(terms[0] ?? ''));
  return single && a.phrases.length === 1 && b.phrases.length === 1 ? 'name' : null;
}

/** Reads pieces as parts that are all wanted, each of them perhaps one of several. */
class Parser {
  readonly #pieces: readonly Piece[];
  readonly #ignored: string[];
  /** Whether pages have dates beside their text. */
  readonly #isDated: boolean;
  #at = 0;

  constructor(pieces: readonly Piece[], isDated: boolean, ignored: string[]) {
    this.#pieces = pieces;
    this.#isDated = isDated;
    this.#ignored = ignored;
  }

  read(): Wanted | null {
    return this.#all(false);
  }

  #all(inGroup: boolean): Wanted | null {
    const parts: Wanted[] = [];
    for (let piece = this.#next(); piece; piece = this.#next()) {
      if (piece.kind === 'close') {
        this.#at++;
        if (inGroup) break;
        continue;
      }
      if (piece.kind === 'or' || piece.kind === 'near') {
        this.#ignored.push(piece.text);
        this.#at++;
        continue;
      }
      const part = this.#any();
      if (part) parts.push(...(part.kind === 'all' ? part.of : [part]));
    }
    return together('all', parts);
  }

  /** One part, or several of which one is enough. */
  #any(): Wanted | null {
    const choices = [this.#one()];
    for (let operator = this.#next(); operator?.kind === 'or'; operator = this.#next()) {
      this.#at++;
      const next = this.#next();
      if (!next || next.kind === 'close' || next.kind === 'or' || next.kind === 'near') {
        this.#ignored.push(operator.text);
        break;
      }
      choices.push(this.#one());
    }
    const known = choices.filter((choice) => choice !== null);
    return known.length > 1 ? together('any', known) : (known[0] ?? null);
  }

  #one(): Wanted | null {
    const piece = this.#next();
    if (!piece) return null;
    this.#at++;
    if (piece.kind === 'not') {
      const next = this.#next();
      if (next?.kind === 'words' || next?.kind === 'open' || next?.kind === 'field') {
        const excluded = this.#one();
        return excluded && { kind: 'not', of: excluded };
      }
      if (piece.text !== '-') this.#ignored.push(piece.text);
      return null;
    }
    if (piece.kind === 'open') return this.#all(true);
    if (piece.kind === 'field') return this.#field(piece.text, piece.fields);
    return piece.kind === 'words' ? this.#near(piece.phrases) : null;
  }

  /** What stands behind the name of a field: words, or a group of them. */
  #field(name: string, fields: readonly Field[]): Wanted | null {
    const next = this.#next();
    if (next?.kind !== 'words' && next?.kind !== 'open') {
      this.#ignored.push(name);
      return null;
    }
    const days = next.kind === 'words' && fields.some(({ dated }) => dated) ? stretchOf(unquoted(next.text)) : null;
    const ids = fields.map(({ id }) => id);
    if (!days) {
      const value = next.kind === 'open' ? this.#one() : together('all', this.#words());
      return value && inFields(value, ids, this.#ignored);
    }
    this.#at++;
    const dated: Wanted = { kind: 'dated', fields: fields.filter((one) => one.dated).map(({ id }) => id), days };
    return dated;
  }

  /** The phrases of the next piece, as they stand. */
  #words(): Wanted[] {
    const piece = this.#next();
    this.#at++;
    return piece?.kind === 'words' ? piece.phrases.map(({ terms }) => ({ kind: 'phrase', terms })) : [];
  }

  /** The phrases of one piece; the last of them may have to be near the next one. */
  #near(phrases: readonly Phrase[]): Wanted | null {
    const operator = this.#next();
    const next = this.#pieces[this.#at + 1];
    if (operator?.kind !== 'near' || next?.kind !== 'words')
      return together(
        'all',
        phrases.map((phrase) => wantedOf(phrase, this.#isDated)),
      );
    this.#at += 2;
    const [a, b] = [phrases.at(-1)?.terms ?? [], next.phrases[0]?.terms ?? []];
    return together('all', [
      ...phrases.slice(0, -1).map((phrase) => wantedOf(phrase, this.#isDated)),
      { kind: 'near', of: [a, b], within: operator.within },
      ...next.phrases.slice(1).map((phrase) => wantedOf(phrase, this.#isDated)),
    ]);
  }

  #next(): Piece | undefined {
    return this.#pieces[this.#at];
  }
}

/** A phrase; a date is wanted in every way to write it, and of pages that are dated so. */
function wantedOf({ terms, text }: Phrase, isDated: boolean): Wanted {
  const forms = dateForms(text);
  if (forms.length === 0) return { kind: 'phrase', terms: [...terms] };
  const spelt = unique([terms, ...forms]).map((form): Wanted => ({ kind: 'phrase', terms: form }));
  const days = isDated ? daysOf(text) : null;
  return { kind: 'any', of: days ? [...spelt, { kind: 'dated', fields: [], days }] : spelt, spelt: true };
}

/** What is wanted, in these fields instead of anywhere. */
function inFields(wanted: Wanted, fields: string[], ignored: string[]): Wanted {
  if (wanted.kind === 'phrase') return { kind: 'field', fields, terms: wanted.terms };
  if (wanted.kind === 'near') {
    ignored.push('NEAR');
    return { kind: 'all', of: wanted.of.map((terms) => ({ kind: 'field', fields, terms })) };
  }
  if (wanted.kind === 'not') return { kind: 'not', of: inFields(wanted.of, fields, ignored) };
  if (wanted.kind === 'field' || wanted.kind === 'dated') return wanted;
  return { ...wanted, of: wanted.of.map((one) => inFields(one, fields, ignored)) };
}

const unquoted = (text: string): string => text.replace(/[\p{Pi}\p{Pf}"＂「」『』]/gu, '');

function together(kind: 'all' | 'any', parts: readonly Wanted[]): Wanted | null {
  const seen = new Set<string>();
  const distinct = parts.filter((part) => {
    const key = JSON.stringify(part);
    return !seen.has(key) && seen.add(key);
  });
  const [only] = distinct;
  return distinct.length > 1 ? { kind, of: distinct } : (only ?? null);
}

/** Each phrase once. */
export function unique(phrases: readonly string[][]): string[][] {
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const key = phrase.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** Terms as a reader would write them: Han characters together, other runs apart. */
export const writeTerms = (terms: readonly string[]): string =>
  terms.map((term, i) => (i > 0 && !terms.slice(i - 1, i + 1).some(joins) ? ' ' : '') + term).join('');

const joins = (term: string): boolean => isHan(term) || isWildcard(term);
