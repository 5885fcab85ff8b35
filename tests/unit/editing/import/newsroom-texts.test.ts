import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/editing/import/import-file.ts';

const options = { counties: [{ id: 'jianan', name: '建安区' }], day: '2026-12-01' };
const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚';
const PARAGRAPHS = [
  `去年，建安区共有贫困户6842户、18317人，2016年以来投入资金3.6亿元，发生率由5.2%下降到0.13%。${LONG}，共127个基地。`,
  `“干部下得勤，我们心里就有底。”老陈一边摘菌子一边这样说。`,
  `${LONG}。`,
];
const wrap = (paragraph: string, indent: string) => (indent + paragraph).match(/.{1,28}/gu)?.join('\n') ?? '';

async function importAll(text: string, split = false) {
  const result = await importFile('稿件.txt', new TextEncoder().encode(text), { ...options, split });
  if ('problem' in result) throw new Error(result.problem);
  for (const { losses } of result.articles) expect(losses).toEqual([]);
  return {
    ...result,
    all: result.articles.map(({ facts, draft }) => ({ facts, body: draft.split('\n---\n')[1]?.trim() ?? '' })),
  };
}
async function importText(text: string) {
  const { all, decisions } = await importAll(text);
  return { facts: all[0]?.facts, body: all[0]?.body ?? '', decisions };
}

describe('a text cut at a fixed width', () => {
  test.each(['　　', '    ', ''])(
    'is whole paragraphs again, numbers cut in two included (indent “%s”)',
    async (indent) => {
      const text = PARAGRAPHS.map((paragraph) => wrap(paragraph, indent)).join('\n');
      const { facts, body } = await importText(`两本账\n记者 张三\n\n${text}\n`);
      expect(body).toBe(PARAGRAPHS.join('\n\n'));
      expect(facts?.captions).toEqual([]);
    },
  );

  test('is not what a list of even lines is', async () => {
    const years = [2012, 2013, 2014, 2015].map((year) => `${year}年，村里修通了一条水泥路，通到了各家各户`);
    expect((await importText(`大事记\n\n记者 张三\n\n${years.join('\n')}\n`)).body.split('\n\n')).toHaveLength(4);
  });

  test('loses no line of a poem to the one before', async () => {
    const { body } = await importText(
      '两本账的歌\n\n记者 张三\n\n山高路远坑又深，\n他一步一步往前走，\n走过了三十个村庄。\n',
    );
    expect(body.split('\n\n')).toHaveLength(3);
  });
});

describe('what only pages and programs put between paragraphs', () => {
  test('page numbers cut no paragraph in two', async () => {
    const { facts, body } = await importText(
      `两本账\n\n记者 张三\n\n${LONG}，降到5.\n\n- 1 -\n\n2%以下。\n\n${LONG}，\n\n第 2 页 共 3 页\n\n也写着日子。\n\n—3—\n`,
    );
    expect(body).toBe(`${LONG}，降到5.2%以下。\n\n${LONG}，也写着日子。`);
    expect(facts?.captions).toEqual([]);
  });

  test('the end mark of old files is no heading', async () => {
    expect((await importText(`两本账\n\n记者 张三\n\n${LONG}。\n\x1a`)).body).toBe(`${LONG}。`);
  });
});

describe('a table set with tabs', () => {
  test('is a table', async () => {
    const { body, facts } = await importText(
      `统计表\n\n记者 张三\n\n${LONG}。\n\n乡镇\t户数(户)\t备注\n五女店镇\t1,234\t\n小召乡\t987\t甲|乙\n\n    注:数据截至2020年10月31日。\n`,
    );
    expect(body).toContain(
      '| 乡镇 | 户数（户） | 备注 |\n| --- | --- | --- |\n| 五女店镇 | 1,234 |  |\n| 小召乡 | 987 | 甲\\|乙 |',
    );
    expect(facts?.date).toBeNull();
  });
});

describe('a table set with blanks', () => {
  test('is a table, and its rows of one width are no paragraph', async () => {
    const { body } = await importText(
      `统计表\n\n记者 张三\n\n${LONG}。\n\n乡镇名称    贫困户数    贫困人数\n五女店镇    1234        3456\n　小召乡    987         2345\n　　合计    2221        5801\n`,
    );
    expect(body).toContain('| 五女店镇 | 1234 | 3456 |\n| 小召乡 | 987 | 2345 |');
  });
});

describe('several articles in one file', () => {
  const first = `两本账里的春天\n\n记者 张三\n\n${LONG}。`;
  const second = `光伏板下话增收\n\n记者 李四\n\n${LONG}。`;

  test('divided by rules', async () => {
    const { all, decisions } = await importAll(`${first}\n==========\n${second}\n`, true);
    expect(all.map(({ facts }) => [facts.title, facts.note])).toEqual([
      ['两本账里的春天', null],
      ['光伏板下话增收', null],
    ]);
    expect(decisions).toContainEqual({ line: 6, what: '删去分隔线', text: '==========' });
  });

  test('numbered', async () => {
    const { all } = await importAll(`（一）\n${first}\n\n（二）\n${second}\n`, true);
    expect(all.map(({ facts, body }) => [facts.title, body])).toEqual([
      ['两本账里的春天', `${LONG}。`],
      ['光伏板下话增收', `${LONG}。`],
    ]);
  });

  test('each under its date; the days of a diary are one', async () => {
    const dated = (day: number, title: string) => `2020年11月${day}日\n${title}\n　　${LONG}。\n`;
    const { all } = await importAll(`${dated(10, '两本账里的春天')}\n${dated(12, '光伏板下话增收')}`, true);
    expect(all.map(({ facts }) => [facts.title, facts.date])).toEqual([
      ['两本账里的春天', '2020-11-10'],
      ['光伏板下话增收', '2020-11-12'],
    ]);
    const day = (number: number) => `2020年11月${number}日 星期二\n　　${LONG}。\n`;
    const diary = await importAll(`驻村日记\n\n${day(10)}\n${day(11)}`);
    expect(diary.unsplit).toBe(1);
    expect(diary.all[0]?.body).toMatch(/^## 2020年11月10日 星期二[\s\S]*## 2020年11月11日/);
  });

  test('each with its author at its end', async () => {
    const { all } = await importAll(
      `两本账里的春天\n　　${LONG}。\n　　${LONG}。（本报记者 张三）\n\n光伏板下话增收\n　　${LONG}。（李四）\n`,
      true,
    );
    expect(all.map(({ facts }) => [facts.title, facts.bylines[0]?.names])).toEqual([
      ['两本账里的春天', ['张三']],
      ['光伏板下话增收', ['李四']],
    ]);
  });
});
