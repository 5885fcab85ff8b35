import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { docx, HEAD, importDraft, LONG, paragraph, run, withParts } from '../../../support/docx.ts';

describe('files made to harm', () => {
  const good = docx(HEAD + paragraph(run(LONG)), { header1: paragraph(run('内部资料')) });
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>';
  const prefixed = (start: string) => (xml: string) => start + xml;

  test.each<[string, RegExp, (xml: string) => string, RegExp]>([
    ['a DOCTYPE', /document\.xml$/, prefixed('<!DOCTYPE x>'), /DOCTYPE/],
    ['entities', /document\.xml$/, (xml) => laughs + xml.replace('村里', '&c;'), /DOCTYPE/],
    ['an entity that nobody declared', /document\.xml$/, (xml) => xml.replace('村里', '&c;'), /已损坏/],
    ['an entity from outside', /header1/, prefixed('<!DOCTYPE x SYSTEM "file:///etc/hostname">'), /DOCTYPE/],
    ['a DOCTYPE among relations', /document\.xml\.rels$/, prefixed('<!DOCTYPE x>'), /DOCTYPE/],
    ['a header without an end', /header1/, (xml) => xml.slice(0, -8), /已损坏/],
    ['notes that are nothing', /footnotes/, () => '', /已损坏/],
    ['words after the end', /comments/, (xml) => `${xml}<w:comment>`, /已损坏/],
    ['another document under the name of a text', /document\.xml$/, () => '<html><body/></html>', /不是 Word 文件/],
    ['a wrong number of a character', /document\.xml$/, (xml) => xml.replace('村里', '&#x110000;'), /已损坏/],
    [
      'elements within elements without end',
      /document\.xml$/,
      (xml) =>
        xml.replace('<w:body>', '<w:body b="/>">'.repeat(50_000)).replace('</w:body>', '</w:body>'.repeat(50_000)),
      /太深/,
    ],
    ['more text than any article has', /header1/, (xml) => xml + ' '.repeat(2 ** 24), /不像文章/],
    ['more tags than any article has', /endnotes/, (xml) => `<a>${xml}${'<b/>'.repeat(500_000)}</a>`, /不像文章/],
  ])('%s: is refused in one sentence', async (_, wanted, rewrite, says) => {
    const reading = importDraft(await withParts(await good, rewrite, wanted));
    await expect(reading).rejects.toThrow(says);
    await expect(reading).rejects.toThrow(/^[^。\n]+$/u);
  });

  test('bytes that were changed on the way: are noticed', async () => {
    const file = await withParts(await good, (xml) => xml);
    const middle = new TextDecoder('latin1').decode(file).indexOf('word/document.xml') + 60;
    file.set([1, 2, 3, 4], middle);
    await expect(importDraft(file)).rejects.toThrow(/已损坏/);
  });

  test('a table document is refused', async () => {
    const zip = new JSZip().file('xl/workbook.xml', '<workbook/>');
    await expect(importDraft(await zip.generateAsync({ type: 'uint8array' }))).rejects.toThrow(/不是 Word 文件/);
  });
});
