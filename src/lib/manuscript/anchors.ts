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
}

export const NO_ANCHORS: AnchorTable = { paragraphs: [], removed: [] };

const SKETCH_SIZE = 24;
const SKETCH_DIGITS = 6;
/** Two texts sharing this part of their character pairs are taken for one text, edited. */
const SAME_TEXT = 0.45;

/**
 * Gives each paragraph its id: the one the table holds for the same or an edited text, or a new one from its content.
 * @param texts the paragraphs' words in reading order
 * @returns the table as it should be committed; `paragraphs[i]` belongs to `texts[i]`
 */
export function assignAnchors(texts: readonly string[], table: AnchorTable): AnchorTable {
  const sketches = texts.map(sketch);
  const ids = keepIds(sketches, table.paragraphs);
  const taken = new Set([...table.paragraphs.map((anchor) => anchor.id), ...table.removed]);
  const paragraphs = texts.map((text, index) => {
    const id = ids[index] ?? newId(text, taken);
    taken.add(id);
    return { id, sketch: sketches[index] ?? '' };
  });
  const kept = new Set(paragraphs.map((anchor) => anchor.id));
  const gone = table.paragraphs.map((anchor) => anchor.id).filter((id) => !kept.has(id));
  return { paragraphs, removed: [...table.removed, ...gone] };
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

/** `p-` and six hexadecimal digits of the text's SHA-256; more digits where those are taken. */
function newId(text: string, taken: ReadonlySet<string>): string {
  const digest = hexOf(text);
  for (let length = 6; length < digest.length; length++) {
    const id = `p-${digest.slice(0, length)}`;
    if (!taken.has(id)) return id;
  }
  return newId(`${text} `, taken);
}

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
