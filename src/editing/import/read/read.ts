import type { Root as Page } from 'hast';
import { findCrowd } from '../../../lib/manuscript/bounds.ts';
import type { Node } from '../../../lib/manuscript/tree.ts';
import { decodeText, ENCODING_NAMES } from '../../../lib/text/encoding.ts';
import { foldText } from '../../../lib/text/fold.ts';
import { withCharacters } from '../text/look-alikes.ts';
import type { Decision, Line, Picture } from '../text/model.ts';
import { toTree } from './convert.ts';
import { readDocx } from './docx.ts';
import { dropSources, readHtml, TOO_DEEP } from './html.ts';
import { fold } from './inventory.ts';
import { kindOf } from './kind.ts';
import { openMessage } from './mail.ts';
import { readMarkdown } from './markdown.ts';
import { readOdt } from './odt.ts';
import type { PageRecord } from './page-record.ts';
import { readPdf } from './pdf.ts';
import { toParagraphs } from './pdf-lines.ts';
import { type Beside, bringPictures } from './pictures.ts';
import { readRtf } from './rtf.ts';
import { readLines } from './text-lines.ts';
import { toLines } from './tree-lines.ts';
import { takeComments } from './word-xml.ts';

/** A file as lines, before any of them has its place in an article. */
export interface Reading {
  lines: Line[];
  head: Record<string, string>;
  decisions: Decision[];
  pictures: Picture[];
  /** What `line` counts: lines of a text, paragraphs where there are no lines. */
  unit: '行' | '段';
  /** Headlines, where a page holds several articles that must not be mixed. */
  several?: string[];
  /** Cut paragraphs are joined and captions lifted: plain text only. */
  repair: boolean;
}

/** Of all but Word files, which hold pictures. */
const LARGEST_TEXT = 2 ** 20;
/** With all that is in a saved page beside the text. */
const LARGEST_PAGE = 8 * 2 ** 20;
/** With the pictures in it. */
const LARGEST_MESSAGE = 40 * 2 ** 20;
const explainSize = (bytes: number, largest: number) =>
  `文件有 ${(bytes / 2 ** 20).toFixed(1)} MB，文字超过 ${largest / 2 ** 20} MB，不像文章，请拆成几个再导入`;

/**
 * Reads a file of any kind that can be imported.
 * @param beside files that stand beside it, by the path that it names them with
 * @returns one Chinese sentence where it cannot be read
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  beside: Beside = () => null,
): Promise<Reading | { problem: string }> {
  const reading = await readAsIs(name, bytes, beside);
  if ('problem' in reading) return reading;
  const { lines, told } = withCharacters(reading.lines);
  return { ...reading, lines, decisions: [...reading.decisions, ...told] };
}

async function readAsIs(
  name: string,
  bytes: Uint8Array,
  beside: Beside,
  isMail = false,
): Promise<Reading | { problem: string }> {
  const file = kindOf(name, bytes);
  if ('problem' in file) return file;
  if (file.kind === 'word') {
    const word = await readDocx(bytes);
    if ('problem' in word) return word;
    const reading = await fromPage(word.page, [...file.remarks, ...word.remarks]);
    if ('problem' in reading) return reading;
    const lines = withComments(reading.lines, word.comments);
    return byParagraph({ ...reading, pictures: word.pictures, lines, head: word.head });
  }
  if (file.kind === 'pdf') return fromPdf(bytes, file.remarks);
  if (file.kind === 'odt') return fromOdt(bytes, file.remarks);
  if (file.kind === 'rtf') return fromRtf(bytes, file.remarks);
  if (file.kind === 'message') return fromMessage(bytes, file.remarks);
  const largest = file.kind === 'html' ? LARGEST_PAGE : LARGEST_TEXT;
  if (bytes.length > largest) return { problem: explainSize(bytes.length, largest) };
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded;
  const encoding: Decision = {
    line: 0,
    what: '编码',
    text: `${ENCODING_NAMES[decoded.encoding]}${decoded.bom ? '，有 BOM' : ''}`,
  };
  if (file.kind === 'html') return readPage(decoded.text, bytes.length, [...file.remarks, encoding], beside);
  const crowd = findCrowd(decoded.text, { isLined: file.kind === 'text' });
  if (crowd) return { problem: `第 ${crowd.line} 行：${crowd.message}` };
  if (file.kind === 'markdown') {
    const { tree, lineOf, head, removed } = readMarkdown(decoded.text);
    const { pictures, told } = bringPictures(tree as unknown as Node, beside);
    const decisions = [encoding, ...removed, ...told, ...findOdd(decoded.text)];
    return { lines: toLines(tree, lineOf), head, decisions, pictures, unit: '行', repair: false };
  }
  const { lines, removed, title } = readLines(decoded.text, isMail);
  const missing = findMissing(decoded.text, [...lines, ...removed].map((line) => line.text).join('\n'));
  if (missing) return { problem: `转换时丢了字：“${missing}”，没有导入` };
  const decisions = [encoding, ...removed, ...findOdd(decoded.text)];
  return { lines, head: title ? { title } : {}, decisions, pictures: [], unit: '行', repair: true };
}

/** A mail, or a page saved as one file: what of it is the article, as a page or as a text. */
async function fromMessage(bytes: Uint8Array, remarks: Decision[]): Promise<Reading | { problem: string }> {
  if (bytes.length > LARGEST_MESSAGE) return { problem: explainSize(bytes.length, LARGEST_MESSAGE) };
  const message = openMessage(bytes);
  if ('problem' in message) return message;
  const reading = await readAsIs(message.kind === 'html' ? '.html' : '.txt', message.bytes, message.beside, true);
  if ('problem' in reading) return reading;
  const title = reading.head.title || message.subject;
  return {
    ...reading,
    head: { ...reading.head, ...(title ? { title } : {}) },
    decisions: [...remarks, ...message.told, ...reading.decisions],
  };
}

async function fromOdt(bytes: Uint8Array, remarks: Decision[]): Promise<Reading | { problem: string }> {
  const odt = readOdt(bytes);
  if ('problem' in odt) return odt;
  const reading = await fromPage(odt.page, [...remarks, ...odt.told]);
  return 'problem' in reading ? reading : byParagraph({ ...reading, pictures: odt.pictures });
}

async function fromRtf(bytes: Uint8Array, remarks: Decision[]): Promise<Reading | { problem: string }> {
  const rtf = readRtf(bytes);
  if ('problem' in rtf) return rtf;
  const reading = await fromPage(rtf.page, [...remarks, ...rtf.told]);
  return 'problem' in reading ? reading : byParagraph(reading);
}

async function fromPdf(bytes: Uint8Array, remarks: Decision[]): Promise<Reading | { problem: string }> {
  const read = await readPdf(bytes);
  if ('problem' in read) return read;
  const { lines, told, head, titles } = toParagraphs(read.sheets);
  const whole = read.sheets.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
  const missing = findMissing(whole, [...lines, ...told].map(({ text }) => text).join('\n'));
  if (missing) return { problem: `转换时丢了字：“${missing}”，没有导入` };
  const text = lines.map((line) => line.text).join('\n\n');
  const crowd = findCrowd(text);
  if (crowd) return { problem: crowd.message };
  const order: Decision = {
    line: 0,
    what: 'PDF',
    text: `${read.sheets.length} 页，按栏、字号、缩进排成段落，请对照版面`,
  };
  const decisions = [...remarks, order, ...read.told, ...told, ...findOdd(text)];
  const several = titles.length > 1 ? { several: titles } : {};
  return byParagraph({ lines, head, decisions, pictures: [], unit: '段', repair: false, ...several });
}

async function readPage(
  text: string,
  size: number,
  decisions: Decision[],
  beside: Beside,
): Promise<Reading | { problem: string }> {
  const html = size > LARGEST_TEXT ? dropSources(text) : text;
  if (html.length > LARGEST_TEXT) return { problem: explainSize(size, LARGEST_TEXT) };
  const read = readHtml(html);
  if ('problem' in read) return read;
  const reading = await fromPage(read.page, [...decisions, ...read.removed], beside);
  if ('problem' in reading) return reading;
  const { record } = read;
  return byParagraph({ ...reading, head: headOf(record), lines: withRoles(reading.lines, record) });
}

const headOf = ({ titles, date, author, publisher }: PageRecord): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ title: titles[0] ?? '', date, author, publisher }).filter(([, value]) => value !== ''),
  );

/** How far down a page its headline can stand. */
const TOP = 12;

/** What a page's own record says of its first lines. */
function withRoles(lines: readonly Line[], { titles, label, subtitle }: PageRecord): Line[] {
  const same = (line: Line, words: string) => words !== '' && fold(line.text.replaceAll('*', '')) === fold(words);
  const hasTitle = lines.slice(0, TOP).some((line) => line.level === 1);
  return lines.map((line, index) => {
    if (index >= TOP || line.markup) return line;
    if (!hasTitle && titles.some((title) => same(line, title))) return { ...line, role: 'title' };
    if (same(line, label)) return { ...line, role: 'label' };
    return same(line, subtitle) ? { ...line, role: 'subtitle' } : line;
  });
}

/** A page or a Word file, as a tree, in lines. */
async function fromPage(page: Page, decisions: Decision[], beside?: Beside): Promise<Reading | { problem: string }> {
  const converted = await toTree(page).catch((error: unknown) => {
    if (error instanceof RangeError) return null;
    throw error;
  });
  if (!converted) return { problem: TOO_DEEP };
  const { tree, told } = converted;
  const brought = beside ? bringPictures(tree as unknown as Node, beside) : { pictures: [], told: [] };
  const lines = toLines(tree);
  const text = lines.map((line) => line.text).join('\n\n');
  const crowd = findCrowd(text);
  if (crowd) return { problem: crowd.message };
  const all = [...decisions, ...told, ...brought.told, ...findOdd(text)];
  return { lines, head: {}, decisions: all, pictures: brought.pictures, unit: '段', repair: false };
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
