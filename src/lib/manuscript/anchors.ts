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

const SKETCH_SIZE = 24;
const SKETCH_DIGITS = 6;
/** Two texts sharing this part of their character pairs are taken for one text, edited. */
const SAME_TEXT = 0.45;

/**
 * Gives each paragraph its id: the one the table holds for the same or an edited text, or the next number. A number
 * says nothing of the words: from an id made of them a name that was taken out later could be found by trying names.
 * @param texts the paragraphs' words in reading order
 * @returns the table as it should be committed; `paragraphs[i]` belongs to `texts[i]`
 */
export function assignAnchors(texts: readonly string[], table: AnchorTable): AnchorTable {
  const sketches = texts.map(sketch);
  return numberAnchors(sketches, keepIds(sketches, table.paragraphs), table);
}

/**
 * The table of a story after words in it were replaced and nothing else: every paragraph keeps its place, so that
 * nothing of the result hangs on what the words were.
 * @param table of the same paragraphs before
 */
export function rewordAnchors(texts: readonly string[], table: AnchorTable): AnchorTable {
  if (texts.length !== table.paragraphs.length) return assignAnchors(texts, table);
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
  const pairs = sketches
    .flatMap((mine, i) =>
      old.map(({ id, sketch }, j) => ({ i, id, move: Math.abs(i - j), score: similarity(mine, sketch) })),
    )
    .filter((pair) => pair.score >= SAME_TEXT)
    .sort((a, b) => b.score - a.score || a.move - b.move);
  const ids: (string | undefined)[] = sketches.map(() => undefined);
  for (const { i, id } of pairs) if (ids[i] === undefined && !ids.includes(id)) ids[i] = id;
  return ids;
}

/** SHA-256 of a text's UTF-8, hexadecimal. */
const hexOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The smallest hashes of a text's character pairs (bottom-k sketch, Broder 1997); punctuation does not count. */
function sketch(text: string): string {
  const letters = [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')];
  const pairs = new Set(letters.length > 1 ? letters.slice(1).map((c, i) => `${letters[i]}${c}`) : letters);
  const hashes = [...pairs].map((pair) => hexOf(pair).slice(0, SKETCH_DIGITS));
  return [...new Set(hashes)].sort().slice(0, SKETCH_SIZE).join('');
}

/** Estimated Jaccard similarity of the texts behind two sketches, 0 to 1. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [mine, theirs] = [hashesOf(a), hashesOf(b)];
  const union = [...new Set([...mine, ...theirs])].sort().slice(0, SKETCH_SIZE);
  return union.filter((hash) => mine.has(hash) && theirs.has(hash)).length / union.length;
}

function hashesOf(text: string): Set<string> {
  return new Set(text.match(new RegExp(`.{${SKETCH_DIGITS}}`, 'g')) ?? []);
}
