import { parseHTML } from 'linkedom';
import { vi } from 'vitest';

/** Makes a page with this body the one that scripts work on. It has no layout: every box is empty. */
export function openPage(body: string): Document {
  const window = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  const { document, Element, HTMLElement, HTMLInputElement, HTMLAnchorElement, SVGElement } = window;
  const globals = { document, Element, HTMLElement, HTMLInputElement, HTMLAnchorElement, SVGElement };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  // To linkedom it is an element like any other.
  vi.stubGlobal('HTMLDetailsElement', HTMLElement);
  return document;
}

/**
 * Lets an element hear of something, as a reader's doing would.
 * @returns whether the page takes it in hand, so that the browser does nothing of its own
 */
export function fire(element: Element, type: string, properties: object = {}): boolean {
  const { Event } = element.ownerDocument.defaultView as Window & typeof globalThis;
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), properties);
  element.dispatchEvent(event);
  return event.defaultPrevented;
}
