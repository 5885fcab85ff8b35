import { sentenceSpans } from '../../lib/text/sentences.ts';
import { readBlocks, type TextBlock } from '../../search/text-blocks.ts';
import { rangeOf } from './ranges.ts';

/** A sentence of the story, in the order in which it is read. */
export interface Sentence {
  text: string;
  /** Where it stands; null for a picture, of which what it shows is read. */
  range: Range | null;
  /** The block that holds it. */
  block: Element | null;
}

/** What is read: the title and the text. */
const READ = '.story-titles, .prose';
/** What belongs to neither, though it stands among the words: notes, captions, what checks. */
const SKIPPED = '.note, .footnotes, [data-footnotes], figcaption, .paragraph-link, [aria-hidden="true"]';
/** Its label says in a sentence what it shows. */
const DRAWING = '.prose figure[aria-label]';

/** The sentences of a story as they are read aloud. */
export function sentencesOf(page: Document): Sentence[] {
  const drawings = [...page.querySelectorAll(DRAWING)];
  const sentences: Sentence[] = [];
  for (const block of readBlocks(page)) {
    const [first] = block.nodes;
    if (first && !first.parentElement?.closest(READ)) continue;
    while (first && drawings[0] && precedes(drawings[0], first)) sentences.push(ofDrawing(drawings.shift()));
    sentences.push(...ofBlock(block));
  }
  return [...sentences, ...drawings.map(ofDrawing)].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

const precedes = (element: Element, node: Node): boolean =>
  (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;

const ofDrawing = (drawing: Element | undefined): Sentence => ({
  text: drawing?.getAttribute('aria-label') ?? '',
  range: null,
  block: drawing ?? null,
});

function ofBlock(block: TextBlock): Sentence[] {
  if (block.nodes.length === 0) return [{ text: block.text, range: null, block: null }];
  const nodes = block.nodes.filter((node) => !node.parentElement?.closest(SKIPPED));
  const text = nodes.map(({ data }) => data).join('');
  const spoken = { ...block, nodes, text };
  return sentenceSpans(text).map(([start, end]) => ({
    text: text.slice(start, end),
    range: rangeOf(spoken, start, start + text.slice(start, end).trimEnd().length),
    block:
      nodes.find((node) => node.parentElement)?.parentElement?.closest('p, li, h1, h2, h3, blockquote, td, th, div') ??
      null,
  }));
}
