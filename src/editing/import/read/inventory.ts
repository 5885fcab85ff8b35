import type { Element, Root } from 'hast';
import { type Node, textOf } from '../../../lib/manuscript/tree.ts';

// Every word of a source in its order, block by block, so that what was made of it can be held against it.

/** Characters that mean the same, once; without blanks and what nobody sees. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Zs}]/gu, '');

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|input|ins|kbd|label|mark|nobr|note-mark|q|rb|rp|rt|rtc|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;

/** Gathers words into blocks; `close` ends one, and an empty one is none. */
function gatherer() {
  const blocks: string[] = [];
  let open = '';
  return {
    blocks,
    add: (words: string) => {
      open += words;
    },
    close: () => {
      const words = fold(open);
      if (words !== '') blocks.push(words);
      open = '';
    },
  };
}

/** The words of a page's tree, block by block; a line end that is meant ends one. */
export function blocksOfPage(tree: Root | Element): string[] {
  const { blocks, add, close } = gatherer();
  const visit = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type === 'text') add(child.value);
      else if (child.type === 'element') {
        if (child.tagName === 'note-mark') add(`[^${child.properties.dataNote}]`);
        const isInline = INLINE.test(child.tagName);
        if (!isInline) close();
        visit(child);
        if (!isInline) close();
      }
    }
  };
  visit(tree);
  close();
  return blocks;
}

/** The same of a tree of Markdown. */
export function blocksOfTree(tree: Node): string[] {
  const { blocks, add, close } = gatherer();
  const visit = (node: Node) => {
    if (node.type === 'text' || node.type === 'inlineCode') add(node.value);
    else if (node.type === 'code') {
      for (const line of node.value.split('\n')) {
        add(line);
        close();
      }
    } else if (node.type === 'break' || (node.type === 'html' && /^<br/.test(node.value))) close();
    else if (node.type === 'footnoteReference') add(`[^${node.label ?? node.identifier}]`);
    else if ('children' in node) {
      const isInline = /^(?:emphasis|strong|delete|link|linkReference|mdxJsxTextElement)$/.test(node.type);
      if (!isInline) close();
      for (const child of node.children) visit(child as Node);
      if (!isInline) close();
    }
  };
  visit(tree);
  close();
  return blocks;
}

/** Where two lists of blocks part: what the first has and the second has not there. Null where they are the same. */
export function findDifference(source: readonly string[], made: readonly string[]): string | null {
  const at = source.findIndex((words, index) => words !== made[index]);
  if (at !== -1) return source[at] ?? '';
  return made.length > source.length ? (made[source.length] ?? '') : null;
}

/** What a block of Markdown is built of, words left out: kinds, levels, how many of what. */
export function shapeOf(node: Node): string {
  const inside = () =>
    'children' in node
      ? (node.children as Node[])
          .map(shapeOf)
          .filter((shape) => shape !== '')
          .join('')
      : '';
  switch (node.type) {
    case 'heading':
      return 'h';
    case 'list':
      return `${node.ordered ? 'ol' : 'ul'}(${inside()})`;
    case 'listItem':
      return `li${node.checked === null || node.checked === undefined ? '' : '+'}(${inside()})`;
    case 'table':
    case 'tableRow':
    case 'blockquote':
    case 'footnoteDefinition':
      return `${node.type}(${inside()})`;
    case 'tableCell':
      return 'c';
    case 'code':
    case 'thematicBreak':
      return node.type;
    case 'paragraph':
      return `p${inside()}`;
    case 'break':
    case 'image':
      return node.type;
    default:
      return inside();
  }
}

/** The words of a node as they are read. */
export const wordsOf = (node: Node): string => textOf(node, '');
