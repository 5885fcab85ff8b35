import { shareOfCommonHan } from './common-han.ts';

/** Characters that appear when the UTF-8 bytes of common Chinese are read as GBK. */
const TRACES = /[鏄鍦鐨勪绗骞鈥鍏锛銆鍜鏈浠涓鍙鍥鍚鎴戝紝鍒瀹夊闈㈠姟甯傚粬杩欐殑]/gu;
const SAMPLE = 4000;

/**
 * Text that was once decoded wrongly and then saved: UTF-8 read as GBK, or as Latin letters.
 * @returns one Chinese sentence with a sample of what it probably says, or null
 */
export function findMojibake(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const traces = sample.match(TRACES)?.length ?? 0;
  const latin = sample.match(/[\u00c2-\u00ef][\u0080-\u00bf\u2010-\u2122\u0152-\u0192]/g)?.length ?? 0;
  if (han > 20 && traces / han > 0.1 && shareOfCommonHan(sample) < 0.1) return explain('GBK', repairGbk(sample));
  if (latin > 10 && latin > han) return explain('西文', repairLatin(sample));
  return null;
}

const explain = (as: string, repaired: string) =>
  `是乱码：像 UTF-8 的文件被当成${as}打开后又存了一遍，原文大约是“${repaired.replace(/\s+/g, ' ').slice(0, 30)}…”，请找原件`;

function repairGbk(text: string): string {
  const bytes = [...text].flatMap((character) => bytesInGbk().get(character) ?? [0x3f]);
  return new TextDecoder('utf-8').decode(Uint8Array.from(bytes));
}

const repairLatin = (text: string) =>
  new TextDecoder('utf-8').decode(
    Uint8Array.from([...text].map((character) => (character.codePointAt(0) ?? 0) & 0xff)),
  );

let gbk: Map<string, number[]> | undefined;

/** The bytes of each GBK character: the platform decodes GBK but does not encode it. */
function bytesInGbk(): Map<string, number[]> {
  if (gbk) return gbk;
  gbk = new Map();
  const decoder = new TextDecoder('gbk');
  for (let byte = 0; byte < 0x80; byte++) gbk.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) gbk.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return gbk;
}
