import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { LONG, take } from '../../../support/imported.ts';
import { columns, pdf } from '../../../support/pdf.ts';

const HEAD = '两本账里的春天';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 128 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');

describe('a PDF', () => {
  const PARAGRAPHS = [
    '今年以来，双桥镇把茶产业作为群众增收的主导产业，截至2020年6月底，全镇茶园面积达到1.2万亩，茶农2316户，户均增收4800元。',
    '“以前靠天吃饭，现在靠茶吃饭。”老张算了一笔账：去年采鲜叶卖了1.1万元，加上合作社分红800元，全家一年收入近4万元。',
    '2020年2月27日，全县退出贫困县序列。至此，全县3.2万户11.5万人脱贫，贫困发生率由2014年的36.2%下降到1.05%。',
  ];
  const head = [
    { x: 50, y: 800, size: 9, text: '东河报 2020年7月10日 星期五' },
    { x: 120, y: 760, size: 28, text: HEAD },
    { x: 150, y: 735, size: 13, text: '——双桥镇茶产业纪实' },
    { x: 200, y: 715, size: 10, text: '本报记者 张三' },
  ];

  test.each([12, 15, 18, 22, 36])('in columns of %i characters has its paragraphs whole', async (width) => {
    const page = [
      ...head,
      ...columns(PARAGRAPHS, { top: 690, bottom: 590, width }),
      { x: 290, y: 30, size: 9, text: '- 3 -' },
    ];
    const { blocks, article, told } = await take('版面.pdf', pdf([page]));
    expect(blocks).toEqual(PARAGRAPHS);
    expect(article.facts).toMatchObject({
      title: HEAD,
      subtitle: '双桥镇茶产业纪实',
      publisher: '东河报',
      date: '2020-07-10',
    });
    expect(told).toContain('版头、页码，没有收进文章：- 3 -');
  });

  test('goes on from page to page, heads and numbers of pages left out', async () => {
    const whole = columns(PARAGRAPHS, { top: 690, bottom: 0, width: 30 });
    const first = [...head, ...whole.slice(0, 3), { x: 290, y: 30, size: 9, text: '1' }];
    const second = [
      { x: 50, y: 800, size: 9, text: '东河报 2020年7月10日 星期五' },
      ...whole.slice(3).map((line) => ({ ...line, y: line.y + 80 })),
      { x: 290, y: 30, size: 9, text: '2' },
    ];
    expect((await take('两页.pdf', pdf([first, second]))).blocks).toEqual(PARAGRAPHS);
  });

  test('with two headlines is asked about, and never mixed', async () => {
    const story = (title: string, top: number, text: string) => [
      { x: 60, y: top, size: 26, text: title },
      { x: 60, y: top - 25, size: 10, text: '本报记者 张三' },
      ...columns([text], { top: top - 45, bottom: 0, width: 30 }),
    ];
    const page = pdf([
      [...story(HEAD, 760, PARAGRAPHS[0] ?? ''), ...story('光伏板下话增收', 560, PARAGRAPHS[1] ?? '')],
    ]);
    await expect(take('版面.pdf', page)).rejects.toThrow(/像有 2 篇.*--split/);
    const { articles } = await take('版面.pdf', page, { split: true });
    expect(articles.map(({ facts }) => facts.title)).toEqual([HEAD, '光伏板下话增收']);
  });

  test('has a table in rows', async () => {
    const cells = (y: number, ...texts: string[]) =>
      texts.map((text, index) => ({ x: 60 + index * 150, y, size: 10, text }));
    const page = [
      ...head,
      ...columns([PARAGRAPHS[0] ?? ''], { top: 690, bottom: 0, width: 45 }),
      ...cells(600, '村名', '户数', '面积'),
      ...cells(585, '六河村', '320', '1800'),
      ...cells(570, '莲花村', '210', '1200'),
    ];
    expect((await take('表.pdf', pdf([page]))).blocks.at(-1)).toBe(
      '| 村名 | 户数 | 面积 |\n| --- | --- | --- |\n| 六河村 | 320 | 1800 |\n| 莲花村 | 210 | 1200 |',
    );
  });

  test.each([
    ['without text', () => pdf([[]]), /扫描的图.*OCR/],
    ['cut off', () => pdf([[{ x: 1, y: 1, size: 10, text: LONG }]]).subarray(0, 60), /已损坏/],
  ])('%s is refused with the way out', async (_, make, says) => {
    await expect(take('a.pdf', make())).rejects.toThrow(says);
  });
});

describe('a page saved as one file', () => {
  const html = `<html><head><title>${HEAD}_东村网</title></head><body><div class="content"><h1>${HEAD}</h1><p>${LONG}</p><p><img src="cid:one" alt="账本"></p><p>${LONG}</p></div></body></html>`;
  const mht = [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="q"',
    '',
    '--q',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted(html),
    '--q',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <one>',
    '',
    'iVBORw0KGgo=',
    '--q--',
    '',
  ].join('\r\n');

  test.each(['网页.mht', '网页.mhtml'])('%s is read as the page it holds, pictures and all', async (name) => {
    const { blocks, article, pictures } = await take(name, mht);
    expect(blocks).toEqual([LONG, '![待确认：账本](picture-1)', LONG]);
    expect(article.facts.title).toBe(HEAD);
    expect(pictures.map(({ type, bytes }) => [type, bytes.length])).toEqual([['image/png', 8]]);
  });
});

describe('a mail', () => {
  const mail = (body: string, more = '') =>
    `From: =?UTF-8?B?${base64('李明')}?= <a@b.example>\r\nSubject: =?UTF-8?B?${base64(`投稿：${HEAD}`)}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="q"\r\n\r\n--q\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}\r\n${more}--q--\r\n`;
  const attached =
    '--q\r\nContent-Type: application/msword\r\nContent-Disposition: attachment; filename="gao.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n';

  test('gives the article without greeting and signature, which are told', async () => {
    const body = `赵老师您好：\n    发上稿件一篇，请审阅。\n\n${HEAD}\n记者 张三\n\n${LONG}\n${LONG}\n\n此致\n敬礼！\n\n李明\n`;
    const { blocks, article, told } = await take('来稿.eml', mail(body));
    expect(blocks).toEqual([LONG, LONG]);
    expect(article.facts).toMatchObject({ title: HEAD, bylines: [{ role: '记者', names: ['张三'] }] });
    expect(told).toContain('邮件里的话，没有收进文章：发上稿件一篇，请审阅。');
    expect(article.draft).not.toContain('李明');
  });

  test('whose article is attached is refused with the way out', async () => {
    await expect(take('来稿.eml', mail('请查收附件。', attached))).rejects.toThrow(/附件里（gao\.docx）.*存出附件/);
  });
});

describe('an OpenDocument text', () => {
  const space = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
  const odt = async (inside: string) => {
    const zip = new JSZip().file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
    zip.file(
      'content.xml',
      `<o:document-content xmlns:o="${space('office')}" xmlns:text="${space('text')}" xmlns:table="${space('table')}"><o:body><o:text>${inside}</o:text></o:body></o:document-content>`,
    );
    return zip.generateAsync({ type: 'uint8array' });
  };
  const p = (text: string) => `<text:p>${text}</text:p>`;

  test('has headings, notes, lists and tables; deletions and remarks are told', async () => {
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('注里的话')}</text:note-body></text:note>`;
    const file = await odt(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('删掉的话')}</text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">${HEAD}</text:h>${p('记者 张三')}${p(LONG + note)}<text:h text:outline-level="2">一、去年</text:h><text:list><text:list-item>${p('甲')}</text:list-item><text:list-item>${p('乙')}</text:list-item></text:list><table:table><table:table-row>${cell('年')}${cell('户')}</table:table-row><table:table-row>${cell('2019')}${cell('3')}</table:table-row></table:table>${p(`${LONG}<o:annotation>${p('批注的话')}</o:annotation>`)}`,
    );
    const { blocks, told } = await take('稿件.odt', file);
    expect(blocks).toEqual([
      `${LONG}[^note-1]`,
      '## 一、去年',
      '- 甲',
      '- 乙',
      expect.stringMatching(/^\| 年 +\| 户 \|\n.*\n\| 2019 \| 3 \|$/),
      LONG,
      '[^note-1]: 注里的话',
    ]);
    expect(told).toEqual(['修订删除，没有收进文章：删掉的话', '批注，没有收进文章：批注的话']);
  });

  test('that is damaged is refused with the way out', async () => {
    await expect(take('稿件.odt', 'PK==')).rejects.toThrow(/已损坏.*另存为 \.docx/);
  });
});

describe('an RTF file', () => {
  const rtf = (text: string) => [...text].map((c) => (c.charCodeAt(0) < 128 ? c : `\\u${c.charCodeAt(0)}?`)).join('');

  test('has its words by number and by code, its table, and what stands beside the text told', async () => {
    const file = `{\\rtf1\\ansi\\ansicpg936\\uc1{\\fonttbl{\\f0 \\'cb\\'ce\\'cc\\'e5;}}{\\header ${rtf('内部资料')}\\par}\\pard{\\b ${rtf(HEAD)}}\\par ${rtf('记者 张三')}\\par ${rtf(LONG)}{\\footnote ${rtf('注里的话')}}\\par \\'b4\\'e5\\'c0\\'ef${rtf('记账。')}{\\v ${rtf('藏着')}}\\par\\trowd\\intbl ${rtf('年')}\\cell ${rtf('户')}\\cell\\row\\trowd\\intbl 2019\\cell 3\\cell\\row\\pard ${rtf(LONG)}\\par}`;
    const { blocks, told, article } = await take('稿件.rtf', file);
    expect(article.facts).toMatchObject({ title: HEAD, bylines: [{ names: ['张三'] }] });
    expect(blocks).toEqual([LONG, '村里记账。', expect.stringMatching(/^\| 年 +\| 户 \|/), LONG]);
    expect(told).toEqual([
      '页眉页脚，没有收进文章：内部资料',
      '脚注、批注，没有收进文章：注里的话',
      '隐藏的字，没有收进文章：藏着',
    ]);
  });
});
