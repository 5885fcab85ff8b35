import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A paragraph as the committed table remembers it: its id, and a sketch by which an edited text is known again. */
export interface Anchor {
  id: string;
  /** Sorted 24-bit hashes of the text's rarest-hashing character pairs, six hexadecimal digits each. */
  sketch: string;
}

/** One story's table, `anchors/<slug>.json` in the content folder. Links to a paragraph survive its editing by this. */
export interface AnchorTable {
  paragraphs: Anchor[];
  /** Ids of paragraphs that are gone; links to them land on a note. */
  removed: string[];
  /** The number that the next new paragraph is called by; left out while all ids are older than numbers. */
  next?: number;
}

export const NO_ANCHORS: AnchorTable = { paragraphs: [], removed: [] };

const ID = /^p-[0-9a-f]+$/;
const SKETCH = /^(?:[0-9a-f]{6})*$/;

/** What keeps a table from being read. */
interface TableFault {
  line: number;
  message: string;
}

/** Reads what `anchors/<slug>.json` holds; where it is damaged, says how, in Chinese, and in which line. */
export function readAnchorTable(text: string): { table: AnchorTable } | { fault: TableFault } {
  const damaged = (line: number, how: string) => ({ fault: { line, message: `段落表读不出来：${how}` } });
  const merge = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (merge >= 0) return damaged(merge + 1, '里面有没合并完的地方');
  let table: unknown;
  try {
    table = JSON.parse(text);
  } catch (error) {
    // Where nothing more is said, the text has ended too soon.
    const line = /\(line (\d+)/.exec(String(error))?.[1];
    return damaged(line ? Number(line) : text.trimEnd().split('\n').length, '格式坏了，像是没有写完，或手工改过');
  }
  return isTable(table) ? { table } : damaged(1, '里面的内容不是段落的编号');
}

function isTable(table: unknown): table is AnchorTable {
  if (typeof table !== 'object' || table === null) return false;
  const { paragraphs, removed, next } = table as Partial<Record<keyof AnchorTable, unknown>>;
  if (!Array.isArray(paragraphs) || !Array.isArray(removed) || !paragraphs.every(isAnchor)) return false;
  const ids: unknown[] = [...paragraphs.map(({ id }) => id), ...removed];
  const isFine = ids.every((id) => typeof id === 'string' && ID.test(id)) && new Set(ids).size === ids.length;
  return isFine && (next === undefined || (Number.isSafeInteger(next) && Number(next) > 0));
}

function isAnchor(anchor: unknown): anchor is Anchor {
  const { id, sketch } = (anchor ?? {}) as Partial<Record<keyof Anchor, unknown>>;
  return typeof id === 'string' && typeof sketch === 'string' && SKETCH.test(sketch);
}

const SKETCH_SIZE = 24;
const SKETCH_DIGITS = 6;
/** Two texts sharing this part of their character pairs are taken for one text, edited. */
const SAME_TEXT = 0.45;
/**
 * Pairs of paragraphs that are compared, which five hundred before and after make. Beyond that, what is the same is paired
 * first; where too many are left, an edited one is looked for near its place among them.
 */
const MOST_PAIRS = 250_000;

/**
 * Gives each paragraph its id: the one the table holds for the same or an edited text, or the next number. A number
 * says nothing of the words: from an id made of them a name that was taken out later could be found by trying names.
 * @param texts the paragraphs' words in reading order
 * @returns the table as it should be committed; `paragraphs[i]` belongs to `texts[i]`
 */
export function assignAnchors(texts: readonly string[], table: AnchorTable): AnchorTable {
  const sketches = texts.map(sketcher());
  return numberAnchors(sketches, keepIds(sketches, table.paragraphs), table);
}

/**
 * The table of a story after words in it were replaced and nothing else: every paragraph keeps its place, so that
 * nothing of the result hangs on what the words were.
 * @param table of the same paragraphs before
 */
export function rewordAnchors(texts: readonly string[], table: AnchorTable): AnchorTable {
  if (texts.length !== table.paragraphs.length) return assignAnchors(texts, table);
  const sketch = sketcher();
  return {
    ...table,
    paragraphs: table.paragraphs.map(({ id }, index) => ({ id, sketch: sketch(texts[index] ?? '') })),
  };
}

/**
 * Takes out of a table all that may have been made of words that stand in the text no more: ids as they were made
 * before numbers, but for those that the present words give. What is gone is not remembered either.
 * @param texts belonging to `table.paragraphs`
 */
export function forgetFormerWords(texts: readonly string[], table: AnchorTable): AnchorTable {
  const isTelling = (id: string, text?: string) => isHash(id) && !hexOf(text ?? '').startsWith(id.slice(2));
  const removed = table.removed.filter((id) => !isTelling(id));
  const kept = table.paragraphs.map(({ id }, index) => (isTelling(id, texts[index]) ? undefined : id));
  if (removed.length === table.removed.length && !kept.includes(undefined)) return table;
  const sketches = table.paragraphs.map((anchor) => anchor.sketch);
  const renewed = numberAnchors(sketches, kept, { ...table, removed });
  return { ...renewed, removed };
}

/** Whether an id was made of a text's hash, as all were before they were numbers of at most five digits. */
const isHash = (id: string): boolean => /^p-[0-9a-f]{6,}$/.test(id);

/** The paragraphs under the ids that they keep, the others under new numbers. */
function numberAnchors(
  sketches: readonly string[],
  ids: readonly (string | undefined)[],
  table: AnchorTable,
): AnchorTable {
  const taken = new Set([...table.paragraphs.map((anchor) => anchor.id), ...table.removed]);
  let next = table.next ?? 1;
  const number = (): string => {
    while (taken.has(`p-${next}`)) next++;
    return `p-${next++}`;
  };
  const paragraphs = sketches.map((sketch, index) => ({ id: ids[index] ?? number(), sketch }));
  const kept = new Set(paragraphs.map((anchor) => anchor.id));
  const gone = table.paragraphs.map((anchor) => anchor.id).filter((id) => !kept.has(id));
  return { paragraphs, removed: [...table.removed, ...gone], ...(next > 1 ? { next } : {}) };
}

/** Pairs new sketches with old ones, most alike first; unpaired ones get `undefined`. */
function keepIds(sketches: readonly string[], old: readonly Anchor[]): (string | undefined)[] {
  const ids: (string | undefined)[] = sketches.map(() => undefined);
  const taken = new Set<string>();
  const keep = (i: number, id: string) => {
    if (ids[i] !== undefined || taken.has(id)) return;
    ids[i] = id;
    taken.add(id);
  };
  if (sketches.length * old.length > MOST_PAIRS) keepEqual(sketches, old, keep);
  const mine = [...sketches.keys()].filter((i) => ids[i] === undefined);
  const theirs = [...old.keys()].filter((j) => !taken.has(old[j]?.id ?? ''));
  const isFew = mine.length * theirs.length <= MOST_PAIRS;
  const reach = isFew ? Number.POSITIVE_INFINITY : Math.floor(MOST_PAIRS / (2 * mine.length));
  const hashes = theirs.map((j) => hashesOf(old[j]?.sketch ?? ''));
  const pairs = mine.flatMap((i, a) => {
    const own = hashesOf(sketches[i] ?? '');
    const from = Math.max(0, a - reach);
    return theirs
      .slice(from, a + reach + 1)
      .map((j, b) => ({
        i,
        id: old[j]?.id ?? '',
        move: Math.abs(i - j),
        score: sketches[i] === old[j]?.sketch ? 1 : similarity(own, hashes[from + b] ?? []),
      }))
      .filter(({ score }) => score >= SAME_TEXT);
  });
  pairs.sort((a, b) => b.score - a.score || a.move - b.move);
  for (const { i, id } of pairs) keep(i, id);
  return ids;
}

/** Pairs what is the same, the first with the first. */
function keepEqual(sketches: readonly string[], old: readonly Anchor[], keep: (i: number, id: string) => void): void {
  const waiting = Map.groupBy(old, ({ sketch }) => sketch);
  for (const anchors of waiting.values()) anchors.reverse();
  for (const [i, sketch] of sketches.entries()) {
    const anchor = waiting.get(sketch)?.pop();
    if (anchor) keep(i, anchor.id);
  }
}

/** SHA-256 of a text's UTF-8, hexadecimal. */
const hexOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Gives the smallest hashes of a text's character pairs (bottom-k sketch, Broder 1997); punctuation does not count. The
 * pairs of one story are the same again and again: each is hashed once.
 */
function sketcher(): (text: string) => string {
  const known = new Map<string, string>();
  const hashOf = (pair: string): string => {
    const hash = known.get(pair) ?? hexOf(pair).slice(0, SKETCH_DIGITS);
    known.set(pair, hash);
    return hash;
  };
  return (text) => {
    const letters = [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')];
    const pairs = letters.length > 1 ? letters.slice(1).map((c, i) => `${letters[i]}${c}`) : letters;
    return [...new Set(pairs.map(hashOf))].sort().slice(0, SKETCH_SIZE).join('');
  };
}

/** Estimated Jaccard similarity of the texts behind two sketches, 0 to 1: what is shared of the smallest hashes of both. */
function similarity(mine: readonly number[], theirs: readonly number[]): number {
  let [i, j, seen, shared] = [0, 0, 0, 0];
  while (seen < SKETCH_SIZE && (i < mine.length || j < theirs.length)) {
    const [a, b] = [mine[i] ?? Number.POSITIVE_INFINITY, theirs[j] ?? Number.POSITIVE_INFINITY];
    if (a === b) shared++;
    if (a <= b) i++;
    if (b <= a) j++;
    seen++;
  }
  return seen === 0 ? 0 : shared / seen;
}

/** The hashes of a sketch, in order. */
const hashesOf = (sketch: string): number[] =>
  (sketch.match(HASH) ?? []).map((hash) => Number.parseInt(hash, 16)).sort((a, b) => a - b);
const HASH = new RegExp(`.{${SKETCH_DIGITS}}`, 'g');
