import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { asBlocks, contains, drop, textIn } from './page-tree.ts';

const TITLES = '#activity-name, .rich_media_title, h1, .article-title, .title';
const CREDITS =
  '#js_author_name, #meta_content .rich_media_meta_text, #js_name, #publish_time, .article-info, .info, .source, .pubtime, time, .byline, .author';
/** What the parts of a WeChat page's head are. */
const LABELS = new Map([
  ['js_name', '公众号：'],
  ['js_author_name', '作者：'],
  ['publish_time', '发布时间：'],
]);
/** More words than this above a text are not its headline. */
const MOST_ABOVE = 300;

/** Headline and credits that stand outside the text's own element. */
export function headOf(page: Root, text: Element | null): Element[] {
  if (!text) return [];
  const outside = (selector: string) =>
    selectAll(selector, page).filter((element) => !contains(text, element) && !contains(element, text));
  const hasOwn = selectAll('h1', text).length > 0;
  const [title] = hasOwn ? [] : outside(TITLES);
  if (!hasOwn && !title) return fromHeadline(rowsAbove(page, text), page);
  const credits = outside(CREDITS).filter(
    (element) => textIn(element).trim().length < 100 && textIn(element).trim() !== '',
  );
  const tops = credits.filter((element) => !credits.some((other) => other !== element && contains(other, element)));
  return [...(title ? [asElement('h1', title)] : []), ...tops.map((element) => asElement('p', element))];
}

/** On pages laid out by tables and without names, what stands nearest above the text, links left out. */
function rowsAbove(outer: Root | Element, text: Element): Element[] {
  const at = outer.children.findIndex((child) => child.type === 'element' && (child === text || contains(child, text)));
  const around = outer.children[at];
  if (around?.type !== 'element' || around === text) return takeRows(outer, at);
  const nearer = rowsAbove(around, text);
  return nearer.length > 0 || outer.type === 'root' ? nearer : takeRows(outer, at);
}

/** The rows from the one that the page's own title names: those above are the site's. */
function fromHeadline(rows: Element[], page: Root): Element[] {
  const [title] = selectAll('head > title', page).map(textIn);
  const names = (title ?? '').split(/[-_|—–]+|\s{2,}/u).map((part) => part.replace(/\s+/g, ''));
  const at = rows.findLastIndex((row) => {
    const words = textIn(row).replace(/\s+/g, '');
    return names.some((name) => name.length >= 4 && words.includes(name));
  });
  return rows.slice(Math.max(at, 0));
}

function takeRows(outer: Root | Element, end: number): Element[] {
  const rows = outer.children.slice(0, end).filter((child) => child.type === 'element');
  const copies = structuredClone(rows).filter(({ tagName }) => tagName !== 'head');
  for (const row of copies) drop(row, 'a');
  const told = copies.filter((row) => /[\p{L}\p{N}]/u.test(textIn(row)));
  return told.map(textIn).join('').length > MOST_ABOVE ? [] : told.map(asBlocks);
}

/** Words of the page's head as one line; the account that published it is named as such. */
function asElement(tagName: string, from: Element): Element {
  const words = textIn(from).replace(/\s+/g, ' ').trim();
  const { id, className } = from.properties;
  const label = LABELS.get(String(id)) ?? (String(className).includes('rich_media_meta_text') ? '作者：' : '');
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value: label + words }] };
}
