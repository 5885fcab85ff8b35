type Kind<E extends Element> = abstract new () => E;

/**
 * An element that a script cannot do without, of the kind that it counts on.
 * @throws naming what `root` lacks: markup and script have been changed apart
 */
export function part(root: ParentNode, selector: string): HTMLElement;
export function part<E extends Element>(root: ParentNode, selector: string, kind: Kind<E>): E;
export function part(root: ParentNode, selector: string, kind: Kind<Element> = HTMLElement): Element {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`No ${kind.name} at ${selector}`);
}
