import { decodeText, ENCODING_NAMES } from '../text/encoding.ts';
import { foldText } from '../text/fold.ts';
import { type DocxPicture, readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readLines } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import type { Decision, Line } from './model.ts';

/** A file as lines, before any of them has its place in an article. */
export interface Reading {
  lines: Line[];
  head: Record<string, string>;
  decisions: Decision[];
  pictures: DocxPicture[];
  /** Cut paragraphs are joined and captions lifted: plain text only. */
  repair: boolean;
}

/**
 * Reads a file of any kind that can be imported.
 * @returns one Chinese sentence where it cannot be read
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<Reading | { problem: string }> {
  const type = /\.(\w+)$/.exec(name.toLowerCase())?.[1];
  if (type === 'docx' || type === 'doc' || type === 'wps') {
    const word = await readDocx(bytes);
    return 'problem' in word ? word : fromMarkdown(word.markdown, word.remarks, word.pictures, word.words);
  }
  if (!type || !['txt', 'text', 'md', 'markdown', 'mdx', 'html', 'htm'].includes(type)) {
    return { problem: `不认识“.${type ?? ''}”文件，可以导入 .txt、.docx、.html、.md` };
  }
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded;
  const encoding: Decision = {
    line: 0,
    what: '编码',
    text: `${ENCODING_NAMES[decoded.encoding]}${decoded.bom ? '，有 BOM' : ''}`,
  };
  if (type.startsWith('htm')) {
    const page = await readHtml(decoded.text);
    return fromMarkdown(page.markdown, [encoding, ...page.removed], [], page.words);
  }
  if (type.startsWith('m')) return fromMarkdown(decoded.text, [encoding], []);
  return {
    lines: readLines(decoded.text),
    head: {},
    decisions: [encoding, ...findOdd(decoded.text)],
    pictures: [],
    repair: true,
  };
}

/** @param words the text before it became Markdown, whose every character must still be there */
function fromMarkdown(
  markdown: string,
  decisions: Decision[],
  pictures: DocxPicture[],
  words?: string,
): Reading | { problem: string } {
  const { lines, head, removed } = readMarkdown(markdown);
  if (words !== undefined) {
    const missing = findMissing(words, lines.map((line) => line.text).join('\n'));
    if (missing) return { problem: `转换时丢了字：“${missing}”，没有导入` };
  }
  return { lines, head, decisions: [...decisions, ...removed, ...findOdd(markdown)], pictures, repair: false };
}

/** Characters that were replaced or left out, by line. */
function findOdd(text: string): Decision[] {
  return text.split('\n').flatMap((line, index): Decision[] => {
    const odd = /[\p{Co}\ufffd\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u.exec(line)?.[0];
    if (!odd) return [];
    const code = `U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const what = /\p{Co}|\ufffd/u.test(odd) ? '缺字' : '删去看不见的字符';
    return [{ line: index + 1, what, text: code }];
  });
}

/** The first letters of a text that another has fewer of; null where it has them all. */
function findMissing(words: string, markdown: string): string | null {
  const letters = (text: string) => foldText(text).match(/[\p{L}\p{N}]/gu) ?? [];
  const left = new Map<string, number>();
  for (const letter of letters(markdown)) left.set(letter, (left.get(letter) ?? 0) + 1);
  const missing = letters(words).filter((letter) => {
    const rest = (left.get(letter) ?? 0) - 1;
    left.set(letter, rest);
    return rest < 0;
  });
  return missing.length > 0 ? missing.slice(0, 20).join('') : null;
}
