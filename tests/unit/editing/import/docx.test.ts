import { describe, expect, test } from 'vitest';
import { type ImportResult, importFile } from '../../../../src/editing/import/import-file.ts';
import {
  comment,
  commented,
  deleted,
  docx,
  HEAD,
  inserted,
  LONG,
  movedFrom,
  movedTo,
  paragraph,
  picture,
  run,
  withPicture,
} from '../../../support/docx.ts';

const options = { split: false, counties: [{ id: 'jianan', name: '建安区' }], day: '2026-12-01' };

const read = async (bytes: Uint8Array, name = '稿件.docx') => importFile(name, bytes, options);
async function importDocx(...args: Parameters<typeof docx>): Promise<ImportResult & { body: string }> {
  const result = await read(await docx(...args));
  if ('problem' in result) throw new Error(result.problem);
  const [article] = result.articles;
  expect(article?.losses).toEqual([]);
  return { ...result, body: article?.draft.split('\n---\n')[1]?.trim() ?? '' };
}

describe('tracked changes', () => {
  test('are accepted, and each is told with its words and who made it', async () => {
    const { body, decisions } = await importDocx(
      HEAD +
        paragraph(run('建安区'), deleted('去年'), inserted('今年'), run(`开始记账。${LONG}`)) +
        `<w:p><w:pPr><w:rPr><w:del w:id="7" w:author="编辑甲"/></w:rPr></w:pPr>${deleted('整段删去的话。', '乙')}</w:p>` +
        paragraph(movedFrom('挪走的一句。')) +
        paragraph(run(LONG), movedTo('挪走的一句。')),
    );
    expect(body).toBe(`建安区今年开始记账。${LONG}\n\n${LONG}挪走的一句。`);
    expect(decisions.map(({ what, text }) => `${what}：${text}`)).toEqual([
      '修订插入，已采纳（编辑甲）：今年',
      '修订删除，没有收进文章（编辑甲）：去年',
      '修订删除，没有收进文章（乙）：整段删去的话。',
      '修订移来，已采纳（编辑甲）：挪走的一句。',
    ]);
  });
});

describe('pictures', () => {
  test.each([
    ['村民摘草莓', '待确认：村民摘草莓'],
    ['', '待确认：图片说明'],
  ])('come along, described as in Word: %s', async (description, asked) => {
    const bytes = new Uint8Array([1, 2, 3]);
    const body = HEAD + paragraph(run(LONG)) + picture(description) + paragraph(run(LONG));
    const result = await read(await withPicture(await docx(body), bytes));
    if ('problem' in result) throw new Error(result.problem);
    expect(result.articles[0]?.draft).toContain(`![${asked}](`);
    expect(result.pictures.map((one) => [...one.bytes])).toEqual([[...bytes]]);
  });
});

describe('comments', () => {
  test('stand as open questions behind the paragraph they are about', async () => {
    const { body } = await importDocx(
      HEAD + paragraph(run(LONG)) + paragraph(commented(0, '三千户'), run(`，${LONG}`)) + paragraph(run(LONG)),
      { comments: comment(0, '这里核实过吗？&lt;{1}&gt;', '主编') },
    );
    expect(body.split('\n\n')[1]).toBe(`三千户，${LONG}<Note>待确认：主编批注“这里核实过吗？＜｛1｝>”</Note>`);
  });

  test('on the headline are not lost either, nor two on one paragraph', async () => {
    const { body } = await importDocx(
      paragraph(commented(3, '两本账里的春天')) + paragraph(commented(4, '开头'), commented(5, LONG)),
      { comments: comment(3, '题目太长', '甲') + comment(4, '甲问', '甲') + comment(5, '乙问', '乙') },
    );
    expect(body).toContain('<Note>待确认：甲批注“题目太长”；甲批注“甲问”；乙批注“乙问”</Note>');
    expect(body).not.toMatch(/⸨/);
  });
});

describe('what Word holds besides', () => {
  test('footnotes and tables are Markdown', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const { body } = await importDocx(
      HEAD +
        paragraph(run(LONG), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('后面还有话。')) +
        `<w:tbl><w:tr>${cell('年')}${cell('户')}</w:tr><w:tr>${cell('2019')}${cell('3')}</w:tr></w:tbl>`,
      { footnotes: `<w:footnote w:id="2">${paragraph(run('脚注里的话。'))}</w:footnote>` },
    );
    expect(body).toContain('[^footnote-2]后面还有话。');
    expect(body).toContain('[^footnote-2]: 脚注里的话。');
    expect(body).toMatch(/^\| 年 +\| 户 \|\n\| -+ \| - \|\n\| 2019 \| 3 /m);
  });

  test('fields, 拼音 and formulas keep their words', async () => {
    const { body } = await importDocx(
      HEAD +
        paragraph(
          '<w:fldSimple w:instr="REF a">',
          run('见第三节'),
          '</w:fldSimple>',
          `<w:r><w:ruby><w:rubyPr/><w:rt>${run('lí')}</w:rt><w:rubyBase>${run('漓')}</w:rubyBase></w:ruby></w:r>`,
          '<m:oMath><m:r><m:t>面积=长×宽</m:t></m:r></m:oMath>',
          run(LONG),
        ),
    );
    expect(body).toBe(`见第三节漓（lí）面积=长×宽${LONG}`);
  });

  test('the header of the page is left out and told', async () => {
    const { decisions } = await importDocx(HEAD + paragraph(run(LONG)), { header1: paragraph(run('内部资料')) });
    expect(decisions).toContainEqual({ line: 0, what: '页眉页脚，没有收进文章', text: '内部资料' });
  });

  test('words that cannot be taken out stop the import', async () => {
    const result = await read(
      await docx(`${paragraph(run(LONG))}<w:unheard>${paragraph(run('没人读的话'))}</w:unheard>`),
    );
    expect('problem' in result && result.problem).toMatch(/取不出来的字：“没人读的话”/);
  });
});

describe('files that are not what they seem', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const ole = (inside = '') =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]);
  const good = docx(paragraph(run(LONG)));

  test.each([
    ['空.docx', async () => bytes(''), /文件是空的/],
    ['没有字.docx', async () => docx(''), /没有文字/],
    ['旧稿.doc', async () => ole(), /旧版 \.doc/],
    ['加密.docx', async () => ole('EncryptedPackage'), /加了密码/],
    ['半截.docx', async () => (await good).subarray(0, -200), /已损坏/],
    ['坏.docx', async () => docx('<w:p><w:r><w:t>没有结束'), /已损坏/],
    ['报纸.docx', async () => bytes('%PDF-1.7'), /这个 PDF 已损坏/],
    ['稿件.doc', async () => bytes('{\\rtf1 x'), /RTF.*没有结尾/],
    ['网页.doc', async () => bytes('MIME-Version: 1.0'), /不是 Word 文件/],
  ])('%s is refused', async (name, make, says) => {
    const result = await read(await make(), name);
    expect('problem' in result && result.problem).toMatch(says);
  });

  test.each([
    ['稿件.txt', async () => good],
    ['稿件.doc', async () => bytes(`<html><body><p>${LONG}</p></body></html>`)],
    ['稿件.txt', async () => Buffer.from(`\ufeff<!DOCTYPE html><p>${LONG}</p>`, 'utf16le')],
  ])('%s is read as what it is, and that is said', async (name, make) => {
    const result = await read(await make(), name);
    if ('problem' in result) throw new Error(result.problem);
    expect(result.decisions).toContainEqual(expect.objectContaining({ what: '文件类型' }));
    expect(result.articles[0]?.draft).toMatch(new RegExp(`\\n\\n${LONG}\\n$`));
  });
});
