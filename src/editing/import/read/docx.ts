import type { Element as Hast, Root } from 'hast';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';
import { isDateLine, readDate, readMasthead } from '../arrange/dates.ts';
import type { Decision, Picture } from '../text/model.ts';
import { chunkToBlocks } from './chunk.ts';
import { typeOfPicture } from './pictures.ts';
import { h, type Reading, readBlocks, Unreadable, words } from './word-blocks.ts';
import { attributeOf, childrenOf, elementsIn, isTakenOut, isWord, paragraphsIn, textsIn, wordsIn } from './word-dom.ts';
import { DAMAGED, openWord, type Relation, type WordFile } from './word-file.ts';
import { readNumbers } from './word-numbers.ts';
import { readStyles } from './word-styles.ts';
import { commentToken, readChanges, readComments, shorten } from './word-xml.ts';

export interface DocxReading {
  page: Root;
  pictures: Picture[];
  /** By the id that their tokens in the text carry. */
  comments: ReadonlyMap<string, string>;
  /** What the editor must know: tracked changes, what Word held that no page can show. */
  remarks: Decision[];
  /** The paper and the day, where the head of its pages names them. */
  head: Record<string, string>;
}

/**
 * Reads a Word file as if all tracked changes were accepted; each of them, and each comment, is told. Every text of
 * every part is then placed in the article or told of: what is neither stops the import.
 */
export async function readDocx(bytes: Uint8Array, depth = 0): Promise<DocxReading | { problem: string }> {
  const file = await openWord(bytes);
  if ('problem' in file) return file;
  const relations = file.relations(file.document);
  const rootsOf = (kind: string) =>
    [...relations.values()]
      .filter((relation) => relation.kind === kind)
      .flatMap(({ target }) => file.parts.get(target)?.documentElement ?? []);
  const document = file.parts.get(file.document)?.documentElement as Element;
  const comments = rootsOf('comments');
  const notes = [...rootsOf('footnotes'), ...rootsOf('endnotes')];
  const styles = readStyles(rootsOf('styles')[0]);
  const pictures: Picture[] = [];
  const damaged = { is: false };
  const reading: Reading = {
    styles,
    count: readNumbers(rootsOf('numbering')[0], styles),
    relations,
    known: new Set(),
    told: [],
    called: new Set(),
    picture: (target, description) => {
      const data = file.bytesOf(target);
      if (!data) {
        damaged.is = true;
        return null;
      }
      const name = `picture-${pictures.length + 1}`;
      pictures.push({ name, type: typeOfPicture(target, data), bytes: data });
      return h('img', [], {
        src: name,
        alt: `${UNRESOLVED}：${description.replace(/\s+/g, ' ').trim() || '图片说明'}`,
      });
    },
    piece: () => null,
    fields: [],
    pending: [],
    inCell: false,
  };
  const chunks = await readChunks(file, relations, depth);
  reading.piece = (relation) => readPiece(relation, chunks, file, reading);
  let blocks: Hast[];
  try {
    blocks = childrenOf(document).flatMap((body) => (isWord(body, 'body') ? readBlocks(body, reading) : []));
    for (const note of notes.flatMap(childrenOf)) blocks.push(...readNote(note, file, notes, reading));
  } catch (error) {
    if (error instanceof Unreadable)
      return { problem: `Word 里有取不出来的字：${error.message}，请在 Word 里把它剪贴成普通正文，再导入` };
    throw error;
  }
  if (damaged.is) return { problem: DAMAGED };
  const asked = readComments(comments);
  const left = sortNotes(notes, reading);
  const lost = findUnknown([document, ...notes], reading.known);
  if (lost) return { problem: `Word 里有取不出来的字：“${lost.slice(0, 20)}”，请在 Word 里把它剪贴成普通正文，再导入` };
  const page: Root = { type: 'root', children: blocks };
  const others = tellOthers(file, new Set([document, ...notes, ...comments]));
  return {
    page,
    head: headOf(others),
    pictures,
    comments: asked,
    remarks: [
      ...readChanges([document, ...notes]),
      ...left,
      ...looseComments(asked, page),
      ...others,
      ...onceEach(reading.told),
    ],
  };
}

/** 「东河日报 2020年7月10日 第3版」 above every page. */
function headOf(others: readonly Decision[]): Record<string, string> {
  const [line] = others.filter(({ text }) => isDateLine(text));
  const publisher = line ? readMasthead(line.text) : null;
  return line ? { date: readDate(line.text) ?? '', ...(publisher ? { publisher } : {}) } : {};
}

const onceEach = (told: readonly Decision[]) => [
  ...new Map(told.map((one) => [`${one.what}\n${one.text}`, one])).values(),
];

/** The blocks of a Word file of which nothing has to be told besides. */
async function readWhole(bytes: Uint8Array, depth: number): Promise<Hast[] | null> {
  const inner = await readDocx(bytes, depth);
  if ('problem' in inner || inner.pictures.length > 0 || inner.remarks.length > 0 || inner.comments.size > 0)
    return null;
  return inner.page.children as Hast[];
}

/** The blocks of the other files that a document has taken in, by the part's name. */
async function readChunks(file: WordFile, relations: ReadonlyMap<string, Relation>, depth: number) {
  const chunks = new Map<string, Hast[]>();
  for (const { kind, target } of relations.values()) {
    const bytes = kind === 'aFChunk' ? file.bytesOf(target) : null;
    const blocks = bytes ? await chunkToBlocks(target, bytes, depth, readWhole) : null;
    if (blocks) chunks.set(target, blocks);
  }
  return chunks;
}

function readPiece(
  { kind, target }: Relation,
  chunks: ReadonlyMap<string, Hast[]>,
  file: WordFile,
  reading: Reading,
): Hast[] | null {
  const chunk = chunks.get(target);
  if (chunk) {
    reading.told.push({ line: 0, what: '嵌入的另一份文件，已收进文章', text: target });
    return chunk;
  }
  const root = file.parts.get(target)?.documentElement;
  if (!root) return null;
  const said = elementsIn(root)
    .filter(({ localName }) => localName === 'p')
    .map((paragraph) =>
      textsIn(paragraph)
        .map((text) => text.textContent)
        .join(''),
    )
    .filter((text) => text.trim() !== '');
  const values = elementsIn(root)
    .filter(({ localName }) => localName === 'v')
    .map((value) => value.textContent);
  if (kind === 'chart') {
    reading.told.push({ line: 0, what: '图表，没有收进文章', text: shorten([...said, ...values].join(' ')) });
    return [];
  }
  reading.told.push({
    line: 0,
    what: '智能图形（SmartArt），字列在它所在那段之后，请核对',
    text: shorten(said.join('　')),
  });
  return said.map((text) => h('p', [words(text)]));
}

function readNote(note: Element, file: WordFile, roots: readonly Element[], reading: Reading): Hast[] {
  if (!isWord(note, 'footnote', 'endnote')) return [];
  const id = `${note.localName}-${attributeOf(note, 'id')}`;
  if (!reading.called.has(id)) return [];
  const part = [...file.parts].find(
    ([, { documentElement }]) => roots.includes(documentElement) && documentElement === note.parentNode,
  );
  const blocks = readBlocks(note, { ...reading, relations: file.relations(part?.[0] ?? ''), fields: [], pending: [] });
  return [h('note-text', blocks.length > 0 ? blocks : [h('p', [words('（空）')])], { dataNote: id })];
}

/** Word of the notes that nothing in the article calls. */
function sortNotes(roots: readonly Element[], reading: Reading): Decision[] {
  const left = roots
    .flatMap(childrenOf)
    .filter(
      (note) =>
        isWord(note, 'footnote', 'endnote') && !reading.called.has(`${note.localName}-${attributeOf(note, 'id')}`),
    );
  for (const text of left.flatMap((note) => textsIn(note))) reading.known.add(text);
  return left
    .filter((note) => /[\p{L}\p{N}]/u.test(wordsIn(note)))
    .map((note) => ({
      line: 0,
      what: `${note.localName === 'footnote' ? '脚注' : '尾注'}，没有收进文章`,
      text: shorten(wordsIn(note)),
    }));
}

/** The first words of a part that were neither placed nor told. */
function findUnknown(roots: readonly Element[], known: ReadonlySet<Element>): string | undefined {
  return roots
    .flatMap((root) => textsIn(root, isTakenOut))
    .filter((text) => !known.has(text))
    .map((text) => text.textContent ?? '')
    .find((text) => /[\p{L}\p{N}]/u.test(text));
}

/** Comments that are tied to nothing in the page. */
function looseComments(comments: ReadonlyMap<string, string>, page: Root): Decision[] {
  const shown = JSON.stringify(page);
  return [...comments]
    .filter(([id]) => {
      const token = commentToken(id);
      return token === null || !shown.includes(token);
    })
    .map(([, text]) => ({ line: 0, what: '批注，没有收进文章', text }));
}

/** The words of all other parts: heads and feet of pages, and whatever else a program has put there. */
function tellOthers({ parts }: WordFile, read: ReadonlySet<Element>): Decision[] {
  const told = [...parts]
    .map(([name, { documentElement }]) => ({ name, root: documentElement }))
    .filter(
      ({ root }) =>
        !read.has(root) && !/^(?:dataModel|chartSpace|styles|numbering|Relationships|Types)$/.test(root.localName),
    )
    .map(({ name, root }) => {
      const isAround = isWord(root, 'hdr', 'ftr');
      return {
        line: 0,
        what: isAround ? '页眉页脚，没有收进文章' : `${name} 里的字，没有收进文章`,
        text: around(root),
      };
    });
  // A page's number alone is nobody's loss.
  return onceEach(told).filter(({ text }) => /\p{L}/u.test(text));
}

/** The words of a part; each paragraph once, though boxes hold theirs twice. */
const around = (root: Element): string => {
  const paragraphs = paragraphsIn(root).map((runs) => runs.filter((text) => text.trim() !== '').join(''));
  return shorten([...new Set(paragraphs)].join(''));
};
