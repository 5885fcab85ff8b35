import type { Definition, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Node } from '../../../lib/manuscript/tree.ts';
import { makeMarkdownSafe } from '../text/escape.ts';
import type { Line } from '../text/model.ts';
import { wordsOf } from './inventory.ts';

// Blocks of a tree as lines, each with the Markdown that it will be in the draft.

/** Lists side by side are told apart by their signs: the second of two has others. */
const WRITERS = [false, true].map((isSecond) =>
  unified()
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: isSecond ? '*' : '-',
      bulletOther: '+',
      bulletOrdered: isSecond ? ')' : '.',
      emphasis: '_',
      rule: '-',
      resourceLink: true,
      listItemIndent: 'one',
    })
    .freeze(),
);

const write = (node: RootContent, isSecond: boolean): string =>
  (WRITERS[isSecond ? 1 : 0]?.stringify({ type: 'root', children: [node] } as never) ?? '')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .trimEnd();

/**
 * The blocks of a tree as lines.
 * @param lineOf where a block begins in the source; counted where it is not known
 */
export function toLines(tree: Root, lineOf: (node: RootContent) => number = () => 0): Line[] {
  const targets = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === 'definition') targets.set(node.identifier, node);
  for (const node of tree.children) prepare(node as Node, targets);
  let isSecond = false;
  return tree.children.flatMap((node, index): Line[] => {
    if (node.type === 'definition') return [];
    const before = tree.children[index - 1];
    isSecond = node.type === 'list' && before?.type === 'list' && before.ordered === node.ordered && !isSecond;
    const base = { number: lineOf(node) || index + 1, blanks: 1, apart: false, markdown: true };
    const text = makeMarkdownSafe(write(node, isSecond));
    const role = (node.data as { role?: Line['role'] } | undefined)?.role;
    if (node.type === 'heading')
      return [
        {
          ...base,
          text: makeMarkdownSafe(write({ type: 'paragraph', children: node.children }, false)),
          level: node.depth,
        },
      ];
    const [only, ...others] = node.type === 'blockquote' ? node.children : [];
    // Who wrote it, set apart: no quotation.
    if (only?.type === 'paragraph' && others.length === 0 && AUTHOR.test(wordsOf(only as Node)))
      return [{ ...base, text: makeMarkdownSafe(write(only, false)) }];
    const isPicture =
      node.type === 'paragraph' &&
      (node.children[0]?.type === 'image' || (wordsOf(node as Node).trim() === '' && text.includes('![')));
    if (node.type !== 'paragraph' || isPicture) return text === '' ? [] : [{ ...base, text, markup: true }];
    if (wordsOf(node as Node).trim() === '' && text.trim() === '') return [];
    return [{ ...base, text, ...(role ? { role } : {}) }];
  });
}

const AUTHOR = /^\s*(?:作者|记者|通讯员|来源|编辑|日期)\s*[：:].{1,40}$/u;

const LATIN = /[\x21-\x7e]/;

/** Line ends within a paragraph are blanks, and nothing between Chinese; links name their addresses themselves. */
function prepare(node: Node, targets: ReadonlyMap<string, Definition>): void {
  if (node.type === 'text' && node.value.includes('\n'))
    node.value = node.value.split('\n').reduce((words, line) => {
      const [before, after] = [words.trimEnd(), line.trimStart()];
      const isLatin = LATIN.test(before.at(-1) ?? '') && LATIN.test(after.charAt(0));
      return before + (isLatin ? ' ' : '') + after;
    });
  if (!('children' in node)) return;
  node.children = (node.children as Node[]).map((child) => {
    if (child.type !== 'linkReference' && child.type !== 'imageReference') return child;
    const target = targets.get(child.identifier);
    if (!target) return child;
    const { url, title } = target;
    return (child.type === 'linkReference'
      ? { type: 'link', url, title: title ?? null, children: child.children }
      : { type: 'image', url, title: title ?? null, alt: child.alt ?? '' }) as unknown as Node;
  }) as typeof node.children;
  for (const child of node.children) prepare(child as Node, targets);
}
