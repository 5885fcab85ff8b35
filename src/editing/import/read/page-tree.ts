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

/** Rows and cells apart from their table are blocks. */
export const asBlocks = (element: Element): Element => ({
  ...element,
  tagName: /^(?:table|tbody|tr|t[dh])$/.test(element.tagName) ? 'div' : element.tagName,
  children: element.children.map((child) => (child.type === 'element' ? asBlocks(child) : child)),
});

const INLINE = /^(?:a|span|strong|em|b|i|u|font|mark|sup|sub|small|label)$/;

/** The words of a tree, each block on lines of its own. */
export function linesIn(node: Root | Element | Root['children'][number]): string {
  if (!('children' in node)) return textIn(node);
  const words = node.children.map((child) => linesIn(child as Element)).join('');
  return node.type === 'element' && INLINE.test(node.tagName) ? words : `\n${words}\n`;
}

/** A cell of so many words, in paragraphs, is an article: the table is the form it was handed in on. */
const ARTICLE = 300;

/** Takes tables apart that only lay out an article. */
export function openForms(node: Root | Element): void {
  node.children = node.children.map((child) => {
    if (child.type !== 'element') return child;
    const isForm =
      child.tagName === 'table' &&
      selectAll('td, th', child).some((cell) => textIn(cell).length > ARTICLE && selectAll('p', cell).length > 1);
    const opened = isForm ? asBlocks(child) : child;
    openForms(opened);
    return opened;
  }) as typeof node.children;
}
