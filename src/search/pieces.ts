import { NAME_DOT } from './characters.ts';
import { isHan, ONE, readPhrase, tokenize, wildcardsIn } from './tokens.ts';
import type { Field } from './types.ts';

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
export type Piece =
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

export interface Phrase {
  terms: string[];
  text: string;
}

/** Fields that are called so. */
function fieldsNamed(name: string, fields: readonly Field[]): Field[] {
  const typed = name.normalize('NFKC').toLowerCase();
  return fields.filter(({ names }) => names.some((one) => one.normalize('NFKC').toLowerCase() === typed));
}

export function readPieces(text: string, fields: readonly Field[], ignored: string[]): Piece[] {
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
export const BLANKS: readonly (readonly Blank[])[] = [['unit', 'number', 'letters', 'name'], ['unit'], []];
type Blank = 'unit' | 'number' | 'letters' | 'name';

/** The pieces with those joined that only a blank of such a kind stands between. */
export function joinBlanks(pieces: readonly Piece[], joins: readonly Blank[]): Piece[] {
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
