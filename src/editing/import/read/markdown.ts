import { makeMarkdownSafe } from '../text/escape.ts';
import type { Decision, Line } from '../text/model.ts';
import { readFrontMatter } from './front-matter.ts';
import { inlineLinks } from './markdown-links.ts';

/** What a Markdown file says, block by block, and what was left out of it. */
export interface MarkdownReading {
  lines: Line[];
  /** Its own front matter, as one line of words for the notes. */
  head: Record<string, string>;
  removed: Decision[];
}

const OPAQUE = /^(?:\||[-*+] |\d+[.)] |> |\[\^[^\]]+\]:|```|!\[| {4}|\t|-{3,}$|\*{3,}$)/;
const INDENT = /^(?: {4}|\t|\u3000{2})/;
const LIST = /^(?:[-*+] |\d+[.)] |\[\^|```)/;
const LONGEST_UNDERLINED = 40;
const TAG = /<\/?[a-z][^>\n]*>/gi;

/** Reads Markdown as blocks: paragraphs and headings as words, everything else as it is. */
export function readMarkdown(source: string): MarkdownReading {
  const removed: Decision[] = [];
  const { whole, head } = readFrontMatter(source);
  const body = source.replace(whole || '\0', lineEnds);
  const text = dropTags(dropComments(body, removed), removed);
  return { lines: readBlocks(inlineLinks(text)), head, removed };
}

const lineEnds = (text: string) => text.replace(/[^\n]/g, '');
const countLines = (text: string) => text.split('\n').length - 1;

function dropComments(text: string, removed: Decision[]): string {
  let kept = '';
  let [from, line] = [0, 1];
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', start + 4);
    if (close === -1) break;
    line += countLines(text.slice(from, start));
    const comment = text.slice(start, close + 3);
    removed.push({ line, what: '删去批注', text: comment.trim() });
    kept += text.slice(from, start) + lineEnds(comment);
    line += countLines(comment);
    from = close + 3;
  }
  return kept + text.slice(from);
}

function dropTags(text: string, removed: Decision[]): string {
  return text
    .split('\n')
    .map((line, index) =>
      line.replace(TAG, (tag) => {
        if (/^<br\s*\/?>$/i.test(tag) || /^<(?:https?|mailto):/i.test(tag)) return tag;
        removed.push({ line: index + 1, what: '删去标签', text: tag.trim() });
        return '';
      }),
    )
    .join('\n');
}

function readBlocks(text: string): Line[] {
  const lines: Line[] = [];
  let block: string[] = [];
  let start = 1;
  const close = () => {
    if (block.length > 0) lines.push(toLine(block, start));
    block = [];
  };
  for (const [index, line] of text.split('\n').entries()) {
    // Blanks before words are an indent, as editors type it, unless they stand below a list.
    const isIndented = INDENT.test(line) && !LIST.test(block[0] ?? lines.at(-1)?.text ?? '');
    const raw = isIndented ? line.trimStart() : line;
    const heading = /^#{1,6}\s/.test(raw);
    const isOpaque = block.length > 0 && OPAQUE.test(block[0] ?? '');
    const underline = /^(=|-)\1{2,}[ \t]*$/.exec(raw)?.[1];
    if (underline && block.length === 1 && !isOpaque && (block[0]?.length ?? 0) <= LONGEST_UNDERLINED) {
      block = [`${underline === '=' ? '#' : '##'} ${block[0]}`];
      close();
      continue;
    }
    if (raw.trim() === '' || heading || (block.length > 0 && !isOpaque && (isIndented || OPAQUE.test(raw)))) close();
    if (raw.trim() === '') continue;
    if (block.length === 0) start = index + 1;
    block.push(raw);
    if (heading) close();
  }
  close();
  return lines;
}

function toLine(block: readonly string[], number: number): Line {
  const base = { number, blanks: 1, apart: false, markdown: true };
  const [first = ''] = block;
  const [signs] = /^#{1,6}(?=\s)/.exec(first) ?? [];
  if (signs) return { ...base, text: makeMarkdownSafe(headingWords(first.slice(signs.length))), level: signs.length };
  if (OPAQUE.test(first)) return { ...base, text: makeMarkdownSafe(block.join('\n')), markup: true };
  return { ...base, text: makeMarkdownSafe(joinSoftLines(block)) };
}

/** Without the signs that may close a heading. */
const headingWords = (text: string) => text.replace(/(?<!#)#+$/, '').trim();

/** Line ends within a paragraph are blanks in Markdown; between Chinese characters they are nothing. */
function joinSoftLines(block: readonly string[]): string {
  return block
    .map((line) => line.trim().replace(/^\*\*[\s\u3000\u00a0]+/u, '**'))
    .map((line, index, all) => (isAscii(all[index - 1]?.at(-1)) && isAscii(line.at(0)) ? ` ${line}` : line))
    .join('');
}

const isAscii = (character: string | undefined) => character !== undefined && /[\x21-\x7e]/.test(character);
