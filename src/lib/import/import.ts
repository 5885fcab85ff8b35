import { fixManuscript } from '../manuscript/fix.ts';
import { decodeText, ENCODING_NAMES } from '../text/encoding.ts';
import { foldText } from '../text/fold.ts';
import { arrange } from './arrange.ts';
import { type Range, splitArticles } from './articles.ts';
import { type DocxPicture, readDocx } from './docx.ts';
import { type DraftOptions, type Facts, gatherFacts, writeDraft } from './draft.ts';
import { readHtml } from './html.ts';
import { readLines } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import type { Article, CountyName, Decision, Line } from './model.ts';
import { findForgotten, findLosses } from './proof.ts';

export interface Imported {
  facts: Facts;
  /** The draft as it will be saved. */
  draft: string;
  decisions: Decision[];
  losses: { line: number; text: string }[];
}

export interface ImportResult {
  articles: Imported[];
  pictures: DocxPicture[];
  /** Decisions on the file as a whole. */
  decisions: Decision[];
  /** Headlines of the articles found, where the file was not split and holds more than one. */
  unsplit: number;
}

export interface ImportOptions {
  /** One draft for each article of a page. */
  split: boolean;
  counties: readonly CountyName[];
  day: string;
}

interface Reading {
  lines: Line[];
  head: Record<string, string>;
  decisions: Decision[];
  pictures: DocxPicture[];
  /** Cut paragraphs are joined and captions lifted: plain text only. */
  repair: boolean;
}

/**
 * Makes drafts of a file.
 * @param name of the file; its ending says what it is
 * @returns one Chinese sentence where it cannot be read
 */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportResult | { problem: string }> {
  const reading = await readFile(name, bytes);
  if ('problem' in reading) return reading;
  if (reading.lines.length === 0) return { problem: '文件里没有文字' };
  const found = splitArticles(reading.lines);
  const ranges: Range[] = options.split ? found : [{ lines: reading.lines, strayed: [] }];
  const articles = ranges.map((range) => arrange(range, options.counties, reading.repair));
  const forgotten = findForgotten(reading.lines, articles);
  const imported = articles.map((article) => toDraft(article, { ...options, head: reading.head }));
  const [first] = imported;
  first?.losses.push(...forgotten.map(({ number, text }) => ({ line: number, text })));
  return {
    articles: imported,
    pictures: reading.pictures,
    decisions: reading.decisions,
    unsplit: options.split ? 0 : found.length,
  };
}

async function readFile(name: string, bytes: Uint8Array): Promise<Reading | { problem: string }> {
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

function toDraft(article: Article, options: DraftOptions): Imported {
  const facts = gatherFacts(article, options);
  const { text: draft } = fixManuscript(writeDraft(article, facts, options));
  return { facts, draft, decisions: decisionsOf(article, facts), losses: findLosses(article, draft) };
}

function decisionsOf(article: Article, facts: Facts): Decision[] {
  const list = (what: string, lines: readonly Line[]) =>
    lines.map(({ number, text }) => ({ line: number, what, text }));
  const body = article.body.flatMap((block): Decision[] => {
    const [first] = block.lines;
    if (!first || block.kind === 'markup') return [];
    if (block.kind === 'heading')
      return [{ line: first.number, what: '小标题', text: block.lines.map(({ text }) => text).join(' ') }];
    const joined = block.lines
      .slice(1)
      .map((line) => ({ line: line.number, what: '接上一段', text: line.text.slice(0, 24) }));
    return block.question
      ? [...joined, { line: block.lines.at(-1)?.number ?? 0, what: '待确认', text: block.question }]
      : joined;
  });
  return [
    ...list('栏目', article.labels),
    ...list('题目', article.headline),
    ...list('副题', article.subtitle),
    ...list('作者', article.credits),
    ...list('图片说明', article.captions),
    ...list('移入版面说明', article.notes),
    ...body,
    { line: 0, what: '县区', text: facts.county ?? '待确认' },
    {
      line: 0,
      what: '作者',
      text: facts.bylines.map(({ role, names }) => `${role ?? ''} ${names.join(' ')}`.trim()).join('；') || '没有找到',
    },
    { line: 0, what: '日期', text: facts.date ?? '待确认' },
  ].sort((a, b) => a.line - b.line);
}
