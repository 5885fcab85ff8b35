import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { isWord, parseXml } from './word-dom.ts';
import { countPieces, type XmlFault } from './word-guard.ts';

/** A Word file, taken apart. */
export interface WordFile {
  zip: JSZip;
  /** The parts that are read, by their names in the zip. */
  parts: ReadonlyMap<string, Document>;
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
const LARGEST = 300 * 2 ** 20;
/** Some ten times the longest report; the tree takes fifty times the memory. */
const LARGEST_XML = 16 * 2 ** 20;
const MOST_PIECES = 500_000;

/**
 * Opens a Word file and parses what of it is read.
 * @returns one Chinese sentence where it is none, or made to do harm
 */
export async function openWord(bytes: Uint8Array): Promise<WordFile | { problem: string }> {
  const packed = await JSZip.loadAsync(bytes).catch(() => null);
  if (!packed) return { problem: DAMAGED };
  if (!packed.file(DOCUMENT)) return { problem: OTHER };
  try {
    const isSmall = (await fits(packed.file(/./), LARGEST)) && (await fits(packed.file(READ), LARGEST_XML));
    if (!isSmall) return { problem: TOO_LARGE };
    const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    const texts = new Map<string, string>();
    for (const part of zip.file(READ)) texts.set(part.name, utf8.decode(await part.async('uint8array')));
    const parts = parseAll(texts);
    if (typeof parts === 'string') return { problem: parts };
    const root = parts.get(DOCUMENT)?.documentElement;
    return root && isWord(root, 'document') ? { zip, parts } : { problem: OTHER };
  } catch {
    // The zip is not what it says, or a part is no UTF-8.
    return { problem: DAMAGED };
  }
}

/** Parses the parts, or says why not; all are looked at before one of them is parsed. */
function parseAll(texts: ReadonlyMap<string, string>): Map<string, Document> | string {
  let pieces = 0;
  for (const text of texts.values()) {
    const count = countPieces(text);
    if (typeof count === 'string') return FAULTS[count];
    pieces += count;
  }
  if (pieces > MOST_PIECES) return TOO_LARGE;
  const parts = new Map<string, Document>();
  for (const [name, text] of texts) {
    const part = parseXml(text);
    if (!part) return DAMAGED;
    parts.set(name, part);
  }
  return parts;
}

/** Whether the entries, unpacked, are no larger; unpacks no more than that of them, whatever they say of themselves. */
async function fits(entries: readonly JSZip.JSZipObject[], largest: number): Promise<boolean> {
  let size = 0;
  for (const entry of entries)
    for await (const chunk of new Readable().wrap(entry.nodeStream())) {
      size += (chunk as Buffer).length;
      if (size > largest) return false;
    }
  return true;
}
