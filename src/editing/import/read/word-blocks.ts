import type { ElementContent, Element as Hast } from 'hast';
import type { Decision } from '../text/model.ts';
import {
  attributeOf,
  childrenOf,
  elementsIn,
  isCompatibility,
  isMath,
  isTakenOut,
  isWord,
  textsIn,
} from './word-dom.ts';
import type { Relation } from './word-file.ts';
import type { Count } from './word-numbers.ts';
import { childOf, type Properties, type Styles, settingOf, switchOf } from './word-styles.ts';
import { commentToken, shorten } from './word-xml.ts';

// Word's body as the tree of a page. Every text that is read is written down as such: what is not, at the end, was
// neither placed nor told, and stops the import.

/** What one reading of a Word file shares. */
export interface Reading {
  styles: Styles;
  count: Count;
  relations: ReadonlyMap<string, Relation>;
  /** The texts that were placed in the article, or are told of. */
  known: Set<Element>;
  told: Decision[];
  /** Notes that the article calls, as `footnote-2`. */
  called: Set<string>;
  /** Pictures by the part that holds them, with what Word keeps as their description. */
  picture: (target: string, description: string) => Hast | null;
  /** What another part holds: a piece of another file, a drawing's words. */
  piece: (relation: Relation) => Hast[] | null;
  fields: Field[];
  /** Pieces of a paragraph that belong to the next one: its end was taken out, or it is a first letter set large. */
  pending: Piece[];
  inCell: boolean;
}

/** A field of Word: first what it is to do, then what it shows. */
interface Field {
  instruction: string;
  shows: boolean;
  hasResult: boolean;
}

/** Something that stands in a line, and how. */
interface Piece {
  node: ElementContent;
  wraps: string[];
  href: string;
}

export const h = (tagName: string, children: ElementContent[] = [], properties: Hast['properties'] = {}): Hast => ({
  type: 'element',
  tagName,
  properties,
  children,
});
export const words = (value: string): ElementContent => ({ type: 'text', value });

/** What stands around words and shows none itself. */
const TRANSPARENT = ['ins', 'moveTo', 'smartTag', 'customXml', 'dir', 'bdo', 'sdtContent', 'subDoc'];
const LINK = /^\s*HYPERLINK\s+"([^"]+)"/i;
const SAFE = /^(?:https?:\/\/|mailto:)\S+$/i;
const RELATIONS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
export const relationOf = (element: Element, name: string): string =>
  RELATIONS.map((namespace) => element.getAttributeNS(namespace, name)).find(Boolean) ?? '';

/** The blocks of a body, a cell, a note or a box. */
export function readBlocks(root: Element, reading: Reading): Hast[] {
  const blocks: Hast[] = [];
  for (const element of childrenOf(root)) {
    if (isWord(element, 'p')) blocks.push(...readParagraph(element, reading));
    else if (isWord(element, 'tbl')) blocks.push(...readTable(element, reading));
    else if (isWord(element, 'altChunk')) blocks.push(...readPiece(element, reading));
    else if (isWord(element, 'sdt', ...TRANSPARENT)) blocks.push(...readBlocks(element, reading));
    else if (isCompatibility(element, 'AlternateContent')) {
      const branch = chooseBranch(element, reading);
      if (branch) blocks.push(...readBlocks(branch, reading));
    } else if (isMath(element, 'oMathPara', 'oMath')) {
      const pieces: Piece[] = [];
      readInline(element, reading, pieces, [], [], undefined);
      blocks.push(...toParagraph(pieces, 'p', {}));
    } else if (isTakenOut(element)) for (const text of textsOf(element)) reading.known.add(text);
  }
  // The end of the last paragraph was taken out, and there is none to join.
  blocks.push(...toParagraph(reading.pending, 'p', {}));
  reading.pending = [];
  return joinItems(blocks);
}

/** What Word keeps for old programs beside what it keeps for new ones: the same words once. */
function chooseBranch(element: Element, reading: Reading): Element | undefined {
  const branches = childrenOf(element);
  const lettersOf = (branch: Element) =>
    textsIn(branch)
      .map((text) => text.textContent)
      .join('')
      .replace(/\s/g, '');
  const old = branches.find((branch) => isCompatibility(branch, 'Fallback'));
  const chosen = old && (lettersOf(old) !== '' || childrenOf(old).length > 0) ? old : branches[0];
  if (!chosen) return undefined;
  const kept = lettersOf(chosen);
  for (const branch of branches)
    if (branch !== chosen && kept.includes(lettersOf(branch)))
      for (const text of textsIn(branch)) reading.known.add(text);
  return chosen;
}

/** The branch that is not chosen: there is one for old programs beside it. */
const isPassedOver = (element: Element): boolean =>
  isCompatibility(element, 'Choice') &&
  childrenOf(element.parentNode as Element).some(
    (branch) => isCompatibility(branch, 'Fallback') && childrenOf(branch).length > 0,
  );

const textsOf = (element: Element): Element[] =>
  elementsIn(element).filter(({ localName }) => localName === 't' || localName === 'delText');

function readPiece(element: Element, reading: Reading): Hast[] {
  const relation = reading.relations.get(relationOf(element, 'id'));
  const blocks = relation ? reading.piece(relation) : null;
  if (blocks) return blocks;
  throw new Unreadable('嵌入的另一份文件（altChunk）');
}

/** Something that holds words and cannot be read. */
export class Unreadable extends Error {}

function readParagraph(element: Element, reading: Reading): Hast[] {
  const properties = childOf(element, 'pPr');
  const style = settingOf(properties, 'pStyle') || reading.styles.usual;
  const names = reading.styles.names(style);
  const boxes: Hast[] = [];
  const pieces: Piece[] = [];
  const hidden: string[] = [];
  const contents: string[] = [];
  const scope: Scope = { boxes, hidden, contents, style, hasWords: false };
  for (const child of childrenOf(element)) readInline(child, reading, pieces, [], [], scope);
  if (hidden.length > 0) reading.told.push({ line: 0, what: '隐藏的字，没有收进文章', text: shorten(hidden.join('')) });
  const isContents = names.some((name) => /^(?:toc|目录)\s*\d/.test(name));
  if (isContents || contents.length > 0) {
    const listed = isContents ? plain(pieces) + contents.join('') : contents.join('');
    if (listed.trim()) reading.told.push({ line: 0, what: '目录，没有收进文章', text: shorten(listed.trim()) });
    if (isContents) return boxes;
  }
  const mark = childOf(properties, 'rPr');
  const isOpenEnded = mark !== undefined && childrenOf(mark).some((child) => isWord(child, 'del', 'moveFrom'));
  const framed = childOf(properties, 'framePr');
  const isDropCap = framed !== undefined && /^(?:drop|margin)$/.test(attributeOf(framed, 'dropCap'));
  const all = [...reading.pending, ...pieces];
  reading.pending = [];
  if ((isOpenEnded || isDropCap) && !reading.inCell) {
    reading.pending = all;
    if (isDropCap && plain(all)) reading.told.push({ line: 0, what: '首字下沉，并进后面一段', text: plain(all) });
    return boxes;
  }
  const hasWords = plain(all).trim() !== '' || all.some(({ node }) => node.type === 'element');
  const number = hasWords ? reading.count(properties, style) : null;
  return [...finish(all, names, properties, style, number, reading), ...boxes];
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map(({ node }) => (node.type === 'text' ? node.value : '')).join('');

function finish(
  pieces: Piece[],
  names: readonly string[],
  properties: Properties,
  style: string,
  number: ReturnType<Count>,
  reading: Reading,
): Hast[] {
  const level = headingLevel(names, properties, style, reading.styles);
  const role = names.some((name) => /^(?:caption|题注|图注|图片说明)$/.test(name))
    ? 'caption'
    : names.some((name) => /^(?:subtitle|副标题)$/.test(name))
      ? 'subtitle'
      : '';
  const asItem = number?.isItem === true && level === 0 && !reading.inCell;
  if (number && !asItem && number.text !== '') {
    const joint = /[\p{Script=Han}、，．）】)]$/u.test(number.text) && !/[a-z\d]$/i.test(number.text) ? '' : ' ';
    const wraps = pieces.every((piece) => piece.wraps.includes('strong') || isBlank(piece)) ? ['strong'] : [];
    pieces.unshift({ node: words(number.text + joint), wraps, href: '' });
    reading.told.push({ line: 0, what: '自动编号，已写成字', text: shorten(plain(pieces)) });
  }
  const paragraphs = toParagraph(pieces, level > 0 ? `h${level}` : 'p', role ? { dataRole: role } : {});
  if (!asItem || paragraphs.length === 0) return paragraphs;
  return [h('li', paragraphs, { dataLevel: number.level, dataNumber: number.ordered ?? 0 })];
}

const isBlank = ({ node }: Piece) => node.type === 'text' && node.value.trim() === '';

/** 1 to 6 where Word itself says so; 0 for text. */
function headingLevel(names: readonly string[], properties: Properties, style: string, styles: Styles): number {
  if (names.some((name) => /^(?:title|标题)$/.test(name))) return 1;
  const named = names.map((name) => /^(?:heading|标题)\s*([1-9])$/.exec(name)?.[1]).find(Boolean);
  if (named) return Math.min(6, Number(named));
  const outline = [properties, ...styles.chain(style, 'pPr')].map((one) => settingOf(one, 'outlineLvl')).find(Boolean);
  return outline !== undefined && Number(outline) < 6 ? Number(outline) + 1 : 0;
}

function toParagraph(pieces: readonly Piece[], tagName: string, properties: Hast['properties']): Hast[] {
  const isEmpty = pieces.every(
    (piece) => isBlank(piece) || (piece.node.type === 'element' && piece.node.tagName === 'br'),
  );
  return isEmpty ? [] : [h(tagName, nest(pieces), properties)];
}

/** Pieces side by side that look the same are one. */
function nest(pieces: readonly Piece[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let from = 0; from < pieces.length; ) {
    const piece = pieces[from] as Piece;
    const outer = piece.href ? `a ${piece.href}` : (piece.wraps[0] ?? '');
    const keyOf = (one: Piece) => (one.href ? `a ${one.href}` : (one.wraps[0] ?? ''));
    let to = from + 1;
    while (to < pieces.length && keyOf(pieces[to] as Piece) === outer && outer !== '') to++;
    const run = pieces.slice(from, to);
    if (outer === '') nodes.push(piece.node);
    else if (piece.href) nodes.push(h('a', nest(run.map((one) => ({ ...one, href: '' }))), { href: piece.href }));
    else nodes.push(h(outer, nest(run.map((one) => ({ ...one, wraps: one.wraps.slice(1) })))));
    from = to;
  }
  return nodes;
}

/** What reading one paragraph gathers besides its line. */
interface Scope {
  boxes: Hast[];
  hidden: string[];
  contents: string[];
  style: string;
  hasWords: boolean;
}

const hrefOf = (reading: Reading): string => {
  const field = reading.fields.findLast(({ instruction, shows }) => shows && LINK.test(instruction));
  const address = field ? (LINK.exec(field.instruction)?.[1] ?? '') : '';
  return SAFE.test(address) ? address : '';
};

function readInline(
  element: Element,
  reading: Reading,
  pieces: Piece[],
  wraps: string[],
  links: string[],
  scope: Scope | undefined,
): void {
  const go = (inside: Element, more: string[] = wraps, to: string[] = links) => {
    for (const child of childrenOf(inside)) readInline(child, reading, pieces, more, to, scope);
  };
  const put = (node: ElementContent) => pieces.push({ node, wraps, href: links.at(-1) ?? hrefOf(reading) });
  if (isTakenOut(element)) for (const text of textsOf(element)) reading.known.add(text);
  else if (isWord(element, 'hyperlink')) {
    const { target = '', isOutside = false } = reading.relations.get(relationOf(element, 'id')) ?? {};
    go(element, wraps, isOutside && SAFE.test(target) ? [...links, target] : links);
  } else if (isWord(element, 'fldSimple', 'sdt', ...TRANSPARENT)) go(element);
  else if (isWord(element, 'r')) readRun(element, reading, pieces, links, scope);
  else if (isCompatibility(element, 'AlternateContent')) {
    const branch = chooseBranch(element, reading);
    if (branch) go(branch);
  } else if (isMath(element, 'oMathPara')) go(element);
  else if (isMath(element, 'oMath')) {
    const texts = textsIn(element);
    for (const text of texts) reading.known.add(text);
    put(words(texts.map((text) => text.textContent).join('')));
  }
}

/** What a run is told by its own properties, its style or the paragraph's. */
function readRun(run: Element, reading: Reading, pieces: Piece[], links: string[], scope: Scope | undefined): void {
  const own = childOf(run, 'rPr');
  const styled = [own, ...reading.styles.chain(settingOf(own, 'rStyle'), 'rPr')];
  const all = [...styled, ...reading.styles.chain(scope?.style ?? '', 'rPr')];
  const is = (list: readonly Properties[], name: string) =>
    list.map((properties) => switchOf(properties, name)).find((value) => value !== undefined) === true;
  const raised = styled.map((properties) => settingOf(properties, 'vertAlign')).find(Boolean) ?? '';
  const wraps = [
    ...(is([own], 'b') ? ['strong'] : []),
    ...(is([own], 'i') ? ['em'] : []),
    ...(is([own], 'strike') || is([own], 'dstrike') ? ['del'] : []),
    ...(raised === 'superscript' ? ['sup'] : raised === 'subscript' ? ['sub'] : []),
  ];
  const isHidden = is(all, 'vanish') && !is(all, 'specVanish');
  for (const child of childrenOf(run)) readInRun(child, { reading, pieces, links, scope, wraps, isHidden });
}

interface Run {
  reading: Reading;
  pieces: Piece[];
  links: string[];
  scope: Scope | undefined;
  wraps: string[];
  isHidden: boolean;
}

function readInRun(element: Element, run: Run): void {
  const { reading, pieces, links, scope, wraps, isHidden } = run;
  const field = reading.fields.at(-1);
  const put = (node: ElementContent) => pieces.push({ node, wraps, href: links.at(-1) ?? hrefOf(reading) });
  const say = (text: string) => {
    const inContents = reading.fields.some(({ instruction, shows }) => shows && /^\s*TOC\b/i.test(instruction));
    if (isHidden) scope?.hidden.push(text);
    else if (inContents) scope?.contents.push(text);
    else if (field && !field.shows) field.instruction += text;
    else put(words(text));
    for (const one of reading.fields) one.hasResult ||= one.shows && text.trim() !== '';
  };
  if (isWord(element, 't')) {
    reading.known.add(element);
    say(element.textContent ?? '');
  } else if (isWord(element, 'tab', 'ptab')) say(' ');
  else if (isWord(element, 'noBreakHyphen')) say('-');
  else if (isWord(element, 'sym')) say(signOf(element));
  else if (isWord(element, 'br', 'cr')) {
    if (/^(?:page|column)$/.test(attributeOf(element, 'type')) || isHidden) return;
    put(h('br'));
  } else if (isWord(element, 'instrText')) {
    if (field) field.instruction += element.textContent ?? '';
  } else if (isWord(element, 'fldChar')) turnField(attributeOf(element, 'fldCharType'), reading);
  else if (isWord(element, 'footnoteReference', 'endnoteReference')) {
    const id = `${element.localName.replace('Reference', '')}-${attributeOf(element, 'id')}`;
    reading.called.add(id);
    put(h('note-mark', [], { dataNote: id }));
  } else if (isWord(element, 'commentReference')) {
    const token = commentToken(attributeOf(element, 'id'));
    if (token) pieces.push({ node: words(token), wraps: [], href: '' });
  } else if (isWord(element, 'ruby')) readRuby(element, run, say);
  else if (isCompatibility(element, 'AlternateContent')) {
    const branch = chooseBranch(element, reading);
    for (const child of branch ? childrenOf(branch) : []) readInRun(child, run);
  } else if (isWord(element, 'drawing', 'pict', 'object')) readDrawing(element, run);
  else if (isMath(element, 'oMath', 'oMathPara')) readInline(element, reading, pieces, wraps, links, scope);
  else if (isTakenOut(element)) for (const text of textsOf(element)) reading.known.add(text);
}

/** A sign of a font of its own keeps its number, by which it is named. */
function signOf(element: Element): string {
  const code = Number.parseInt(attributeOf(element, 'char'), 16);
  return Number.isNaN(code) || code > 0x10ffff ? '' : String.fromCodePoint(code);
}

function turnField(type: string, reading: Reading): void {
  const field = reading.fields.at(-1);
  if (type === 'begin') reading.fields.push({ instruction: '', shows: false, hasResult: false });
  else if (type === 'separate' && field) field.shows = true;
  else if (type === 'end' && field) {
    reading.fields.pop();
    const said = /\p{Script=Han}/u.test(field.instruction);
    if (!field.hasResult && said)
      reading.told.push({ line: 0, what: '域没有结果，没有收进文章', text: shorten(field.instruction.trim()) });
    if (!field.shows) return;
    for (const outer of reading.fields) outer.hasResult ||= outer.shows && field.hasResult;
  }
}

/** A character with its reading over it: 漓（lí）. */
function readRuby(ruby: Element, { reading }: Run, say: (text: string) => void): void {
  const part = (name: string) =>
    childrenOf(ruby)
      .filter((child) => isWord(child, name))
      .flatMap((child) => textsIn(child))
      .map((text) => {
        reading.known.add(text);
        return text.textContent ?? '';
      })
      .join('');
  say(`${part('rubyBase')}（${part('rt')}）`);
}

/** Pictures, boxes with words in them, words set as pictures, diagrams. */
function readDrawing(drawing: Element, { reading, pieces, scope, isHidden }: Run): void {
  for (const twice of elementsIn(drawing).filter((element) => isCompatibility(element, 'AlternateContent')))
    chooseBranch(twice, reading);
  const inside = elementsIn(
    drawing,
    (element) => isWord(element.parentNode as Element, 'txbxContent') || isPassedOver(element),
  );
  if (isHidden) {
    const texts = textsIn(drawing);
    for (const text of texts) reading.known.add(text);
    scope?.hidden.push(texts.map((text) => text.textContent).join(''));
    return;
  }
  const description = inside
    .filter(({ localName }) => localName === 'docPr' || localName === 'cNvPr' || localName === 'shape')
    .map((element) => element.getAttribute('descr') || element.getAttribute('alt') || '')
    .find(Boolean);
  const seen = new Set<string>();
  for (const element of inside) {
    const id = relationOf(element, 'embed') || (element.localName === 'imagedata' ? relationOf(element, 'id') : '');
    const isPicture = element.localName === 'blip' || element.localName === 'imagedata';
    const relation = isPicture ? reading.relations.get(id || relationOf(element, 'link')) : undefined;
    if (relation && !seen.has(relation.target)) {
      seen.add(relation.target);
      const node = relation.isOutside ? null : reading.picture(relation.target, description ?? '');
      if (node) pieces.push({ node, wraps: [], href: '' });
      else reading.told.push({ line: 0, what: '图片不在文件里，没有收进文章', text: relation.target });
    }
    if (isWord(element, 'txbxContent')) {
      const blocks = readBlocks(element, { ...reading, fields: [], pending: [] });
      scope?.boxes.push(...blocks);
      const text = textsIn(element)
        .map((one) => one.textContent)
        .join('');
      if (text.trim() !== '')
        reading.told.push({ line: 0, what: '文本框，字排在它所在那段之后，请核对', text: shorten(text) });
    }
    const set = element.localName === 'textpath' ? (element.getAttribute('string') ?? '') : '';
    if (set.trim()) reading.told.push({ line: 0, what: '艺术字，没有收进文章', text: shorten(set) });
    const part =
      element.localName === 'relIds'
        ? relationOf(element, 'dm')
        : element.localName === 'chart'
          ? relationOf(element, 'id')
          : '';
    const other = part ? reading.relations.get(part) : undefined;
    if (other) scope?.boxes.push(...(reading.piece(other) ?? []));
  }
}

function readTable(table: Element, reading: Reading): Hast[] {
  const rows: Hast[] = [];
  let isMerged = false;
  const visitRows = (root: Element) => {
    for (const child of childrenOf(root)) {
      if (isWord(child, 'tr')) rows.push(h('tr', cellsOf(child)));
      else if (isWord(child, 'sdt', ...TRANSPARENT)) visitRows(child);
    }
  };
  const cellsOf = (row: Element): Hast[] =>
    childrenOf(row).flatMap((child) => {
      if (isWord(child, 'sdt', ...TRANSPARENT)) return cellsOf(child);
      if (!isWord(child, 'tc')) return [];
      const properties = childOf(child, 'tcPr');
      const span = Number(settingOf(properties, 'gridSpan') || '1');
      isMerged ||= span > 1 || childOf(properties, 'vMerge') !== undefined;
      const content = readBlocks(child, { ...reading, inCell: true, pending: [] });
      return [h('td', content, span > 1 && span < 100 ? { colSpan: span } : {})];
    });
  visitRows(table);
  if (isMerged) reading.told.push({ line: 0, what: '表格里有合并的单元格', text: '草稿里拆开了，空着的请核对' });
  return rows.length > 0 ? [h('table', [h('tbody', rows)])] : [];
}

/** Items side by side are one list, those further in a list within the item above. */
function joinItems(blocks: readonly Hast[]): Hast[] {
  const joined: Hast[] = [];
  for (let from = 0; from < blocks.length; from++) {
    const block = blocks[from] as Hast;
    if (block.tagName !== 'li') {
      joined.push(block);
      continue;
    }
    let to = from;
    while (blocks[to + 1]?.tagName === 'li') to++;
    joined.push(...toLists(blocks.slice(from, to + 1)));
    from = to;
  }
  return joined;
}

function toLists(items: readonly Hast[]): Hast[] {
  const lists: Hast[] = [];
  const levelOf = (item: Hast | undefined) => Number(item?.properties.dataLevel ?? 0);
  const base = Math.min(...items.map(levelOf));
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && levelOf(items[to]) > base) to++;
    const [item, inner] = [items[from] as Hast, items.slice(from + 1, to)];
    const deeper = levelOf(item) > base ? [item, ...inner] : inner;
    const number = Number(item.properties.dataNumber);
    const own =
      levelOf(item) > base
        ? h('li', toLists(deeper))
        : h('li', [...item.children, ...(inner.length > 0 ? toLists(inner) : [])]);
    const last = lists.at(-1);
    const tag = number > 0 ? 'ol' : 'ul';
    const next = last ? Number(last.properties.start ?? 1) + last.children.length : 0;
    if (last?.tagName === tag && (tag === 'ul' || next === number)) last.children.push(own);
    else lists.push(h(tag, [own], tag === 'ol' ? { start: number } : {}));
    from = to;
  }
  return lists;
}
