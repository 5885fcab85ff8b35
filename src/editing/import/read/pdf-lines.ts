import { readCredit } from '../arrange/credits.ts';
import { isDateLine, readDate, readMasthead } from '../arrange/dates.ts';
import { isCaption } from '../arrange/furniture.ts';
import { escapeWords } from '../text/escape.ts';
import { hasEnded } from '../text/lines.ts';
import { foldLookAlikes } from '../text/look-alikes.ts';
import type { Decision, Line } from '../text/model.ts';
import { bodySize, type Column, type Sheet, type Strip, toColumns, toStrips } from './pdf-layout.ts';

/** The paragraphs of printed pages, in reading order, and what was left out of them. */
export interface Printed {
  lines: Line[];
  told: Decision[];
  head: Record<string, string>;
  /** The headlines on pages that hold several articles. */
  titles: string[];
}

interface Block {
  text: string;
  kind: 'title' | 'heading' | 'text' | 'small' | 'table';
  /** Whether its last line reaches the end of its column. */
  isFull: boolean;
  /** Whether its first line was set in. */
  isIndented: boolean;
  doubt?: string;
}

/** Puts printed lines together to paragraphs: by size, by indents, by how far a line reaches. */
export function toParagraphs(sheets: readonly Sheet[]): Printed {
  const told: Decision[] = [];
  const upright = sheets.map((sheet) => ({ ...sheet, pieces: sheet.pieces.filter((piece) => piece.isUpright) }));
  for (const { pieces } of sheets)
    for (const { text } of pieces.filter((piece) => !piece.isUpright))
      told.push({ line: 0, what: '斜着或竖着的字，没有收进文章', text });
  const pages = upright.map(({ pieces }) => toStrips(pieces));
  const heads = findRunningHeads(pages, upright);
  for (const strip of heads) told.push({ line: 0, what: '版头、页码，没有收进文章', text: strip.text.trim() });
  const body = bodySize(pages.flat());
  const blocks: Block[] = [];
  for (const page of pages) {
    const columns = toColumns(page.filter((strip) => !heads.has(strip)));
    for (const column of columns) addColumn(column, body, blocks);
  }
  const [dated] = [...heads].map(({ text }) => text.trim()).filter((text) => readDate(text) !== null);
  const paper = dated ? (readMasthead(dated) ?? /^([\p{Script=Han}]{1,12}(?:报|周刊))/u.exec(dated)?.[1]) : undefined;
  const head = dated ? { date: readDate(dated) ?? '', ...(paper ? { publisher: paper } : {}) } : {};
  const titles = blocks
    .filter(({ kind }, index) => kind === 'title' && blocks[index - 1]?.kind !== 'title')
    .map(({ text }) => text);
  return { lines: toLines(blocks, titles.length > 1), told, head, titles };
}

/** What is printed above or below every page, and the numbers of pages. */
function findRunningHeads(pages: readonly Strip[][], sheets: readonly Sheet[]): Set<Strip> {
  const found = new Set<Strip>();
  const keyOf = ({ text }: Strip) => text.replace(/[\d\s]+/g, '#');
  const edges = pages.map((strips, index) => {
    const { height } = sheets[index] as Sheet;
    const ys = strips.map(({ y }) => y);
    const [top, bottom] = [Math.max(...ys), Math.min(...ys)];
    return strips.filter(({ y }) => (y > height * 0.88 && y > top - 30) || (y < height * 0.1 && y < bottom + 20));
  });
  const counts = new Map<string, number>();
  for (const strips of edges) for (const key of new Set(strips.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const strip of edges.flat()) {
    const text = strip.text.trim();
    const isNumber =
      /^(?:[—–\-·\s]*\d{1,4}[—–\-·\s]*|第\s*\d+\s*[页版](?:\s*[,，/]?\s*共\s*\d+\s*页)?|\d+\s*\/\s*\d+)$/u.test(text);
    const isMasthead =
      isDateLine(text) || (readDate(text) !== null && /[报刊版]|星期/u.test(text) && text.length <= 50);
    if (isNumber || isMasthead || (counts.get(keyOf(strip)) ?? 0) > 1) found.add(strip);
  }
  return found;
}

function addColumn({ strips, left, right, rows }: Column, body: number, blocks: Block[]): void {
  if (rows) {
    blocks.push({ text: writeTable(rows), kind: 'table', isFull: false, isIndented: true });
    return;
  }
  const leading = usualLeading(strips);
  let last: Block | undefined;
  let before: Strip | undefined;
  for (const strip of strips) {
    const kind = kindOf(strip, body);
    const isIndented = strip.left - left > strip.size * 0.8 || /^[\u3000]/.test(strip.text);
    const isFull = right - strip.right < strip.size * 1.3;
    const words = strip.text.trim();
    const isBeside = before !== undefined && Math.abs(before.y - strip.y) < strip.size * 0.35;
    const isNear = before === undefined || before.y - strip.y <= Math.max(leading * 1.35, strip.size * 1.2);
    const goesOn = last ?? carriedOver(blocks, kind, isIndented);
    const isSame = goesOn?.kind === kind && (isBeside || isNear || last === undefined);
    const isTitle = kind === 'title' || kind === 'heading';
    const joins =
      goesOn !== undefined &&
      isSame &&
      goesOn.kind !== 'table' &&
      (isTitle
        ? last !== undefined
        : isBeside || (!isIndented && goesOn.isFull && readCredit(goesOn.text) === null && readCredit(words) === null));
    if (joins && goesOn) {
      goesOn.text += (needsBlank(goesOn.text, words) ? ' ' : '') + words;
      goesOn.isFull = isFull;
      last = goesOn;
    } else {
      last = { text: words, kind, isFull, isIndented };
      blocks.push(last);
    }
    before = strip;
  }
}

/** The paragraph that the column before left open, where this one goes on with it. */
function carriedOver(blocks: readonly Block[], kind: Block['kind'], isIndented: boolean): Block | undefined {
  if (kind !== 'text' || isIndented) return undefined;
  const open = blocks.findLast((block) => block.kind === 'text');
  if (!open?.isFull) return undefined;
  const tells = blocks.some((block) => block.kind === 'text' && block.isIndented);
  if (!tells && hasEnded({ text: open.text } as Line))
    open.doubt = `“${open.text.slice(-8)}”在一栏的末尾，从这里起也可能是另一段`;
  return open;
}

const needsBlank = (before: string, after: string) =>
  /[\x21-\x7e]$/.test(before) && /^[a-zA-Z]/.test(after) && /[a-zA-Z,.;]$/.test(before);

/** How far below each other most lines of a column stand. */
function usualLeading(strips: readonly Strip[]): number {
  const gaps = strips
    .map(({ y }, index) => (strips[index - 1]?.y ?? y) - y)
    .filter((gap) => gap > 1)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function kindOf({ size }: Strip, body: number): Block['kind'] {
  if (size >= body * 1.45) return 'title';
  if (size >= body * 1.12) return 'heading';
  return size <= body * 0.88 ? 'small' : 'text';
}

function writeTable(rows: readonly Strip[][]): string {
  const write = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [first = [], ...rest] = rows.map((row) => row.map(({ text }) => escapeWords(foldLookAlikes(text.trim()))));
  return [first, first.map(() => '---'), ...rest].map(write).join('\n');
}

function toLines(blocks: readonly Block[], isSeveral: boolean): Line[] {
  return blocks.map((block, index): Line => {
    const base = { number: index + 1, blanks: 1, apart: false };
    if (block.kind === 'table') return { ...base, text: block.text, markup: true };
    const text = escapeWords(block.text);
    const words = { ...base, text, markdown: true };
    const isTop =
      index < 6 && blocks.slice(0, index).every(({ kind }) => kind !== 'text' || readCredit(block.text) !== null);
    if (block.kind === 'title') {
      const isFirst = blocks[index - 1]?.kind !== 'title';
      return { ...words, level: 1, ...(isSeveral && isFirst && index > 0 ? { ruled: true } : {}) };
    }
    if (block.kind === 'heading') {
      if (/^[—–-]/.test(block.text) || (isTop && readCredit(block.text) !== null)) return words;
      return { ...words, level: 2 };
    }
    if (block.kind === 'small') {
      if (isCaption({ text: block.text })) return { ...words, role: 'caption' };
      return isTop ? words : { ...words, doubt: '这段的字小，可能是图片说明或注' };
    }
    return block.doubt ? { ...words, doubt: block.doubt } : words;
  });
}
