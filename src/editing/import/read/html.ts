import type { Element, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Decision } from '../text/model.ts';
import { headOf } from './page-head.ts';
import { keepScripts, showAsRead, splitAtBreaks } from './page-parts.ts';
import { drop, linesIn, openForms, textIn } from './page-tree.ts';

/** Where e-papers, WeChat and common site builders keep the text of an article, most telling first. */
const BODIES =
  '#js_content, #ozoom, founder-content, #articleContent, #article-content, .article-content, .TRS_Editor, .trs_editor_view, #zoom, #UCAP-CONTENT, .rich_media_content, [itemprop="articleBody"], .entry-content, .detail-content, .content-text, article, main';
const CHROME =
  'script, style, noscript, template, iframe, object, embed, nav, form, button, select, svg, canvas, input';
const AROUND = 'header, footer, aside';
const LEAST_TEXT = 100;
const INLINE = /^(?:span|strong|em|b|i|u|font|mark|sup|sub|small)$/;

/** The article of a web page as Markdown, and what of the page was left out. */
export interface HtmlReading {
  markdown: string;
  /** The article's own words, to prove that none was lost on the way. */
  words: string;
  removed: Decision[];
}

/** Tags that a browser opens again in whatever follows until they are closed, and how many may be open. */
const FORMATTING = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;
const MOST_OPEN = 500;
const TOO_DEEP = '网页里一层套一层，太深了，请把文字复制出来，存成 .txt 再导入';

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
export async function readHtml(html: string): Promise<HtmlReading | { problem: string }> {
  const problem = explainUnreadable(html);
  if (problem) return { problem };
  try {
    return await readPage(html);
  } catch (error) {
    if (error instanceof RangeError) return { problem: TOO_DEEP };
    throw error;
  }
}

const hasLongText = (node: Root | Element): boolean =>
  node.children.some((child) =>
    child.type === 'text' ? child.value.length > LONGEST_TEXT : child.type === 'element' && hasLongText(child),
  );

async function readPage(html: string): Promise<HtmlReading | { problem: string }> {
  const page = unified().use(rehypeParse).parse(html) as Root;
  drop(page, CHROME);
  if (hasLongText(page)) return { problem: `网页里有一段超过 ${LONGEST_TEXT} 个字符，${NO_ARTICLE}` };
  showAsRead(page);
  const body = selectAll('body', page)[0] ?? page;
  const found = selectAll(BODIES, page).sort((a, b) => textIn(b).length - textIn(a).length);
  const text = found.find((element) => textIn(element).trim().length > LEAST_TEXT) ?? findDensest(body);
  if (!text) drop(body, AROUND);
  const article: Root = {
    type: 'root',
    children: [...headOf(page, text ?? null), ...(text ? [text] : (body.children as Element[]))],
  };
  const words = article.children.map(textIn).join('\n');
  const removed = text ? leftOut(linesIn(body), words) : [];
  return { markdown: await toMarkdown(article), words, removed };
}

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
      const blocks = [node, ...around].filter((block) => block.type === 'root' || !INLINE.test(block.tagName));
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

function leftOut(whole: string, kept: string): Decision[] {
  const known = kept.replace(/\s+/g, '');
  return whole
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '' && !known.includes(text.replace(/\s+/g, '')))
    .map((text) => ({ line: 0, what: '删去页面文字', text: text.slice(0, 80) }));
}

/** Structure as Markdown; characters that Markdown would write as numbers are written as themselves. */
export async function toMarkdown(tree: Root): Promise<string> {
  const markdown = unified()
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' });
  keepScripts(tree);
  openForms(tree);
  const mdast = (await markdown.run(tree)) as unknown as MarkdownRoot;
  mdast.children = splitAtBreaks(mdast.children);
  return markdown
    .stringify(mdast as never)
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** A fragment of HTML, as Word's text comes, as Markdown. */
export async function fragmentToMarkdown(html: string): Promise<string> {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html) as Root;
  // Word's tables have no header cells, and a Markdown table cannot be without: its first row is one.
  for (const table of selectAll('table:not(:has(th))', tree))
    for (const cell of selectAll('tr:first-of-type > td', table)) cell.tagName = 'th';
  return toMarkdown(tree);
}
