import { SEARCH } from '#words/search.ts';
import { spansOf } from '../../search/context.ts';
import { readBlocks } from '../../search/text-blocks.ts';
import { readPhrase, tokenize } from '../../search/tokens.ts';
import { MARK } from '../../site/search-address.ts';
import rules from '../../styles/marks.css?url';
import { addStyles } from '../add-styles.ts';
import { rangeOf } from '../aloud/ranges.ts';
import { h } from '../search/dom.ts';

// Loaded only where the address says what was searched: marks every occurrence and leads from one to the next.
const ALL = 'search-hit';
const CURRENT = 'search-hit-current';

/** Marks what the address names; nothing happens where the story does not hold it. */
export async function markHits(): Promise<void> {
  const phrases = new URLSearchParams(location.search).getAll(MARK).map(readPhrase);
  // What a picture is said to show cannot be marked: the link leads to the picture.
  const blocks = readBlocks(document).filter(({ nodes }) => nodes.length > 0);
  const hits = blocks.flatMap((block) =>
    spansOf(tokenize(block.text), phrases).map(({ start, end }) => ({ block, range: rangeOf(block, start, end) })),
  );
  if (hits.length === 0) return;
  await addStyles(rules);
  const ranges = hits.map(({ range }) => range);
  const { select, clear } = 'highlights' in CSS ? paint(ranges) : wrap(ranges);
  const target = location.hash.slice(1);
  const first = Math.max(
    0,
    hits.findIndex(({ block }) => block.id === target),
  );
  showBar(ranges, first, select, () => {
    clear();
    const params = new URLSearchParams(location.search);
    params.delete(MARK);
    const query = params.toString();
    history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  });
}

/** The hits as a reader sees them: one of them stands out. */
interface Highlights {
  select(index: number): void;
  clear(): void;
}

function paint(ranges: readonly Range[]): Highlights {
  CSS.highlights.set(ALL, new Highlight(...ranges));
  return {
    select(index) {
      const current = new Highlight(...ranges.slice(index, index + 1));
      current.priority = 1;
      CSS.highlights.set(CURRENT, current);
    },
    clear() {
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    },
  };
}

/** For browsers that cannot paint ranges: a `<mark>` around each piece of text, from the last to the first. */
function wrap(ranges: readonly Range[]): Highlights {
  const marks = [...ranges]
    .reverse()
    .map((range) => piecesOf(range).map(wrapPiece))
    .reverse();
  return {
    select(index) {
      for (const [i, pieces] of marks.entries()) for (const mark of pieces) mark.classList.toggle(CURRENT, i === index);
    },
    clear() {
      for (const mark of marks.flat()) mark.replaceWith(...mark.childNodes);
    },
  };
}

/** The parts of a range that lie in one text node each. */
function piecesOf(range: Range): Range[] {
  const { commonAncestorContainer: root, startContainer, startOffset, endContainer, endOffset } = range;
  const nodes = root instanceof Text ? [root] : [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (range.intersectsNode(node)) nodes.push(node as Text);
  return nodes.map((node) => {
    const piece = document.createRange();
    piece.setStart(node, node === startContainer ? startOffset : 0);
    piece.setEnd(node, node === endContainer ? endOffset : node.data.length);
    return piece;
  });
}

function wrapPiece(piece: Range): HTMLElement {
  const mark = h('mark', { class: ALL });
  piece.surroundContents(mark);
  return mark;
}

/** The bar at the foot of the window: which occurrence, the one before, the next, and an end to it. */
function showBar(ranges: readonly Range[], first: number, select: (index: number) => void, clear: () => void): void {
  let at = first;
  const status = h('span', { role: 'status' });
  const button = (label: string, action: () => void) => {
    const element = h('button', { type: 'button', class: 'button' }, label);
    element.addEventListener('click', action);
    return element;
  };
  const go = (index: number, isFirst = false) => {
    at = (index + ranges.length) % ranges.length;
    select(at);
    status.textContent = SEARCH.markCount(at + 1, ranges.length);
    const rect = ranges[at]?.getBoundingClientRect();
    const inView = rect && rect.top > 0 && rect.bottom < innerHeight - bar.offsetHeight;
    if (rect && !inView) scrollBy({ top: rect.top - innerHeight / 3, behavior: isFirst ? 'instant' : 'auto' });
  };
  const bar = h(
    'div',
    { class: 'marks-bar', role: 'region', 'aria-label': SEARCH.marks },
    status,
    button(SEARCH.previousMark, () => go(at - 1)),
    button(SEARCH.nextMark, () => go(at + 1)),
    button(SEARCH.clearMarks, () => {
      clear();
      bar.remove();
    }),
  );
  document.body.append(bar);
  go(at, true);
}
