import { joinLines } from '../text/line-ends.ts';
import { INLINE, isMark, type MarkName } from './marks.ts';
import { attribute, isElement, isPhrasing, LINE, type Node, positionOf, textOf, walk } from './tree.ts';

/** A mark inside a block: its words and where it stands. */
export interface Mark {
  name: MarkName;
  /** Empty where the writer forgot it. */
  id: string;
  /** Slug of the other story that states it; left out where this one does. */
  story?: string;
  /** The words it wraps. */
  text: string;
  /** Where they begin in the block's text, in UTF-16 units. */
  start: number;
  line: number;
  column: number;
}

/** A heading, paragraph or list item: the unit that is cited, searched and linked to. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'quote' | 'background';
  /** 2 for `##`; 0 outside headings. */
  depth: number;
  text: string;
  marks: Mark[];
  line: number;
  column: number;
  /** The node that carries the id in the page. */
  node: Node;
}

/** Components whose words are not the article's own, by what their paragraphs are. */
const BOXES: Readonly<Record<string, 'quote' | 'background'>> = { PullQuote: 'quote', Background: 'background' };

/**
 * The blocks of an article in reading order. A pull quote repeats words of the text: it is a `quote` and is neither
 * counted, indexed nor given an id. Neither is `background`, which is not told from the article's source.
 */
export function blocksOf(tree: Node): Block[] {
  const blocks: Block[] = [];
  walk(tree, (node, parents) => {
    const parent = parents.at(-1);
    const isHeading = node.type === 'heading';
    if (!isHeading && node.type !== 'paragraph' && !isLoneInline(node)) return;
    const isTightItem = parent?.type === 'listItem' && !parent.spread && parent.children[0] === node;
    const box = parents.map((p) => (isElement(p) && BOXES[p.name ?? '']) || undefined).find(Boolean);
    blocks.push({
      kind: isHeading ? 'heading' : (box ?? (isTightItem ? 'item' : 'paragraph')),
      depth: isHeading ? node.depth : 0,
      text: plainText(node),
      marks: marksIn(node),
      ...positionOf(node),
      node: isTightItem && parent ? parent : node,
    });
  });
  return blocks;
}

/** Whether a mark, or a passage in another language, stands alone on its line: it is parsed as a block, and is a paragraph. */
export const isLoneInline = (node: Node): boolean =>
  node.type === 'mdxJsxFlowElement' && (INLINE.has(node.name ?? '') || (node.name === 'Lang' && isPhrasing(node)));

/** A block without its node: what is left of it when the tree is gone. */
export type StoredBlock = Omit<Block, 'node'>;

export const storedBlock = ({ node: _, ...block }: Block): StoredBlock => block;

/** Whether a block has an id of its own by which it is cited. */
export const isCitable = (block: Pick<Block, 'kind'>): boolean => block.kind === 'paragraph' || block.kind === 'item';

/** Whether a block says something that the article says nowhere else. */
export const isOwn = (block: Pick<Block, 'kind'>): boolean => block.kind !== 'quote' && block.kind !== 'background';

/** Anchor of the n-th heading, from 0. */
export const sectionId = (index: number): string => `s-${index + 1}`;

/** A block's words as a reader sees them: no line ends, no doubled blanks. */
const plainText = (node: Node): string => plain(textOf(node, LINE));

const plain = (text: string): string => joinLines(text).replace(/\s+/g, ' ').trim();

function marksIn(block: Node): Mark[] {
  const marks: Mark[] = [];
  let before = '';
  walk(block, (node) => {
    if (isElement(node) && isMark(node.name)) {
      const text = textOf(node, LINE);
      const start = plain(before + text).length - plain(text).length;
      const story = attribute(node, 'story');
      marks.push({
        ...{ name: node.name, id: attribute(node, 'id') ?? '', ...(story ? { story } : {}) },
        ...{ text: plain(text), start, ...positionOf(node) },
      });
    }
    if (!('children' in node)) before += textOf(node, LINE);
  });
  return marks;
}

/** Han characters and runs of letters or digits, as Chinese word processors count 字数 without punctuation. */
export const charactersIn = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{L}\p{N}]+(?:\.\p{N}+)?/gu)?.length ?? 0;

/** The characters of what an article says in its own words. */
export const countCharacters = (blocks: readonly StoredBlock[]): number =>
  charactersIn(
    blocks
      .filter(isOwn)
      .map(({ text }) => text)
      .join('\n'),
  );

/** A calm reader takes in some 400 characters a minute. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / 400));
}
