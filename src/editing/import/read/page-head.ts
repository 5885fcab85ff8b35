import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import { type PageRecord, SITE } from './page-record.ts';
import { asBlocks, contains, drop, textIn } from './page-tree.ts';

const TITLES =
  '#activity-name, .rich_media_title, h1, h2, h3, .article-title, .title, [class*="tit" i], [id*="title" i], [class*="headline" i], [class*="biaoti" i]';
/** What is a site's own head, not an article's. */
const LOGO = /logo|header|topbar|site-?name|banner|nav|login|crumb/i;
const CREDITS =
  '#js_author_name, #meta_content .rich_media_meta_text, #js_name, #publish_time, .article-info, .info, .source, .pubtime, time, .byline, .author';
/** What the parts of a WeChat page's head are. */
const LABELS = new Map([
  ['js_name', '公众号：'],
  ['js_author_name', '作者：'],
  ['publish_time', '发布时间：'],
]);
/** Headings that are looked at for the article's own. */
const MOST_HEADINGS = 300;
/** More words than this above a text are not its headline. */
const MOST_ABOVE = 300;

/** Headline and credits that stand outside the text's own element. */
export function headOf(page: Root, text: Element | null, { titles }: PageRecord): Element[] {
  if (!text) return [];
  const inside = new Set(selectAll('*', text));
  const outside = (selector: string) =>
    selectAll(selector, page)
      .filter((element) => !inside.has(element))
      .slice(0, MOST_HEADINGS)
      .filter((element) => !contains(element, text));
  const hasOwn = selectAll('h1', text).some((element) => textIn(element).trim() !== '');
  const title = hasOwn ? undefined : findTitle(outside(TITLES), titles);
  if (!hasOwn && !title) {
    const rows = fromHeadline(rowsAbove(page, text), page);
    const isNamed = rows.some((row) =>
      titles.some((one) => one.length >= 4 && squeeze(textIn(row)).includes(squeeze(one))),
    );
    if (titles[0] && isKnown(titles) && !isNamed && !says(text, titles[0])) return [named('h1', titles[0])];
    return rows.length > 0 || !titles[0] || says(text, titles[0]) ? rows : [named('h1', titles[0])];
  }
  const credits = outside(CREDITS).filter(
    (element) =>
      element !== title &&
      !(title && contains(element, title)) &&
      textIn(element).trim().length < 100 &&
      textIn(element).trim() !== '',
  );
  const tops = credits.filter((element) => !credits.some((other) => other !== element && contains(other, element)));
  const told = tops.map((element) => asElement('p', element));
  return title ? [asElement('h1', title), ...(told.length > 0 ? told : rowsBelow(title, page, text))] : told;
}

/** On pages that give their parts names of their own, what stands between the headline and the text. */
function rowsBelow(title: Element, page: Root, text: Element): Element[] {
  const rows = rowsAbove(page, text);
  const at = rows.findLastIndex((row) => squeeze(textIn(row)).includes(squeeze(textIn(title))));
  return at === -1 ? [] : rows.slice(at + 1);
}

/** Whether the page names its article, and not its site alone. */
const isKnown = (titles: readonly string[]) => titles.some((title) => squeeze(title).length >= 4 && !SITE.test(title));

const squeeze = (words: string) => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const named = (tagName: string, value: string): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: [{ type: 'text', value }],
});

/** Whether one of a text's first blocks is its headline already. */
const says = (text: Element, title: string) => squeeze(textIn(text)).slice(0, 200).includes(squeeze(title));

/** The heading that the page's own title names; without such, the first that is not the site's. */
function findTitle(found: readonly Element[], titles: readonly string[]): Element | undefined {
  const told = found.filter((element) => /[\p{L}\p{N}]/u.test(textIn(element)) && textIn(element).trim().length <= 120);
  for (const title of titles.map(squeeze)) {
    if (title.length < 4) continue;
    const same = told.filter((element) => squeeze(textIn(element)) === title);
    const near = told.filter((element) => {
      const words = squeeze(textIn(element));
      return (
        words.length >= 5 && (title.startsWith(words) || (words.startsWith(title) && words.length <= title.length * 2))
      );
    });
    const best = [...same, ...near].find((element) => !isLogo(element));
    if (best) return innermost(best, told);
  }
  if (isKnown(titles)) return undefined;
  return (
    told.find((element) => /^(?:h1)$/.test(element.tagName) && !isLogo(element)) ??
    told.find(
      (element) =>
        /(?:^|[\s"])(?:rich_media_title|article-title|title)(?:$|[\s"])/.test(classesOf(element)) && !isLogo(element),
    )
  );
}

const classesOf = ({ properties }: Element) =>
  Array.isArray(properties.className) ? properties.className.join(' ') : '';
const isLogo = (element: Element) =>
  LOGO.test(`${classesOf(element)} ${element.properties.id ?? ''}`) ||
  selectAll('a', element).some((link) =>
    /^(?:\/|\.\/|https?:\/\/[^/]+\/?|index\.\w+)$/.test(String(link.properties.href ?? '')),
  );

/** A box with the headline alone in it says no more than the heading in the box. */
const innermost = (element: Element, all: readonly Element[]): Element =>
  all.find((other) => contains(element, other) && squeeze(textIn(other)) === squeeze(textIn(element))) ?? element;

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
