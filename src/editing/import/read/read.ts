import { findCrowd } from '../../../lib/manuscript/bounds.ts';
import { decodeText, ENCODING_NAMES } from '../../../lib/text/encoding.ts';
import { foldText } from '../../../lib/text/fold.ts';
import type { Decision, Line } from '../text/model.ts';
import { type DocxPicture, readDocx } from './docx.ts';
import { dropSources, readHtml } from './html.ts';
import { kindOf } from './kind.ts';
import { readMarkdown } from './markdown.ts';
import { readLines } from './text-lines.ts';
import { takeComments } from './word-xml.ts';

/** A file as lines, before any of them has its place in an article. */
export interface Reading {
  lines: Line[];
  head: Record<string, string>;
  decisions: Decision[];
  pictures: DocxPicture[];
  /** What `line` counts: lines of a text, paragraphs where there are no lines. */
  unit: '行' | '段';
  /** Cut paragraphs are joined and captions lifted: plain text only. */
  repair: boolean;
}

/** Of all but Word files, which hold pictures. */
const LARGEST_TEXT = 2 ** 20;
/** With all that is in a saved page beside the text. */
const LARGEST_PAGE = 8 * 2 ** 20;
const explainSize = (bytes: number, largest: number) =>
  `文件有 ${(bytes / 2 ** 20).toFixed(1)} MB，文字超过 ${largest / 2 ** 20} MB，不像文章，请拆成几个再导入`;

/**
 * Reads a file of any kind that can be imported.
 * @returns one Chinese sentence where it cannot be read
 */
export async function readFile(name: string, bytes: Uint8Array): Promise<Reading | { problem: string }> {
  const file = kindOf(name, bytes);
  if ('problem' in file) return file;
  if (file.kind === 'word') {
    const word = await readDocx(bytes);
    if ('problem' in word) return word;
    const reading = fromMarkdown(word.markdown, [...file.remarks, ...word.remarks], word.words);
    if ('problem' in reading) return reading;
    return byParagraph({ ...reading, pictures: word.pictures, lines: withComments(reading.lines, word.comments) });
  }
  const largest = file.kind === 'html' ? LARGEST_PAGE : LARGEST_TEXT;
  if (bytes.length > largest) return { problem: explainSize(bytes.length, largest) };
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded;
  const encoding: Decision = {
    line: 0,
    what: '编码',
    text: `${ENCODING_NAMES[decoded.encoding]}${decoded.bom ? '，有 BOM' : ''}`,
  };
  if (file.kind === 'html') {
    const html = bytes.length > LARGEST_TEXT ? dropSources(decoded.text) : decoded.text;
    if (html.length > LARGEST_TEXT) return { problem: explainSize(bytes.length, LARGEST_TEXT) };
    const page = await readHtml(html);
    if ('problem' in page) return page;
    const reading = fromMarkdown(page.markdown, [...file.remarks, encoding, ...page.removed], page.words);
    return 'problem' in reading ? reading : byParagraph(reading);
  }
  if (file.kind === 'markdown') return fromMarkdown(decoded.text, [encoding]);
  const crowd = findCrowd(decoded.text, { isLined: true });
  if (crowd) return { problem: `第 ${crowd.line} 行：${crowd.message}` };
  const { lines, removed } = readLines(decoded.text);
  const missing = findMissing(decoded.text, [...lines, ...removed].map((line) => line.text).join('\n'));
  if (missing) return { problem: `转换时丢了字：“${missing}”，没有导入` };
  const decisions = [encoding, ...removed, ...findOdd(decoded.text)];
  return { lines, head: {}, decisions, pictures: [], unit: '行', repair: true };
}

/** @param words the text before it became Markdown, whose every character must still be there */
function fromMarkdown(markdown: string, decisions: Decision[], words?: string): Reading | { problem: string } {
  const crowd = findCrowd(markdown);
  if (crowd) return { problem: words === undefined ? `第 ${crowd.line} 行：${crowd.message}` : crowd.message };
  const { lines, head, removed } = readMarkdown(markdown);
  if (words !== undefined) {
    const missing = findMissing(words, lines.map((line) => line.text).join('\n'));
    if (missing) return { problem: `转换时丢了字：“${missing}”，没有导入` };
  }
  const all = [...decisions, ...removed, ...findOdd(markdown)];
  return { lines, head, decisions: all, pictures: [], unit: '行', repair: false };
}

/** The Markdown that Word files and pages become on the way has lines that no editor sees. */
const byParagraph = (reading: Reading): Reading => ({
  ...reading,
  unit: '段',
  lines: reading.lines.map((line, index) => ({ ...line, number: index + 1 })),
  decisions: reading.decisions.map((decision) => ({ ...decision, line: 0 })),
});

/** Gives each line the comments that were tied to it; those on an empty paragraph go to the line before. */
function withComments(lines: readonly Line[], comments: ReadonlyMap<string, string>): Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const { text, asked } = takeComments(line.text, comments);
    const last = kept.at(-1);
    if (text === '' && last) last.asked = [...(last.asked ?? []), ...asked];
    else kept.push(asked.length > 0 ? { ...line, text, asked } : line);
  }
  return kept;
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
