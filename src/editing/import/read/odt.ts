import type { ElementContent, Element as Hast, Root } from 'hast';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import type { Decision, Picture } from '../text/model.ts';
import { typeOfPicture } from './pictures.ts';
import { h, words } from './word-blocks.ts';
import { childrenOf, elementsIn, parseXml } from './word-dom.ts';
import { countPieces } from './word-guard.ts';
import { shorten } from './word-xml.ts';
import { openZip, type Zip } from './word-zip.ts';

const SPACES = 'urn:oasis:names:tc:opendocument:xmlns:';
const DAMAGED = '这个 OpenDocument 文件已损坏，可能没有下载完整，请重新取一份，或在 WPS、LibreOffice 里另存为 .docx';
const TOO_LARGE = '这个 OpenDocument 文件解开后太大，不像文章，没有导入';
const LARGEST_XML = 8 * 2 ** 20;
const MOST_PIECES = 80_000;

/** What an OpenDocument text holds. */
export interface OdtReading {
  page: Root;
  pictures: Picture[];
  told: Decision[];
}

interface Reading {
  bold: ReadonlySet<string>;
  told: Decision[];
  notes: Hast[];
  picture: (path: string, description: string) => Hast | null;
}

const isOf = (element: Element, space: string, ...names: string[]) =>
  element.namespaceURI === `${SPACES}${space}:1.0` && names.includes(element.localName);
const setting = (element: Element, space: string, name: string) =>
  element.getAttributeNS(`${SPACES}${space}:1.0`, name) ?? '';

/** Reads an OpenDocument text; what of it is in no paragraph is told. */
export function readOdt(bytes: Uint8Array): OdtReading | { problem: string } {
  const zip = openZip(bytes);
  if (zip === 'broken') return { problem: DAMAGED };
  if (zip === 'large') return { problem: TOO_LARGE };
  const content = partOf(zip, 'content.xml');
  if (typeof content === 'string') return { problem: content };
  const [text] = elementsIn(content).filter((element) => isOf(element, 'office', 'text'));
  if (!text) return { problem: '这不是文字文件（.odt），或已损坏' };
  const pictures: Picture[] = [];
  const reading: Reading = {
    bold: boldStyles(content),
    told: [],
    notes: [],
    picture: (path, description) => {
      const entry = zip.entries.find(({ name }) => name === path);
      const data = entry ? zip.read(entry) : null;
      if (!data) return null;
      const name = `picture-${pictures.length + 1}`;
      pictures.push({ name, type: typeOfPicture(path, data), bytes: data });
      return h('img', [], { src: name, alt: `${UNRESOLVED}：${description.trim() || '图片说明'}` });
    },
  };
  const blocks = blocksOf(text, reading);
  const styles = partOf(zip, 'styles.xml');
  if (typeof styles !== 'string')
    for (const part of elementsIn(styles).filter((element) => isOf(element, 'style', 'header', 'footer')))
      if (/\p{L}/u.test(part.textContent ?? ''))
        reading.told.push({ line: 0, what: '页眉页脚，没有收进文章', text: shorten(part.textContent ?? '') });
  return { page: { type: 'root', children: [...blocks, ...reading.notes] }, pictures, told: reading.told };
}

function partOf(zip: Zip, name: string): Element | string {
  const entry = zip.entries.find((one) => one.name === name);
  if (!entry) return DAMAGED;
  if (entry.unpacked > LARGEST_XML) return TOO_LARGE;
  const bytes = zip.read(entry);
  const xml = bytes ? new TextDecoder().decode(bytes) : '';
  const pieces = countPieces(xml, MOST_PIECES);
  if (typeof pieces === 'string') return DAMAGED;
  return pieces > MOST_PIECES ? TOO_LARGE : (parseXml(xml)?.documentElement ?? DAMAGED);
}

/** The names of the styles that make words bold. */
const boldStyles = (content: Element): Set<string> =>
  new Set(
    elementsIn(content)
      .filter((element) => isOf(element, 'style', 'style'))
      .filter((style) =>
        childrenOf(style).some((properties) =>
          /^(?:bold|[6-9]00)$/.test(setting(properties, 'xsl-fo-compatible', 'font-weight')),
        ),
      )
      .map((style) => setting(style, 'style', 'name')),
  );

function blocksOf(root: Element, reading: Reading): Hast[] {
  return childrenOf(root).flatMap((element): Hast[] => {
    if (isOf(element, 'text', 'h')) {
      const level = Math.min(6, Math.max(1, Number(setting(element, 'text', 'outline-level') || '1')));
      return [h(`h${level}`, inlineOf(element, reading))];
    }
    if (isOf(element, 'text', 'p')) return [h('p', inlineOf(element, reading))];
    if (isOf(element, 'text', 'list'))
      return [
        h(
          'ul',
          childrenOf(element).map((item) => h('li', blocksOf(item, reading))),
        ),
      ];
    if (isOf(element, 'table', 'table')) return [h('table', [h('tbody', rowsOf(element, reading))])];
    if (isOf(element, 'text', 'tracked-changes')) {
      for (const change of elementsIn(element).filter((one) => isOf(one, 'text', 'deletion')))
        tellWords('修订删除，没有收进文章', change, reading);
      return [];
    }
    if (isOf(element, 'text', 'table-of-content', 'alphabetical-index', 'bibliography')) {
      tellWords('目录，没有收进文章', element, reading);
      return [];
    }
    if (isOf(element, 'draw', 'frame')) return [h('p', frameOf(element, reading))];
    // Sections, boxes, and whatever else holds paragraphs.
    return /\S/.test(element.textContent ?? '') || elementsIn(element).length > 0
      ? blocksOrWords(element, reading)
      : [];
  });
}

/** Words that stand in no paragraph are one. */
function blocksOrWords(element: Element, reading: Reading): Hast[] {
  const blocks = blocksOf(element, reading);
  const own = Array.from(element.childNodes)
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent ?? '')
    .join('');
  return own.trim() === '' ? blocks : [h('p', [words(own)]), ...blocks];
}

function tellWords(what: string, element: Element, reading: Reading): void {
  const text = (element.textContent ?? '').trim();
  if (text !== '') reading.told.push({ line: 0, what, text: shorten(text) });
}

const rowsOf = (table: Element, reading: Reading): Hast[] =>
  childrenOf(table).flatMap((child): Hast[] => {
    if (!isOf(child, 'table', 'table-row')) return rowsOf(child, reading);
    const cells = childrenOf(child).filter((cell) => isOf(cell, 'table', 'table-cell', 'covered-table-cell'));
    return [
      h(
        'tr',
        cells.map((cell) => h('td', blocksOf(cell, reading))),
      ),
    ];
  });

function inlineOf(root: Element, reading: Reading): ElementContent[] {
  return Array.from(root.childNodes).flatMap((node): ElementContent[] => {
    if (node.nodeType === 3 || node.nodeType === 4) return [words((node.textContent ?? '').replace(/\s+/g, ' '))];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    if (isOf(element, 'text', 's'))
      return [words(' '.repeat(Math.min(20, Number(setting(element, 'text', 'c') || '1'))))];
    if (isOf(element, 'text', 'tab')) return [words(' ')];
    if (isOf(element, 'text', 'line-break')) return [h('br')];
    if (isOf(element, 'text', 'note')) return noteOf(element, reading);
    if (isOf(element, 'office', 'annotation')) {
      tellWords('批注，没有收进文章', element, reading);
      return [];
    }
    if (isOf(element, 'text', 'hidden-text', 'hidden-paragraph')) {
      const text = setting(element, 'text', 'string-value') || (element.textContent ?? '');
      if (text.trim()) reading.told.push({ line: 0, what: '隐藏的字，没有收进文章', text: shorten(text) });
      return [];
    }
    if (isOf(element, 'text', 'ruby')) {
      const part = (name: string) =>
        childrenOf(element)
          .filter((child) => isOf(child, 'text', name))
          .map((child) => child.textContent)
          .join('');
      return [words(`${part('ruby-base')}（${part('ruby-text')}）`)];
    }
    if (isOf(element, 'draw', 'frame')) return frameOf(element, reading);
    const inside = inlineOf(element, reading);
    if (isOf(element, 'text', 'a')) {
      const href = element.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
      return /^(?:https?:\/\/|mailto:)/i.test(href) ? [h('a', inside, { href })] : inside;
    }
    return reading.bold.has(setting(element, 'text', 'style-name')) ? [h('strong', inside)] : inside;
  });
}

function noteOf(element: Element, reading: Reading): ElementContent[] {
  const id = `note-${reading.notes.length + 1}`;
  const body = childrenOf(element).find((child) => isOf(child, 'text', 'note-body'));
  // Its place in the list is taken before the notes within it take theirs.
  const note = h('note-text', [], { dataNote: id });
  reading.notes.push(note);
  note.children = body ? blocksOf(body, reading) : [];
  return [h('note-mark', [], { dataNote: id })];
}

/** A picture, or a box with words, which stand where the box is tied to. */
function frameOf(frame: Element, reading: Reading): ElementContent[] {
  const description = childrenOf(frame)
    .filter(({ localName }) => localName === 'desc' || localName === 'title')
    .map((child) => child.textContent)
    .join(' ');
  return childrenOf(frame).flatMap((child): ElementContent[] => {
    if (isOf(child, 'draw', 'image')) {
      const path = child.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
      const image = reading.picture(path.replace(/^\.\//, ''), description);
      if (!image) reading.told.push({ line: 0, what: '图片不在文件里，没有收进文章', text: path });
      return image ? [image] : [];
    }
    if (isOf(child, 'draw', 'text-box')) {
      tellWords('文本框，字排在它所在那段里，请核对', child, reading);
      const blocks = blocksOf(child, reading);
      return blocks.flatMap((block) => [h('br'), ...block.children, h('br')]) as ElementContent[];
    }
    return [];
  });
}
