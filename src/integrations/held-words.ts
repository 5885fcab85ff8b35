import type { Element, ElementContent } from 'hast';
import type { HastVisitorContext } from 'satteri';
import { defineHastPlugin } from 'satteri';
import { heldStretches, type Stretch } from '../lib/text/held.ts';

// In prose, what a line's end must not part stands in a span of its own. Not a character is added to the text.

type Inline = ElementContent & { children?: ElementContent[]; value?: string; name?: string | null };
const BLOCKS = /^(?:p|ul|ol|li|dl|dd|div|table|section|blockquote|h\d)$/;
/** Elements that say something of their own where they hold no words. */
const isMute = (node: Inline): boolean =>
  node.type !== 'text' && (node.children ?? []).length === 0 && !(node.type === 'element' && node.tagName === 'br');
const lengthOf = (node: Inline): number =>
  node.type === 'text' ? node.value.length : (node.children ?? []).reduce((sum, child) => sum + lengthOf(child), 0);
const textOf = (node: Inline): string =>
  node.type === 'text' ? node.value : (node.children ?? []).map((child) => textOf(child)).join('');

const isBlock = (node: Inline): boolean =>
  node.type === ('mdxJsxFlowElement' as string) || (node.type === 'element' && BLOCKS.test(node.tagName));

/** Numbers with their units, and the ends of paragraphs. */
export const heldWords = defineHastPlugin({
  name: 'held-words',
  element: {
    filter: ['p', 'li', 'dd', 'h2', 'h3'],
    visit(node, context: HastVisitorContext) {
      const children = node.children as Inline[];
      if (children.some(isBlock)) return;
      const text = children.map(textOf).join('');
      const last = children.filter((child) => child.type !== 'text' || child.value.trim() !== '').at(-1);
      const isProse = /^(?:p|li|dd)$/.test(node.tagName) && last !== undefined && !isMute(last);
      const stretches = heldStretches(text, isProse);
      if (stretches.length === 0) return;
      context.replaceNode(node, { ...node, children: hold(children, stretches) } as Element);
    },
  },
});

const held = (children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['held'] },
  children,
});

/** Puts each stretch into a span: in the innermost element that has it whole, marks in it and all. */
function hold(nodes: readonly Inline[], stretches: readonly Stretch[]): ElementContent[] {
  let at = 0;
  const placed = nodes.map((node) => {
    const start = at;
    at += lengthOf(node);
    return { node, start, end: at };
  });
  const out: ElementContent[] = [];
  let rest = [...stretches];
  for (let i = 0; i < placed.length; i++) {
    const { node, start, end } = placed[i] as (typeof placed)[number];
    const across = rest.find((stretch) => stretch.start >= start && stretch.start < end && stretch.end > end);
    const inside = rest.filter((stretch) => stretch.start >= start && stretch.end <= end);
    rest = rest.filter((stretch) => stretch !== across && !inside.includes(stretch));
    const parts = within(node, start, inside);
    // What begins in this node and ends in another: the nodes up to there, of which first and last may be cut if text.
    const stop = across ? placed.findIndex((other) => across.end <= other.end) : -1;
    const [first, final] = [placed[i], placed[stop]];
    if (!across || !first || !final) {
      out.push(...parts);
      continue;
    }
    const isCut = (place: typeof first, offset: number) => place.node.type === 'text' || offset === 0;
    const fits =
      isCut(first, across.start - first.start) &&
      isCut(final, final.end - across.end) &&
      !placed.slice(i, stop).some(({ node: one }) => isMute(one));
    if (!fits) {
      out.push(...parts);
      continue;
    }
    const [before, begun] = cut(parts, across.start - start);
    const [ended, after] = cut([final.node], across.end - final.start);
    out.push(...before, held([...begun, ...placed.slice(i + 1, stop).map((place) => place.node), ...ended]));
    // What is left of the last node is looked at like any other.
    placed[stop] = { node: (after[0] ?? { type: 'text', value: '' }) as Inline, start: across.end, end: final.end };
    rest = rest.filter((stretch) => stretch.start >= across.end);
    i = stop - 1;
  }
  return out;
}

/** A node with stretches that lie in it, whose offsets count from where it begins. */
function within(node: Inline, from: number, stretches: readonly Stretch[]): ElementContent[] {
  if (stretches.length === 0) return [node];
  const own = stretches.map(({ start, end }) => ({ start: start - from, end: end - from }));
  if (node.type !== 'text')
    return [{ ...node, children: hold((node.children ?? []) as Inline[], own) } as ElementContent];
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of own) {
    if (start > at) parts.push({ type: 'text', value: node.value.slice(at, start) });
    parts.push(held([{ type: 'text', value: node.value.slice(start, end) }]));
    at = end;
  }
  if (at < node.value.length) parts.push({ type: 'text', value: node.value.slice(at) });
  return parts;
}

/** Nodes before and from an offset that lies in a text or between two nodes. */
function cut(nodes: readonly ElementContent[], offset: number): [ElementContent[], ElementContent[]] {
  const [before, after]: [ElementContent[], ElementContent[]] = [[], []];
  let at = 0;
  for (const node of nodes) {
    const length = lengthOf(node as Inline);
    if (at + length <= offset) before.push(node);
    else if (at >= offset) after.push(node);
    else if (node.type === 'text') {
      before.push({ type: 'text', value: node.value.slice(0, offset - at) });
      after.push({ type: 'text', value: node.value.slice(offset - at) });
    } else after.push(node);
    at += length;
  }
  return [before, after];
}
