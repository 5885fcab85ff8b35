import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comment,
  commented,
  deleted,
  docx,
  formula,
  HEAD,
  importDraft,
  inserted,
  LONG,
  movedFrom,
  movedTo,
  note,
  noted,
  paragraph,
  picture,
  ruby,
  run,
  withParts,
  withPicture,
} from '../../../support/docx.ts';
import { respell, type Spelling, toStrict } from '../../../support/spelling.ts';

/** A file with everything in it that must not be lost without a word. */
const rich = async () =>
  withPicture(
    await docx(
      HEAD +
        paragraph(run('建安区'), deleted('去年'), inserted('今年'), run(`开始记账。${LONG}`), noted('footnote', 2)) +
        paragraph(movedFrom('挪走的一句。'), run(LONG)) +
        paragraph(commented(0, '三千户'), run(`，A &amp; B &lt; C &gt;，${LONG}`), movedTo('挪走的一句。')) +
        paragraph(ruby('磲', 'qú'), formula('面积=长×宽'), run(LONG), noted('endnote', 3)) +
        paragraph('<w:fldSimple w:instr="REF a">', run('见第三节'), '</w:fldSimple>', run(LONG)) +
        paragraph(`<m:oMathPara>${formula('产量=亩数×单产')}</m:oMathPara>`) +
        picture('村民摘草莓') +
        `<w:tbl><w:tr><w:tc>${paragraph(run('年'))}</w:tc><w:tc>${paragraph(run('户'))}</w:tc></w:tr></w:tbl>`,
      {
        comments: comment(0, '核实人数', '主编'),
        footnotes: note('footnote', 2, run('脚注里'), ruby('漓', 'lí'), deleted('脚注里删去'), run('的话。')),
        endnotes: note('endnote', 3, run('尾注里的话。')),
        header1: paragraph(run('内部资料')),
      },
    ),
    new Uint8Array([1, 2, 3]),
  );

const PLAIN: Spelling = { prefix: 'w', quote: '"', equals: '=', text: 'plain' };

describe('the same file in another spelling', () => {
  test('is a file whose every part is read or told', async () => {
    const { body, told, losses, pictures } = await importDraft(await rich());
    expect(body.split('\n\n')).toEqual([
      `建安区今年开始记账。${LONG}[^footnote-2]`,
      LONG,
      `三千户，A & B ＜ C >，${LONG}挪走的一句。<Note>待确认：主编批注“核实人数”</Note>`,
      `磲（qú）面积=长×宽${LONG}[^endnote-3]`,
      `见第三节${LONG}`,
      '产量=亩数×单产',
      expect.stringMatching(/^!\[待确认：村民摘草莓\]/),
      expect.stringMatching(/^\| 年 \| 户 \|/),
      '[^footnote-2]: 脚注里漓（lí）的话。',
      '[^endnote-3]: 尾注里的话。',
    ]);
    expect(told).toEqual([
      '修订插入，已采纳（编辑甲）：今年',
      '修订删除，没有收进文章（编辑甲）：去年',
      '修订删除，没有收进文章（编辑甲）：脚注里删去',
      '修订移来，已采纳（编辑甲）：挪走的一句。',
      '页眉页脚，没有收进文章：内部资料',
    ]);
    expect(losses).toEqual([]);
    expect(pictures).toEqual([[1, 2, 3]]);
  });

  let count = 0;
  test.each<[string, () => Spelling]>([
    ['another prefix', () => ({ ...PLAIN, prefix: 'ns0' })],
    ['no prefix', () => ({ ...PLAIN, prefix: '' })],
    ['a prefix in Chinese', () => ({ ...PLAIN, prefix: '文' })],
    ['single quotes', () => ({ ...PLAIN, quote: "'" })],
    ['blanks around the sign of equality', () => ({ ...PLAIN, equals: '\n=\t' })],
    ['characters by their numbers', () => ({ ...PLAIN, text: 'numbers' })],
    ['CDATA', () => ({ ...PLAIN, text: 'cdata' })],
    ['text in pieces with comments between', () => ({ ...PLAIN, text: 'pieces' })],
    ['namespaces declared anew on every element', () => ({ ...PLAIN, prefix: `p${count++}` })],
  ])('%s: reads the same', async (_, spell) => {
    const file = await rich();
    expect(await importDraft(await withParts(file, (xml) => respell(xml, spell)))).toEqual(await importDraft(file));
  });

  test('the strict form of Word reads the same, with any prefix', async () => {
    const file = await rich();
    const strict = await withParts(file, (xml) => toStrict(respell(xml, () => ({ ...PLAIN, prefix: 'q' }))));
    expect(await importDraft(strict)).toEqual(await importDraft(file));
  });

  test('any mixture of prefixes, quotes and ways to write a character reads the same', async () => {
    const file = await rich();
    const expected = await importDraft(file);
    const spelling = fc.record<Spelling>({
      prefix: fc.constantFrom('', 'w', 'ns0', 'a', 'm', '文'),
      quote: fc.constantFrom('"', "'"),
      equals: fc.constantFrom('=', ' = ', '\n=\t'),
      text: fc.constantFrom('plain', 'numbers', 'cdata', 'pieces'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spelling, { minLength: 1, maxLength: 20 }), async (spellings) => {
        let next = 0;
        const spell = () => spellings[next++ % spellings.length] as Spelling;
        expect(await importDraft(await withParts(file, (xml) => respell(xml, spell)))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
