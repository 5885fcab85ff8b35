import { describe, expect, test } from 'vitest';
import { importFile } from '../../../../src/editing/import/import-file.ts';
import { docx, paragraph, run } from '../../../support/docx.ts';

const options = { split: false, counties: [{ id: 'jianan', name: '建安区' }], day: '2026-12-01' };
const LONG = '村里从春天起就把每一笔收入和支出都写在本子上，谁家有几亩地、几头牛，本子上写得清清楚楚。';

async function importBytes(name: string, bytes: Uint8Array) {
  const result = await importFile(name, bytes, options);
  if ('problem' in result) throw new Error(result.problem);
  const [article] = result.articles;
  expect(article?.losses).toEqual([]);
  return {
    facts: article?.facts,
    body: article?.draft.split('\n---\n')[1]?.trim() ?? '',
    told: result.decisions.map(({ text }) => text),
  };
}
const importPage = (body: string) =>
  importBytes('稿件.html', new TextEncoder().encode(`<html><head><title>x</title></head><body>${body}</body></html>`));

describe('paragraphs that were made with soft returns', () => {
  test('in Word, headline and byline too', async () => {
    const lines = ['两本账里的春天', '本报记者 张三', `　　${LONG}`, `　　${LONG}`].map((text) => run(text));
    const { facts, body } = await importBytes('稿件.docx', await docx(paragraph(lines.join('<w:r><w:br/></w:r>'))));
    expect(facts).toMatchObject({ title: '两本账里的春天', bylines: [{ names: ['张三'] }] });
    expect(body).toBe(`${LONG}\n\n${LONG}`);
  });

  test('on a page that is nothing but words and breaks', async () => {
    const { body } = await importPage(
      `<h2>两本账</h2>&nbsp;&nbsp;&nbsp;&nbsp;${LONG}<br>&emsp;&emsp;<b>第一本<br>${LONG}</b><br><br>${LONG}`,
    );
    expect(body).toBe(`${LONG}\n\n## 第一本\n\n**${LONG}**\n\n${LONG}`);
  });
});

describe('raised and lowered figures', () => {
  test('stay what they are: 10⁴ is not 104', async () => {
    const script = (text: string, place: string) =>
      `<w:r><w:rPr><w:vertAlign w:val="${place}"/></w:rPr><w:t>${text}</w:t></w:r>`;
    const words = [run('约10'), script('4', 'superscript'), run('平方米，CO'), script('2', 'subscript'), run(LONG)];
    const word = await importBytes('稿件.docx', await docx(paragraph(run('两本账')) + paragraph(...words)));
    expect(word.body).toBe(`约10⁴平方米，CO₂${LONG}`);
    const page = await importPage(`<h1>两本账</h1><p>约10<sup>4</sup>平方米，CO<sub>2</sub>${LONG}<sup>[1]</sup></p>`);
    expect(page.body).toBe(`约10⁴平方米，CO₂${LONG}\\[1]`);
  });
});

describe('a form that is a table', () => {
  test('gives the article in it, not a table of one endless cell', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map((text) => paragraph(run(text))).join('')}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const form = `<w:tbl>${row(cell('两本账', '记者 张三', ...Array<string>(8).fill(LONG)))}</w:tbl>`;
    const { facts, body } = await importBytes('稿件.docx', await docx(form));
    expect(facts).toMatchObject({ title: '两本账', bylines: [{ names: ['张三'] }] });
    expect(body).toBe(Array<string>(8).fill(LONG).join('\n\n'));
  });
});

describe('a page that Word saved', () => {
  test('has no blanks where its source breaks, and its indents are no code', async () => {
    const { body } = await importPage(
      `<h1>两本账</h1><p class=MsoNormal><span>&nbsp;&nbsp;&nbsp; </span><span>${LONG.replace('支出', '支\n出')}<o:p></o:p></span></p><p><span>&nbsp;&nbsp;&nbsp; </span><b>一、去年</b></p><p>${LONG}</p>`,
    );
    expect(body).toBe(`${LONG}\n\n## 一、去年\n\n${LONG}`);
  });
});

describe('a WeChat page', () => {
  test('keeps the pictures that it loads late, asks what they show, and knows who and when', async () => {
    const { facts, body } = await importPage(
      `<h1 id="activity-name">两本账</h1><div id="meta_content"><span id="js_author_name">张三</span><a id="js_name"> 建安发布 </a><em id="publish_time">2020-11-10 18:32</em></div><div id="js_content"><p>点击上方蓝字关注我们</p><p><img data-src="https://a.example/1" src="data:image/gif;base64,AA==" alt="图片"></p><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p><p>END</p><p>长按识别二维码关注我们</p></div>`,
    );
    expect(body).toBe(`![待确认：图片说明](https://a.example/1)\n\n${LONG}\n\n${LONG}\n\n${LONG}`);
    expect(facts).toMatchObject({ publisher: '建安发布', date: '2020-11-10', bylines: [{ names: ['张三'] }] });
  });
});

describe('a page of a government site', () => {
  test('has its headline from where the page’s own title says, not from the site’s head', async () => {
    const html = `<html><head><title>两本账里的春天_建安区人民政府</title></head><body><div>建安区人民政府</div><div>您现在的位置：首页 &gt; 动态</div><div class="xl-tit">两本账里的春天</div><div class="xl-info"><span>发布时间：2020-11-10</span><span>来源：东村日报</span><span>浏览次数：</span></div><div id="UCAPCONTENT"><p>${LONG}</p><p>${LONG}</p><p><a href="javascript:void(0)">点这里</a>${LONG}</p></div></body></html>`;
    const { facts, body, told } = await importBytes('稿件.html', new TextEncoder().encode(html));
    expect(told).toContain('您现在的位置：首页 > 动态');
    expect(facts).toMatchObject({ title: '两本账里的春天', publisher: '东村日报', date: '2020-11-10' });
    expect(body).toBe(`${LONG}\n\n${LONG}\n\n点这里${LONG}`);
  });

  test('whose source is a link, and whose lists have soft returns', async () => {
    const { facts, body } = await importPage(
      `<div class="content"><h1>两本账</h1><p>来源：<a href="https://a.example/">东村日报</a></p><p>${LONG}${LONG}</p><ul><li>甲</li><li>乙<br>丙</li></ul></div>`,
    );
    expect(facts).toMatchObject({ publisher: '东村日报', note: '来源：东村日报' });
    expect(body).toMatch(/- 甲\n- 乙\\\n {2}丙$/);
  });
});

describe('an e-paper page of tables', () => {
  test('gives headline, byline and caption, which stand in rows above the text', async () => {
    const { facts, body } = await importPage(
      `<table><tr><td>东村日报 2020年11月10日 <a>返回首页</a></td></tr><tr><td>第A03版<br><a>别的新闻</a></td><td><table><tr><td><a>上一篇</a> <a>下一篇</a></td></tr><tr><td><strong>两本账里的春天</strong><br><font>——东村见闻</font><br>本报记者 张三</td></tr><tr><td><img src="1.jpg"><br>村民在看账本。</td></tr><tr><td><div id="ozoom"><p>　　${LONG}</p><p>　　${LONG}</p><p>${LONG}</p></div></td></tr><tr><td><a>返回目录</a></td></tr></table></td></tr></table>`,
    );
    expect(facts).toMatchObject({
      title: '两本账里的春天',
      subtitle: '东村见闻',
      bylines: [{ role: '本报记者', names: ['张三'] }],
    });
    expect(body).toMatch(/1\.jpg\)\n\n村民在看账本。\n\n村里/);
    expect(body).not.toMatch(/上一篇|返回|别的新闻/);
  });
});
