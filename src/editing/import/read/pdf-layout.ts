// Where words stand on a printed page, and in what order they are read.

/** A run of text as a PDF prints it; in points, from below and from the left. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isUpright: boolean;
}

/** A page as it is printed. */
export interface Sheet {
  width: number;
  height: number;
  pieces: Piece[];
}

/** Pieces side by side: a line of a column, or a cell of a table. */
export interface Strip {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** Strips that are read one below the other, with nothing beside them: a column, or a headline over several. */
export interface Column {
  strips: Strip[];
  left: number;
  right: number;
  /** Rows of a table. */
  rows?: Strip[][];
}

const FAR = 1.2;

/** The strips of a page, from above. */
export function toStrips(pieces: readonly Piece[]): Strip[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.findLast(
      ([first]) => first !== undefined && Math.abs(first.y - piece.y) < Math.min(first.size, piece.size) * 0.35,
    );
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const strips: Strip[] = [];
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const last = strips.at(-1);
      const size = Math.max(piece.size, 1);
      const gap = last ? piece.x - last.right : 0;
      if (last && gap < size * FAR && Math.abs(last.size - size) < size * 0.4) {
        const isLatin = /[\w.,]$/.test(last.text) && /^\w/.test(piece.text);
        const isParted = gap > size * (isLatin ? 0.2 : 0.7) && !/\s$/.test(last.text);
        last.text += (isParted ? ' ' : '') + piece.text;
        last.right = Math.max(last.right, piece.x + piece.width);
        last.size = Math.max(last.size, size);
      } else strips.push({ text: piece.text, left: piece.x, right: piece.x + piece.width, y: piece.y, size });
    }
    return strips;
  });
}

/** The columns of a page in the order in which they are read: what stands beside each other is read one after the other. */
export function toColumns(strips: readonly Strip[]): Column[] {
  const body = bodySize(strips);
  return cut([...strips], body, 0);
}

/** The size of most characters. */
export function bodySize(strips: readonly Strip[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of strips) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

const DEEPEST = 40;

function cut(strips: Strip[], body: number, depth: number): Column[] {
  if (strips.length === 0) return [];
  const rows = findRows(strips, body);
  if (rows) return [toColumn(strips, rows)];
  if (depth < DEEPEST) {
    const beside = partsBy(strips, ({ left, right }) => [left, right], body * 0.6);
    if (beside.length > 1) return beside.flatMap((part) => cut(part, body, depth + 1));
    const below = atLargestGap(strips, body);
    if (below) return below.flatMap((part) => cut(part, body, depth + 1));
  }
  return [toColumn(strips)];
}

function toColumn(strips: readonly Strip[], rows?: Strip[][]): Column {
  const column = {
    strips: [...strips].sort((a, b) => b.y - a.y || a.left - b.left),
    left: Math.min(...strips.map(({ left }) => left)),
    right: Math.max(...strips.map(({ right }) => right)),
  };
  return rows ? { ...column, rows } : column;
}

/** Parts with a gutter of so many points between them, in order. */
function partsBy(strips: readonly Strip[], extent: (strip: Strip) => [number, number], gutter: number): Strip[][] {
  const sorted = [...strips].sort((a, b) => extent(a)[0] - extent(b)[0]);
  const parts: Strip[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const strip of sorted) {
    const [from, to] = extent(strip);
    if (from > end + gutter || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(strip);
    end = Math.max(end, to);
  }
  return parts;
}

/** Above and below the widest gap, where some of the strips stand beside each other and have to be told apart. */
function atLargestGap(strips: readonly Strip[], body: number): [Strip[], Strip[]] | null {
  const sorted = [...strips].sort((a, b) => b.y - a.y);
  const hasNeighbours = sorted.some((strip, index) => {
    const next = sorted[index + 1];
    return next !== undefined && Math.abs(strip.y - next.y) < body * 0.5;
  });
  if (!hasNeighbours) return null;
  let [best, at] = [0, 0];
  let floor = Number.POSITIVE_INFINITY;
  for (const [index, strip] of sorted.entries()) {
    const gap = floor - (strip.y + strip.size);
    if (index > 0 && gap > best) [best, at] = [gap, index];
    floor = Math.min(floor, strip.y);
  }
  return at > 0 && best > body * 0.1 ? [sorted.slice(0, at), sorted.slice(at)] : null;
}

/** Rows of short cells, as many in each: a table. Lines of columns fill their columns. */
function findRows(strips: readonly Strip[], body: number): Strip[][] | null {
  const sorted = [...strips].sort((a, b) => b.y - a.y || a.left - b.left);
  const rows: Strip[][] = [];
  for (const strip of sorted) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].y - strip.y) < body * 0.5) row.push(strip);
    else rows.push([strip]);
  }
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 3 || columns < 2 || rows.some((row) => row.length !== columns)) return null;
  const left = Math.min(...strips.map((strip) => strip.left));
  const right = Math.max(...strips.map((strip) => strip.right));
  const filled = strips.reduce((sum, strip) => sum + strip.right - strip.left, 0) / rows.length / (right - left);
  const length = strips.reduce((sum, { text }) => sum + text.length, 0) / strips.length;
  return filled < 0.7 && length < 9 ? rows : null;
}
