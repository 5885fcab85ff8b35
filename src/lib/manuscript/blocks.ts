import { isMark, type MarkName } from './marks.ts';
import { attribute, isElement, type Node, positionOf, textOf, walk } from './tree.ts';

/** A mark inside a block: its words and where it stands. */
export interface Mark {
  name: MarkName;
  /** Empty where the writer forgot it. */
  id: string;
  /** The words it wraps. */
  text: string;
  /** Where they begin in the block's text, in UTF-16 units. */
  start: number;
  line: number;
  column: number;
}

/** A heading, paragraph or list item: the unit that is cited, searched and linked to. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'quote';
  /** 2 for `##`; 0 outside headings. */
  depth: number;
  text: string;
  marks: Mark[];
  line: number;
  column: number;
  /** The node that carries the id in the page. */
  node: Node;
}

/**
 * The blocks of an article in reading order. A pull quote repeats words of the text: it is a `quote` and is neither
 * counted, indexed nor given an id.
 */
export function blocksOf(tree: Node): Block[] {
  const blocks: Block[] = [];
  walk(tree, (node, parents) => {
    const parent = parents.at(-1);
    const isHeading = node.type === 'heading';
    const isLoneMark = node.type === 'mdxJsxFlowElement' && isMark(node.name);
    if (!isHeading && node.type !== 'paragraph' && !isLoneMark) return;
    const isTightItem = parent?.type === 'listItem' && !parent.spread && parent.children[0] === node;
    const isQuote = parents.some((p) => isElement(p) && p.name === 'PullQuote');
    blocks.push({
      kind: isHeading ? 'heading' : isQuote ? 'quote' : isTightItem ? 'item' : 'paragraph',
      depth: isHeading ? node.depth : 0,
      text: plainText(node),
      marks: marksIn(node),
      ...positionOf(node),
      node: isTightItem && parent ? parent : node,
    });
  });
  return blocks;
}

/** A block without its node: what is left of it when the tree is gone. */
export type StoredBlock = Omit<Block, 'node'>;

export const storedBlock = ({ node: _, ...block }: Block): StoredBlock => block;

/** Whether a block has an id of its own by which it is cited. */
export const isCitable = (block: Pick<Block, 'kind'>): boolean => block.kind === 'paragraph' || block.kind === 'item';

/** Anchor of the n-th heading, from 0. */
export const sectionId = (index: number): string => `s-${index + 1}`;

/** A block's words as a reader sees them: no line ends, no doubled blanks. */
function plainText(node: Node): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function marksIn(block: Node): Mark[] {
  const marks: Mark[] = [];
  let before = '';
  walk(block, (node) => {
    if (node.type === 'text') before += node.value;
    if (!isElement(node) || !isMark(node.name)) return;
    const start = before.replace(/\s+/g, ' ').trimStart().length;
    marks.push({ name: node.name, id: attribute(node, 'id') ?? '', text: plainText(node), start, ...positionOf(node) });
  });
  return marks;
}

/** Han characters and runs of letters or digits, as Chinese word processors count 字数 without punctuation. */
export function countCharacters(blocks: readonly StoredBlock[]): number {
  const text = blocks.filter((block) => block.kind !== 'quote').map((block) => block.text);
  return text.join('\n').match(/\p{Script=Han}|[\p{L}\p{N}]+(?:\.\p{N}+)?/gu)?.length ?? 0;
}

/** A calm reader takes in some 400 characters a minute. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / 400));
}
