import { describe, expect, test } from 'vitest';
import { LONG, take } from '../../../support/imported.ts';

const TITLE = '两本账里的春天';
const page = (body: string, head = `<title>${TITLE}_东村网</title>`) =>
  take('a.html', `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
const inside = (more: string) =>
  page(`<div class="content"><h1>${TITLE}</h1><p>${LONG}</p>${more}<p>${LONG}</p></div>`);

describe('every word of a page is placed or told', () => {
  test.each([
    ['a button', '<button>点我试试看</button>', '删去页面文字：点我试试看'],
    ['a choice', '<select><option>选这一个</option></select>', '删去页面文字：选这一个'],
    ['a template', '<template><p>模板里的话</p></template>', '删去页面文字：模板里的话'],
    ['a drawing', '<svg><text>图里的字</text></svg>', '删去页面文字：图里的字'],
    ['a form that asks', '<form><input type="text">搜索全站</form>', '删去页面文字：搜索全站'],
    ['what is not displayed', '<p style="display: none">藏着的话</p>', '隐藏的字，没有收进文章：藏着的话'],
    ['what has no size', '<span style="font-size:0">零号的字</span>', '隐藏的字，没有收进文章：零号的字'],
    ['what is hidden', '<p hidden>藏起来的话</p>', '隐藏的字，没有收进文章：藏起来的话'],
  ])('%s', async (_, html, told) => {
    const got = await inside(html);
    expect(got.told).toContain(told);
    expect(got.blocks).toEqual([LONG, LONG]);
  });

  test('a class that the page itself hides', async () => {
    const got = await page(
      `<div class="content"><h1>${TITLE}</h1><p>${LONG}<i class="x9">乱码乱码</i></p><p>${LONG}</p></div>`,
      `<title>${TITLE}</title><style>.a,.x9{color:red;display:none}</style>`,
    );
    expect(got.blocks).toEqual([LONG, LONG]);
    expect(got.told).toContain('隐藏的字，没有收进文章：乱码乱码');
  });

  test('a text that is hidden until the page’s program shows it is the article', async () => {
    const got = await page(
      `<h1>${TITLE}</h1><div class="content" style="visibility:hidden">${`<p>${LONG}</p>`.repeat(6)}</div>`,
    );
    expect(got.blocks).toHaveLength(6);
  });

  test('a form around the whole page is no form', async () => {
    const got = await page(
      `<form action="a.aspx"><input type="hidden" name="v"><div class="con"><h1>${TITLE}</h1><p>${LONG}</p><p>${LONG}</p></div></form>`,
    );
    expect(got.blocks).toEqual([LONG, LONG]);
  });

  test('words that stand in no paragraph, in definitions and quotations', async () => {
    const { article } = await inside(
      '散在外面的话。<dl><dt>词</dt><dd>解释它的话</dd></dl><blockquote>引来的话。</blockquote><q>短引</q>',
    );
    for (const words of ['散在外面的话。', '词', '解释它的话', '> 引来的话。', '短引'])
      expect(article.draft).toContain(words);
  });
});

describe('the headline of a page', () => {
  const body = `<div class="TRS_Editor"><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p></div>`;

  test.each([
    [
      'is not the name of the site',
      `<div class="logo"><h1><a href="/">东村人民政府</a></h1></div><h2>${TITLE}</h2>${body}`,
    ],
    ['is not the word above a form', `<h1>登录</h1><div class="tit-news">${TITLE}</div>${body}`],
    ['is the page’s own title, where it stands nowhere else', body],
  ])('%s', async (_, html) => {
    expect((await page(html, `<title>${TITLE} - 东村人民政府门户网站</title>`)).article.facts.title).toBe(TITLE);
  });
});

describe('what a page says of itself', () => {
  const body = `<h1>${TITLE}</h1><div class="content"><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p></div>`;

  test.each([
    [
      'in the fields of government sites',
      '<meta name="PubDate" content="2019-09-18 10:00"><meta name="ContentSource" content="东村日报">',
      '东村日报',
    ],
    ['as other sites are to show it', '<meta property="article:published_time" content="2019-09-17T18:30:00Z">', null],
    [
      'for search engines',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x","datePublished":"2019-09-18","author":{"name":"张三"}}]}</script>',
      null,
    ],
  ])('%s', async (_, head, publisher) => {
    expect((await page(body, `<title>${TITLE}</title>${head}`)).article.facts).toMatchObject({
      date: '2019-09-18',
      publisher,
    });
  });
});

describe('pictures of a page', () => {
  test.each([
    ['<img src="/images/loading.gif" data-original="a/1.jpg">'],
    ['<img src="data:image/gif;base64,R0" data-lazy-src="a/1.jpg">'],
    ['<img srcset="a/1.jpg 1x, a/2.jpg 2x">'],
    ['<picture><source srcset="a/1.jpg"><img src="/img/blank.png"></picture>'],
    ['<img src="/img/blank.png"><noscript><img src="a/1.jpg"></noscript>'],
  ])('%s: come along from beside it', async (html) => {
    const bytes = new Uint8Array([0xff, 0xd8, 0xff, 1]);
    const got = await take(
      'a.html',
      `<html><body><div class="content"><h1>${TITLE}</h1><p>${LONG}</p><p>${html}</p><p>图为会场。张三 摄</p><p>${LONG}</p></div></body></html>`,
      {
        beside: (path) => (path === 'a/1.jpg' ? bytes : null),
      },
    );
    expect(got.blocks).toEqual([LONG, '![待确认：图为会场。张三 摄](picture-1)', LONG]);
    expect(got.pictures).toEqual([{ name: 'picture-1', type: 'image/jpeg', bytes }]);
    expect(got.article.facts.captions).toEqual(['图为会场。张三 摄']);
  });

  test('that are nowhere beside it are told', async () => {
    const { told } = await inside('<img src="https://a.example/1.jpg"><img src="b.jpg">');
    expect(told).toContain('图片在网上，没有取来，请存到文章旁边：https://a.example/1.jpg');
    expect(told).toContain('图片没有找到，请放到文章旁边：b.jpg');
  });
});
