import JSZip from 'jszip';
import mammoth from 'mammoth';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import { foldText } from '../../../lib/text/fold.ts';
import type { Decision } from '../text/model.ts';
import { fragmentToMarkdown } from './html.ts';
import { prepareXml, readChanges, readComments, runsIn } from './word-xml.ts';

/** A picture inside a Word file. */
export interface DocxPicture {
  /** The name by which the Markdown shows it: `picture-1`. */
  name: string;
  type: string;
  bytes: Uint8Array;
}

export interface DocxReading {
  markdown: string;
  words: string;
  pictures: DocxPicture[];
  /** By the id that their tokens in the Markdown carry. */
  comments: ReadonlyMap<string, string>;
  /** What the editor must know: tracked changes, what Word held that no page can show. */
  remarks: Decision[];
}

const DAMAGED = '这个 Word 文件已损坏，可能没有下载完整，请重新取一份';
const DOCUMENT = 'word/document.xml';

/** Reads a Word file as if all tracked changes were accepted; each of them, and each comment, is told. */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading | { problem: string }> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true }).catch(() => null);
  if (!zip) return { problem: DAMAGED };
  if (!zip.file(DOCUMENT)) return { problem: '这是压缩包或别的 Office 文件，不是 Word 文件' };
  const part = async (name: string) => (await zip.file(`word/${name}.xml`)?.async('string')) ?? '';
  const [document, footnotes, endnotes] = await Promise.all(['document', 'footnotes', 'endnotes'].map(part));
  const prepared = prepareXml(document ?? '');
  zip.file(DOCUMENT, prepared);
  const converted = await convert(await zip.generateAsync({ type: 'nodebuffer' })).catch(() => null);
  if (!converted) return { problem: DAMAGED };
  const lost = findLost(runsIn(prepared), converted.markdown);
  if (lost) return { problem: `Word 里有取不出来的字：“${lost.slice(0, 20)}”，请在 Word 里把它剪贴成普通正文，再导入` };
  const around = Object.keys(zip.files).filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const edges = await Promise.all(around.map(async (name) => runsIn(await part(name.slice(5, -4))).join('')));
  const boxes = prepared.replace(/<mc:Choice\b.*?<\/mc:Choice>/gs, '').match(/<w:txbxContent>/g)?.length ?? 0;
  const numbered = prepared.match(/<w:numPr>/g)?.length ?? 0;
  return {
    ...converted,
    comments: readComments(await part('comments')),
    remarks: [
      ...readChanges(`${document}${footnotes}${endnotes}`),
      // A page's number alone is nobody's loss.
      ...edges
        .filter(isNew)
        .filter((text) => /\p{L}/u.test(text))
        .map((text) => ({ line: 0, what: '页眉页脚，没有收进文章', text })),
      ...(numbered > 0
        ? [{ line: 0, what: '自动编号', text: `${numbered} 段的序号是 Word 自动编的，草稿里可能不同，请对照原稿` }]
        : []),
      ...(boxes > 0 ? [{ line: 0, what: '文本框', text: `${boxes} 个，请核对里面的字排在哪里` }] : []),
    ],
  };
}

const isNew = (text: string, index: number, all: readonly string[]) => text !== '' && all.indexOf(text) === index;

async function convert(buffer: Buffer) {
  const pictures: DocxPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `picture-${pictures.length + 1}`;
    pictures.push({ name, type: image.contentType, bytes: Buffer.from(await image.readAsArrayBuffer()) });
    // What Word keeps as the picture's description, which its types leave out.
    const { altText } = image as { altText?: string };
    return { src: name, alt: `${UNRESOLVED}：${altText?.replace(/\s+/g, ' ').trim() || '图片说明'}` };
  });
  const { value: html } = await mammoth.convertToHtml({ buffer }, { convertImage });
  const { value: words } = await mammoth.extractRawText({ buffer });
  return { markdown: toFootnotes(await fragmentToMarkdown(html)), words, pictures };
}

/** The first run of Word's own file that the Markdown does not hold. */
function findLost(runs: readonly string[], markdown: string): string | undefined {
  const letters = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const kept = letters(markdown);
  return runs.find((run) => !kept.includes(letters(run)));
}

/** Mammoth writes notes as links to a list at the end; Markdown has footnotes. */
const toFootnotes = (markdown: string): string =>
  markdown
    .replace(/\[\\\[\d+\\\]\]\(#((?:foot|end)note-\d+)\)/g, '[^$1]')
    .replace(/^\d+\. (.*(?:\n\n? {2,}.*)*?) \[↑\]\(#(foot|end)note-ref-(\d+)\)$/gm, '\n[^$2note-$3]: $1');
