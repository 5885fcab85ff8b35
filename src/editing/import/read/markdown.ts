import type { Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import { FEATURES, type Node } from '../../../lib/manuscript/tree.ts';
import { moveOutOfBold } from '../../fix.ts';
import type { Decision } from '../text/model.ts';
import { readFrontMatter } from './front-matter.ts';

/** What a Markdown file says, as its parser reads it, and what was left out of it. */
export interface MarkdownReading {
  tree: Root;
  /** Where a block begins in the file. */
  lineOf: (node: RootContent) => number;
  /** Its own front matter. */
  head: Record<string, string>;
  removed: Decision[];
}

const HAN = /[\p{Script=Han}“‘「《（【]/u;
const INDENT = /^(?: {4,}|\t+|\u3000+)/;
const LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)|^\[\^[^\]]+\]:/;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
const LONGEST_UNDERLINED = 40;

/** Reads Markdown by its parser; where it would take a writer's indents and rules for something else, they are mended. */
export function readMarkdown(source: string): MarkdownReading {
  const removed: Decision[] = [];
  const { whole, head } = readFrontMatter(source);
  const body = source.replace(whole || '\0', (text) => text.replace(/[^\n]/g, ''));
  const { text, numbers } = openIndents(dropMarks(body, removed));
  const tree = parse(text);
  const lineOf = (node: { position?: unknown }) => {
    const { start } = (node.position ?? { start: { line: 0 } }) as { start: { line: number } };
    return numbers[start.line - 1] ?? start.line;
  };
  tree.children = tree.children.flatMap((node) => dropTags(node, removed, lineOf));
  const used = new Set<string>();
  markUsed(tree as Node, used);
  for (const node of tree.children)
    if (node.type === 'definition' && !used.has(node.identifier))
      removed.push({
        line: lineOf(node),
        what: '没有用到的链接地址，没有收进文章',
        text: `${node.label ?? node.identifier} ${node.url}`,
      });
  return { tree, lineOf, head, removed };
}

const parse = (text: string): Root =>
  markdownToMdast(text, { features: { ...FEATURES, gfm: true } }) as unknown as Root;

/** What note-taking programs have beside Markdown: `![[picture]]`, `[[page|words]]`, `==marked==`. */
function dropMarks(body: string, removed: Decision[]): string {
  return body
    .split('\n')
    .map((raw, index) => {
      const say = (text: string) => removed.push({ line: index + 1, what: '改写的记号', text });
      return raw
        .replace(/!\[\[([^\][|]{1,200})(?:\|([^\][]{0,200}))?\]\]/g, (mark, file: string, alt = '') => {
          say(mark);
          return `![${/^\d*$/.test(alt) ? '' : alt}](<${file}>)`;
        })
        .replace(/\[\[([^\][|]{1,200})(?:\|([^\][]{0,200}))?\]\]/g, (mark, page: string, words?: string) => {
          say(mark);
          return words || page;
        })
        .replace(/==(?=[^\s=])([^=]{0,400}[^\s=])==/g, (mark, words: string) => {
          say(mark);
          return words;
        });
    })
    .join('\n');
}

/**
 * Blanks before words are an indent, as editors type it, and begin a paragraph; only below a list, or where no Chinese
 * stands, are they Markdown's. A rule right under a long paragraph makes no heading of it.
 */
function openIndents(body: string): { text: string; numbers: number[] } {
  const lines: string[] = [];
  const numbers: number[] = [];
  let fence = '';
  let inList = false;
  for (const [index, raw] of body.split('\n').entries()) {
    const put = (line: string) => {
      lines.push(line);
      numbers.push(index + 1);
    };
    const mark = FENCE.exec(raw)?.[0].trim().charAt(0) ?? '';
    if (mark && (fence === '' || fence === mark)) fence = fence === '' ? mark : '';
    else if (fence === '') {
      if (LIST.test(raw)) inList = true;
      else if (raw.trim() !== '' && !/^[ \t]/.test(raw)) inList = false;
      const before = lines.at(-1) ?? '';
      const isIndented = INDENT.test(raw) && HAN.test(raw) && !inList;
      const isUnderline =
        /^ {0,3}-{2,}\s*$/.test(raw) && before.trim().length > LONGEST_UNDERLINED && !before.includes('|');
      if ((isIndented || isUnderline) && before.trim() !== '' && !/^ {0,3}[>|#]/.test(before)) put('');
      put(moveOutOfBold(isIndented ? raw.trimStart() : raw.replace(/^(\*\*)[\s\u3000\u00a0]+/u, '$1')));
      continue;
    }
    put(raw);
  }
  return { text: lines.join('\n'), numbers };
}

/** Comments and tags are told; what stands between tags stays. */
function dropTags(node: RootContent, removed: Decision[], lineOf: (node: RootContent) => number): RootContent[] {
  if (node.type === 'html') return openHtml(node.value, lineOf(node), removed);
  if ('children' in node)
    node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
      if (child.type !== 'html') return dropTags(child, removed, lineOf);
      if (/^<br\s*\/?>$/i.test(child.value.trim()))
        return node.type === 'tableCell' ? [{ type: 'html', value: '<br />' }] : [{ type: 'break' }];
      const isComment = child.value.startsWith('<!--');
      removed.push({ line: lineOf(child), what: isComment ? '删去批注' : '删去标签', text: child.value.trim() });
      return [];
    }) as typeof node.children;
  if (node.type === 'paragraph') {
    while (node.children.at(-1)?.type === 'break') node.children.pop();
    while (node.children[0]?.type === 'break') node.children.shift();
    if (node.children.length === 0) return [];
  }
  return [node];
}

const TAG = /<!--[\s\S]{0,20000}?-->|<\/?[a-z][^<>]{0,2000}>/gi;

/** A block of tags: each is told, and the words between them are read as Markdown. */
function openHtml(value: string, line: number, removed: Decision[]): RootContent[] {
  const text = value.replace(TAG, (tag) => {
    if (/^<br\s*\/?>$/i.test(tag)) return '\n\n';
    removed.push({ line, what: tag.startsWith('<!--') ? '删去批注' : '删去标签', text: tag.trim() });
    return /^<\/?(?:a|b|em|font|i|span|strong|sub|sup|u|img)\b/i.test(tag) ? '' : '\n\n';
  });
  if (text.trim() === '') return [];
  return parse(text.replace(/[<>]/g, '\\$&').replace(/^[ \t]+/gm, '')).children.map((node) => {
    delete node.position;
    return node;
  });
}

function markUsed(node: Node, used: Set<string>): void {
  if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  if ('children' in node) for (const child of node.children) markUsed(child as Node, used);
}
