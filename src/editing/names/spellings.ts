import { Converter } from 'opencc-js';
import { NAME_DOT, NAME_HYPHEN, withoutRadical, ZERO } from '../../search/characters.ts';
import { classOfForm } from '../../search/index/forms.ts';

/**
 * The one table of how a name may be written: every way that reads as the same characters. Whoever takes a name out and
 * whoever looks for one that is left ask here.
 */

/** Also the blank of Braille and what fonts of their own have for blanks: 方正’s \ue5e5, Word’s \uf020. */
const BLANK = /[\p{Z}\p{Co}\p{Cn}\p{Cs}\t\v\f\u0085\u2800]/u;
/** Seen by nobody, or only as a sign on what stands before it. */
const UNSEEN = /[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\uffa0\ufffc]|(?![\t\n\v\f\r\u0085])\p{Cc}/u;
/** Letters of other scripts that are taken for a Han character, by programs that read scans above all (UTS #39). */
const LOOK_ALIKE = new Map(
  Array.from(
    'カ力ロ口ニ二タ夕ト卜エ工ハ八ー一ノ丿ㄚ丫ㄙ厶ㄠ幺ㅡ一ㅣ丨'.matchAll(/../gu),
    ([pair]) => [...pair] as [string, string],
  ),
);
/** Stands for the character before it: 郭圆々. */
const AGAIN = /^[々〻]$/u;
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
  /** Simplified alone, where that differs: as words are cut, and as fingerprints were made once. */
  simple?: string;
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

/** Blanks, dots and line ends that may lie between two characters of a name; white space in a row is one. */
const WIDEST = 24;

/** A name as it is compared: its Han characters, of one shape, without what stands between them. */
export const foldName = (name: string): string => wordOf(lettersOf(name));

/** The same as it was compared while variants of one character were different ones. */
export const foldSimply = (name: string): string => simpleWordOf(lettersOf(name));

export const wordOf = (letters: readonly Letter[]): string => letters.map(({ letter }) => letter).join('');

export const simpleWordOf = (letters: readonly Letter[]): string =>
  letters.map(({ letter, simple }) => simple ?? letter).join('');

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
      const [first, ...rest] = gap !== 'break' && AGAIN.test(character) ? letters.slice(-1) : hanOf(character);
      if (first !== undefined) {
        letters.push(
          { ...first, start, end, gap },
          ...rest.map((one) => ({ ...one, start, end, gap: 'none' as const })),
        );
        [gap, width] = ['none', 0];
      } else {
        // What stands on a character belongs to it: nothing of it is left.
        const last = letters.at(-1);
        if (last?.end === start && /\p{M}/u.test(character)) last.end = end;
        gap = wider(gap, gapOf(character));
      }
    }
    if (token.gap) gap = wider(gap, token.gap);
    if (gap === 'loose' && !(isSpace(text, at) && isSpace(text, at - 1))) width++;
    if (width > WIDEST) gap = 'break';
    at = token.end;
  }
  for (const [start, end] of later) scan(text, start, end, letters);
}

const isSpace = (text: string, at: number): boolean => /[ \t\r\n]/.test(text.charAt(at));

/** ASCII letters and digits, quotes, brackets and bars: by them every word of Han characters ends. */
const isPlain = (code: number): boolean => PLAIN[code] === 1;
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9"'(){}|,;:!?#$^/+@]/.test(String.fromCharCode(code)) ? 1 : 0,
);

const wider = (a: Gap, b: Gap): Gap => (a === 'break' || b === 'break' ? 'break' : a === 'loose' ? a : b);

const gapOf = (character: string): Gap => {
  if (UNSEEN.test(character)) return 'none';
  if (BLANK.test(character) || NAME_DOT.test(character) || NAME_HYPHEN.test(character)) return 'loose';
  return /[\r\n]/.test(character) ? 'loose' : 'break';
};

/** Whether a sign may stand inside a name. */
export const isJoint = (sign: string): boolean => NAME_DOT.test(sign) || NAME_HYPHEN.test(sign);

const TAG = /<(?:\\?\/)?([a-zA-Z][\w:.-]*)(?:(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,200}>|[^<>]*>)/y;
const REMARK = /<(?:!--(?:(?!<!--)[\s\S])*?-->|!\[CDATA\[|\?[^<>]*\?>)/y;
/** A tag within a text that is itself written in signs: `&lt;b&gt;` in a feed, `\u003cb\u003e` in a script. */
const TAG_IN_SIGNS =
  /(?:&(?:amp;)*(?:lt|#0*60|#[xX]0*3[cC]);|\\{1,4}(?:u003|x3)[cC]|%(?:25)*3[cC])(?:\\?\/|%(?:25)*2[fF])?([a-zA-Z][\w:.-]*)[^<>]{0,400}?(?:&(?:amp;)*(?:gt|#0*62|#[xX]0*3[eE]);|\\{1,4}(?:u003|x3)[eE]|%(?:25)*3[eE])/y;
const END_OF_READING = /<\/?(?:rt|rp|rb|ruby|w:rt|w:rubyBase)\b/g;
const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,20}))(?:;|(?!\w))/y;
const ESCAPE =
  /\\{1,4}(?:[uU](?:\{0*([0-9a-fA-F]{1,6})\}|(?:0000|000)?([0-9a-fA-F]{4,5})(?![0-9a-fA-F]{4}))|([0-9a-fA-F]{4,6}) ?)|\\{1,4}u([0-9a-fA-F]{4})/y;
const PERCENT = /(?:%(?:25)*[0-9a-fA-F]{2})+/y;
/** As scripts once wrote addresses. */
const PERCENT_U = /%u(?:([dD][89abAB][0-9a-fA-F]{2})%u([dD][c-fC-F][0-9a-fA-F]{2})|([0-9a-fA-F]{4}))/y;
/** Bytes in strings of programs, `\xe6` or `\346`. */
const BYTES = /(?:\\{1,2}(?:x[0-9a-fA-F]{2}|[0-3][0-7]{2})){2,}/y;
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
    const tag = readTagInSigns(text, at);
    if (tag) return tag;
    const found = match(ENTITY, text, at);
    if (!found) return null;
    const [whole, decimal, hex, name] = found;
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    const character = code === null ? ENTITIES[name ?? ''] : characterOf(code);
    return character === undefined ? null : { end: at + whole.length, characters: one(character, at, whole.length) };
  },
  '\\': readEscape,
  '%': (text, at) => {
    const found = match(PERCENT_U, text, at);
    if (!found) return readTagInSigns(text, at) ?? readBytes(match(PERCENT, text, at), /%(?:25)*([0-9a-fA-F]{2})/g);
    const units = found.slice(1).flatMap((hex) => (hex === undefined ? [] : [Number.parseInt(hex, 16)]));
    return { end: at + found[0].length, characters: one(String.fromCharCode(...units), at, found[0].length) };
  },
  '=': (text, at) => readBytes(match(QUOTED, text, at), /(?:=\r?\n)?=([0-9A-F]{2})/g),
  '\r': readLineEnd,
  '\n': readLineEnd,
  ']': (text, at) => {
    if (text.startsWith(']]>', at)) return { end: at + 3, gap: 'none' };
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

const readTagInSigns = (text: string, at: number): Token | null => {
  const found = match(TAG_IN_SIGNS, text, at);
  return found && tokenOfTag(text, at, found);
};

function readTag(text: string, at: number): Token | null {
  const remark = match(REMARK, text, at);
  if (remark) return { end: at + remark[0].length, gap: 'none', inside: [at + 1, at + remark[0].length - 1] };
  const found = match(TAG, text, at);
  return found && tokenOfTag(text, at, found);
}

function tokenOfTag(text: string, at: number, [whole, name = '']: RegExpExecArray): Token {
  const end = at + whole.length;
  const tag = name.toLowerCase();
  const inside = [at + whole.indexOf(name) + name.length, end - 1] as const;
  if (READING.has(tag) && !whole.startsWith('</') && !whole.endsWith('/>')) {
    END_OF_READING.lastIndex = end;
    const close = END_OF_READING.exec(text)?.index ?? end;
    return { end: close, gap: 'none', inside: [end, close] };
  }
  return { end, gap: ENDS_WORD.has(tag) ? 'break' : BREAKS_LINE.has(tag) ? 'loose' : 'none', inside };
}

/** `\u674e`, also in two halves; `\674e` of a style sheet; `\n`; a stroke before a sign is Markdown’s. */
function readEscape(text: string, at: number): Token | null {
  const coded =
    readTagInSigns(text, at) ?? readBytes(match(BYTES, text, at), /\\{1,2}(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2}))/g);
  if (coded) return coded;
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

/** Bytes written in signs, in hexadecimal (first group) or octal digits: as UTF-8, else as GB 18030. */
function readBytes(found: RegExpExecArray | null, byte: RegExp): Token | null {
  if (!found) return null;
  const signs = Array.from(found[0].matchAll(byte), ({ 0: whole, 1: hex, 2: octal, index }) => ({
    value: hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16),
    start: found.index + index,
    end: found.index + index + whole.length,
  }));
  const bytes = Uint8Array.from(signs, ({ value }) => value);
  const isUtf8 = isValid(bytes);
  const characters: { character: string; start: number; end: number }[] = [];
  for (let at = 0; at < signs.length; ) {
    const size = isUtf8 ? sizeInUtf8(bytes[at] ?? 0) : sizeInGb(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    const own = bytes.subarray(at, at + size);
    const character = (isUtf8 ? UTF8 : GB18030).decode(own);
    characters.push({ character, start: signs[at]?.start ?? 0, end: signs[at + own.length - 1]?.end ?? 0 });
    at += size;
  }
  return { end: found.index + found[0].length, characters };
}

const [UTF8, STRICT, GB18030] = [
  new TextDecoder(),
  new TextDecoder('utf-8', { fatal: true }),
  new TextDecoder('gb18030'),
];

function isValid(bytes: Uint8Array): boolean {
  try {
    STRICT.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const sizeInUtf8 = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1);
const sizeInGb = (first: number, second: number): number =>
  first < 0x81 ? 1 : second >= 0x30 && second <= 0x39 ? 4 : 2;

/** One line end may lie in a name; an empty line parts paragraphs. */
function readLineEnd(text: string, at: number): Token | null {
  const found = match(LINE_END, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  return { end, gap: /[\r\n]/.test(text.charAt(end)) ? 'break' : 'loose' };
}

type Han = Pick<Letter, 'letter' | 'simple'>;
const KNOWN = new Map<string, readonly Han[]>();
const simplify = Converter({ from: 't', to: 'cn' });

/** A character as Han characters of one shape: of its normal form, no radical, simplified; none where it is no Han. */
function hanOf(character: string): readonly Han[] {
  if (ZERO.test(character)) return [{ letter: '〇' }];
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80) return [];
  let han = KNOWN.get(character);
  if (!han) {
    const plain = [...character.normalize('NFKC')].map((one) => LOOK_ALIKE.get(one) ?? withoutRadical(one));
    const isHan = plain.every((one) => /\p{Script=Han}/u.test(one));
    han = isHan ? plain.map(simplify).map(toHan) : [];
    KNOWN.set(character, han);
  }
  return han;
}

function toHan(simple: string): Han {
  const letter = classOfForm(simple);
  return letter === simple ? { letter } : { letter, simple };
}
