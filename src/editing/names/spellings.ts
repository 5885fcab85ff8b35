import { Converter } from 'opencc-js';
import { NAME_DOT, withoutRadical, ZERO } from '../../search/characters.ts';

/**
 * The one table of how a name may be written: every way that reads as the same characters. Whoever takes a name out and
 * whoever looks for one that is left ask here.
 */

const BLANK = /[\p{Z}\t\v\f]/u;
/** Seen by nobody, or only as a sign on what stands before it. */
const UNSEEN = /\p{Cf}|\p{Mn}|\p{Me}|[\u115f\u1160\u3164\uffa0]/u;
/** Marks of Markdown that stand around or inside words: **李**四, [李四], 李\四. */
const MARKUP = /[*_~`[\]\\]/;
/** Elements by which a word ends. Any other tag may stand inside one: <b>, <span>, <w:r>, <Person>. */
const ENDS_WORD = new Set(
  'address article aside blockquote body button caption col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input legend li link main meta nav object ol optgroup option p pre script section select style summary svg table tbody td template textarea tfoot th thead title tr ul video desc text w:p w:tc w:tr w:sdt text:p text:h table:table-cell a:p si row c item entry'.split(
    ' ',
  ),
);
const BREAKS_LINE = new Set(['br', 'wbr', 'w:br', 'w:tab', 'w:cr', 'text:line-break', 'text:s', 'text:tab']);
/** Readings above the characters: no part of the words, and read by themselves. */
const READING = new Set(['rt', 'rp', 'w:rt']);
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  ZeroWidthSpace: '\u200b',
  middot: '·',
  centerdot: '·',
  CenterDot: '·',
  bull: '•',
  bullet: '•',
  period: '.',
  Tab: '\t',
  NewLine: '\n',
};

/** How far apart two characters stand: nothing to be seen between them, a blank or a dot or a line end, or more. */
export type Gap = 'none' | 'loose' | 'break';

/** A Han character as it is compared, and where it stands. */
export interface Letter {
  letter: string;
  /** In UTF-16 units of the text. */
  start: number;
  end: number;
  /** To the letter before it. */
  gap: Gap;
}

/** A piece of text: characters, or what lies between them, with parts that are read by themselves. */
interface Token {
  end: number;
  characters?: readonly { character: string; start: number; end: number }[];
  gap?: Gap;
  inside?: readonly [number, number];
}

/** Units of blanks, dots and one line end that may lie between two characters of a name. */
const WIDEST = 24;

/** A name as it is compared: its Han characters, of one shape, without what stands between them. */
export const foldName = (name: string): string =>
  lettersOf(name)
    .map(({ letter }) => letter)
    .join('');

/** The Han characters of any text – Markdown, YAML, HTML, JSON, an address – whatever way they are written in. */
export function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  scan(text, 0, text.length, letters);
  return letters;
}

function scan(text: string, from: number, to: number, letters: Letter[]): void {
  const later: (readonly [number, number])[] = [];
  let gap: Gap = 'break';
  let width = 0;
  for (let at = from; at < to; ) {
    // Most of a built site is letters and digits of programs.
    if (isPlain(text.charCodeAt(at))) {
      gap = 'break';
      at++;
      continue;
    }
    const token = tokenAt(text, at, to);
    if (token.inside) later.push(token.inside);
    for (const { character, start, end } of token.characters ?? []) {
      const [first, ...rest] = hanOf(character);
      if (first !== undefined) {
        letters.push(
          { letter: first, start, end, gap },
          ...rest.map((letter) => ({ letter, start, end, gap: 'none' as const })),
        );
        [gap, width] = ['none', 0];
      } else gap = wider(gap, gapOf(character));
    }
    if (token.gap) gap = wider(gap, token.gap);
    if (gap === 'loose') width += token.end - at;
    if (width > WIDEST) gap = 'break';
    at = token.end;
  }
  for (const [start, end] of later) scan(text, start, end, letters);
}

/** ASCII letters and digits, quotes, brackets and bars: by them every word of Han characters ends. */
const isPlain = (code: number): boolean => PLAIN[code] === 1;
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9"'(){}|,;:!?#$^/+@-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const wider = (a: Gap, b: Gap): Gap => (a === 'break' || b === 'break' ? 'break' : a === 'loose' ? a : b);

const gapOf = (character: string): Gap => {
  if (UNSEEN.test(character)) return 'none';
  return BLANK.test(character) || NAME_DOT.test(character) || /[\r\n]/.test(character) ? 'loose' : 'break';
};

const TAG = /<(?:!--[^<>]*>|\/?([a-zA-Z][\w:.-]*)[^<>]*>)/y;
const END_OF_READING = /<\/?(?:rt|rp|rb|ruby|w:rt|w:rubyBase)\b/g;
const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,20}))(?:;|(?!\w))/y;
const ESCAPE =
  /\\{1,4}(?:[uU](?:\{0*([0-9a-fA-F]{1,6})\}|(?:0000|000)?([0-9a-fA-F]{4,5})(?![0-9a-fA-F]{4}))|([0-9a-fA-F]{4,6}) ?)|\\{1,4}u([0-9a-fA-F]{4})/y;
const PERCENT = /(?:%(?:25)*[0-9a-fA-F]{2})+/y;
/** As mail writes letters beyond ASCII. */
const QUOTED = /(?:(?:=\r?\n)?=[0-9A-F]{2}){2,}/y;
const LINE_END = /\r?\n[ \t>]*/y;
const LINK = /\]\(([^()\s]*)[^()]*\)/y;
const NOTE = /\[\^[^[\]\s]*\]/y;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function tokenAt(text: string, at: number, to: number): Token {
  const character = text.charAt(at);
  const special = READERS[character]?.(text, at);
  if (special && special.end <= to) return special;
  const whole = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + whole.length;
  if (MARKUP.test(whole)) return { end, gap: 'none' };
  return { end, characters: [{ character: whole, start: at, end }] };
}

/** What begins with a sign, by that sign. */
const READERS: Readonly<Record<string, (text: string, at: number) => Token | null>> = {
  '<': readTag,
  '&': (text, at) => {
    const found = match(ENTITY, text, at);
    if (!found) return null;
    const [whole, decimal, hex, name] = found;
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    const character = code === null ? ENTITIES[name ?? ''] : characterOf(code);
    return character === undefined ? null : { end: at + whole.length, characters: one(character, at, whole.length) };
  },
  '\\': readEscape,
  '%': (text, at) => readBytes(match(PERCENT, text, at), /%(?:25)*([0-9a-fA-F]{2})/g),
  '=': (text, at) => readBytes(match(QUOTED, text, at), /(?:=\r?\n)?=([0-9A-F]{2})/g),
  '\r': readLineEnd,
  '\n': readLineEnd,
  ']': (text, at) => {
    const found = match(LINK, text, at);
    return found && { end: at + found[0].length, gap: 'none', inside: [at + 2, at + found[0].length - 1] };
  },
  '[': (text, at) => {
    const found = match(NOTE, text, at);
    return found && { end: at + found[0].length, gap: 'none' };
  },
};

const one = (character: string, start: number, length: number) => [{ character, start, end: start + length }];

const characterOf = (code: number): string | undefined =>
  code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

function readTag(text: string, at: number): Token | null {
  const found = match(TAG, text, at);
  if (!found) return null;
  const [whole, name = ''] = found;
  const end = at + whole.length;
  const tag = name.toLowerCase();
  const inside = [at + 1 + name.length, end - 1] as const;
  if (READING.has(tag) && !whole.startsWith('</') && !whole.endsWith('/>')) {
    END_OF_READING.lastIndex = end;
    const close = END_OF_READING.exec(text)?.index ?? end;
    return { end: close, gap: 'none', inside: [end, close] };
  }
  return { end, gap: ENDS_WORD.has(tag) ? 'break' : BREAKS_LINE.has(tag) ? 'loose' : 'none', inside };
}

/** `\u674e`, also in two halves; `\674e` of a style sheet; `\n`; a stroke before a sign is Markdown’s. */
function readEscape(text: string, at: number): Token | null {
  const found = match(ESCAPE, text, at);
  if (found) {
    const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '', 16);
    const end = at + found[0].length;
    if (code >= 0xd800 && code < 0xdc00) {
      const low = match(ESCAPE, text, end);
      const second = Number.parseInt(low?.[2] ?? low?.[4] ?? '', 16);
      if (low && second >= 0xdc00 && second < 0xe000) {
        const character = String.fromCodePoint(0x1_0000 + (code - 0xd800) * 0x400 + second - 0xdc00);
        return { end: end + low[0].length, characters: one(character, at, end + low[0].length - at) };
      }
    }
    const character = characterOf(code);
    if (character) return { end, characters: one(character, at, found[0].length) };
  }
  const sign = /\\{1,4}([nrt])/y;
  const blank = match(sign, text, at);
  return blank && { end: at + blank[0].length, gap: 'loose' };
}

/** Bytes written in signs, as UTF-8. */
function readBytes(found: RegExpExecArray | null, byte: RegExp): Token | null {
  if (!found) return null;
  const characters: { character: string; start: number; end: number }[] = [];
  let [bytes, start]: [number[], number] = [[], found.index];
  for (const { 0: whole, 1: hex, index } of found[0].matchAll(byte)) {
    if (bytes.length === 0) start = found.index + index;
    bytes.push(Number.parseInt(hex ?? '', 16));
    const [first = 0] = bytes;
    const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (bytes.length < size) continue;
    characters.push({
      character: new TextDecoder().decode(Uint8Array.from(bytes)),
      start,
      end: found.index + index + whole.length,
    });
    bytes = [];
  }
  return { end: found.index + found[0].length, characters, ...(bytes.length > 0 ? { gap: 'break' as const } : {}) };
}

/** One line end may lie in a name; an empty line parts paragraphs. */
function readLineEnd(text: string, at: number): Token | null {
  const found = match(LINE_END, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  return { end, gap: /[\r\n]/.test(text.charAt(end)) ? 'break' : 'loose' };
}

const KNOWN = new Map<string, readonly string[]>();
const simplify = Converter({ from: 't', to: 'cn' });

/** A character as Han characters of one shape: of its normal form, no radical, simplified; none where it is no Han. */
function hanOf(character: string): readonly string[] {
  if (ZERO.test(character)) return ['〇'];
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80) return [];
  let han = KNOWN.get(character);
  if (!han) {
    const plain = [...character.normalize('NFKC')].map(withoutRadical);
    const isHan = plain.every((one) => /\p{Script=Han}/u.test(one));
    han = isHan ? plain.map(simplify) : [];
    KNOWN.set(character, han);
  }
  return han;
}
