import mammoth from 'mammoth';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import type { Decision } from '../text/model.ts';
import { fragmentToMarkdown } from './html.ts';
import { childrenOf, elementsIn, isCompatibility, isWord } from './word-dom.ts';
import { DAMAGED, openWord, type WordFile } from './word-file.ts';
import { findLost, looseComments, sortNotes, wordsAround, wordsOfPage } from './word-loss.ts';
import { prepareXml } from './word-prepare.ts';
import { readChanges, readComments } from './word-xml.ts';

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

/** The parts whose words come into the article. */
const TEXTS = /^word\/(?:document|footnotes|endnotes|comments)\d*\.xml$/;

/** Reads a Word file as if all tracked changes were accepted; each of them, and each comment, is told. */
export async function readDocx(bytes: Uint8Array): Promise<DocxReading | { problem: string }> {
  const file = await openWord(bytes);
  if ('problem' in file) return file;
  const roots = (pattern: RegExp) =>
    [...file.parts].filter(([name]) => pattern.test(name)).map(([, part]) => part.documentElement);
  const [document, comments] = [roots(/^word\/document\.xml$/), roots(/^word\/comments\d*\.xml$/)];
  const notes = [...roots(/^word\/footnotes\d*\.xml$/), ...roots(/^word\/endnotes\d*\.xml$/)];
  for (const [name, part] of file.parts) if (TEXTS.test(name)) file.zip.file(name, prepareXml(part));
  const converted = await convert(file).catch(() => null);
  if (!converted) return { problem: DAMAGED };
  const { html, ...reading } = converted;
  const { shown, left } = sortNotes(notes, html);
  const lost = findLost([...document, ...shown], reading.words);
  if (lost) return { problem: `Word 里有取不出来的字：“${lost.slice(0, 20)}”，请在 Word 里把它剪贴成普通正文，再导入` };
  const asked = readComments(comments);
  return {
    ...reading,
    comments: asked,
    remarks: [
      ...readChanges([...document, ...notes]),
      ...left,
      ...looseComments(asked, html),
      ...remarksOn(document, roots(/^word\/(?:header|footer)\d*\.xml$/)),
    ],
  };
}

/** What no page can show. */
function remarksOn(document: readonly Element[], around: readonly Element[]): Decision[] {
  const elements = document.flatMap((root) => elementsIn(root, (element) => isCompatibility(element, 'Choice')));
  const boxes = elements.filter((element) => isWord(element, 'txbxContent')).length;
  const numbered = document
    .flatMap((root) => elementsIn(root))
    .filter((element) => isWord(element, 'numPr') && childrenOf(element).length > 0).length;
  return [
    // A page's number alone is nobody's loss.
    ...wordsAround(around)
      .filter(isNew)
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => ({ line: 0, what: '页眉页脚，没有收进文章', text })),
    ...(numbered > 0
      ? [{ line: 0, what: '自动编号', text: `${numbered} 段的序号是 Word 自动编的，草稿里可能不同，请对照原稿` }]
      : []),
    ...(boxes > 0 ? [{ line: 0, what: '文本框', text: `${boxes} 个，请核对里面的字排在哪里` }] : []),
  ];
}

const isNew = (text: string, index: number, all: readonly string[]) => text !== '' && all.indexOf(text) === index;

async function convert({ zip, pictureOf }: WordFile) {
  const buffer = await zip.generateAsync({ type: 'nodebuffer' });
  const pictures: DocxPicture[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `picture-${pictures.length + 1}`;
    const bytes = pictureOf(new Uint8Array(await image.readAsArrayBuffer()));
    if (!bytes) throw new Error(`${name} is damaged`);
    pictures.push({ name, type: image.contentType, bytes });
    // What Word keeps as the picture's description, which its types leave out.
    const { altText } = image as { altText?: string };
    return { src: name, alt: `${UNRESOLVED}：${altText?.replace(/\s+/g, ' ').trim() || '图片说明'}` };
  });
  const { value: html } = await mammoth.convertToHtml({ buffer }, { convertImage });
  return { html, markdown: toFootnotes(await fragmentToMarkdown(html)), words: wordsOfPage(html), pictures };
}

/** Mammoth writes notes as links to a list at the end; Markdown has footnotes. */
const toFootnotes = (markdown: string): string =>
  markdown
    .replace(/\[\\\[\d+\\\]\]\(#((?:foot|end)note-\d+)\)/g, '[^$1]')
    .replace(/^\d+\. (.*(?:\n\n? {2,}.*)*?) \[↑\]\(#(foot|end)note-ref-(\d+)\)$/gm, '\n[^$2note-$3]: $1');
