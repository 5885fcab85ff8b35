import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, LONG, take } from '../../../support/imported.ts';

// Files that others have made, which lie beside the project where there are any.
const CASES = '../shared/cases';
const isThere = existsSync(CASES);
if (!isThere) console.warn(`No cases beside the project (${CASES}): what is in them is not looked at.`);

const load = (path: string, split = true) =>
  take(path.replace(/^.*\//, ''), readFileSync(join(CASES, path)), { split });
const HEAD = '两本账里的春天';

describe.skipIf(!isThere)('public reports', () => {
  test.each<[string, (string | RegExp)[]]>([
    ['01-aspnet-form.html', [LONG, LONG]],
    ['01-form-in-part.html', [LONG, LONG, '只在表单里的一段正文，讲的是合作社。']],
    ['02-altchunk.docx', [LONG, '只在嵌入网页里的一段正文，讲的是合作社的分红。']],
    ['03-ellipsis-paragraph.txt', [LONG, '……', LONG]],
    ['03-ellipsis-start.md', [LONG, '……后来，账本换了三本。', LONG]],
    ['04-hidden-text.docx', [LONG, '公开的话。', LONG]],
    ['04-hidden-text.html', [LONG + LONG, LONG]],
    ['05-word-online-document2.docx', [LONG, LONG]],
    [
      '06-style-numbering.docx',
      ['## 一、总体要求', LONG, '## 二、主要任务', LONG, '第一条各乡镇应当建账。', '第二条各村应当记账。'],
    ],
    [
      '07-bookmarks-and-link-fields.docx',
      [LONG, '## 一、去年', `见[原网页](http://www.example.cn/news/1.html)。${LONG}`],
    ],
    [
      '08-list-in-cell.docx',
      [LONG, /^\| 乡镇 .*\n.*\n\| 甲乡 \| 1\. 建账<br \/>2\. 查账 \|\n\| 乙乡 \| 合作社 +\|$/, LONG],
    ],
    ['08-table-in-cell.docx', [LONG, /外丙<br \/>内甲<br \/>内乙 \| 外丁 \|$/, LONG]],
    ['09-drop-cap.docx', [`清晨六点，${LONG}`, LONG]],
    ['10-title-from-site-logo.html', [LONG, LONG, LONG]],
    ['11-lazy-pictures.html', [LONG, '![待确认：账本](/upload/2020/a.jpg)', '![待确认：会场](/u/d.jpg)', LONG]],
    [
      '12-hard-breaks.md',
      [
        LONG,
        '山高路远坑又深，\\\n他一步一步往前走，\\\n走过了三十个村庄。',
        '账本一页又一页，\\\n写到灯油都用尽。',
        LONG,
      ],
    ],
    [
      '12-quote-and-list.md',
      [
        LONG,
        /^> 第一行引文，/,
        '- 一岁\n- 二十岁\n- 六十岁',
        '1. 第一',
        '   - 子项一',
        '2. 第二',
        '```\n原样\n```',
        LONG,
      ],
    ],
    ['12-table-no-edge-pipes.md', [LONG, '| 乡镇 | 户数 |\n| -- | -- |\n| 甲乡 | 12 |\n| 乙乡 | 13 |', LONG]],
    ['13-utc-date.md', [LONG, LONG]],
    ['16-radicals.txt', [`人民生活水平提高了，户户都有账本，县长也来看。${LONG}`, LONG]],
    ['21-minority-byline.txt', [LONG, LONG]],
  ])('%s comes out as a good editor would set it', async (file, expected) => {
    const { blocks, article } = await load(`public/${file}`);
    expect(article.facts.title).toBe(file.startsWith('10') ? '山货出山记' : HEAD);
    expect(blocks).toHaveLength(expected.length);
    for (const [index, block] of blocks.entries()) {
      const wanted = expected[index];
      if (wanted instanceof RegExp) expect(block).toMatch(wanted);
      else expect(block).toBe(wanted);
    }
  });

  test('what is left out is told', async () => {
    expect((await load('public/01-form-in-part.html')).told).toContain('删去页面文字：只在 SVG 里的一段正文。');
    expect((await load('public/04-hidden-text.docx')).told).toContain('隐藏的字，没有收进文章：内部意见：此段勿登。');
    expect((await load('public/04-hidden-text.html')).told).toContain('隐藏的字，没有收进文章：9 x7 干扰码');
    expect((await load('public/16-radicals.txt')).told.join()).toMatch(/部首字形换成汉字：8 处/);
  });

  test('day, paper and author are read where they are written', async () => {
    expect((await load('public/10-title-from-site-logo.html')).article.facts).toMatchObject({
      date: '2019-09-18',
      publisher: '东村日报',
    });
    expect((await load('public/13-utc-date.md')).article.facts.date).toBe('2020-10-15');
    expect((await load('public/21-minority-byline.txt')).article.facts.bylines).toEqual([
      { role: '本报记者', names: ['古丽米热·艾比布力'] },
    ]);
  });

  test('a broken byte is told with its encoding and its place', async () => {
    await expect(load('public/22-gbk-one-broken-byte.txt')).rejects.toThrow(/GBK.*第 5 行/);
  });

  test.each(['normal.docx', 'ns0.docx', 'single.docx'])('%s has its comment and its deletion told', async (file) => {
    const { told, article } = await load(`public/${file}`);
    expect(told).toContain('修订删除，没有收进文章（甲）：删去的话十分要紧。');
    expect(article.draft).toContain('主编批注“核实人数”');
  });
});

describe.skipIf(!isThere)('documents as programs make them', () => {
  test.each<[string, object]>([
    [
      'w01-wps-通讯.docx',
      {
        title: '一片叶子富一方',
        subtitle: '紫阳县双桥镇发展茶产业纪实',
        bylines: [{ names: ['李明'] }, { names: ['王芳'] }],
      },
    ],
    [
      'w02-文本框.docx',
      { title: '茶山上的新路', headline: '茶山上的新路', bylines: [{ role: '本报通讯员', names: ['刘洋'] }] },
    ],
    ['w03-脚注页眉.docx', { title: '茶香飘万家', publisher: '紫阳报', date: '2020-07-10' }],
    ['w05-域代码自动编号.docx', { title: '紫阳县脱贫攻坚工作综述', date: '2020-07-10' }],
    [
      'w08-发稿签.docx',
      { title: '茶园里的“明白账”', date: null, bylines: [{ role: '作者', names: ['李明', '王芳'] }] },
    ],
    ['h01-微信公众号.html', { title: '茶山里的“共富”密码', date: '2020-07-10', captions: ['▲村民采茶。王芳 摄'] }],
    [
      'h02-方正电子报.html',
      {
        title: '一片叶子富一方',
        subtitle: '双桥镇茶产业纪实',
        date: '2020-07-10',
        captions: ['双桥镇村民采茶 李明 摄'],
      },
    ],
    ['h04-Word另存网页.htm', { bylines: [{ names: ['李明'] }] }],
    ['m01-语雀导出.md', { title: '一片叶子富一方', bylines: [{ names: ['李明'] }] }],
    ['t01-PDF复制.txt', { title: '一片叶子富一方', subtitle: '双桥镇茶产业纪实', date: '2020-07-10' }],
    ['t03-邮件.txt', { title: '一片叶子富一方', bylines: [{ names: ['李明'] }], date: null }],
    ['t05-OCR.txt', { title: '一片叶子富一方' }],
    ['t07-制表符-gbk.txt', { title: '双桥镇茶产业简报', date: '2020-07-10' }],
  ])('%s has its facts', async (file, facts) => {
    expect((await load(`documents/${file}`)).article.facts).toMatchObject(facts);
  });

  test('headings, captions, forms and mails leave no rest in the text', async () => {
    const bodies = new Map<string, string[]>();
    for (const file of [
      'w01-wps-通讯.docx',
      'w05-域代码自动编号.docx',
      'w08-发稿签.docx',
      'h01-微信公众号.html',
      't01-PDF复制.txt',
      't03-邮件.txt',
      't05-OCR.txt',
      't07-制表符-gbk.txt',
    ])
      bodies.set(file.slice(0, 3), (await load(`documents/${file}`)).blocks);
    const headings = (key: string) => bodies.get(key)?.filter((block) => block.startsWith('#'));
    expect(headings('w01')).toEqual(['## 一、抓基地，茶园上了山', '## 二、抓加工，茶叶出了山']);
    expect(headings('w05')).toEqual(['## 一、抓产业促增收', '## 二、抓就业稳收入']);
    expect(bodies.get('w08')).toHaveLength(4);
    expect(headings('h01')?.slice(0, 2)).toEqual(['## 01 抓基地', '## 02 抓加工']);
    expect(headings('t01')).toEqual(['## 抓加工 茶叶出了山']);
    expect(bodies.get('t03')).toHaveLength(4);
    expect(headings('t05')).toEqual([]);
    expect(headings('t07')).toEqual([]);
  });

  test('what was carried over to another page comes back to its article, and is asked about', async () => {
    const { articles } = await load('documents/w10-一版两稿.docx');
    const [first, second] = articles.map(blocksOf);
    expect(first?.join('\n')).toMatch(/下转第三版）<Note>待确认[^<]*<\/Note>\n[^\n]*上接第一版[^\n]*\n2020年2月27日/);
    expect(second?.join('\n')).not.toContain('2020年2月27日');
  });
});
