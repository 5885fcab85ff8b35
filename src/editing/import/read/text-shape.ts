import { readCredit } from '../arrange/credits.ts';
import { isFurniture } from '../arrange/furniture.ts';
import { escapeWords } from '../text/escape.ts';
import { hasEnded, isTitleLike, outlineLevel } from '../text/lines.ts';
import type { Decision, Line } from '../text/model.ts';

// What a plain text shows by its shape alone: where lines were cut at a margin, tables set with tabs, rules.

const RULE = /^(?:([-=*_~#+—–·※★☆◆■●○])\s*)(?:\1\s*){3,}$/u;
const LONGEST_CELL = 40;
/** A blank alone stands between words, where the column ended. */
const INDENTED = /^(?:\u3000|[ \u00a0]{2}|\t)/;
const GAP = /[ \u3000]{2,}/u;

/** A line of a text as it stands there, indent and all. */
export interface RawLine extends Line {
  raw: string;
}

/** Rules between articles are left out and told; the line below is known by it. */
export function dropRules(lines: readonly RawLine[]): { lines: RawLine[]; removed: Decision[] } {
  const isRule = (line: RawLine | undefined) => line !== undefined && RULE.test(line.text);
  return {
    lines: lines.flatMap((line, index) =>
      isRule(line) ? [] : [isRule(lines[index - 1]) ? { ...line, ruled: true } : line],
    ),
    removed: lines.filter(isRule).map(({ number, text }) => ({ line: number, what: '删去分隔线', text })),
  };
}

/** Lines next to each other whose cells are parted by tabs, or by wide blanks into as many columns, become one table. */
export function joinTables(lines: readonly RawLine[]): RawLine[] {
  const joined: RawLine[] = [];
  const runs = runsOfRows(lines);
  for (let from = 0; from < lines.length; from++) {
    const line = lines[from] as RawLine;
    const { rows = 0, columns = 0, isEven = false } = runs[from] ?? {};
    if (rows < 2 || (columns < 3 && rows < 3) || !(isEven || line.raw.includes('\t'))) joined.push(line);
    else {
      joined.push({ ...line, text: writeTable(lines.slice(from, from + rows).map(cellsOf), columns), markup: true });
      from += rows - 1;
    }
  }
  return joined;
}

/** Of each line that is a row, how many rows next to each other begin with it, and whether they have as many columns. */
function runsOfRows(lines: readonly RawLine[]): ({ rows: number; columns: number; isEven: boolean } | undefined)[] {
  const runs: ReturnType<typeof runsOfRows> = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as RawLine;
    const own = cellsOf(line).length;
    const below = lines[index + 1]?.blanks === 0 ? runs[index + 1] : undefined;
    if (isRow(line))
      runs[index] = {
        rows: (below?.rows ?? 0) + 1,
        columns: Math.max(own, below?.columns ?? 0),
        isEven: !below || (below.isEven && below.columns === own),
      };
  }
  return runs;
}

const cellsOf = ({ raw, text }: RawLine) => (text.includes('\t') ? raw.trimStart().split('\t') : text.split(GAP));
const isRow = (line: RawLine | undefined): boolean =>
  line !== undefined && cellsOf(line).length > 1 && cellsOf(line).every((cell) => cell.length <= LONGEST_CELL);

function writeTable(rows: readonly string[][], columns: number): string {
  const write = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...rest] = rows.map((row) => Array.from({ length: columns }, (_, i) => escapeWords(row[i] ?? '')));
  return [head, Array<string>(columns).fill('---'), ...rest].map(write).join('\n');
}

/** Where lines end because the column does. */
interface Margin {
  /** How much shorter than the column a line is. */
  missing: (line: RawLine) => number;
  /** A line that lacks no more is full: a mark that may not begin a line takes its last character along. */
  slack: number;
  full: number;
}

/**
 * Where most lines are as long as each other and break off, they were cut at a margin, and the next one goes on. A
 * sentence that ends right at the margin may end its paragraph, where no indents tell: that is asked.
 */
export function markCuts(lines: readonly RawLine[]): RawLine[] {
  const margin = findMargin(lines);
  if (!margin) return [...lines];
  const marked = lines.map((line): RawLine => ({ ...line, column: true }));
  const hasIndents = lines.filter((line) => INDENTED.test(line.raw)).length > 1;
  for (const [index, line] of marked.entries()) {
    const before = marked[index - 1];
    if (!before || line.blanks > 0 || line.ruled || INDENTED.test(line.raw)) continue;
    if (!isFull(before, margin) || isOwnLine(before) || isOwnLine(line)) continue;
    if (hasEnded(before)) {
      // The last line of a paragraph ends its sentence: a short one that does not is a heading.
      if (outlineLevel(line.text) || (isTitleLike(line) && !isFull(line, margin))) continue;
      // Without indents, a sentence that ends right at the margin may end its paragraph.
      if (!hasIndents && FRESH.test(line.text)) {
        line.doubt = '上一段正好在行末完了，这里也可能接着上一段';
        continue;
      }
      if (!hasIndents) before.doubt = `“${before.text.slice(-8)}”正好在行末，从这里起也可能是另一段`;
    }
    before.cut = true;
    line.cut = true;
    line.runsOn = true;
  }
  return marked;
}

/** A line that reaches the margin, or goes beyond it by the marks that may begin no line. */
const isFull = (line: RawLine, { missing, slack }: Margin): boolean =>
  missing(line) <= slack &&
  (missing(line) >= 0 || (missing(line) >= -2 && /[，。！？；：、”’）》…]$/u.test(line.text)));

/** How a paragraph begins that is no sentence in the middle of one. */
const FRESH = /^(?:近年来|近日|近期|今年以来|去年|目前|截至|如今|据了解|据悉|下一步|此外|同时|随着|\d{4}年\d{1,2}月)/u;

const isOwnLine = ({ text, role }: RawLine) =>
  readCredit(text) !== null || isFurniture(text) || RULE.test(text) || role === 'note';

/** Half-width characters take one column, all others two. */
const columnsOf = ({ raw }: RawLine) =>
  [...raw.trimEnd()].reduce((sum, character) => sum + (/[\0-\u00ff]/.test(character) ? 1 : 2), 0);
const lengthOf = ({ raw }: RawLine) => [...raw.replace(/(?<!\s)(\s)\s*$/, '$1')].length;

/** By characters, as programs count them, or by width, as they are printed; each with the narrowest column. */
const MEASURES: readonly { measure: (line: RawLine) => number; narrowest: number; slack: number }[] = [
  { measure: lengthOf, narrowest: 8, slack: 0 },
  { measure: lengthOf, narrowest: 8, slack: 1 },
  { measure: columnsOf, narrowest: 16, slack: 2 },
  { measure: columnsOf, narrowest: 16, slack: 4 },
  { measure: columnsOf, narrowest: 40, slack: 6 },
];
const WIDEST = 100;

function findMargin(lines: readonly RawLine[]): Margin | null {
  // Lists have lines of one length too, and no sentence ends in them.
  const prose = lines.filter((line) => !isOwnLine(line));
  if (!prose.some(hasEnded)) return null;
  const found = MEASURES.flatMap((one) => marginBy(prose, one) ?? []);
  // The narrowest tolerance that explains nearly as many lines as the widest.
  const most = Math.max(...found.map(({ full }) => full));
  return found.find(({ full }) => full >= most * 0.9) ?? null;
}

function marginBy(lines: readonly RawLine[], { measure, narrowest, slack }: (typeof MEASURES)[number]): Margin | null {
  const widths = lines.map((line) => (GAP.test(line.text) && !INDENTED.test(line.text) ? 0 : measure(line)));
  let best: { margin: number; full: number } | null = null;
  for (const margin of new Set(widths)) {
    if (margin < narrowest || margin > WIDEST) continue;
    const full = widths.filter((width) => width <= margin && width >= margin - slack).length;
    const over = widths.filter((width) => width > margin).length;
    if (over > lines.length * 0.1 + 1) continue;
    if (!best || full - over > best.full) best = { margin, full: full - over };
  }
  if (!best) return null;
  const { margin, full } = best;
  const missing = (line: RawLine) => (GAP.test(line.text) ? margin : margin - measure(line));
  const whole = lines.filter((line) => missing(line) >= 0 && missing(line) <= slack);
  const open = whole.filter(({ text }) => !/[。！？!?…；;：:，,、”’」』）)】》]$/u.test(text));
  const isCut = whole.length >= 3 && whole.length >= lines.length * 0.4 && open.length * 2 > whole.length;
  return isCut ? { missing, slack, full } : null;
}
