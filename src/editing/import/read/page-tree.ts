import type { Element, ElementContent, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Decision } from '../text/model.ts';

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

/** Each line of words as something that is told. */
export const tell = (what: string, lines: string): Decision[] =>
  lines
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({
      line: 0,
      what,
      text,
    }));

/** A cell of so many words, in paragraphs, is an article: the table is the form it was handed in on. */
const ARTICLE = 300;
const TITLE = /^(?:稿件|文章|新闻|信息)?(?:标题|题目)$/u;
const SUBTITLE = /^副(?:标题|题)$/u;
const AUTHOR = /^(?:稿件|文章)?(?:作者|记者|通讯员|撰稿人?|投稿人|供稿人?)$/u;
const TEXT = /^(?:稿件|文章|信息)?(?:正文|内容|全文)$/u;

/** Takes tables apart that only lay out an article, and forms it was handed in on. */
export function openForms(root: Root | Element): Decision[] {
  const told: Decision[] = [];
  const visit = (node: Root | Element) => {
    node.children = (node.children as ElementContent[]).map((child) => {
      if (child.type !== 'element') return child;
      const opened = child.tagName === 'table' ? openTable(child, told) : child;
      visit(opened);
      return opened;
    }) as typeof node.children;
  };
  visit(root);
  return told;
}

/** The rows of a table, without those of tables in it. */
const rowsOf = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' || child.tagName === 'table' ? [] : child.tagName === 'tr' ? [child] : rowsOf(child),
  );

function openTable(table: Element, told: Decision[]): Element {
  const rows = rowsOf(table);
  const cells = rows.map((row) => row.children.filter((cell): cell is Element => cell.type === 'element'));
  const wordsOf = (cell: Element | undefined) => (cell ? textIn(cell).replace(/[\s：:]/g, '') : '');
  const isForm = cells.some((row) =>
    row.some((cell, index) => TEXT.test(wordsOf(cell)) && wordsOf(row[index + 1]).length > 50),
  );
  if (isForm) return openSheet(cells, wordsOf, told);
  const isArticle = selectAll('td, th', table).some(
    (cell) => textIn(cell).length > ARTICLE && selectAll('p', cell).length > 1,
  );
  // One column and no rows of figures: it only sets things below each other.
  const isColumn =
    cells.every((row) => row.length <= 1) && (cells.length < 3 || selectAll('img, p, div, table', table).length > 0);
  return isArticle || isColumn ? asBlocks(table) : table;
}

/** A form: its fields by their names, and what is neither headline, author nor text beside the article. */
function openSheet(rows: readonly Element[][], wordsOf: (cell: Element) => string, told: Decision[]): Element {
  const make = (tagName: string, children: ElementContent[], dataRole = ''): Element => ({
    type: 'element',
    tagName,
    properties: dataRole ? { dataRole } : {},
    children,
  });
  const heads: Element[] = [];
  const texts: Element[] = [];
  const others: Element[] = [];
  for (const row of rows)
    for (let at = 0; at < row.length; at++) {
      const [name, value] = [row[at] as Element, row[at + 1]];
      const label = wordsOf(name);
      const plain = value ? textIn(value).trim() : '';
      const isField = value !== undefined && label.length <= 8;
      if (isField && TEXT.test(label)) texts.push(asBlocks({ ...value, tagName: 'td' }));
      else if (isField && TITLE.test(label)) heads.push(make('h1', [{ type: 'text', value: plain }]));
      else if (isField && SUBTITLE.test(label)) heads.push(make('p', [{ type: 'text', value: plain }], 'subtitle'));
      else if (isField && AUTHOR.test(label)) heads.push(make('p', [{ type: 'text', value: `${label}：${plain}` }]));
      else if (isField && plain !== '') others.push(make('p', [{ type: 'text', value: `${label}：${plain}` }], 'note'));
      else if (label !== '') others.push(make('p', [{ type: 'text', value: textIn(name).trim() }], 'note'));
      if (isField && (TEXT.test(label) || TITLE.test(label) || SUBTITLE.test(label)) && plain !== '')
        told.push({ line: 0, what: '删去表格栏目名', text: label });
      if (isField && plain !== '') at++;
    }
  told.push({ line: 0, what: '发稿的表格，已按栏目拆开', text: `${rows.length} 行` });
  return make('div', [...heads, ...texts, ...others]);
}
