import { dateForms, daysOf, stretchOf } from './date-forms.ts';
import { BLANKS, joinBlanks, type Phrase, type Piece, readPieces } from './pieces.ts';
import type { Field } from './types.ts';
import { inFields, leavesOf, together, unique, type Wanted } from './wanted.ts';

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

/** A date as it is printed, with blanks, behind a name and its colon. */
const DATE_BEHIND_NAME = /[:：]\s*\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?)?/gu;

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

const hasPositive = (wanted: Wanted): boolean => leavesOf(wanted).length > 0;

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

const unquoted = (text: string): string => text.replace(/[\p{Pi}\p{Pf}"＂「」『』]/gu, '');
