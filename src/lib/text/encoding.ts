import { shareOfCommonHan } from './common-han.ts';
import { findMojibake } from './mojibake.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Names as editors know them from their programs. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16（记事本的“Unicode”）',
  'utf-16be': 'UTF-16（大端）',
  gb18030: 'GBK（GB 18030）',
  big5: 'Big5（繁体）',
};

export interface Decoded {
  /** Without byte order mark; line ends are `\n`. */
  text: string;
  encoding: Encoding;
  bom: boolean;
}

const BOMS: readonly [readonly number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030'],
];
/** Below this part of common characters a reading is not Chinese text. */
const LEGIBLE = 0.15;
/** A reading must be this much better than the next best to be believed. */
const CLEARLY = 1.4;
/** Characters by which readings are compared. */
const SAMPLE = 20_000;

/**
 * Reads bytes as text without ever guessing silently: a byte order mark, then strict UTF-8, then the one legacy
 * encoding in which the text is clearly Chinese.
 * @returns the text, or one Chinese sentence that says why it cannot be read
 */
export function decodeText(bytes: Uint8Array): Decoded | { problem: string } {
  const bom = BOMS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (bom) return readAs(bom[1], bytes.subarray(bom[0].length), true);
  if (isHz(bytes)) return { problem: '是 HZ 编码（“~{”和“~}”之间是汉字）的老文件，请找原件，或转成 UTF-8 再导入' };
  if (tryDecode('utf-8', bytes) !== null) return readAs('utf-8', bytes, false);
  const candidates = (['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const)
    .flatMap((encoding) => {
      const text = tryDecode(encoding, bytes);
      return text === null ? [] : [{ encoding, share: shareOfCommonHan(text.slice(0, SAMPLE)) }];
    })
    .sort((a, b) => b.share - a.share);
  const [best, next] = candidates;
  if (!best || best.share < LEGIBLE) return { problem: explainBroken(bytes) ?? explainUnreadable(bytes) };
  if (next && best.share < next.share * CLEARLY) {
    return { problem: `编码认不准，像 ${ENCODING_NAMES[best.encoding]}，也像 ${ENCODING_NAMES[next.encoding]}` };
  }
  return readAs(best.encoding, bytes, false);
}

/** Han characters as pairs of ASCII between `~{` and `~}`, as mail was sent long ago: legible to no one as it is. */
const isHz = (bytes: Uint8Array) =>
  bytes.subarray(0, SAMPLE).every((byte) => byte < 0x80) &&
  /~\{(?:[!-w][!-~])+~\}/.test(new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE)));

function readAs(encoding: Encoding, bytes: Uint8Array, bom: boolean): Decoded | { problem: string } {
  const text = tryDecode(encoding, bytes);
  if (text === null) return { problem: `文件开头标明是 ${ENCODING_NAMES[encoding]}，内容却读不出来，可能被截断` };
  if (text.includes('\0')) return { problem: '有 NUL 字符（U+0000），不是文字文件，或编码弄错了' };
  const mojibake = findMojibake(text);
  if (mojibake) return { problem: mojibake };
  return { text: text.replace(/\r\n?/g, '\n'), encoding, bom };
}

function tryDecode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many characters of a text may be broken for its encoding to be known all the same. */
const MOST_BROKEN = 0.02;

/** A text that is legible but for a few bytes: what it is, and where they stand. Null where none is. */
function explainBroken(bytes: Uint8Array): string | null {
  const readings = (['utf-8', 'gb18030', 'big5'] as const)
    .map((encoding) => {
      const text = new TextDecoder(encoding).decode(bytes);
      const broken = text.match(/\ufffd/g)?.length ?? 0;
      return { encoding, text, broken, share: shareOfCommonHan(text.slice(0, SAMPLE)) };
    })
    .filter(({ text, broken, share }) => share >= LEGIBLE && broken <= Math.max(3, text.length * MOST_BROKEN))
    .sort((a, b) => a.broken - b.broken || b.share - a.share);
  const [best] = readings;
  const at = best?.text.indexOf('\ufffd') ?? -1;
  if (!best || at === -1) return null;
  const line = best.text.slice(0, at).split('\n').length;
  const around = best.text.slice(Math.max(0, at - 8), at + 8).replace(/\s+/g, ' ');
  const times = best.broken > 1 ? `，共 ${best.broken} 处` : '';
  return `像是 ${ENCODING_NAMES[best.encoding]} 编码，但第 ${line} 行“${around}”处有坏字节，读不出来${times}：请找没有损坏的原件，或在编辑器里打开、补上坏的字、另存为 UTF-8`;
}

function explainUnreadable(bytes: Uint8Array): string {
  const sample = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 200))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 24);
  return `编码认不出来，按 UTF-8 读是“${sample}…”`;
}
