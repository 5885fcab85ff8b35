import type { Block } from '../../lib/manuscript/blocks.ts';
import { isMark } from '../../lib/manuscript/marks.ts';
import { isElement, type Node, walk } from '../../lib/manuscript/tree.ts';
import type { Passage } from '../../lib/marking/suggestion.ts';
import type { Span } from '../../lib/text/sentences.ts';

/** A passage of a manuscript, whose words are known by their places in the body. */
export interface PlacedPassage extends Passage {
  /** On which line of the file it begins. */
  line: number;
  /** From where to where a mark would stand around words; null where none can: they end within another element. */
  spanOf: (start: number, end: number) => Span | null;
}

/** Words of the site, of another language, or that lead elsewhere: no mark stands in them, though one may stand around. */
const CLOSED = new Set(['Note', 'Withheld', 'Lang', 'Gap']);
export const isClosed = (node: Node): boolean =>
  node.type === 'link' ||
  node.type === 'linkReference' ||
  node.type === 'inlineCode' ||
  (isElement(node) && CLOSED.has(node.name ?? ''));

/** Stands for what is closed, so that no words read across it as if it were not there. */
const HOLE = '\uFFFC';

interface Piece {
  /** From the block down to the text itself. */
  chain: readonly Node[];
  start: number;
  value: string;
  offset: number;
  /** Written as it reads, so that its characters are known by their offsets. */
  isPlain: boolean;
}

/** What of an article is its own words: headings, paragraphs and items, without quotations that repeat them. */
export const passagesOf = (blocks: readonly Block[], body: string): PlacedPassage[] =>
  blocks.flatMap((block) => {
    const { kind } = block;
    return kind === 'heading' || kind === 'paragraph' || kind === 'item'
      ? [{ ...passageOf(kind, block.node, body), line: block.line }]
      : [];
  });

function passageOf(kind: Passage['kind'], block: Node, body: string): Omit<PlacedPassage, 'line'> {
  // Of an item its own words alone: lists in it have blocks of their own.
  const root = block.type === 'listItem' ? (block.children[0] ?? block) : block;
  const pieces: Piece[] = [];
  const marks: { node: Node; isMilestone: boolean; isClosed: boolean }[] = [];
  let text = '';
  walk(root as Node, (node, parents) => {
    if (parents.some(isClosed)) return;
    if (isClosed(node)) {
      marks.push({ node, isMilestone: false, isClosed: true });
      pieces.push({ chain: [...parents, node], start: text.length, value: HOLE, offset: 0, isPlain: false });
      text += HOLE;
      return;
    }
    if (isElement(node) && isMark(node.name))
      marks.push({ node, isMilestone: node.name === 'Milestone', isClosed: false });
    if (node.type === 'break') text += '\n';
    if (node.type !== 'text') return;
    const offset = node.position?.start.offset ?? 0;
    // Up to its end: `&amp;` begins as the & does that it stands for.
    const isPlain = body.slice(offset, node.position?.end.offset) === node.value;
    pieces.push({ chain: [...parents, node], start: text.length, value: node.value, offset, isPlain });
    text += node.value;
  });
  const spanOfNode = (node: Node): Span | null => {
    const own = pieces.filter(({ chain }) => chain.includes(node));
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [first.start, last.start + last.value.length] : null;
  };
  const spansOf = (isWanted: (mark: (typeof marks)[number]) => boolean): Span[] =>
    marks.filter(isWanted).flatMap(({ node }) => {
      const span = spanOfNode(node);
      return span ? [span] : [];
    });
  return {
    kind,
    text,
    taken: spansOf(({ isMilestone }) => !isMilestone),
    milestones: spansOf(({ isMilestone }) => isMilestone),
    spanOf: (start, end) => placeOf(pieces, start, end, spanOfNode),
  };
}

/** Where tags go, so that they stand around whole elements or inside one and the same. */
function placeOf(
  pieces: readonly Piece[],
  start: number,
  end: number,
  spanOfNode: (node: Node) => Span | null,
): Span | null {
  const pieceAt = (at: number) => pieces.find((piece) => piece.start <= at && at < piece.start + piece.value.length);
  const [first, last] = [pieceAt(start), pieceAt(end - 1)];
  if (!first || !last) return null;
  if (first === last) {
    if (!first.isPlain) return null;
    return [first.offset + start - first.start, first.offset + end - first.start];
  }
  const level = first.chain.findIndex((node, at) => node !== last.chain[at]);
  const [a, b] = [first.chain[level], last.chain[level]];
  if (!a || !b) return null;
  const from = edge(a, first, start, 'start', spanOfNode);
  const to = edge(b, last, end, 'end', spanOfNode);
  return from === null || to === null ? null : [from, to];
}

function edge(
  node: Node,
  piece: Piece,
  at: number,
  side: 'start' | 'end',
  spanOfNode: (node: Node) => Span | null,
): number | null {
  if (node.type === 'text') return piece.isPlain ? piece.offset + at - piece.start : null;
  const span = spanOfNode(node);
  if (span?.[side === 'start' ? 0 : 1] !== at) return null;
  return node.position?.[side].offset ?? null;
}
