import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { childrenOf, isWord, paragraphsIn, parseXml } from './word-dom.ts';
import { countPieces, type XmlFault } from './word-guard.ts';
import { openZip, type Zip } from './word-zip.ts';

/** What a part of a Word file leads to. */
export interface Relation {
  /** The last word of its type: `footnotes`, `image`, `aFChunk`. */
  kind: string;
  /** The part's name in the zip, or an address outside. */
  target: string;
  isOutside: boolean;
}

/** A Word file, taken apart. */
export interface WordFile {
  /** The name of the part that is the document. */
  document: string;
  /** The parts that are XML and may hold words, by their names in the zip. */
  parts: ReadonlyMap<string, Document>;
  /** What a part leads to, by id. */
  relations: (part: string) => ReadonlyMap<string, Relation>;
  /** The bytes of any part; null where they are damaged or there are none. */
  bytesOf: (name: string) => Uint8Array | null;
}

export const DAMAGED = '这个 Word 文件已损坏，可能没有下载完整，请重新取一份';
const OTHER = '这是压缩包或别的 Office 文件，不是 Word 文件';
const TOO_LARGE = '这个 Word 文件解开后太大，不像文章，没有导入';
const FAULTS: Record<XmlFault, string> = {
  broken: DAMAGED,
  declares: '这个 Word 文件里有 DOCTYPE 声明，Word 自己从不写它，没有导入，请在 Word 或 WPS 里另存为 .docx，再导入',
  deep: '这个 Word 文件里一层套一层，太深了，请把文字复制出来，存成 .txt 再导入',
};

/** Every part that is XML may hold words, but for those that only say how the others look. */
const READ = /\.(?:xml|rels)$/i;
const LOOKS =
  /(?:^|\/)(?:docProps|customXml|theme|glossary|_xmlsignatures)\/|\/(?:settings|webSettings|fontTable|stylesWithEffects|people|keyMapCustomizations)\.xml$|\/diagrams\/(?:layout|colors|quickStyle|drawing)\d*\.xml$|\/charts\/(?:style|colors)\d*\.xml$/i;
const isRead = (name: string) => READ.test(name) && !LOOKS.test(name);
const LARGEST = 64 * 2 ** 20;
/** Pictures are packed already: what shrinks to a fiftieth is none. */
const MOST_SHRUNK = { from: 4 * 2 ** 20, ratio: 50 };
/** Some four times the longest report; the tree takes fifty times the memory. */
const LARGEST_XML = 8 * 2 ** 20;
const MOST_PIECES = 80_000;
/** UTF-16 units, in all and in one paragraph. */
const [MOST_WORDS, LONGEST_PARAGRAPH] = [2 ** 20, 100_000];

/**
 * Opens a Word file and parses what of it may hold words. Its document is the one that its relations name.
 * @returns one Chinese sentence where it is none, or made to do harm
 */
export async function openWord(bytes: Uint8Array): Promise<WordFile | { problem: string }> {
  const packed = openZip(bytes);
  if (packed === 'broken') return { problem: DAMAGED };
  if (packed === 'large') return { problem: TOO_LARGE };
  if (!packed.entries.some(({ name }) => READ.test(name))) return { problem: OTHER };
  if (packed.entries.some(({ name, packed, unpacked }) => !isRead(name) && isInflated(packed, unpacked)))
    return { problem: TOO_LARGE };
  if (sizeOf(packed, () => true) > LARGEST || sizeOf(packed, isRead) > LARGEST_XML) return { problem: TOO_LARGE };
  const texts = readTexts(packed);
  if (!texts) return { problem: DAMAGED };
  const parts = parseAll(texts);
  if (typeof parts === 'string') return { problem: parts };
  const relations = (part: string) => relationsOf(parts, part);
  const document = [...relations('').values()].find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  const root = parts.get(document)?.documentElement;
  if (!root || !isWord(root, 'document')) return { problem: OTHER };
  if (isBook([...parts.values()].map(({ documentElement }) => documentElement))) return { problem: TOO_LARGE };
  const entries = new Map(packed.entries.map((entry) => [entry.name, entry]));
  return {
    document,
    parts,
    relations,
    bytesOf: (name) => {
      const entry = entries.get(name);
      return entry ? packed.read(entry) : null;
    },
  };
}

/** The relations of a part, whose file stands beside it; those of the package, of the part without a name. */
function relationsOf(parts: ReadonlyMap<string, Document>, part: string): Map<string, Relation> {
  const folder = posix.dirname(part);
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const root = parts.get(file)?.documentElement;
  return new Map(
    (root ? childrenOf(root) : []).map((relation) => {
      const target = relation.getAttribute('Target') ?? '';
      const isOutside = relation.getAttribute('TargetMode') === 'External';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      const kind = (relation.getAttribute('Type') ?? '').replace(/^.*\//, '');
      return [relation.getAttribute('Id') ?? '', { kind, target: isOutside ? target : path, isOutside }] as const;
    }),
  );
}

const isInflated = (packed: number, unpacked: number) =>
  unpacked > MOST_SHRUNK.from && unpacked > packed * MOST_SHRUNK.ratio;

const sizeOf = ({ entries }: Zip, isCounted: (name: string) => boolean) =>
  entries.reduce((sum, { name, unpacked }) => sum + (isCounted(name) ? unpacked : 0), 0);

/** Whether there are more words than any article has, or all of one's are in one paragraph. */
function isBook(roots: readonly Element[]): boolean {
  let words = 0;
  for (const paragraph of roots.flatMap((root) => paragraphsIn(root))) {
    const length = paragraph.reduce((sum, run) => sum + run.length, 0);
    words += length;
    if (length > LONGEST_PARAGRAPH || words > MOST_WORDS) return true;
  }
  return false;
}

/** The parts that are read, as text; null where one is not what the zip says of it, or no UTF-8. */
function readTexts(zip: Zip): Map<string, string> | null {
  const texts = new Map<string, string>();
  for (const entry of zip.entries.filter(({ name }) => isRead(name))) {
    const bytes = zip.read(entry);
    if (!bytes || !isUtf8(bytes)) return null;
    texts.set(entry.name, new TextDecoder().decode(bytes));
  }
  return texts;
}

/** Parses the parts, or says why not; all are looked at before one of them is parsed. */
function parseAll(texts: ReadonlyMap<string, string>): Map<string, Document> | string {
  let pieces = 0;
  for (const text of texts.values()) {
    const count = countPieces(text, MOST_PIECES);
    if (typeof count === 'string') return FAULTS[count];
    pieces += count;
    if (pieces > MOST_PIECES) return TOO_LARGE;
  }
  const parts = new Map<string, Document>();
  for (const [name, text] of texts) {
    const part = parseXml(text);
    if (!part) return DAMAGED;
    parts.set(name, part);
  }
  return parts;
}
