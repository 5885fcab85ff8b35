import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/editing/import/import-file.ts';

const options = { split: false, counties: [{ id: 'jianan', name: '建安区' }], day: '2026-12-01' };
const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚。';

async function importText(text: string, name = '稿件.txt') {
  const result = await importFile(name, new TextEncoder().encode(text), options);
  if ('problem' in result) throw new Error(result.problem);
  const [article] = result.articles;
  expect(article?.losses).toEqual([]);
  return { facts: article?.facts, body: article?.draft.split('\n---\n')[1]?.trim() ?? '' };
}

describe('the date', () => {
  test.each([
    ['in numerals', `两本账\n\n二〇二〇年十一月十日\n\n记者 张三\n\n${LONG}\n`, LONG],
    ['over the headline', `2020年11月10日 星期二\n\n两本账\n\n记者 张三\n\n${LONG}\n`, LONG],
    ['beside the name of the paper', `《东村日报》2020年11月10日 第3版\n\n两本账\n\n记者 张三\n\n${LONG}\n`, LONG],
    [
      'under the title of a speech',
      `两本账\n\n（二〇二〇年十一月十日）\n\n${LONG}\n`,
      `（二〇二〇年十一月十日）\n\n${LONG}`,
    ],
    [
      'at the very end, under who wrote it',
      `两本账\n\n记者 张三\n\n${LONG}\n\n东村村委会\n2020年11月10日\n`,
      `${LONG}\n\n东村村委会\n\n2020年11月10日`,
    ],
  ])('%s', async (_, text, expected) => {
    const { facts, body } = await importText(text);
    expect(facts).toMatchObject({ title: '两本账', date: '2020-11-10' });
    expect(body).toBe(expected);
  });

  test('of the data is not that of the article', async () => {
    const { facts } = await importText(`两本账\n\n记者 张三\n\n注：数据截至2020年10月31日。\n\n${LONG}\n`);
    expect(facts?.date).toBeNull();
  });
});

describe('the byline', () => {
  test.each([
    ['of a dispatch', `两本账\n\n本报许昌11月10日电　（记者 张三）${LONG}\n`, { role: '记者', names: ['张三'] }],
    ['in traditional characters', `兩本賬\n\n記者 陳三\n\n${LONG}\n`, { role: '記者', names: ['陳三'] }],
    ['with what else he did', `两本账\n\n记者 张三 文/图\n\n${LONG}\n`, { role: '记者/文图', names: ['张三'] }],
    ['of words and pictures', `两本账\n\n文/图 张三\n\n${LONG}\n`, { role: '文图', names: ['张三'] }],
    ['a name alone at the end', `两本账\n\n${LONG}\n\n（张三）\n`, { role: null, names: ['张三'] }],
  ])('%s', async (_, text, byline) => {
    expect((await importText(text)).facts?.bylines).toEqual([byline]);
  });

  test('at the end of a Word file or page, on a line of its own', async () => {
    const { facts } = await importText(`# 两本账\n\n${LONG}\n\n（本报记者 张三 通讯员 李四）\n`, '稿件.md');
    expect(facts?.bylines.map(({ names }) => names)).toEqual([['张三'], ['李四']]);
  });
});

describe('the headline', () => {
  test('may be a question, and has no bullet', async () => {
    expect((await importText(`■产业怎么扶？\n\n记者 张三\n\n${LONG}\n`)).facts?.title).toBe('产业怎么扶？');
    expect((await importText(`怎么办？\n${LONG}\n`)).facts?.title).toBe('怎么办？');
  });
});

describe('an official paper', () => {
  test('has its long headline, its number aside, and its addressees below', async () => {
    const title = '关于印发《建安区2020年度巩固脱贫攻坚成果与乡村振兴有效衔接重点工作任务分工方案》的通知';
    const { facts, body } = await importText(
      `${title}\n\n建政办〔2020〕12号\n\n各乡镇人民政府、街道办事处，区人民政府各部门：\n\n　　${LONG}\n`,
    );
    expect(facts).toMatchObject({ headline: title, note: '建政办〔2020〕12号', captions: [] });
    expect(body).toBe(`各乡镇人民政府、街道办事处，区人民政府各部门：\n\n${LONG}`);
  });
});

describe('a form that was filled in', () => {
  test('gives its fields without their names', async () => {
    const { facts, body } = await importText(
      `标题：两本账\n副标题：东村见闻\n作者：张三\n单位：东村日报\n日期：2020年11月10日\n正文：\n　　${LONG}\n`,
    );
    expect(facts).toMatchObject({ title: '两本账', headline: '两本账', subtitle: '东村见闻', date: '2020-11-10' });
    expect(facts?.bylines).toEqual([{ role: '作者', names: ['张三'] }]);
    expect(body).toBe(LONG);
  });

  test('what a table counts in stays above it', async () => {
    const { body } = await importText(`两本账\n\n${LONG}\n\n单位：亿元\n\n${LONG}\n`);
    expect(body).toBe(`${LONG}\n\n单位：亿元\n\n${LONG}`);
  });

  test('the head of a mail is no headline', async () => {
    const { facts, body } = await importText(
      `发件人: 张三 <a@b.example>\n发送时间: 2020年11月10日 18:32\n收件人: c@d.example\n\n两本账\n\n${LONG}\n`,
    );
    expect([facts?.title, body]).toEqual(['两本账', LONG]);
  });
});

describe('an editor’s note', () => {
  test('above the headline stays above the text', async () => {
    const { facts, body } = await importText(`编者按：${LONG}\n\n两本账\n\n记者 张三\n\n${LONG}\n`);
    expect([facts?.title, body]).toEqual(['两本账', `编者按：${LONG}\n\n${LONG}`]);
  });
});

describe('Markdown of other systems', () => {
  test.each([
    ['Hugo', '+++\ntitle = "两本账"\ndate = 2020-11-10T08:00:00+08:00\nauthor = "张三"\ndraft = false\n+++\n'],
    ['Hexo', 'title: 两本账\ndate: 2020-11-10 08:00:00\ntags:\n- 甲\nauthor: 张三\n---\n'],
    ['Jekyll', '---\nlayout: post\ntitle: "两本账"\ndate: 2020-11-10\nauthor: 张三\n---\n'],
  ])('%s: its front matter is known', async (_, head) => {
    const { facts, body } = await importText(`${head}\n${LONG}\n`, '稿件.md');
    expect(facts).toMatchObject({ title: '两本账', date: '2020-11-10', bylines: [{ role: '作者', names: ['张三'] }] });
    expect(body).toBe(LONG);
  });

  test('links by reference, underlined headings and indents of four blanks', async () => {
    const { body } = await importText(
      `# 两本账\n\n    ${LONG}\n\n参见[政府网站][gov]和[这里]。\n\n小标题\n------\n\n${LONG}\n\n[gov]: https://a.example/ "政府"\n[这里]: <https://b.example/>\n`,
      '稿件.md',
    );
    expect(body).toBe(
      `${LONG}\n\n参见[政府网站](https://a.example/ "政府")和[这里](https://b.example/)。\n\n## 小标题\n\n${LONG}`,
    );
  });
});
