import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';

/** Whether an element stands anywhere inside another. */
export const contains = (outer: Element, inner: Element): boolean =>
  outer.children.some((child) => child === inner || (child.type === 'element' && contains(child, inner)));

/** Takes the elements of a selector out of a tree. */
export function drop(node: Root | Element, selector: string): void {
  const doomed = new Set(selectAll(selector, node));
  const prune = (parent: Root | Element) => {
    parent.children = parent.children.filter((child) => !doomed.has(child as Element)) as typeof parent.children;
    for (const child of parent.children) if (child.type === 'element') prune(child);
  };
  prune(node);
}

/** The words of a tree as they stand in its source. */
export function textIn(node: Root | Element | Root['children'][number]): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textIn(child as Element)).join('') : '';
}
