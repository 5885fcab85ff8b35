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
  const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;
  const blank =
    (what: string) =>
    (match: string, ...rest: unknown[]) => {
      const [index, whole] = rest.slice(-2) as [number, string];
      removed.push({ line: lineAt(whole, index), what, text: match.trim() });
      return match.replace(/[^\n]/g, '');
    };
  const { whole, head } = readFrontMatter(source);
  const text = source
    .replace(whole || '\0', (match) => match.replace(/[^\n]/g, ''))
    .replace(/<!--[\s\S]*?-->/g, blank('删去批注'))
    .replace(TAG, (tag, ...rest) =>
      /^<br\s*\/?>$/i.test(tag) || /^<(?:https?|mailto):/i.test(tag) ? tag : blank('删去标签')(tag, ...rest),
    );
  return { lines: readBlocks(inlineLinks(text)), head, removed };
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
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(first);
  if (heading) return { ...base, text: makeMarkdownSafe(heading[2] ?? ''), level: heading[1]?.length ?? 2 };
  if (OPAQUE.test(first)) return { ...base, text: makeMarkdownSafe(block.join('\n')), markup: true };
  return { ...base, text: makeMarkdownSafe(joinSoftLines(block)) };
}

/** Line ends within a paragraph are blanks in Markdown; between Chinese characters they are nothing. */
function joinSoftLines(block: readonly string[]): string {
  return block
    .map((line) => line.replace(/^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/gu, '').replace(/^\*\*[\s\u3000\u00a0]+/u, '**'))
    .reduce((text, line) => (/[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(line) ? `${text} ${line}` : text + line));
}
