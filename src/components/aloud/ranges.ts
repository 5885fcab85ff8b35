import type { TextBlock } from '../../search/text-blocks.ts';

/** The part of a block between two offsets of its text; it may begin in one element and end in another. */
export function rangeOf({ nodes }: Pick<TextBlock, 'nodes'>, start: number, end: number): Range {
  const range = document.createRange();
  let offset = 0;
  for (const node of nodes) {
    const next = offset + node.data.length;
    if (start >= offset && start < next) range.setStart(node, start - offset);
    if (end > offset && end <= next) range.setEnd(node, end - offset);
    offset = next;
  }
  return range;
}
