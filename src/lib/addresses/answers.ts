/** One address that the site has or had, and what was written down of it. Addresses are paths: `stories/two-villages`. */
export interface Row {
  at: string;
  moved?: string | undefined;
  gone?: object | undefined;
}

/** What the site has now. */
export interface Standing {
  /** Addresses of its pages. */
  live: ReadonlySet<string>;
  /** Addresses of stories that were taken off it and whose files are kept. */
  retired: ReadonlySet<string>;
}

/** What answers at an address. */
export type Answer =
  | { kind: 'page' | 'retired' | 'gone' }
  /** What leads on, to a page or to what tells of one. */
  | { kind: 'moved'; to: string }
  /** Nothing. */
  | { kind: 'lost' }
  /** It leads on to itself, or to where nothing is. */
  | { kind: 'circle' | 'nowhere'; to: string };

/**
 * What answers at an address that the site once had; what has moved is followed to its end, so that no reader is led on twice.
 * @param table all rows, by their addresses
 */
export function answerAt(at: string, table: ReadonlyMap<string, Row>, { live, retired }: Standing): Answer {
  if (live.has(at)) return { kind: 'page' };
  const seen = new Set([at]);
  let to = at;
  for (let next = table.get(to)?.moved; next !== undefined && !live.has(to); next = table.get(to)?.moved) {
    if (seen.has(next)) return { kind: 'circle', to: next };
    seen.add(next);
    to = next;
  }
  if (to !== at && live.has(to)) return { kind: 'moved', to };
  const end = retired.has(to) ? 'retired' : table.get(to)?.gone ? 'gone' : null;
  // A successor whose address was never the site’s has nothing that tells of it.
  if (end && to !== at) return table.has(to) ? { kind: 'moved', to } : { kind: 'nowhere', to };
  if (end) return { kind: end };
  return to === at ? { kind: 'lost' } : { kind: 'nowhere', to };
}

/** All rows by their addresses; of two rows the first. */
export const tableOf = <T extends Row>(rows: readonly T[]): Map<string, T> =>
  new Map([...rows].reverse().map((row) => [row.at, row]));

/** The part of a story’s address that is its slug; null of every other address. */
export const slugAt = (at: string): string | null => /^stories\/(.+)$/.exec(at)?.[1] ?? null;

/** Of how many lines the head of a new table is. */
const HEAD = `# 本站有过的每一个网址，由 npm run anchors 添加，不删。
# 改了名或并到别处的，加 moved；没有了的，加 gone（见手册“网址不失效”）。
addresses:
`;

/**
 * The file of all addresses with more of them, each before the first that comes after it by its letters: so two editors’ new
 * rows seldom meet in one place. Nothing else in the text moves.
 * @param text of the file; '' where there is none
 */
export function addRows(text: string, more: readonly string[]): string {
  const whole = text.trim() === '' ? HEAD : /\n$/.test(text) ? text : `${text}\n`;
  // An empty list in one line begins as a list of lines.
  const lines = whole.replace(/^addresses:[ \t]*\[[ \t]*\][ \t]*$/m, 'addresses:').split('\n');
  for (const at of more) {
    const rows = lines.flatMap((line, index) => {
      const other = /^ *- *\{? *at: *["']?([^\s"',}]+)/.exec(line)?.[1];
      return other === undefined ? [] : [{ index, other }];
    });
    const before = rows.find(({ other }) => other > at)?.index ?? lines.length - 1;
    const indent = /^ */.exec(lines[rows[0]?.index ?? -1] ?? '  ')?.[0] ?? '  ';
    lines.splice(before, 0, `${indent}- at: ${at}`);
  }
  return lines.join('\n');
}
