import type { Block } from '../../lib/manuscript/blocks.ts';
import { isMark } from '../../lib/manuscript/marks.ts';
import { isElement, type Node, walk } from '../../lib/manuscript/tree.ts';
import type { Passage } from '../../lib/marking/suggestion.ts';
import type { Span } from '../../lib/text/sentences.ts';
import { writtenAt } from './offsets.ts';

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
  /** Where each of its UTF-16 units is written in the body; null where that cannot be told. */
  places: readonly Span[] | null;
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
      pieces.push({ chain: [...parents, node], start: text.length, value: HOLE, places: null });
      text += HOLE;
      return;
    }
    if (isElement(node) && isMark(node.name))
      marks.push({ node, isMilestone: node.name === 'Milestone', isClosed: false });
    if (node.type === 'break') text += '\n';
    if (node.type !== 'text') return;
    const offset = node.position?.start.offset ?? 0;
    const written = writtenAt(node.value, body.slice(offset, node.position?.end.offset));
    const places = written?.map(([from, to]): Span => [offset + from, offset + to]) ?? null;
    pieces.push({ chain: [...parents, node], start: text.length, value: node.value, places });
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
    spanOf: (start, end) => {
      const place = placeOf(pieces, start, end, spanOfNode);
      return place?.some(({ at, isInWords }) => isInWords && besideSign(body, at)) ? null : spanOf(place);
    },
  };
}

/** Where a tag goes, and whether it goes between words or beside an element. */
interface Edge {
  at: number;
  isInWords: boolean;
}

const spanOf = (place: readonly [Edge, Edge] | null): Span | null => place && [place[0].at, place[1].at];

/** Whether a tag there would change what a sign beside it does: `字**<` begins nothing bold. */
const besideSign = (body: string, at: number): boolean => /[*_~`\\]/.test(body.slice(Math.max(0, at - 1), at + 1));

/** Where tags go, so that they stand around whole elements or inside one and the same. */
function placeOf(
  pieces: readonly Piece[],
  start: number,
  end: number,
  spanOfNode: (node: Node) => Span | null,
): [Edge, Edge] | null {
  const pieceAt = (at: number) => pieces.find((piece) => piece.start <= at && at < piece.start + piece.value.length);
  const [first, last] = [pieceAt(start), pieceAt(end - 1)];
  if (!first || !last) return null;
  if (first === last) {
    const [from, to] = [inWords(first, start, 'start'), inWords(first, end, 'end')];
    return from && to && [from, to];
  }
  const level = first.chain.findIndex((node, at) => node !== last.chain[at]);
  const [a, b] = [first.chain[level], last.chain[level]];
  if (!a || !b) return null;
  const from = edge(a, first, start, 'start', spanOfNode);
  const to = edge(b, last, end, 'end', spanOfNode);
  return from === null || to === null ? null : [from, to];
}

/** The place before the character at an index, or behind the one before it. */
function inWords({ places, start }: Piece, index: number, side: 'start' | 'end'): Edge | null {
  const at = side === 'start' ? places?.[index - start]?.[0] : places?.[index - 1 - start]?.[1];
  return at === undefined ? null : { at, isInWords: true };
}

function edge(
  node: Node,
  piece: Piece,
  at: number,
  side: 'start' | 'end',
  spanOfNode: (node: Node) => Span | null,
): Edge | null {
  if (node.type === 'text') return inWords(piece, at, side);
  const span = spanOfNode(node);
  if (span?.[side === 'start' ? 0 : 1] !== at) return null;
  const offset = node.position?.[side].offset;
  return offset === undefined ? null : { at: offset, isInWords: false };
}
