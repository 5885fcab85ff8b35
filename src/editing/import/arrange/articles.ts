import { hasEnded, isHeadlineLike, isTitleLike } from '../text/lines.ts';
import type { Line } from '../text/model.ts';
import { readCredit, readDateline, readSignature } from './credits.ts';
import { isDateLine } from './dates.ts';
import { isFurniture, isLabel, isNumber } from './furniture.ts';

/** The lines of one article, and how its parts were found to lie on the page. */
export interface Range {
  lines: Line[];
  /** Lines that stood before its headline on the page and are its end: it was printed back to front. */
  strayed: Line[];
  /** Lines that stand after another article on the page, under 「上接」: its end was carried over. */
  continued: Line[];
}

/**
 * Splits a page into its articles: one begins at title-like lines that a byline or 「本报讯（…）」 follows.
 * @returns one range for a page that holds one article
 */
export function splitArticles(lines: readonly Line[]): Range[] {
  const found = lines.flatMap((_, index) => (beginsArticle(lines, index) ? [index] : []));
  const [first] = found;
  // What ends above the first of them is an article too.
  const all = first !== undefined && isDivided(lines, first) ? [0, ...found] : found;
  const starts = all.map((start) => (start > 0 && isNumber(lines[start - 1]?.text ?? '') ? start - 1 : start));
  if (starts.length < 2) return [{ lines: [...lines], strayed: [], continued: [] }];
  const ranges = starts.map((start, i) => ({
    lines: lines.slice(i === 0 ? 0 : start, starts[i + 1] ?? lines.length),
    strayed: [] as Line[],
    continued: [] as Line[],
  }));
  for (const [i, range] of ranges.entries()) {
    const before = ranges[i - 1];
    if (before) takeStrayed(before, range);
  }
  takeContinued(ranges);
  return ranges;
}

function beginsArticle(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const previous = lines[index - 1];
  if (!line || !isHeadlineLike(line) || isCredit(line) || isFurniture(line.text)) return false;
  if (isDivided(lines, index)) return true;
  if (isDateLine(line.text)) return isDated(lines, index);
  if (previous && isTitleLike(previous) && !isCredit(previous) && !line.apart) return false;
  let next = index + 1;
  while (next < lines.length && next - index <= 4 && isHeadMatter(lines[next])) next++;
  const after = lines[next];
  return after !== undefined && (isCredit(after) || readDateline(after.text) !== null);
}

/** A date, a headline and its text below. */
function isDated(lines: readonly Line[], index: number): boolean {
  const [title, text] = [lines[index + 1], lines[index + 2]];
  if (!title || !text || !isHeadlineLike(title) || isDateLine(title.text)) return false;
  return !isTitleLike(text) && !isCredit(title);
}

/** A rule, or the author of the article before, stands right above. */
function isDivided(lines: readonly Line[], index: number): boolean {
  const [previous, line] = [lines[index - 1], lines[index]];
  return previous !== undefined && (line?.ruled === true || readSignature(previous.text) !== null);
}

const isCredit = (line: Line) => readCredit(line.text) !== null;
const isHeadMatter = (line: Line | undefined) =>
  line !== undefined && !isCredit(line) && (isTitleLike(line) || /^[—–-]{1,2}/.test(line.text));

/**
 * A byline that is repeated at the end of the article before, while this one breaks off: the page was set back to
 * front, and what stands before that byline belongs to this article's end. Where it begins is found by the words both
 * parts share.
 */
function takeStrayed(before: Range, range: Range): void {
  const last = range.lines.at(-1);
  const own = range.lines.find(isCredit);
  if (!last || hasEnded(last) || !own) return;
  const at = before.lines.findLastIndex((line) => line.text === own.text);
  const text = before.lines.findIndex((line) => !isTitleLike(line) && !isCredit(line));
  if (text === -1 || at < text) return;
  const start = findSeam(before.lines.slice(0, at), range.lines);
  range.strayed = before.lines.slice(start);
  before.lines = before.lines.slice(0, start);
}

const CARRIED_OVER = /[（(]\s*下转.{1,14}[）)]\**$/u;
const CARRIED_ON = /^\**[（(]\s*(?:上接|紧接).{1,14}[）)]/u;

/** Whether a line says that what follows began on another page. */
export const isContinuation = ({ text }: Line): boolean => CARRIED_ON.test(text);

/** What stands under 「上接」 belongs to the article that ends with 「下转」, where there is one of each. */
function takeContinued(ranges: readonly Range[]): void {
  const open = ranges.filter(({ lines }) => lines.some(({ text }) => CARRIED_OVER.test(text)));
  const parts = ranges.filter(({ lines }) => lines.some(isContinuation));
  const [target, range] = [open[0], parts[0]];
  if (open.length !== 1 || parts.length !== 1 || !target || !range || target === range) return;
  const at = range.lines.findIndex(isContinuation);
  target.continued = range.lines.slice(at);
  range.lines = range.lines.slice(0, at);
}

/** The index from which lines resemble `next` more than those before them. */
function findSeam(lines: readonly Line[], next: readonly Line[]): number {
  const pairsOf = (some: readonly Line[]) =>
    new Set(some.flatMap(({ text }) => [...text].map((c, i, all) => c + (all[i + 1] ?? ''))));
  const theirs = pairsOf(next);
  const first = lines.findIndex((line) => !isTitleLike(line));
  const mine = pairsOf(lines.slice(0, first + 1));
  const leaning = lines.map(({ text }) => {
    const pairs = [...text].map((c, i, all) => c + (all[i + 1] ?? ''));
    const share = (set: Set<string>) =>
      pairs.filter((pair) => set.has(pair)).length / pairs.length / Math.sqrt(set.size);
    return share(theirs) - share(mine);
  });
  let [best, at, sum] = [0, lines.length, 0];
  for (let i = lines.length - 1; i > first; i--) {
    sum += leaning[i] ?? 0;
    if (sum > best) [best, at] = [sum, i];
  }
  return at;
}

/** Whether a line is a rubric that stands over an article's headline. */
export const isRubric = (line: Line): boolean => isLabel(line.text);
