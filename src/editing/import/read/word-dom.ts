import { DOMParser } from '@xmldom/xmldom';

// Elements are known by their namespace, never by their prefix: every program that writes Word's files has its own.

const WORD = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
const MATH = [
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
];
const COMPATIBILITY = ['http://schemas.openxmlformats.org/markup-compatibility/2006'];

const isElement = (node: Node): node is Element => node.nodeType === 1;
const belongsTo =
  (namespaces: readonly string[]) =>
  (element: Element, ...names: string[]): boolean =>
    namespaces.includes(element.namespaceURI ?? '') && names.includes(element.localName);

export const isWord = belongsTo(WORD);
export const isMath = belongsTo(MATH);
export const isCompatibility = belongsTo(COMPATIBILITY);

/** XML as a tree; null where it is not well formed. */
export function parseXml(xml: string): Document | null {
  // The first fault stops the parser: what it would guess behind one is nobody's text.
  const errorHandler = (_: string, message: string) => {
    throw new SyntaxError(message);
  };
  try {
    const document = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
    // A character by a number that is none becomes half of another.
    return document.documentElement?.textContent?.isWellFormed() ? document : null;
  } catch {
    return null;
  }
}

/** An attribute of Word's own; '' where there is none. */
export const attributeOf = (element: Element, name: string): string =>
  WORD.map((namespace) => element.getAttributeNS(namespace, name)).find(Boolean) ?? '';

export const childrenOf = (element: Element): Element[] => Array.from(element.childNodes).filter(isElement);

/** The elements below one, in order of the file; without those that are skipped and all below them. */
export function elementsIn(root: Element, skip: (element: Element) => boolean = () => false): Element[] {
  const found: Element[] = [];
  const open = [root];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element !== root) {
      if (skip(element)) continue;
      found.push(element);
    }
    for (let child = element.lastChild; child; child = child.previousSibling) if (isElement(child)) open.push(child);
  }
  return found;
}

/** A tracked change took out what is in it. */
export const isTakenOut = (element: Element): boolean => isWord(element, 'del', 'moveFrom');

/** The elements that hold words to be seen, of whatever vocabulary: a text that the reader does not know is one too. */
export const textsIn = (root: Element, skip = isTakenOut): Element[] =>
  elementsIn(root, skip).filter((element) => element.localName === 't');

export const wordsIn = (root: Element): string =>
  textsIn(root)
    .map((text) => text.textContent)
    .join('');

/** The runs of each paragraph, without those of paragraphs in it; what stands outside all of them comes first. */
export const paragraphsIn = (root: Element): string[][] =>
  [root, ...elementsIn(root, isTakenOut).filter(isParagraph)]
    .map((paragraph) => textsIn(paragraph, (element) => isTakenOut(element) || isParagraph(element)))
    .map((texts) => texts.map((text) => text.textContent ?? ''));
const isParagraph = (element: Element) => isWord(element, 'p');
