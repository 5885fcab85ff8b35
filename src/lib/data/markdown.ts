import type { BlockContent, FootnoteDefinition, List, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { isForm } from '../drawing/names.ts';
import { isMark, type MarkName } from '../manuscript/marks.ts';
import { attribute, type Element, isElement, type Node, walk } from '../manuscript/tree.ts';
import { joinLines } from '../text/line-ends.ts';

// A text as plain Markdown, which every program reads: without marks, anchors, components and drawings, with all its words.

/** A part of a text that is given or left out as a whole: a paragraph, a heading, an item of a list, a table. */
export interface Piece {
  markdown: string;
  /** Whether it follows the piece before it without an empty line, as items of a list do. */
  isTight: boolean;
  /** The marks in it: whoever knows what is private leaves it out by them. */
  marks: { name: MarkName; id: string; story?: string }[];
}

/** Shows what the text says already, or what is no text. */
const SILENT: ReadonlySet<string> = new Set(['PullQuote', 'Photo', 'Gallery', 'Audio', 'Video', 'Scan', 'File']);

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', strong: '*', listItemIndent: 'one' });

/** The pieces of a text, in order. */
export function piecesOf(tree: Node): Piece[] {
  return childrenOf(tree).flatMap((node) => (node.type === 'list' ? itemsOf(node) : pieceOf(node, blocksFor(node))));
}

/** The pieces as one text. @param omitted stands once where pieces in a row are left out */
export function joinPieces(pieces: readonly (Piece | null)[], omitted: string): string {
  let text = '';
  pieces.forEach((piece, at) => {
    if (piece === null && pieces[at - 1] === null) return;
    const isTight = piece?.isTight && pieces[at - 1] !== null;
    text += `${at === 0 ? '' : isTight ? '\n' : '\n\n'}${piece?.markdown ?? omitted}`;
  });
  return `${text}\n`;
}

const childrenOf = (node: Node): Node[] => ('children' in node ? (node.children as Node[]) : []);

/** Each item of a list as a list of its own, with its number. */
function itemsOf(list: Extract<Node, { type: 'list' }>): Piece[] {
  const start = list.start ?? 1;
  return childrenOf(list).flatMap((item, at) => {
    const alone = { ...list, children: [item], start: start + at } as unknown as Node;
    return pieceOf(item, blocksFor(alone), at > 0 && !list.spread);
  });
}

function pieceOf(node: Node, children: RootContent[], isTight = false): Piece[] {
  if (children.length === 0) return [];
  const marks: Piece['marks'] = [];
  walk(node, (inner) => {
    if (!isElement(inner) || !isMark(inner.name)) return;
    const story = attribute(inner, 'story');
    marks.push({ name: inner.name, id: attribute(inner, 'id') ?? '', ...(story ? { story } : {}) });
  });
  // Once more of the whole: a line may end where an element begins.
  const markdown = joinLines(writer.stringify({ type: 'root', children } as Root).trim());
  return [{ markdown, isTight, marks }];
}

/** A node that stands by itself, without what is ours alone. */
function blocksFor(node: Node): RootContent[] {
  if (isElement(node)) return blocksOfElement(node);
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: wordsIn(node) }];
    case 'heading':
      return [{ type: 'heading', depth: node.depth, children: wordsIn(node) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: inside(node) }];
    case 'list':
      return [listOf(node)];
    case 'footnoteDefinition':
      return [{ ...plain(node), type: 'footnoteDefinition', children: inside(node) } as FootnoteDefinition];
    case 'table':
      return [tableOf(node)];
    case 'code':
    case 'thematicBreak':
      return [plain(node) as RootContent];
    default:
      return [];
  }
}

const inside = (node: Node): BlockContent[] => childrenOf(node).flatMap(blocksFor) as BlockContent[];

function blocksOfElement(node: Element): RootContent[] {
  const name = node.name ?? '';
  if (SILENT.has(name) || isForm(name)) return [];
  const holdsWords = childrenOf(node).every((child) => !isBlockLike(child));
  if (holdsWords) {
    const words = wordsOf(node);
    return words.length > 0 ? [{ type: 'paragraph', children: words }] : [];
  }
  const title = attribute(node, name === 'Table' ? 'caption' : 'title');
  const heading: BlockContent[] = title
    ? [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }]
    : [];
  const content = [...heading, ...inside(node)];
  // Beside the text, or not of its source.
  return name === 'Aside' || name === 'Background' ? [{ type: 'blockquote', children: content }] : content;
}

const BLOCK_LIKE = new Set(['paragraph', 'heading', 'blockquote', 'list', 'table', 'code', 'mdxJsxFlowElement']);
const isBlockLike = ({ type }: Node): boolean => BLOCK_LIKE.has(type);

function listOf(list: Extract<Node, { type: 'list' }>): List {
  const { ordered = false, start = null, spread = false } = list;
  return {
    ...{ type: 'list', ordered: ordered ?? false, start: ordered ? (start ?? 1) : null, spread: spread ?? false },
    children: childrenOf(list).map((item) => ({
      type: 'listItem' as const,
      spread: false,
      children: inside(item),
    })),
  };
}

const tableOf = (table: Extract<Node, { type: 'table' }>): RootContent => ({
  type: 'table',
  align: [...((table as { align?: ('left' | 'right' | 'center' | null)[] | null }).align ?? [])],
  children: childrenOf(table).map((row) => ({
    type: 'tableRow',
    children: childrenOf(row).map((cell) => ({ type: 'tableCell', children: wordsIn(cell) })),
  })),
});

const wordsIn = (node: Node): PhrasingContent[] => childrenOf(node).flatMap(wordsOf);

/** What stands in a sentence: words, emphasis, links, breaks, notes. */
function wordsOf(node: Node): PhrasingContent[] {
  if (isElement(node)) {
    if (node.name === 'br') return [{ type: 'break' }];
    if (node.name === 'em') return [{ type: 'emphasis', children: wordsIn(node) }];
    if (node.name === 'strong') return [{ type: 'strong', children: wordsIn(node) }];
    return wordsIn(node);
  }
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: joinLines(node.value) }];
    case 'emphasis':
      return [{ type: 'emphasis', children: wordsIn(node) }];
    case 'strong':
      return [{ type: 'strong', children: wordsIn(node) }];
    case 'delete':
      return [{ type: 'delete', children: wordsIn(node) }];
    case 'link':
      return [{ type: 'link', url: node.url, title: node.title ?? null, children: wordsIn(node) }];
    case 'inlineCode':
    case 'break':
    case 'footnoteReference':
      return [plain(node) as PhrasingContent];
    default:
      return [];
  }
}

/** The node without where it stood. */
function plain(node: Node): object {
  const { type, ...rest } = node as unknown as Record<string, unknown>;
  const kept = ['value', 'identifier', 'label', 'lang', 'meta'].flatMap((key) =>
    key in rest ? [[key, rest[key]]] : [],
  );
  return { type, ...Object.fromEntries(kept) };
}
