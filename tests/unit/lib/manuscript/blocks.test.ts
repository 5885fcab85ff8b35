import { describe, expect, test } from 'vitest';
import { blocksOf, countCharacters, isCitable, readingMinutes } from '../../../../src/lib/manuscript/blocks.ts';
import { parseBody } from '../../../../src/lib/manuscript/tree.ts';

function blocks(body: string) {
  const parsed = parseBody(body);
  if ('finding' in parsed) throw new Error(parsed.finding.message);
  return blocksOf(parsed.tree);
}

describe('the blocks of an article', () => {
  test('are headings, paragraphs and items in reading order', () => {
    const kinds = blocks('## 甲\n\n一段。\n\n- 子\n- 丑\n\n二段。').map(({ kind, text }) => [kind, text]);
    expect(kinds).toEqual([
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

  test('are counted as 字数: Han characters, and a number or word as one', () => {
    expect(countCharacters(blocks('2017 年，PM2.5 降到 4.76，共 32168 人。'))).toBe(9);
  });

  test('take some minutes to read', () => {
    expect(readingMinutes(100)).toBe(1);
    expect(readingMinutes(2400)).toBe(6);
  });
});
