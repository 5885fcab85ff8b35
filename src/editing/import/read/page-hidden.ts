import type { Element, ElementContent, Root, RootContent } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Decision } from '../text/model.ts';
import { linesIn, tell, textIn } from './page-tree.ts';

/** What holds no words at all, and what a page holds beside its text: buttons, menus, other pages in it. */
const MUTE = /^(?:script|style|link|meta|base|embed|param|track|area)$/;
const BESIDE = /^(?:nav|button|select|datalist|iframe|object|canvas|svg|template|audio|video|map|dialog)$/;
/** A form of so few words asks for something; one with more was put around the page by its program. */
const SHORT_FORM = 40;
/** Words that are hidden until the page's program shows them are the article, where there are so many. */
const WHOLE = 200;

/** Takes out of a page what its reader does not see or is not meant to read as text; all of its words are told. */
export function takeOut(page: Root): Decision[] {
  const told: Decision[] = [];
  const hides = rulesThatHide(page);
  const visit = (node: Root | Element) => {
    node.children = (node.children as ElementContent[]).filter((child) => {
      if (child.type === 'comment') return false;
      if (child.type !== 'element') return true;
      const { tagName } = child;
      if (MUTE.test(tagName)) return false;
      if (tagName === 'head') return true;
      if (tagName === 'noscript') child.tagName = 'div';
      if (tagName === 'form') {
        const asks = selectAll('input:not([type=hidden]), textarea, select, button', child).length > 0;
        if (asks && textIn(child).trim().length < SHORT_FORM) {
          told.push(...tell('删去页面文字', linesIn(child)));
          return false;
        }
        child.tagName = 'div';
      }
      if (tagName === 'input') return false;
      if (BESIDE.test(tagName)) {
        told.push(...tell('删去页面文字', linesIn(withContent(child))));
        return false;
      }
      if (isHidden(child, hides) && textIn(child).trim().length < WHOLE) {
        told.push(...tell('隐藏的字，没有收进文章', linesIn(child)));
        return false;
      }
      visit(child);
      return true;
    }) as typeof node.children;
  };
  showUnscripted(page);
  visit(page);
  return told;
}

/** A template keeps its words aside. */
const withContent = (element: Element): Element =>
  element.content ? { ...element, children: element.content.children as ElementContent[] } : element;

/** A picture for readers without script is the one that the script would put beside it. */
function showUnscripted(page: Root): void {
  for (const noscript of selectAll('noscript', page)) {
    const [image] = selectAll('img', noscript);
    const parent = parentOf(page, noscript);
    if (!image || !parent) continue;
    const siblings = parent.children as RootContent[];
    const lazy = siblings.slice(0, siblings.indexOf(noscript)).findLast((one) => one.type === 'element');
    if (lazy?.type !== 'element' || lazy.tagName !== 'img') continue;
    lazy.properties = { ...image.properties, alt: lazy.properties.alt || image.properties.alt };
    parent.children = siblings.filter((one) => one !== noscript) as typeof parent.children;
  }
}

function parentOf(node: Root | Element, wanted: Element): Root | Element | null {
  for (const child of node.children) {
    if (child === wanted) return node;
    const found = child.type === 'element' ? parentOf(child, wanted) : null;
    if (found) return found;
  }
  return null;
}

const NOTHING = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)/i;

function isHidden({ properties }: Element, hides: ReadonlySet<string>): boolean {
  if (properties.hidden !== undefined && properties.hidden !== null && properties.hidden !== false) return true;
  if (NOTHING.test(String(properties.style ?? ''))) return true;
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  return classes.some((name) => name === 'jammer' || hides.has(`.${name}`)) || hides.has(`#${properties.id}`);
}

/** The classes and ids that the page's own styles hide, by the simplest of rules. */
function rulesThatHide(page: Root): Set<string> {
  const rules = selectAll('style', page).flatMap((style) => [
    ...textIn(style).matchAll(/([^{}]{1,200})\{([^{}]{0,500})\}/g),
  ]);
  return new Set(
    rules
      .filter(([, , properties = '']) => /display\s*:\s*none/i.test(properties))
      .flatMap(([, selectors = '']) => selectors.split(','))
      .map((selector) => selector.trim())
      .filter((selector) => /^[.#][\w-]+$/.test(selector)),
  );
}
