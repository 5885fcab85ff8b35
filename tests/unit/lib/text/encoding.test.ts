import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/lib/text/encoding.ts';
import { encodeLegacy, encodeUtf16 } from './bytes.ts';

const SIMPLIFIED = '这个村的路修好了，水也通了。';
const TRADITIONAL = '這個村的路修好了，水也通了。';
const utf8 = (text: string) => new TextEncoder().encode(text);
const marked = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const problemOf = (bytes: Uint8Array) => {
  const result = decodeText(bytes);
  return 'problem' in result ? result.problem : null;
};

describe('a file that an editor brings is read', () => {
  test.each([
    ['UTF-8', utf8(SIMPLIFIED), SIMPLIFIED, 'utf-8'],
    ['plain ASCII', utf8('only 123'), 'only 123', 'utf-8'],
    ['nothing', utf8(''), '', 'utf-8'],
    ['GBK', encodeLegacy(SIMPLIFIED, 'gbk'), SIMPLIFIED, 'gb18030'],
    ['Big5', encodeLegacy(TRADITIONAL, 'big5'), TRADITIONAL, 'big5'],
    ['UTF-16, little end first', encodeUtf16(SIMPLIFIED, 'le'), SIMPLIFIED, 'utf-16le'],
    ['UTF-16, big end first', encodeUtf16(SIMPLIFIED, 'be'), SIMPLIFIED, 'utf-16be'],
  ])('without a mark: %s', (_, bytes, text, encoding) =>
    expect(decodeText(bytes)).toEqual({ text, encoding, bom: false }),
  );

  test.each([
    ['UTF-8', marked([0xef, 0xbb, 0xbf], utf8(SIMPLIFIED)), 'utf-8'],
    ['UTF-16, little end first', marked([0xff, 0xfe], encodeUtf16(SIMPLIFIED, 'le')), 'utf-16le'],
    ['UTF-16, big end first', marked([0xfe, 0xff], encodeUtf16(SIMPLIFIED, 'be')), 'utf-16be'],
    ['GB 18030', marked([0x84, 0x31, 0x95, 0x33], encodeLegacy(SIMPLIFIED, 'gbk')), 'gb18030'],
  ])('with its mark: %s', (_, bytes, encoding) =>
    expect(decodeText(bytes)).toEqual({ text: SIMPLIFIED, encoding, bom: true }),
  );

  test('with line ends of any system', () => {
    expect(decodeText(utf8('一\r\n二\r三\n四'))).toMatchObject({ text: '一\n二\n三\n四' });
  });

  test('with the marks of HZ among Han', () => {
    expect(decodeText(utf8('写成 ~{<:Ky~} 的'))).toMatchObject({ encoding: 'utf-8' });
  });

  test.each(['a ~{ b ~} c', '~{~}', '~{abc~}', '~{ab'])('with %s, which is not HZ', (text) =>
    expect(decodeText(utf8(text))).toMatchObject({ text }),
  );
});

describe('a file that cannot be read is refused', () => {
  test('because it is HZ', () => {
    expect(problemOf(utf8('Mail: ~{<:Ky2;NpIj#,NpJ)l6HK!#~}'))).toBe(
      '是 HZ 编码（“~{”和“~}”之间是汉字）的老文件，请找原件，或转成 UTF-8 再导入',
    );
  });

  test.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xe8, 0xbf]],
    ['UTF-16（记事本的“Unicode”）', [0xff, 0xfe, 0x11, 0x62, 0x11]],
    ['UTF-16（大端）', [0xfe, 0xff, 0x62, 0x11, 0x62]],
    ['GBK（GB 18030）', [0x84, 0x31, 0x95, 0x33, 0xb4]],
  ])('because it is marked %s and breaks off', (name, bytes) =>
    expect(problemOf(Uint8Array.from(bytes))).toBe(`文件开头标明是 ${name}，内容却读不出来，可能被截断`),
  );

  test('because it is no text', () => {
    expect(problemOf(utf8('PK\0\0'))).toBe('有 NUL 字符（U+0000），不是文字文件，或编码弄错了');
  });

  test('because two readings are as good', () => {
    expect(problemOf(encodeLegacy('场常场常', 'gbk'))).toBe('编码认不准，像 GBK（GB 18030），也像 Big5（繁体）');
  });

  test('because no reading is Chinese, with a short sample on one line', () => {
    const bytes = Buffer.from('Un café\r\n\tcrème, à la carte, déjà vu', 'latin1');
    expect(problemOf(bytes)).toBe('编码认不出来，按 UTF-8 读是“Un caf\ufffd cr\ufffdme, \ufffd la cart…”');
  });

  test('because no encoding holds its bytes', () => {
    expect(problemOf(Uint8Array.of(0xff, 0xff, 0xff))).toContain('编码认不出来');
  });

  test('because it was saved after a wrong reading', () => {
    const bytes = utf8(Buffer.from('这个村的路修好了，水也通了').toString('latin1'));
    expect(problemOf(bytes)).toContain('是乱码');
  });
});
