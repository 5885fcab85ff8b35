import type { Element, ElementContent, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import type { Root as MarkdownRoot, RootContent } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { Node } from '../../../lib/manuscript/tree.ts';
import type { Decision } from '../text/model.ts';
import { blocksOfPage, blocksOfTree, findDifference } from './inventory.ts';
import { keepScripts, splitAtBreaks } from './page-parts.ts';
import { openForms } from './page-tree.ts';

/** A page's blocks as a tree of Markdown, and what had to be changed for it. */
export interface Converted {
  tree: MarkdownRoot;
  told: Decision[];
}

const withRole = (node: object, from: Element) =>
  from.properties.dataRole ? { ...node, data: { role: from.properties.dataRole } } : node;

interface State {
  all: (node: Element) => never[];
  toFlow: (nodes: readonly unknown[]) => never[];
}
type Handler = (state: State, node: Element) => unknown;

const handlers: Record<string, Handler> = {
  p: (state, node) => withRole({ type: 'paragraph', children: state.all(node) }, node),
  figcaption: (state, node) => ({ type: 'paragraph', children: state.all(node), data: { role: 'caption' } }),
  'note-mark': (_, node) => {
    const id = String(node.properties.dataNote);
    return { type: 'footnoteReference', identifier: id, label: id };
  },
  'note-text': (state, node) => {
    const id = String(node.properties.dataNote);
    return { type: 'footnoteDefinition', identifier: id, label: id, children: state.toFlow(state.all(node)) };
  },
  q: (state, node) => state.all(node),
  // Their words stand in the page; what a browser would do with them is nobody's word.
  ...Object.fromEntries(
    ['textarea', 'select', 'option', 'button', 'svg', 'iframe', 'object', 'title', 'noscript', 'template'].map(
      (name): [string, Handler] => [name, (state, node) => state.all(node)],
    ),
  ),
};
const processor = unified().use(rehypeRemark, { handlers: handlers as never });

/**
 * The blocks of a page as Markdown. Every block of words becomes one of its own, in its order; a page that is built so
 * that this cannot be done becomes its paragraphs alone, which is told.
 */
export async function toTree(page: Root): Promise<Converted> {
  keepScripts(page);
  const told: Decision[] = openForms(page);
  const source = blocksOfPage(page);
  settleTables(page, told);
  const tree = (await processor.run(page)) as unknown as MarkdownRoot;
  tree.children = tree.children.flatMap(liftLoose);
  tree.children = splitAtBreaks(tree.children);
  breakCells(tree as Node);
  if (findDifference(source, blocksOfTree(tree as Node)) === null) return { tree, told };
  told.push({ line: 0, what: '版式太复杂，只保留了段落', text: '表格、列表、图片请对照原件' });
  return { tree: { type: 'root', children: source.length > 0 ? plainBlocks(page) : [] }, told };
}

/** Loose words between blocks are paragraphs. */
const liftLoose = (node: RootContent): RootContent[] =>
  /^(?:text|strong|emphasis|delete|link|image|inlineCode|break|footnoteReference)$/.test(node.type)
    ? [{ type: 'paragraph', children: [node as never] }]
    : [node];

/** The words of a page block by block, and nothing else. */
function plainBlocks(page: Root): RootContent[] {
  const blocks: string[] = [];
  let open = '';
  const close = () => {
    if (open.trim() !== '') blocks.push(open.trim());
    open = '';
  };
  const visit = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type === 'text') open += child.value;
      else if (child.type === 'element') {
        const isBlock =
          blocksOfPage({ type: 'root', children: [text('甲'), { ...child, children: [] }, text('乙')] }).length > 1;
        if (child.tagName === 'note-mark') open += `[^${child.properties.dataNote}]`;
        if (isBlock) close();
        visit(child);
        if (isBlock) close();
      }
    }
  };
  visit(page);
  close();
  return blocks.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

const text = (value: string): ElementContent => ({ type: 'text', value });
const BLOCK =
  /^(?:p|div|section|ul|ol|li|dl|dt|dd|table|tbody|thead|tfoot|tr|td|th|blockquote|h[1-6]|center|pre|figure|figcaption)$/;

/** A cell of Markdown holds one line: blocks within one are parted by line ends, tables within tables too. */
function settleTables(page: Root, told: Decision[]): void {
  for (const table of selectAll('table', page)) {
    const cells = selectAll('td, th', table);
    if (cells.some((cell) => selectAll('table', cell).length > 0)) {
      told.push({ line: 0, what: '表格里还有表格', text: '里面一张的各格已逐行写在外面的格子里，请核对' });
    }
    for (const cell of cells) cell.children = flatten(cell.children);
  }
  // Word's tables have no header cells, and a Markdown table cannot be without: its first row is one.
  for (const table of selectAll('table:not(:has(th))', page))
    for (const cell of selectAll('tr:first-of-type > td', table)) cell.tagName = 'th';
}

function flatten(children: readonly ElementContent[]): ElementContent[] {
  const parts: ElementContent[][] = [[]];
  const visit = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === 'element' && BLOCK.test(node.tagName)) {
        parts.push([]);
        visit(node.children);
        parts.push([]);
      } else if (node.type === 'element' && node.tagName === 'br') parts.push([]);
      else parts.at(-1)?.push(node);
    }
  };
  visit(children);
  const isTold = (part: readonly ElementContent[]) =>
    part.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''));
  return parts.filter(isTold).flatMap((part, index) => (index === 0 ? part : [brElement(), ...part]));
}
const brElement = (): Element => ({ type: 'element', tagName: 'br', properties: {}, children: [] });

/** A line end within a cell is written as a tag, which a row of Markdown can hold. */
function breakCells(node: Node, inCell = false): void {
  if (!('children' in node)) return;
  if (inCell)
    node.children = (node.children as Node[]).map((child) =>
      child.type === 'break' ? ({ type: 'html', value: '<br />' } as never) : child,
    ) as typeof node.children;
  for (const child of node.children)
    breakCells(child as Node, inCell || node.type === 'tableCell' || child.type === 'tableCell');
}
