import { escapeWords } from '../text/escape.ts';
import { hasEnded, outlineLevel } from '../text/lines.ts';
import type { Decision, Line } from '../text/model.ts';

// What a plain text shows by its shape alone: where lines were cut at a margin, tables set with tabs, rules.

const RULE = /^(?:([-=*_~#+—–·※★☆◆■●○])\s*)(?:\1\s*){3,}$/u;
const [NARROWEST, WIDEST] = [24, 100];
/** A line this near the margin is full: a mark that may not begin a line takes its last character along. */
const SLACK = 3;
const LONGEST_CELL = 40;
const INDENTED = /^\s/u;
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

/** Where most lines are as long as each other and break off, they were cut at a margin, and the next one goes on. */
export function markCuts(lines: readonly RawLine[]): RawLine[] {
  const [margin] = [columnsOf, (line: RawLine) => line.raw.trimEnd().length]
    .flatMap((measure) => findMargin(lines, measure) ?? [])
    .sort((a, b) => b.full - a.full);
  if (!margin) return [...lines];
  const marked = lines.map((line) => ({ ...line }));
  const hasIndents = lines.some((line) => INDENTED.test(line.raw));
  for (const [index, line] of marked.entries()) {
    const before = marked[index - 1];
    if (!before || line.blanks > 0 || line.ruled || INDENTED.test(line.raw)) continue;
    if (hasEnded(before) && outlineLevel(line.text)) continue;
    // Without indents, a sentence that ends a little before the margin ends its paragraph.
    if (margin.missing(before) > (hasEnded(before) && !hasIndents ? 0 : SLACK)) continue;
    before.cut = true;
    line.cut = true;
    line.runsOn = true;
  }
  return marked;
}

function findMargin(lines: readonly RawLine[], measure: (line: RawLine) => number) {
  const margin = lines.reduce((most, line) => Math.max(most, measure(line)), 0);
  const missing = (line: RawLine) => (GAP.test(line.text) ? margin : margin - measure(line));
  const full = lines.filter((line) => missing(line) <= SLACK);
  const open = full.filter((line) => !hasEnded(line));
  // Lists have lines of one length too, and no sentence ends in them.
  if (!lines.some(hasEnded)) return null;
  const isCut = full.length >= 3 && full.length >= lines.length * 0.4 && open.length * 2 > full.length;
  return isCut && margin >= NARROWEST && margin <= WIDEST ? { full: full.length, missing } : null;
}

/** Half-width characters take one column, all others two. */
const columnsOf = ({ raw }: RawLine) =>
  [...raw.trimEnd()].reduce((sum, character) => sum + (/[\0-\u00ff]/.test(character) ? 1 : 2), 0);
