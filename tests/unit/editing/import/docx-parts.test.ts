import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { DRAWING, docx, HEAD, OFFICE, paragraph, run, WORD } from '../../../support/docx.ts';
import { LONG, take } from '../../../support/imported.ts';

const RELATIONS = `${OFFICE}/relationships`;
type More = [kind: string, name: string, content: string | Uint8Array];

/** A Word file with parts besides, each related to the document under its own name. */
async function withMore(body: string, more: readonly More[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await docx(HEAD + body));
  const name = 'word/_rels/document.xml.rels';
  const relations = (await zip.file(name)?.async('string')) ?? '';
  const added = more.map(([kind, file]) => `<Relationship Id="${file}" Type="${RELATIONS}/${kind}" Target="${file}"/>`);
  zip.file(name, relations.replace('</Relationships>', `${added.join('')}</Relationships>`));
  for (const [, file, content] of more) zip.file(`word/${file}`, content);
  return zip.generateAsync({ type: 'uint8array' });
}
const word = (name: string, inside: string) => `<w:${name} xmlns:w="${WORD}">${inside}</w:${name}>`;
const level = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const numbering = (...levels: string[]): More => [
  'numbering',
  'numbering.xml',
  word(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  ),
];
const numbered = (text: string, at = 0) =>
  paragraph(`<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr>`, run(text));
const related = (element: string, id: string) => `<w:${element} xmlns:r="${RELATIONS}" r:id="${id}"/>`;

describe('numbers that Word counts itself', () => {
  test.each([
    ['chineseCounting', '%1、', '一、', '十一、'],
    ['japaneseCounting', '（%1）', '（一）', '（十一）'],
    ['ideographTraditional', '%1、', '甲、', '甲、'],
    ['decimalEnclosedCircle', '%1', '①', '⑪'],
    ['chineseLegalSimplified', '第%1条 ', '第壹条 ', '第壹拾壹条 '],
    ['upperRoman', '%1、', 'I、', 'XI、'],
  ])('are words: %s %s', async (format, pattern, first, eleventh) => {
    const all = Array.from({ length: 11 }, () => numbered(LONG)).join('');
    const { blocks, told } = await take('稿件.docx', await withMore(all, [numbering(level(0, format, pattern))]));
    const shown = (number: string) => (/[a-z\d①-⑳]$/i.test(number) ? `${number} ` : number).replace(/\s+/, ' ');
    expect(blocks[0]?.replace(/\s/g, '')).toBe((shown(first) + LONG).replace(/\s/g, ''));
    expect(blocks[10]?.replace(/\s/g, '')).toBe((shown(eleventh) + LONG).replace(/\s/g, ''));
    expect(told.some((one) => one.startsWith('自动编号，已写成字'))).toBe(true);
  });

  test('come from a style, and from the style that it is based on; levels below name those above', async () => {
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inside}</w:style>`;
    const styles = word(
      'styles',
      style('base', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('heir', '<w:basedOn w:val="base"/>'),
    );
    const styled = paragraph('<w:pPr><w:pStyle w:val="heir"/></w:pPr>', run('总体要求'));
    const levels = numbering(level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2 ', '<w:isLgl/>'));
    const file = await withMore(styled + numbered(LONG, 1) + numbered(LONG, 1) + styled + numbered(LONG, 1), [
      levels,
      ['styles', 'styles.xml', styles],
    ]);
    expect((await take('稿件.docx', file)).blocks).toEqual([
      '## 一、总体要求',
      `1.1 ${LONG}`,
      `1.2 ${LONG}`,
      '## 二、总体要求',
      `2.1 ${LONG}`,
    ]);
  });

  test('of a plain list are a list, nested as in Word', async () => {
    const levels = numbering(level(0, 'bullet', '•'), level(1, 'bullet', '–'));
    const file = await withMore(paragraph(run(LONG)) + numbered('甲') + numbered('乙', 1) + numbered('丙'), [levels]);
    const { article } = await take('稿件.docx', file);
    expect(article.draft).toMatch(/- 甲\n\s*\n? {2}- 乙\n\s*\n?- 丙/);
  });
});

describe('words in other parts', () => {
  test.each([
    ['a page', 'a.html', `<html><body><p>${LONG}</p></body></html>`],
    ['a text', 'a.txt', LONG],
  ])('%s taken in whole stands in the article, and is told', async (_, name, content) => {
    const file = await withMore(paragraph(run(LONG)) + related('altChunk', name), [['aFChunk', name, content]]);
    const { blocks, told } = await take('稿件.docx', file);
    expect(blocks).toEqual([LONG, LONG]);
    expect(told).toEqual([`嵌入的另一份文件，已收进文章：word/${name}`]);
  });

  test('another Word file taken in whole stands in the article', async () => {
    const inner = await docx(paragraph(run(`里面。${LONG}`)));
    const file = await withMore(paragraph(run(LONG)) + related('altChunk', 'a.docx'), [['aFChunk', 'a.docx', inner]]);
    expect((await take('稿件.docx', file)).blocks).toEqual([LONG, `里面。${LONG}`]);
  });

  test('what was taken in and cannot be read stops the import', async () => {
    const file = await withMore(related('altChunk', 'a.rtf'), [['aFChunk', 'a.rtf', '{\\rtf1 x}']]);
    await expect(take('稿件.docx', file)).rejects.toThrow(/取不出来的字/);
  });

  test('a diagram gives its words as paragraphs, a chart is told', async () => {
    const drawing = (inside: string) =>
      paragraph(
        `<w:r><w:drawing xmlns:r="${RELATIONS}" xmlns:a="${DRAWING}/main"><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></w:drawing></w:r>`,
      );
    const texts = (...all: string[]) => all.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('');
    const file = await withMore(
      paragraph(run(LONG)) +
        drawing(`<d:relIds xmlns:d="${DRAWING}/diagram" r:dm="data.xml"/>`) +
        drawing(`<c:chart xmlns:c="${DRAWING}/chart" r:id="chart.xml"/>`),
      [
        [
          'diagramData',
          'data.xml',
          `<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="${DRAWING}/main">${texts('第一步，建账。', '第二步，查账。')}</dgm:dataModel>`,
        ],
        [
          'chart',
          'chart.xml',
          `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main">${texts('历年户数')}<c:v>127</c:v></c:chartSpace>`,
        ],
      ],
    );
    const { blocks, told } = await take('稿件.docx', file);
    expect(blocks).toEqual([LONG, '第一步，建账。', '第二步，查账。']);
    expect(told).toEqual([
      '智能图形（SmartArt），字列在它所在那段之后，请核对：第一步，建账。　第二步，查账。',
      '图表，没有收进文章：历年户数 127',
    ]);
  });

  test('a part that nothing names has its words told', async () => {
    const zip = await JSZip.loadAsync(await docx(HEAD + paragraph(run(LONG))));
    zip.file('word/strange.xml', word('hidden', paragraph(run('没人提到的话'))));
    const { told } = await take('稿件.docx', await zip.generateAsync({ type: 'uint8array' }));
    expect(told).toEqual(['word/strange.xml 里的字，没有收进文章：没人提到的话']);
  });
});

describe('fields', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (instruction: string, ...result: string[]) =>
    `${mark('begin')}<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>${mark('separate')}${result.join('')}${mark('end')}`;

  test('show their results; a link leads where it led, one within another too', async () => {
    const inner = field(' HYPERLINK "https://a.example/1" \\t "_blank" ', run('原'), field(' REF a ', run('网页')));
    expect((await take('稿件.docx', await docx(HEAD + paragraph(run('见'), inner, run(`。${LONG}`))))).blocks).toEqual([
      `见[原网页](https://a.example/1)。${LONG}`,
    ]);
  });

  test('contents are told; words that stand in an instruction alone are too', async () => {
    const contents = paragraph(field(' TOC \\o "1-2" ', run('一、去年 1')));
    const empty = paragraph(
      mark('begin'),
      '<w:r><w:instrText> QUOTE "只在域里的话" </w:instrText></w:r>',
      mark('end'),
      run(LONG),
    );
    const { blocks, told } = await take('稿件.docx', await docx(HEAD + contents + empty));
    expect(blocks).toEqual([LONG]);
    expect(told).toEqual(['目录，没有收进文章：一、去年 1', '域没有结果，没有收进文章：QUOTE "只在域里的话"']);
  });
});

describe('paragraphs', () => {
  const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`;

  test('hidden words are told, by the run or by its style', async () => {
    const styles = word(
      'styles',
      '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const file = await withMore(
      paragraph(run(LONG), hidden('勿登。')) + paragraph('<w:pPr><w:pStyle w:val="x"/></w:pPr>', run('整段藏着。')),
      [['styles', 'styles.xml', styles]],
    );
    const { blocks, told } = await take('稿件.docx', file);
    expect(blocks).toEqual([LONG]);
    expect(told).toEqual(['隐藏的字，没有收进文章：勿登。', '隐藏的字，没有收进文章：整段藏着。']);
  });

  test('whose end was taken out go on in the next', async () => {
    const open = '<w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr>';
    const body = paragraph(open, run('前半，')) + paragraph(run(LONG));
    expect((await take('稿件.docx', await docx(HEAD + body))).blocks).toEqual([`前半，${LONG}`]);
  });

  test('in a box stand behind the paragraph it is tied to', async () => {
    const box = `<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>${paragraph(run(`框里。${LONG}`))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const { blocks, told } = await take(
      '稿件.docx',
      await docx(HEAD + paragraph(box, run(LONG)) + paragraph(run(LONG))),
    );
    expect(blocks).toEqual([LONG, `框里。${LONG}`, LONG]);
    expect(told.join()).toContain('文本框');
  });

  test('of Word’s caption style are captions', async () => {
    const styles = word('styles', '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>');
    const file = await withMore(paragraph(run(LONG)) + paragraph('<w:pPr><w:pStyle w:val="c"/></w:pPr>', run('会场')), [
      ['styles', 'styles.xml', styles],
    ]);
    expect((await take('稿件.docx', file)).article.facts.captions).toEqual(['会场']);
  });
});
