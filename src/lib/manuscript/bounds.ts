import type { Finding } from './problem.ts';

// What no article and no register has so much of. Parsers hold each sign of markup against those before it, so that a
// paragraph of nothing else takes them minutes. It is refused by one pass over the text, before a parser sees it.

/** Levels of quotations, lists and tags inside each other. No text needs a tenth; all that walks a tree can rely on it. */
export const DEEPEST = 60;
/** Tags that are open at once: parsers say better what is wrong with fewer. */
const MOST_OPEN = 500;
/** Of one sign, in a paragraph of the text or a line of fields. */
const MOST_SIGNS = 1000;
/** In the whole text, since each of them begins code and is a fault by itself. */
const MOST_BRACES = 200;
/** UTF-16 units; a report that is all one paragraph has half as many. */
const LONGEST_LINE = 100_000;
/** That are not blank. A register of two thousand places has as many, a page of a newspaper a hundredth. */
const MOST_LINES = 20_000;
const CURE = '是不是误粘了程序、表格或网页？删掉它，或分成几段';

/** What the parser of fields says itself where it meets as much. */
export const buried = (line: number, column: number): Finding => ({
  line,
  column,
  rule: 'yaml-syntax',
  message: '栏目的写法不对：内容一层套一层，太深了',
  cure: '减少层数',
});

export const tooDeep = (line: number, column: number): Finding => ({
  line,
  column,
  rule: 'markup-deep',
  message: '引文、列表或标签一层套一层，太深了，读不出来',
  cure: '减少层数',
});

const crowded = (line: number, column: number, sign: string, where: string, most: number): Finding => ({
  line,
  column,
  rule: 'sign-crowd',
  message: `${where}有 ${most} 多个“${sign}”，不像文章，没有往下读`,
  cure: CURE,
});

const tooLong = (line: number, length: number): Finding => ({
  line,
  column: 1,
  rule: 'line-long',
  message: `这一行有 ${length} 个字符，超过 ${LONGEST_LINE} 个，不像文章，没有往下读`,
  cure: CURE,
});

const tooManyLines = (line: number, what: string): Finding => ({
  line,
  column: 1,
  rule: 'line-many',
  message: `${what}超过 ${MOST_LINES} 行，不像文章，没有往下读`,
  cure: CURE,
});

/** Counts signs, each by itself. */
class Tally {
  readonly #counts = new Map<string, number>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  /** Whether there are now too many of it. */
  add(sign: string): boolean {
    const count = (this.#counts.get(sign) ?? 0) + 1;
    this.#counts.set(sign, count);
    return count > this.#most;
  }
  clear(): void {
    this.#counts.clear();
  }
}

/**
 * The first place of an article's text where one sign, or the levels of things inside each other, are more than any
 * article has; null where there is none, and a parser is done with the text in no time.
 * @param isLined each line is a paragraph by itself
 */
export function findCrowd(body: string, { isLined = false } = {}): Finding | null {
  const [paragraph, row, whole] = [new Tally(MOST_SIGNS), new Tally(MOST_SIGNS), new Tally(MOST_BRACES)];
  let [open, written] = [0, 0];
  for (const [index, text] of body.split('\n').entries()) {
    const line = index + 1;
    if (text.length > LONGEST_LINE) return tooLong(line, text.length);
    const isBlank = text.trim() === '';
    if (isLined || isBlank) paragraph.clear();
    if (!isBlank && ++written > MOST_LINES) return tooManyLines(line, '正文');
    if (levelsAtHead(text, TEXT_LEVELS) > DEEPEST) return tooDeep(line, 1);
    row.clear();
    for (const { 0: sign, index: at } of text.matchAll(/[[\]<>*_`~&{}|]/g)) {
      const column = at + 1;
      // A table is one paragraph, and has as many bars as cells.
      if (sign === '|' ? row.add(sign) : paragraph.add(sign))
        return crowded(line, column, sign, sign === '|' ? '这一行' : '这一段', MOST_SIGNS);
      if ((sign === '{' || sign === '}') && whole.add(sign)) return crowded(line, column, sign, '正文', MOST_BRACES);
      open = Math.max(0, open + opens(text, at));
      if (open > MOST_OPEN) return tooDeep(line, column);
    }
  }
  return null;
}

/** The same of fields, where what belongs together stands on one line. */
export function findCrowdInFields(fields: string, firstLine: number): Finding | null {
  const row = new Tally(MOST_SIGNS);
  for (const [index, text] of fields.split('\n').entries()) {
    const line = firstLine + index;
    if (index === MOST_LINES) return tooManyLines(line, '栏目');
    if (levelsAtHead(text, FIELD_LEVELS) > DEEPEST) return buried(line, 1);
    if (text.length > LONGEST_LINE) return tooLong(line, text.length);
    row.clear();
    let open = 0;
    for (const { 0: sign, index: at } of text.matchAll(/[[\]{}"'*&!?]/g)) {
      if (row.add(sign)) return crowded(line, at + 1, sign, '这一行', MOST_SIGNS);
      open += '[{'.includes(sign) ? 1 : ']}'.includes(sign) ? -1 : 0;
      if (open > DEEPEST) return buried(line, at + 1);
    }
  }
  return null;
}

const TEXT_LEVELS = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/gy;
const FIELD_LEVELS = /[ \t]*[-?:](?=[ \t]|$)/gy;

/** Signs at the head of a line each of which opens a level. */
function levelsAtHead(line: string, sign: RegExp): number {
  let count = 0;
  for (const _ of line.matchAll(sign)) if (++count > DEEPEST) break;
  return count;
}

/** 1 where a tag is opened, −1 where one is closed, or closes itself. */
function opens(line: string, at: number): -1 | 0 | 1 {
  // A comment opens nothing.
  if (line[at] === '<' && line[at - 1] !== '\\') return line[at + 1] === '/' ? -1 : line[at + 1] === '!' ? 0 : 1;
  return line[at] === '>' && line[at - 1] === '/' ? -1 : 0;
}
