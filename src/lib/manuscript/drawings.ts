import { attributesOfForm, type DrawingRequest, isForm } from '../drawing/names.ts';
import { attribute, type Element, isElement, type Node, walk } from './tree.ts';

/** The drawings that a text asks for, in order, each with its place in the tree. */
export function drawingsIn(tree: Node): { request: DrawingRequest; node: Element }[] {
  const found: { request: DrawingRequest; node: Element }[] = [];
  walk(tree, (node) => {
    if (!isElement(node) || !isForm(node.name)) return;
    const form = node.name;
    const attributes = Object.fromEntries(
      attributesOfForm(form).flatMap((name) => {
        const value = attribute(node, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    found.push({ request: { form, attributes }, node });
  });
  return found;
}
