import { describe, expect, test } from 'vitest';
import {
  comment,
  commented,
  deleted,
  docx,
  HEAD,
  importDraft,
  inserted,
  LONG,
  movedFrom,
  movedTo,
  note,
  noted,
  paragraph,
  run,
} from '../../../support/docx.ts';

describe('what the reader drops', () => {
  const unheard = (inside: string) => `<w:unheard>${inside}</w:unheard>`;
  const forPrograms = (now: string, old: string) =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${now}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`;

  test.each([
    ['words that stand elsewhere too', paragraph(run('本子')) + unheard(paragraph(run('本子')))],
    ['words of another vocabulary', paragraph('<a:t xmlns:a="urn:a">画里的字</a:t>')],
    ['words behind a prefix that nobody declared', paragraph('<x:r><x:t>没人认得的字</x:t></x:r>')],
    ['words for new programs alone', paragraph(forPrograms(run('新版才有的字'), run('旧版')))],
  ])('%s: stop the import', async (_, inside) => {
    await expect(importDraft(await docx(HEAD + paragraph(run(LONG)) + inside))).rejects.toThrow(
      /^Word 里有取不出来的字：“(?:本子|画里的字|没人认得的字|新版才有的字)”/,
    );
  });

  test('in a note stops the import', async () => {
    const footnotes = note('footnote', 2, run('脚注'), unheard(run('没人读的话')));
    await expect(
      importDraft(await docx(HEAD + paragraph(run(LONG), noted('footnote', 2)), { footnotes })),
    ).rejects.toThrow(/取不出来的字：“没人读的话”/);
  });

  test('deletions are told, whatever the element of their words', async () => {
    const { told } = await importDraft(
      await docx(HEAD + paragraph(run(LONG), `<w:del w:author="乙">${run('删去的话')}</w:del>`)),
    );
    expect(told).toEqual(['修订删除，没有收进文章（乙）：删去的话']);
  });

  test('what was put in and then moved or taken out is not told as put in', async () => {
    const nested = `<w:moveFrom w:author="乙">${inserted('先写后挪')}</w:moveFrom><w:ins w:author="乙">${deleted('先写后删', '丙')}</w:ins>`;
    const { told } = await importDraft(await docx(HEAD + paragraph(run(LONG), nested, movedTo('先写后挪'))));
    expect(told).toEqual(['修订删除，没有收进文章（丙）：先写后删', '修订移来，已采纳（编辑甲）：先写后挪']);
  });

  test('words moved to nowhere are told', async () => {
    const { told } = await importDraft(await docx(HEAD + paragraph(run(LONG), movedFrom('挪走的一句。'))));
    expect(told).toEqual(['修订移走，没有收进文章（编辑甲）：挪走的一句。']);
  });

  test('words moved and then changed are told as moved, put in and taken out', async () => {
    const arrived = `<w:moveTo w:author="乙">${run('挪走')}${deleted('的')}${inserted('了')}${run('一句。')}</w:moveTo>`;
    const { body, told } = await importDraft(
      await docx(HEAD + paragraph(movedFrom('挪走的一句。'), run(LONG), arrived)),
    );
    expect(body).toBe(`${LONG}挪走了一句。`);
    expect(told).toEqual([
      '修订插入，已采纳（编辑甲）：了',
      '修订删除，没有收进文章（编辑甲）：的',
      '修订移来，已采纳（乙）：挪走了一句。',
    ]);
  });

  test('notes and comments whose mark is gone are told', async () => {
    const marks = deleted('').replace(
      '<w:delText xml:space="preserve"></w:delText>',
      '<w:footnoteReference w:id="2"/><w:commentReference w:id="0"/>',
    );
    const { body, told } = await importDraft(
      await docx(HEAD + paragraph(run(LONG), marks), {
        comments: comment(0, '核实人数', '主编'),
        footnotes: note('footnote', 2, run('脚注里的话。')),
        endnotes: note('endnote', 3, run('尾注里的话。')),
      }),
    );
    expect(body).toBe(LONG);
    expect(told).toEqual([
      '脚注，没有收进文章：脚注里的话。',
      '尾注，没有收进文章：尾注里的话。',
      '批注，没有收进文章：主编批注“核实人数”',
    ]);
  });

  test('a comment without a number for an id is told', async () => {
    const strange = (xml: string) => xml.replaceAll('w:id="7"', 'w:id="x_y"');
    const { body, told } = await importDraft(
      await docx(HEAD + paragraph(run(LONG), strange(commented(7, '有人问'))), {
        comments: strange(comment(7, '核实人数', '主编')),
      }),
    );
    expect(body).toBe(`${LONG}有人问`);
    expect(told).toEqual(['批注，没有收进文章：主编批注“核实人数”']);
  });

  test('two comments of one id are both asked', async () => {
    const comments = comment(0, '核实人数', '主编') + comment(0, '核实年份', '主编');
    const { body } = await importDraft(await docx(HEAD + paragraph(commented(0, LONG)), { comments }));
    expect(body).toBe(`${LONG}<Note>待确认：主编批注“核实人数”；主编批注“核实年份”</Note>`);
  });

  test('a comment in a note stands as an open question', async () => {
    const { body, told } = await importDraft(
      await docx(HEAD + paragraph(run(LONG), noted('footnote', 2)), {
        comments: comment(0, '核实人数', '主编'),
        footnotes: note('footnote', 2, commented(0, '脚注里的话。')),
      }),
    );
    expect(body).toContain('主编批注“核实人数”');
    expect(told).toEqual([]);
  });

  test('words that stand once for new and once for old programs are in the text once', async () => {
    const twice = forPrograms(run('两处都写的字。'), run('两处都写的字。'));
    const { body } = await importDraft(await docx(HEAD + paragraph(run(LONG), twice)));
    expect(body).toBe(`${LONG}两处都写的字。`);
  });

  test('words that stand in a box once for new and once for old programs are told once', async () => {
    const box = paragraph(run('内部资料'));
    const twice = forPrograms(box, box);
    const { told } = await importDraft(await docx(HEAD + paragraph(run(LONG)), { header1: paragraph(twice) }));
    expect(told).toEqual(['页眉页脚，没有收进文章：内部资料']);
  });
});
