import JSZip from 'jszip';
import mammoth from 'mammoth';
import { fragmentToMarkdown } from './html.ts';
import type { Decision } from './model.ts';

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
  /** What the editor must know: tracked changes, comments, what Word held that no page can show. */
  remarks: Decision[];
}

/** Reads a Word file. Insertions that were tracked are taken, deletions are not; both are counted. */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading | { problem: string }> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const document = await zip?.file('word/document.xml')?.async('string');
  if (!zip || document === undefined) return { problem: explainOther(bytes) };
  const buffer = Buffer.from(bytes);
  const pictures: DocxPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `picture-${pictures.length + 1}`;
    pictures.push({ name, type: image.contentType, bytes: Buffer.from(await image.readAsArrayBuffer()) });
    return { src: name, alt: '待确认：图片说明' };
  });
  const [{ value: html, messages }, { value: words }] = await Promise.all([
    mammoth.convertToHtml({ buffer }, { convertImage }),
    mammoth.extractRawText({ buffer }),
  ]);
  const comments = (await zip.file('word/comments.xml')?.async('string')) ?? '';
  const remarks = [
    ...countChanges(document, comments),
    ...messages.filter(({ type }) => type === 'error').map(toRemark),
  ];
  return { markdown: await fragmentToMarkdown(html), words, pictures, remarks };
}

const toRemark = ({ message }: { message: string }): Decision => ({ line: 0, what: 'Word 提示', text: message });

function countChanges(document: string, comments: string): Decision[] {
  const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const counts: readonly [number, string][] = [
    [count(document, /<w:ins\s/g), '处修订插入，已采纳'],
    [count(document, /<w:del\s/g), '处修订删除，已删去'],
    [count(document, /<w:moveFrom\s/g), '处修订移动，按新位置'],
    [count(comments, /<w:comment\s/g), '条批注，没有收进文章'],
    [count(document, /<w:txbxContent>/g), '个文本框，请核对位置'],
  ];
  return counts.filter(([n]) => n > 0).map(([n, text]) => ({ line: 0, what: 'Word 修订与批注', text: `${n} ${text}` }));
}

function explainOther(bytes: Uint8Array): string {
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isOld) return '这是旧版 .doc（或加了密码的）文件，请在 Word 或 WPS 里另存为 .docx';
  return '这不是 Word 文件，或已损坏';
}
