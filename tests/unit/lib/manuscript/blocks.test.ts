import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  countCharacters,
  isCitable,
  readingMinutes,
  sectionId,
  storedBlock,
} from '../../../../src/lib/manuscript/blocks.ts';
import { parseBody } from '../../../../src/lib/manuscript/tree.ts';

function blocks(body: string) {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return blocksOf(parsed.tree);
}

const kinds = (body: string) => blocks(body).map(({ kind, text }) => `${kind} ${text}`);

describe('the blocks of an article', () => {
  test('are headings, paragraphs and items in reading order', () => {
    const all = blocks('## 甲\n\n一段。\n\n- 子\n- 丑\n\n二段。').map(({ kind, text }) => [kind, text]);
    expect(all).toEqual([
      ['heading', '甲'],
      ['paragraph', '一段。'],
      ['item', '子'],
      ['item', '丑'],
      ['paragraph', '二段。'],
    ]);
  });

  test('carry their marks, nested ones too', () => {
    const [block] = blocks('<Milestone id="m">那年<Figure id="f">3 户</Figure>搬走</Milestone>，余下的留着。');
    expect(block?.marks.map(({ name, id, text }) => [name, id, text])).toEqual([
      ['Milestone', 'm', '那年3 户搬走'],
      ['Figure', 'f', '3 户'],
    ]);
  });

  test('include a mark that stands alone on its line', () => {
    const [block] = blocks('<Milestone id="m">那年春天路通了。</Milestone>');
    expect(block).toMatchObject({ kind: 'paragraph', text: '那年春天路通了。', marks: [{ id: 'm' }] });
  });

  test('leave out pull quotes, which repeat the text', () => {
    const all = blocks('一段话。\n\n<PullQuote>\n一段话。\n</PullQuote>');
    expect(all.filter(isCitable).map((block) => block.text)).toEqual(['一段话。']);
    expect(countCharacters(all)).toBe(3);
  });

  test.each([
    ['in a sentence of its own', '<Background notFound="两处">另一段话。</Background>'],
    ['in a paragraph', '<Background notFound="两处">\n\n另一段话。\n\n</Background>'],
  ])('leave out background, which is not told from the source: %s', (_, background) => {
    const all = blocks(`一段话。\n\n${background}`);
    expect(all.filter(isCitable).map((block) => block.text)).toEqual(['一段话。']);
    expect(countCharacters(all)).toBe(3);
  });

  test('are counted as 字数: Han characters, and a number or word as one', () => {
    expect(countCharacters(blocks('2017 年，PM2.5 降到 4.76，共 32168 人。'))).toBe(9);
  });

  test('take some minutes to read', () => {
    expect(readingMinutes(100)).toBe(1);
    expect(readingMinutes(2400)).toBe(6);
  });

  test('are known by their place, and headings by their level', () => {
    const places = blocks('## 甲\n\n### 乙\n\n丙\n\n> 丁').map(({ depth, line, column }) => [depth, line, column]);
    expect(places).toEqual([
      [2, 1, 1],
      [3, 3, 1],
      [0, 5, 1],
      [0, 7, 3],
    ]);
  });

  test('are items only where they are no more than a paragraph, and only by their first words', () => {
    expect(kinds('- 甲\n\n  乙\n\n- 丙')).toEqual(['paragraph 甲', 'paragraph 乙', 'item 丙']);
    expect(kinds('- 甲\n  - 乙\n- 丙')).toEqual(['item 甲', 'item 乙', 'item 丙']);
    expect(kinds('- ## 甲\n  乙')).toEqual(['heading 甲', 'paragraph 乙']);
    expect(kinds('- > 甲')).toEqual(['paragraph 甲']);
  });

  test('carry their id in the page on the item, else on themselves', () => {
    expect(blocks('- 甲\n- 乙\n\n丙').map(({ node }) => node.type)).toEqual(['listItem', 'listItem', 'paragraph']);
    expect(blocks('- 甲\n\n  乙').map(({ node }) => node.type)).toEqual(['paragraph', 'paragraph']);
  });

  test('are words in a line: line ends and doubled blanks are blanks, and none stands at an end', () => {
    expect(kinds('甲  乙\nb丙\\\n丁')).toEqual(['paragraph 甲 乙 b丙 丁']);
    expect(blocks('<Place> 甲 </Place>').map(({ text }) => text)).toEqual(['甲']);
  });

  test('are no tags of other kinds: their paragraphs are', () => {
    expect(kinds('<Aside title="旁">\n\n甲\n\n</Aside>')).toEqual(['paragraph 甲']);
    expect(kinds('<Aside title="旁" />')).toEqual([]);
    expect(kinds('![图](./a.jpg)\n\n---\n\n| 甲 |\n| - |')).toEqual(['paragraph ']);
  });

  test('are quotes in a pull quote, however deep', () => {
    expect(kinds('<PullQuote>\n\n> - 甲\n\n</PullQuote>')).toEqual(['quote 甲']);
    expect(kinds('<Aside title="旁">\n\n<PullQuote>\n\n甲\n\n</PullQuote>\n\n乙\n\n</Aside>')).toEqual([
      'quote 甲',
      'paragraph 乙',
    ]);
    expect(kinds('<PullQuote>\n\n## 甲\n\n</PullQuote>')).toEqual(['heading 甲']);
  });

  test('can be cited where they are paragraphs or items', () => {
    const kindsOfAll = ['heading', 'paragraph', 'item', 'quote', 'background'] as const;
    expect(kindsOfAll.filter((kind) => isCitable({ kind }))).toEqual(['paragraph', 'item']);
  });

  test('can be kept without the tree', () => {
    const [block] = blocks('甲');
    expect(block && storedBlock(block)).toEqual({
      kind: 'paragraph',
      depth: 0,
      text: '甲',
      marks: [],
      line: 1,
      column: 1,
    });
  });
});

describe('a mark', () => {
  const marks = (body: string) => blocks(body).flatMap((block) => block.marks);

  test('is where its words are', () => {
    const body = '甲  乙\n<Place id="p">丙  丁</Place>*戊*<Figure id="f">3 户</Figure>';
    const [block] = blocks(body);
    expect(block?.marks.map(({ start, text }) => block.text.slice(start, start + text.length))).toEqual([
      '丙 丁',
      '3 户',
    ]);
    expect(marks(body).map(({ text, line, column }) => [text, line, column])).toEqual([
      ['丙 丁', 2, 1],
      ['3 户', 2, 30],
    ]);
  });

  test('at the beginning starts there, whatever blanks are before it', () => {
    expect(marks('<Note> </Note><Place id="p">丙</Place>').map(({ start }) => start)).toEqual([0]);
  });

  test('has an id, or none where the writer forgot it', () => {
    expect(marks('<Place>甲</Place><Gap id="g" />').map(({ name, id, text }) => [name, id, text])).toEqual([
      ['Place', '', '甲'],
      ['Gap', 'g', ''],
    ]);
  });

  test('is none of the other tags', () => {
    expect(marks('<Note>甲</Note><em>乙</em><Withheld id="w">丙</Withheld>*丁*')).toEqual([]);
  });
});

describe('字数', () => {
  const count = (...texts: string[]) => countCharacters(blocks(texts.join('\n\n')));

  test.each([
    ['no punctuation', '甲，乙。——“丙”', 3],
    ['a word as one', 'county 县', 2],
    ['a number with its fraction as one', '3.14', 1],
    ['two numbers apart', '共 3. 14', 3],
    ['a version of three parts', '1.2.3', 2],
    ['a word and a number that are one', 'PM25', 1],
    ['Chinese numerals each', '三十', 2],
    ['rare characters', '𠮷田', 2],
    ['nothing', '……', 0],
  ])('counts %s', (_, text, characters) => expect(count(text)).toBe(characters));

  test('counts paragraphs apart', () => expect(count('abc', 'def', '1', '2')).toBe(4));

  test('is a minute for every four hundred, and one at least', () => {
    expect([0, 400, 599, 600, 1000].map(readingMinutes)).toEqual([1, 1, 1, 2, 3]);
  });
});

test('headings are counted from one', () => expect([sectionId(0), sectionId(1)]).toEqual(['s-1', 's-2']));
