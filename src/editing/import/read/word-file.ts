import { isUtf8 } from 'node:buffer';
import JSZip from 'jszip';
import { isWord, paragraphsIn, parseXml } from './word-dom.ts';
import { countPieces, type XmlFault } from './word-guard.ts';
import { openZip, type Zip } from './word-zip.ts';

/** A Word file, taken apart. */
export interface WordFile {
  /** What mammoth is given: the texts, and for each picture its name, so that none is unpacked more than once. */
  zip: JSZip;
  /** The parts that are read, by their names in the zip. */
  parts: ReadonlyMap<string, Document>;
  /** The picture behind the stub that stands for it in the zip; null where it is damaged. */
  pictureOf: (stub: Uint8Array) => Uint8Array | null;
}

export const DAMAGED = '这个 Word 文件已损坏，可能没有下载完整，请重新取一份';
export const DOCUMENT = 'word/document.xml';
const OTHER = '这是压缩包或别的 Office 文件，不是 Word 文件';
const TOO_LARGE = '这个 Word 文件解开后太大，不像文章，没有导入';
const FAULTS: Record<XmlFault, string> = {
  broken: DAMAGED,
  declares: '这个 Word 文件里有 DOCTYPE 声明，Word 自己从不写它，没有导入，请在 Word 或 WPS 里另存为 .docx，再导入',
  deep: '这个 Word 文件里一层套一层，太深了，请把文字复制出来，存成 .txt 再导入',
};

/** What is read here, and what mammoth reads besides. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|footnotes|endnotes|comments|header|footer|styles|numbering)\d*\.xml(?:\.rels)?)$/;
const LARGEST = 64 * 2 ** 20;
/** Pictures are packed already: what shrinks to a fiftieth is none. */
const MOST_SHRUNK = { from: 4 * 2 ** 20, ratio: 50 };
/** Some four times the longest report; the tree takes fifty times the memory. */
const LARGEST_XML = 8 * 2 ** 20;
const MOST_PIECES = 80_000;
/** UTF-16 units, in all and in one paragraph. */
const [MOST_WORDS, LONGEST_PARAGRAPH] = [2 ** 20, 100_000];

/**
 * Opens a Word file and parses what of it is read.
 * @returns one Chinese sentence where it is none, or made to do harm
 */
export async function openWord(bytes: Uint8Array): Promise<WordFile | { problem: string }> {
  const packed = openZip(bytes);
  if (packed === 'broken') return { problem: DAMAGED };
  if (packed === 'large') return { problem: TOO_LARGE };
  if (!packed.entries.some(({ name }) => name === DOCUMENT)) return { problem: OTHER };
  if (packed.entries.some(({ name, packed, unpacked }) => !READ.test(name) && isInflated(packed, unpacked)))
    return { problem: TOO_LARGE };
  if (sizeOf(packed, /./) > LARGEST || sizeOf(packed, READ) > LARGEST_XML) return { problem: TOO_LARGE };
  const texts = readTexts(packed);
  if (!texts) return { problem: DAMAGED };
  const parts = parseAll(texts);
  if (typeof parts === 'string') return { problem: parts };
  const root = parts.get(DOCUMENT)?.documentElement;
  if (!root || !isWord(root, 'document')) return { problem: OTHER };
  if (isBook([...parts.values()].map(({ documentElement }) => documentElement))) return { problem: TOO_LARGE };
  const zip = new JSZip();
  for (const [name, text] of texts) zip.file(name, text);
  const pictures = new Map(packed.entries.filter(({ name }) => !READ.test(name)).map((entry) => [entry.name, entry]));
  for (const name of pictures.keys()) zip.file(name, name);
  return {
    zip,
    parts,
    pictureOf: (stub) => {
      const entry = pictures.get(new TextDecoder().decode(stub));
      return entry ? packed.read(entry) : null;
    },
  };
}

const isInflated = (packed: number, unpacked: number) =>
  unpacked > MOST_SHRUNK.from && unpacked > packed * MOST_SHRUNK.ratio;

const sizeOf = ({ entries }: Zip, names: RegExp) =>
  entries.reduce((sum, { name, unpacked }) => sum + (names.test(name) ? unpacked : 0), 0);

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
  for (const entry of zip.entries.filter(({ name }) => READ.test(name))) {
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
