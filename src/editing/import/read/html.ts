import type { Element, ElementContent, Root, RootContent } from 'hast';
import { selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Decision } from '../text/model.ts';
import { headOf } from './page-head.ts';
import { takeOut } from './page-hidden.ts';
import { showAsRead } from './page-parts.ts';
import { type PageRecord, readRecord } from './page-record.ts';
import { contains, drop, linesIn, tell, textIn } from './page-tree.ts';

/** Where e-papers, WeChat and common site builders keep the text of an article, most telling first. */
const BODIES =
  '#js_content, #ozoom, founder-content, #articleContent, #article-content, .article-content, .TRS_Editor, .trs_editor_view, #zoom, #UCAP-CONTENT, .rich_media_content, [itemprop="articleBody"], .entry-content, .detail-content, .content-text, article, main';
const AROUND = 'header, footer, aside';
const LEAST_TEXT = 100;
/** What stands in a text and holds none of its own. */
const WITHIN =
  /^(?:span|strong|em|b|i|u|font|mark|sup|sub|small|li|ul|ol|dl|dt|dd|blockquote|h[1-6]|figure|figcaption|tr|tbody|thead|pre|code)$/;

/** The article of a web page, what the page says of it, and what of the page was left out. */
export interface HtmlReading {
  page: Root;
  record: PageRecord;
  removed: Decision[];
}

/** Tags that a browser opens again in whatever follows until they are closed, and how many may be open. */
const FORMATTING = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;
const MOST_OPEN = 500;
export const TOO_DEEP = '网页里一层套一层，太深了，请把文字复制出来，存成 .txt 再导入';

/** Of opening and closing tags; the pages of large sites have a tenth. */
const MOST_TAGS = 40_000;
/** UTF-16 units without a tag in them. */
const LONGEST_TEXT = 100_000;
const NO_ARTICLE = '不像文章，请把文字复制出来，存成 .txt 再导入';

/** Why a page is not read: what it would take minutes to read, and no page of a newspaper is like. */
function explainUnreadable(html: string): string | null {
  let open = 0;
  for (const [, stroke] of html.matchAll(FORMATTING)) {
    open = Math.max(0, open + (stroke === '/' ? -1 : 1));
    if (open > MOST_OPEN) return TOO_DEEP;
  }
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1))
    if (++tags > MOST_TAGS) return `网页里有 ${MOST_TAGS} 多个标签，${NO_ARTICLE}`;
  return null;
}

/** Programs, styles, comments, and pictures that are written out: of a page saved as one file they are the most. */
export function dropSources(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: open, 1: name, index } of html.matchAll(/<!--|<(script|style)(?=[\s>])/gi)) {
    if (index < from) continue;
    const close = name ? new RegExp(`</${name}`, 'gi') : /-->/g;
    close.lastIndex = index + open.length;
    const end = close.exec(html);
    if (!end) break;
    parts.push(html.slice(from, index));
    from = end.index + (name ? 0 : end[0].length);
  }
  return [...parts, html.slice(from)].join('').replace(/(?<=["'(])data:[\w/+.-]{1,60};base64,[\w+/=]+/g, '');
}

/** Takes the article out of a page; without a known place for it, the whole body. */
export function readHtml(html: string): HtmlReading | { problem: string } {
  const problem = explainUnreadable(html);
  if (problem) return { problem };
  try {
    return readPage(html);
  } catch (error) {
    if (error instanceof RangeError) return { problem: TOO_DEEP };
    throw error;
  }
}

/** All that a piece of a page shows, as blocks; null where it cannot be read. */
export function pageBlocks(html: string): Element[] | null {
  if (explainUnreadable(html)) return null;
  const page = unified().use(rehypeParse).parse(html) as Root;
  drop(page, 'head, script, style');
  showAsRead(page);
  const body = selectAll('body', page)[0] ?? page;
  return body.children
    .map(
      (child): Element =>
        child.type === 'element'
          ? child
          : { type: 'element', tagName: 'p', properties: {}, children: [child as ElementContent] },
    )
    .filter((block) => textIn(block).trim() !== '' || selectAll('img', block).length > 0);
}

const hasLongText = (node: Root | Element): boolean =>
  node.children.some((child) =>
    child.type === 'text' ? child.value.length > LONGEST_TEXT : child.type === 'element' && hasLongText(child),
  );

function readPage(html: string): HtmlReading | { problem: string } {
  const page = unified().use(rehypeParse).parse(html) as Root;
  const record = readRecord(page);
  const removed = takeOut(page);
  if (hasLongText(page)) return { problem: `网页里有一段超过 ${LONGEST_TEXT} 个字符，${NO_ARTICLE}` };
  showAsRead(page);
  const body = selectAll('body', page)[0] ?? page;
  const found = selectAll(BODIES, page).sort((a, b) => textIn(b).length - textIn(a).length);
  const text = found.find((element) => textIn(element).trim().length > LEAST_TEXT) ?? findDensest(body);
  const around = text ? [] : selectAll(AROUND, body);
  for (const part of around) removed.push(...tell('删去页面文字', linesIn(part)));
  if (!text) drop(body, AROUND);
  const head = headOf(page, text ?? null, record);
  const article: Root = {
    type: 'root',
    children: [...head, ...(text ? [text] : (body.children as RootContent[]))] as Root['children'],
  };
  const known = head.map(textIn).join('\n').replace(/\s+/g, '');
  if (text) {
    const outside = tell('删去页面文字', linesIn(without(body, text)));
    removed.push(...outside.filter(({ text: line }) => !known.includes(line.replace(/\s+/g, ''))));
  }
  return { page: article, record, removed: once(removed) };
}

const once = (told: readonly Decision[]) => {
  const seen = new Set<string>();
  return told.filter(({ what, text }) => !seen.has(what + text) && seen.add(what + text));
};

/** A tree without one of its elements. */
const without = (tree: Root | Element, gone: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: {},
  children: (tree.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child === gone) return [];
    if (child.type !== 'element' || !contains(child, gone)) return [child];
    return [without(child, gone)];
  }),
});

/**
 * The element that holds more than any other of a page's running words: those outside links, in its own paragraphs; half as many count
 * for the element around it. Null where none below the body holds a good part of them.
 */
function findDensest(body: Root | Element): Element | null {
  const scores = new Map<Root | Element, number>();
  let all = 0;
  const visit = (node: Root | Element, around: (Root | Element)[]) => {
    for (const child of node.children) {
      if (child.type === 'element' && child.tagName !== 'a') visit(child, [node, ...around]);
      if (child.type !== 'text') continue;
      const length = child.value.trim().length;
      const blocks = [node, ...around].filter((block) => block.type === 'root' || !WITHIN.test(block.tagName));
      const [own, outer] = blocks[0]?.type === 'element' && blocks[0].tagName === 'p' ? blocks.slice(1) : blocks;
      if (own) scores.set(own, (scores.get(own) ?? 0) + length);
      if (outer) scores.set(outer, (scores.get(outer) ?? 0) + length / 2);
      all += length;
    }
  };
  visit(body, []);
  const [best, score] = [...scores].sort(([, a], [, b]) => b - a)[0] ?? [];
  const isText = best !== undefined && best !== body && (score ?? 0) > Math.max(LEAST_TEXT, all / 3);
  return isText && best.type === 'element' ? best : null;
}
