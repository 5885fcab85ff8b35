import { describe, expect, test } from 'vitest';
import { take } from '../../../support/imported.ts';

const PARAGRAPHS = [
  '今年以来，双桥镇把茶产业作为群众增收的主导产业，截至2020年6月底，全镇茶园面积达到1.2万亩，茶农2316户，户均增收4800元。',
  '“以前靠天吃饭，现在靠茶吃饭。”六河村村民老张算了一笔账：去年采鲜叶卖了1.1万元，加上合作社分红800元，全家一年收入近4万元。',
  '2020年2月27日，省政府宣布全县退出贫困县序列。至此，全县3.2万户11.5万人脱贫，贫困发生率由2014年的36.2%下降到1.05%。',
  '村里的账本一共三本：一本记收入，一本记支出，一本记人情。记账的人换了两个，字迹不一样，规矩是一样的。',
  '夜里九点，会计还在灯下对账。他说，差一分钱也要找出来，找不出来就不睡觉，第二天的会上没法交代。',
  '下一步，该县将建立防止返贫监测机制，对652户易返贫户落实帮扶措施，确保小康路上一个都不掉队。',
];
const HEADINGS = new Map([
  [2, '抓加工 茶叶出了山'],
  [4, '三本账'],
]);
const NUMBERS = /\d[\d.,]*\d/g;

/** A text cut at so many characters, marks that may begin no line drawn up to the line before where asked. */
function cut(text: string, width: number, keepsMarks: boolean): string[] {
  const characters = [...text];
  const lines: string[] = [];
  for (let at = 0; at < characters.length; ) {
    let end = at + width;
    while (keepsMarks && /[，。！？；：、”’）》]/u.test(characters[end] ?? '')) end++;
    lines.push(characters.slice(at, end).join(''));
    at = end;
  }
  return lines;
}

const write = (width: number, indent: string, keepsMarks: boolean, headings: ReadonlyMap<number, string> = HEADINGS) =>
  [
    '一片叶子富一方',
    '本报记者 张三',
    ...PARAGRAPHS.flatMap((text, index) => [
      ...(headings.has(index) ? [headings.get(index) ?? ''] : []),
      ...cut(indent + text, width, keepsMarks),
    ]),
  ].join('\n');

const bare = (block: string) => block.replace(/<Note>.*?<\/Note>/g, '');
const WIDTHS = [12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36];

describe('a text copied out of columns', () => {
  test.each(WIDTHS.flatMap((width) => [false, true].map((keepsMarks): [number, boolean] => [width, keepsMarks])))(
    'of %i characters, with indents (marks drawn up: %s), is its paragraphs again',
    async (width, keepsMarks) => {
      const { blocks, article } = await take('稿件.txt', write(width, '　　', keepsMarks));
      expect(blocks.map(bare)).toEqual(
        PARAGRAPHS.flatMap((text, index) => (HEADINGS.has(index) ? [`## ${HEADINGS.get(index)}`, text] : [text])),
      );
      expect(article.facts).toMatchObject({ title: '一片叶子富一方', captions: [], bylines: [{ names: ['张三'] }] });
      // That a short line is a heading is a guess, and said to be one.
      for (const [index, block] of blocks.entries())
        if (block.startsWith('#')) expect(blocks[index + 1]).toContain('当作小标题，请对照版面');
    },
  );

  test('without indents cuts no number, makes no heading, and asks wherever a paragraph may end', async () => {
    let [kept, all] = [0, 0];
    for (const width of WIDTHS)
      for (const keepsMarks of [false, true]) {
        const { blocks } = await take('稿件.txt', write(width, '', keepsMarks, new Map()));
        const shown = blocks.map(bare);
        for (const number of PARAGRAPHS.join('').match(NUMBERS) ?? [])
          expect(
            shown.some((block) => block.includes(number)),
            `${number} at ${width}`,
          ).toBe(true);
        expect(shown.filter((block) => block.startsWith('#'))).toEqual([]);
        for (const paragraph of PARAGRAPHS) {
          all++;
          if (shown.includes(paragraph)) kept++;
          else {
            const at = shown.findIndex((block) => block.includes(paragraph.slice(0, 8)));
            expect(blocks.slice(at, at + 2).join(), `${width}: ${paragraph}`).toContain('待确认');
          }
        }
      }
    expect(kept / all).toBeGreaterThan(0.85);
  });
});
