import { describe, expect, test } from 'vitest';
import { type Imported, importFile } from '../../../../src/editing/import/import-file.ts';

const COUNTIES = [
  { id: 'jianan', name: '建安区' },
  { id: 'hanbin', name: '汉滨区' },
  { id: 'ziyang', name: '紫阳县' },
];
const options = { split: false, counties: COUNTIES, day: '2026-12-01' };

async function importText(text: string, name = '稿件.txt', split = false): Promise<Imported[]> {
  const result = await importFile(name, new TextEncoder().encode(text), { ...options, split });
  if ('problem' in result) throw new Error(result.problem);
  for (const article of result.articles) expect(article.losses).toEqual([]);
  return result.articles;
}
const bodyOf = ({ draft }: Imported) => draft.slice(draft.indexOf('\n---\n') + 5).trim();
const one = async (text: string, name?: string) => (await importText(text, name))[0] as Imported;

const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚';

describe('plain text', () => {
  test('finds headline, subtitle, byline, county and date', async () => {
    const { facts } = await one(
      `更新时间:2020-10-15 点击数:12\n\n两本账里的春天\n\n——建安区东村记账侧记\n\n东村日报 记者 张三 通讯员 李四 王 五\n\n${LONG}。建安区的人都来看。\n`,
    );
    expect(facts).toMatchObject({
      title: '两本账里的春天',
      subtitle: '建安区东村记账侧记',
      publisher: '东村日报',
      county: 'jianan',
      date: '2020-10-15',
      bylines: [
        { role: '记者', names: ['张三'] },
        { role: '通讯员', names: ['李四', '王五'] },
      ],
    });
  });

  test('joins a paragraph that a column break cut, around captions', async () => {
    const article = await one(
      `标题在这里\n\n□蔡某某\n\n${LONG}，后来又有了第二本账，记着各家各\n\n\n\n村民在看账本\n\n\n\n两本账放在一起\n\n户的支出。大家都说好。\n`,
    );
    expect(bodyOf(article)).toContain('记着各家各户的支出。');
    expect(article.facts.captions).toEqual(['村民在看账本', '两本账放在一起']);
  });

  test('does not join what may be lost: it asks', async () => {
    const article = await one(`标题在这里\n\n记者 张三\n\n${LONG}，可是在驻\n\n建安区的人后来才知道这件事。\n`);
    expect(bodyOf(article)).toMatch(/可是在驻<Note>待确认：原文在这里中断.*<\/Note>\n\n建安区的人/);
  });

  test('makes two lines without a blank one heading', async () => {
    const article = await one(`标题在这里\n\n记者 张三\n\n${LONG}。\n\n第一部分\n当好“记账员”\n\n${LONG}。\n`);
    expect(bodyOf(article)).toContain('## 第一部分 当好“记账员”');
  });

  test('knows outline numbers', async () => {
    const article = await one(
      `——2021年3月28日在东村大会上\n\n村长 张三\n\n各位乡亲：\n\n一、去年\n\n（一）记账\n\n${LONG}。\n`,
    );
    expect(bodyOf(article)).toMatch(/^——2021年3月28日在东村大会上\n\n[\s\S]*## 一、去年\n\n### （一）记账/);
    expect(article.facts.date).toBe('2021-03-28');
  });

  test('writes nothing that MDX would run or format', async () => {
    const words = '他写道<b>{1+1}</b> *星号* _下划线_ [括号](x) `反引号` # 井号 a|b ~三~ import x';
    const article = await one(
      `标题在这里\n\n记者 张三\n\n${LONG}。\n\n# ${words}。\n\nimport fs from 'fs'，他这样开头。\n`,
    );
    expect(bodyOf(article)).toContain('＜b>｛1+1｝＜/b>');
    expect(article.losses).toEqual([]);
  });

  test('splits a page into its articles, rubric and all', async () => {
    const articles = await importText(
      `第一篇的题目\n\n通讯员 张三\n\n${LONG}。汉滨区，汉滨区。\n\n简讯快讯\n\n第二篇的题目\n\n本报讯(通讯员 李四)近日,${LONG}。紫阳县，紫阳县。\n`,
      '版面.txt',
      true,
    );
    expect(articles.map(({ facts }) => [facts.title, facts.county, facts.bylines[0]?.names])).toEqual([
      ['第一篇的题目', 'hanbin', ['张三']],
      ['第二篇的题目', 'ziyang', ['李四']],
    ]);
    expect(articles[1]?.facts.note).toContain('简讯快讯');
  });

  test('marks a private-use character and says where', async () => {
    const result = await importFile('a.txt', new TextEncoder().encode(`标题在这里\n\n${LONG}\ue010。\n`), options);
    if ('problem' in result) throw new Error(result.problem);
    expect(result.decisions).toContainEqual({ line: 3, what: '缺字', text: 'U+E010' });
    expect(result.articles[0]?.draft).toContain('〔缺字 U+E010〕');
  });
});

describe('Markdown', () => {
  test('keeps tables, footnotes, lists and links; drops comments and says so', async () => {
    const result = await importFile(
      'a.md',
      new TextEncoder().encode(
        `---\ntitle: 两本账\n---\n\n<!-- 批注 -->\n\n## 开头\n\n${LONG}[^1]，见[这里](https://example.org/)。\n\n| 甲 | 乙 |\n|---|---|\n| 1~2 | 上<br>下 |\n\n- 一\n- 二\n\n[^1]: 注释。\n`,
      ),
      options,
    );
    if ('problem' in result) throw new Error(result.problem);
    const [article] = result.articles;
    expect(result.decisions).toContainEqual({ line: 5, what: '删去批注', text: '<!-- 批注 -->' });
    expect(article?.losses).toEqual([]);
    expect(bodyOf(article as Imported)).toContain('上<br />下');
    expect(bodyOf(article as Imported)).toContain('[^1]: 注释。');
  });

  test('makes bold before Han work', async () => {
    const article = await one(`# 两本账\n\n**账要记清。**这是第一条，${LONG}。\n`, 'a.md');
    expect(bodyOf(article)).toContain('**账要记清**。这是第一条');
  });
});

describe('HTML', () => {
  const page = (body: string) => `<html><head><title>x</title></head><body>${body}</body></html>`;

  test('takes the article out of an e-paper page', async () => {
    const article = await one(
      page(
        `<nav>首页 版面导航</nav><h1>两本账里的春天</h1><div class="info">来源：东村日报 作者：张三 2020年10月15日</div><div id="ozoom"><p>　　${LONG}。</p><p>　　建安区，建安区的人都来看。</p></div><footer>版权所有</footer><script>alert(1)</script>`,
      ),
      'a.html',
    );
    expect(article.facts).toMatchObject({
      title: '两本账里的春天',
      date: '2020-10-15',
      publisher: '东村日报',
      county: 'jianan',
    });
    expect(bodyOf(article)).not.toMatch(/版权所有|导航|alert/);
  });

  test('takes the words out of a page that nobody knows, and says what it left', async () => {
    const links = '<li><a href="/a">别的新闻一</a></li><li><a href="/b">别的新闻二</a></li>';
    const html = page(
      `<div class="top"><ul><li><a href="/">首页</a></li><li>要闻</li></ul></div><div>当前位置：首页 > 正文</div>\n<div class="left"><h1>两本账里的春天</h1><div class="info">2020-10-15 09:12 来源：东村日报 作者：张三 【字体：大 中 小】</div><div class="c1"><p>${LONG}。<b>${LONG}</b>。</p><p>${LONG}。</p></div>\n<div>分享到：微信</div><ul>${links}</ul></div>\n<div>版权所有 东村新闻网</div>`,
    );
    const result = await importFile('a.html', new TextEncoder().encode(html), options);
    if ('problem' in result) throw new Error(result.problem);
    const [article] = result.articles;
    expect(article?.facts).toMatchObject({
      title: '两本账里的春天',
      publisher: '东村日报',
      date: '2020-10-15',
      bylines: [{ names: ['张三'] }],
    });
    expect(bodyOf(article as Imported)).toBe(`${LONG}。**${LONG}**。\n\n${LONG}。`);
    const left = result.decisions.filter(({ what }) => what === '删去页面文字').map(({ text }) => text);
    for (const words of ['当前位置', '分享到', '版权所有', '别的新闻二']) expect(left.join()).toContain(words);
  });

  test('takes a WeChat page', async () => {
    const article = await one(
      page(
        `<h1 id="activity-name"> 两本账里的春天 </h1><span id="js_name">建安发布</span><em id="publish_time">2020-10-15</em><div id="js_content"><section><span>${LONG}。</span></section><p><strong>第一本</strong></p><p>${LONG}。</p></div>`,
      ),
      'a.html',
    );
    expect(article.facts.title).toBe('两本账里的春天');
    expect(bodyOf(article)).toContain('## 第一本');
  });
});

describe('refused', () => {
  test.each([
    ['a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /旧版 \.doc/],
    ['a.docx', Uint8Array.of(1, 2, 3), /不是 Word 文件/],
    ['a.pdf', Uint8Array.of(1), /不是 PDF 文件/],
    ['a.xls', Uint8Array.of(1), /不认识“\.xls”/],
    ['deep.html', new TextEncoder().encode(`<html><body>${'<div>'.repeat(5000)}字`), /太深/],
    ['稿件', Uint8Array.of(1), /没有扩展名/],
    ['hz.txt', new TextEncoder().encode('~{Qr6G>z~}\n'), /HZ 编码/],
    ['a.txt', new TextEncoder().encode(' \n '), /没有文字/],
    ['a.txt', new TextEncoder().encode('a\0b'), /NUL/],
  ])('%s', async (name, bytes, says) => {
    const result = await importFile(name, bytes, options);
    expect('problem' in result && result.problem).toMatch(says);
  });
});
