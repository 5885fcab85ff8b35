import { languageTag } from '../text/language.ts';
import { attribute, isElement, isPhrasing, type Node, walk } from './tree.ts';

/** The words of a block as one string, each character with its place in the manuscript's body. */
export interface Run {
  text: string;
  /**
   * Offset in the body of the character at `index`; null where the words are written otherwise than they read
   * (`&lt;`, `\*`), so that they cannot be mended by offset.
   */
  offsetAt: (index: number) => number | null;
  /** Language of the passage; undefined where it is the site's own. */
  lang: string | undefined;
  /** The text node that holds the character at `index`. */
  nodeAt: (index: number) => Node;
}

/** A text node as a part of a run. */
interface Piece {
  node: Node;
  value: string;
  offset: number;
  plain: boolean;
}

/**
 * The runs of text of an article's headings and paragraphs, marks read through, code and addresses left out. A passage in
 * another language is a run of its own.
 * @param lang of the article; undefined where it is the site's own
 */
export function runsOf(tree: Node, body: string, lang?: string): Run[] {
  const runs: Run[] = [];
  walk(tree, (node, around) => {
    if (!isRun(node)) return;
    const pieces = new Map<Node | undefined, Piece[]>();
    walk(
      node,
      (inner, parents) => {
        if (inner.type !== 'text' || parents.some(isAutolink)) return;
        const offset = inner.position?.start.offset ?? 0;
        const plain = body.slice(offset, offset + inner.value.length) === inner.value;
        const passage = parents.findLast(isPassage);
        pieces.set(passage, [...(pieces.get(passage) ?? []), { node: inner, value: inner.value, offset, plain }]);
      },
      [...around],
    );
    for (const [passage, own] of pieces) {
      const tag = passage && isElement(passage) ? (languageTag(attribute(passage, 'code') ?? '') ?? undefined) : lang;
      runs.push(toRun(own, tag));
    }
  });
  return runs;
}

const isPassage = (node: Node): boolean => isElement(node) && node.name === 'Lang';
const isRun = (node: Node): boolean =>
  ['heading', 'paragraph', 'tableCell'].includes(node.type) ||
  (node.type === 'mdxJsxFlowElement' && isPassage(node) && isPhrasing(node));

function toRun(pieces: readonly Piece[], lang: string | undefined): Run {
  let length = 0;
  const placed = pieces.map((piece) => {
    const start = length;
    length += piece.value.length;
    return { piece, start };
  });
  const find = (index: number) => {
    let [from, to] = [0, placed.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if ((placed[middle]?.start ?? 0) <= index) from = middle;
      else to = middle - 1;
    }
    const found = placed[from];
    if (!found || index >= length) throw new RangeError(`No character ${index} in this run`);
    return { piece: found.piece, within: index - found.start };
  };
  return {
    lang,
    text: pieces.map((piece) => piece.value).join(''),
    offsetAt: (index) => {
      const { piece, within } = find(index);
      return piece.plain ? piece.offset + within : null;
    },
    nodeAt: (index) => find(index).piece.node,
  };
}

/** A bare address in the text, made a link by the parser. */
export function isAutolink(node: Node): boolean {
  if (node.type !== 'link') return false;
  const [child] = node.children;
  return child?.type === 'text' && /^(?:https?:|www\.|mailto:)/i.test(child.value);
}
