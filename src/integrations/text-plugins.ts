import type { Element, ElementContent } from 'hast';
import type { FootnoteReference, Paragraph, PhrasingContent, Text } from 'mdast';
import type { HastVisitorContext } from 'satteri';
import { defineHastPlugin, defineMdastPlugin, type MdastVisitorContext, type MdxJsxFlowElement } from 'satteri';
import { language } from '#archive';
import { PROSE } from '#words/prose.ts';
import { columnsOf, isShort } from '../lib/manuscript/columns.ts';
import { attribute, isElement, isPhrasing, LINE, type Node, textOf, walk } from '../lib/manuscript/tree.ts';
import { loneLineEnds } from '../lib/text/line-ends.ts';
import { heldWords } from './held-words.ts';

// What Markdown leaves undone for text that is not plain paragraphs: lines of Chinese, verse, tables, languages, notes.

const isVerse = (node: Node): boolean => isElement(node) && node.name === 'Verse';
const isBlockOfText = (node: Node): boolean =>
  ['paragraph', 'heading', 'tableCell'].includes(node.type) ||
  (node.type === 'mdxJsxFlowElement' && isPhrasing(node) && node.children.length > 0);

/** A line that ends between Chinese characters ends without a blank. The lines of verse are meant. */
const chineseLines = defineMdastPlugin({
  name: 'chinese-lines',
  before(root, context) {
    walk(root as Node, (node, parents) => {
      if (isBlockOfText(node) && !parents.some(isVerse)) joinWithin(node, context);
    });
  },
});

function joinWithin(block: Node, context: MdastVisitorContext): void {
  const pieces: { node: Node; start: number }[] = [];
  let text = '';
  walk(block, (node) => {
    if ('children' in node) return;
    pieces.push({ node, start: text.length });
    text += node.type === 'footnoteReference' ? '' : node.type === 'image' ? LINE : textOf(node, LINE);
  });
  const stretches = loneLineEnds(text);
  if (stretches.length === 0) return;
  for (const { node, start } of pieces) {
    if (node.type !== 'text') continue;
    const value = [...node.value]
      .map((character, i, all) => ({ character, at: start + all.slice(0, i).join('').length }))
      .filter(({ at }) => !stretches.some((stretch) => at >= stretch.start && at < stretch.end))
      .map(({ character }) => character)
      .join('');
    if (value !== node.value) context.setProperty(node as Text, 'value', value);
  }
}

/** Each line of a stanza is a line in the page, its end told by `<br>`, so that copies and reader modes have it too. */
const verse = defineMdastPlugin({
  name: 'verse',
  paragraph(node, context) {
    const parent = context.parent(node);
    if (parent && isVerse(parent as Node))
      context.setProperty(node, 'children', linesOf(node) as Paragraph['children']);
  },
});

function linesOf({ children }: Readonly<Paragraph>): PhrasingContent[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(withBreaks(child));
    else
      for (const [i, value] of child.value.split('\n').entries()) {
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)?.push({ type: 'text', value });
      }
  }
  const written = lines.filter((line) => line.length > 0);
  return written.map((line, i) => {
    const end: PhrasingContent[] = i < written.length - 1 ? [{ type: 'break' }] : [];
    const data = { hName: 'span', hProperties: { className: ['verse-line'] } };
    return { type: 'verseLine', children: [...line, ...end], data } as unknown as PhrasingContent;
  });
}

/** Inside a mark that runs on from one line to the next. */
function withBreaks(node: PhrasingContent): PhrasingContent {
  if (!('children' in node)) return node;
  const children = (node.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text') return [withBreaks(child)];
    return child.value
      .split('\n')
      .flatMap((value, i): PhrasingContent[] => [
        ...(i > 0 ? [{ type: 'break' } as const] : []),
        ...(value === '' ? [] : [{ type: 'text', value } as const]),
      ]);
  });
  return { ...node, children } as PhrasingContent;
}

/** What a table's cells will need, noted at the table: how each column is aligned, and its caption. */
const tables = () => {
  let number = 0;
  return defineMdastPlugin({
    name: 'tables',
    table(node, context) {
      const parent = context.parent(node) as Node | undefined;
      const caption = parent && isElement(parent) && parent.name === 'Table' ? attribute(parent, 'caption') : undefined;
      number++;
      const told = { number: `${number}`, columns: columnsOf(node).join('|'), ...(caption ? { caption } : {}) };
      context.setProperty(node, 'data', { hProperties: told });
    },
  });
};

/** Cells by classes, as the policy allows no style in an element; headers say that they head a column. */
const cells = defineHastPlugin({
  name: 'cells',
  element: {
    filter: ['table'],
    visit(node, context) {
      const columns = String(node.properties.columns ?? '').split('|');
      context.setProperty(node, 'columns', null);
      if (context.sourceFormat === 'markdown') wrapTable(node, context);
      for (const row of elementsIn(node, 'tr'))
        for (const [i, cell] of row.children.filter(isCell).entries()) {
          context.setProperty(cell, 'style', null);
          context.setProperty(cell, 'align', null);
          const classes = [...(columns[i] ?? '').split(' '), isShort(context.textContent(cell).trim()) ? 'short' : ''];
          const className = classes.filter(Boolean);
          if (className.length > 0) context.setProperty(cell, 'className', className);
          if (cell.tagName === 'th') context.setProperty(cell, 'scope', 'col');
        }
    },
  },
});

/** In a page of plain Markdown no component stands for a table. */
function wrapTable(node: Readonly<Element>, context: HastVisitorContext): void {
  const { number } = node.properties;
  context.setProperty(node, 'number', null);
  const told = { className: ['table'], ariaLabel: PROSE.table(String(number)), tabIndex: 0 };
  context.wrapNode(node, { type: 'element', tagName: 'section', properties: told, children: [] });
}

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');

function elementsIn(node: Readonly<Element>, name: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return [...(child.tagName === name ? [child] : []), ...elementsIn(child, name)];
  });
}

/** A passage of paragraphs is a box, one inside a sentence is none. */
const passages = defineMdastPlugin({
  name: 'passages',
  mdxJsxFlowElement(node, context) {
    if (node.name === 'Lang' && !isPhrasing(node as never))
      context.setProperty(node as MdxJsxFlowElement, 'name', 'LangBlock');
  },
});

/** Where the ids of the notes' paragraphs travel from the one tree to the other. */
const NOTE_IDS = 'noteIds';

/** Notes are called by their numbers, whatever the writer calls them. */
const notes = defineMdastPlugin({
  name: 'notes',
  before(root, context) {
    const numbers = new Map<string, string>();
    walk(root as Node, (node) => {
      if (node.type === 'footnoteReference' && !numbers.has(node.identifier))
        numbers.set(node.identifier, `${numbers.size + 1}`);
    });
    const ids = new Map<string, string[]>();
    walk(root as Node, (node) => {
      if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return;
      const number = numbers.get(node.identifier);
      if (!number) return;
      for (const key of ['identifier', 'label'] as const)
        context.setProperty<FootnoteReference, typeof key>(node as FootnoteReference, key, number);
      if (node.type === 'footnoteDefinition') ids.set(`fn-${number}`, idsIn(node as Node));
    });
    context.data[NOTE_IDS] = ids;
  },
});

/** The ids of the paragraphs in a note, in order. */
function idsIn(note: Node): string[] {
  const ids: string[] = [];
  walk(note, (node) => {
    const { id } = (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties ?? {};
    if (node.type === 'paragraph') ids.push(id ?? '');
  });
  return ids;
}

/** The paragraphs of a note have the ids of the table, as all others do; its number leads to the first of them. */
const noteIds = defineHastPlugin({
  name: 'note-ids',
  element: {
    filter: ['section', 'a'],
    visit(node, context) {
      const ids = context.data[NOTE_IDS] as ReadonlyMap<string, readonly string[]> | undefined;
      if (!ids) return;
      if (node.tagName === 'a') {
        const [id] = ids.get(String(node.properties.href ?? '').replace(/^#/, '')) ?? [];
        if (id && node.properties.dataFootnoteRef !== undefined) context.setProperty(node, 'href', `#${id}`);
        return;
      }
      // Its heading is the site's, whatever language the article is in.
      for (const heading of elementsIn(node, 'h2')) context.setProperty(heading, 'lang', language);
      for (const item of elementsIn(node, 'li')) {
        const [first, ...others] = ids.get(String(item.properties.id ?? '')) ?? [];
        if (!first) continue;
        context.setProperty(item, 'id', null);
        for (const [i, paragraph] of elementsIn(item, 'p').entries()) {
          const id = i === 0 ? first : others[i - 1];
          if (id) context.setProperty(paragraph, 'id', id);
        }
      }
    },
  },
});

/** After the paragraphs have got their ids, which are of the text as it is written. */
export const textPlugins = [notes, passages, verse, tables, chineseLines];

/** The same in the tree of the page. */
export const pagePlugins = [cells, noteIds, heldWords];
