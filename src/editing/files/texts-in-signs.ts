/** Bytes that a text holds in letters and digits. */
const DATA_URL = /;base64,([A-Za-z0-9+/\s_-]+={0,2})/g;
const IN_QUOTES = /"((?:[A-Za-z0-9+/_-]{4}){4,}(?:[A-Za-z0-9+/_-]{2}==|[A-Za-z0-9+/_-]{3}=)?)"/g;
const MAIL = /^content-transfer-encoding:\s*base64\b/im;
const MAIL_BLOCK = /(?:^[A-Za-z0-9+/]{4,}={0,2}[ \t]*(?:\r?\n|$))+/gm;
/** A head of a mail: `=?UTF-8?B?5p2O5Zub?=`; what folds it is no part of it. */
const WORD_OF_HEAD = /=\?([\w-]+)\?[Bb]\?([A-Za-z0-9+/=]+)\?=/g;
const HAN = /\p{Script=Han}/u;

/** What a text holds in base64: files of a mail or a saved page, parts of an index. */
export function bytesInBase64(text: string): Uint8Array[] {
  const found = [...text.matchAll(DATA_URL), ...(MAIL.test(text) ? text.matchAll(MAIL_BLOCK) : [])].map(
    ({ 0: whole, 1: data }) => Buffer.from(data ?? whole, 'base64'),
  );
  const quoted = Array.from(text.matchAll(IN_QUOTES), ([, data = '']) => Buffer.from(data, 'base64')).filter(
    isSpeaking,
  );
  return [...found, ...quoted];
}

/** Most words of letters are no base64 of anything. */
const isSpeaking = (bytes: Buffer): boolean => {
  const isPacked = (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  return isPacked || (bytes.some((byte) => byte >= 0xe3 && byte <= 0xf0) && HAN.test(bytes.toString('utf8')));
};

/** The heads of a mail that are written in base64, each as its words; those in one fold are one. */
export function headsInBase64(text: string): string[] {
  return text.split(/\r?\n(?![ \t])/).flatMap((line) => {
    const words = Array.from(line.matchAll(WORD_OF_HEAD), ([, charset = '', data = '']) => {
      const bytes = Buffer.from(data, 'base64');
      try {
        return new TextDecoder(charset.toLowerCase()).decode(bytes);
      } catch {
        return new TextDecoder('gb18030').decode(bytes);
      }
    });
    return words.length > 0 ? [words.join('')] : [];
  });
}

const QUOTED = /^content-transfer-encoding:\s*quoted-printable\b/im;

/** A mail or saved page whose letters are written `=B9=F9`, read as each encoding that such are in. */
export function quotedTexts(text: string): string[] {
  if (!QUOTED.test(text)) return [];
  const plain = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const bytes = Buffer.from(plain, 'latin1');
  return ['utf-8', 'gb18030', 'big5'].map((encoding) => new TextDecoder(encoding).decode(bytes));
}

export const isRtf = (text: string): boolean => text.startsWith('{\\rtf');

/** The words of an RTF, in which Han stand as `\'c0\'ee` (GBK) or `\u26446?`, without what sets them. */
export function textOfRtf(source: string): string {
  return source
    .replace(/\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|\?)*/g, (_, code: string) =>
      String.fromCharCode((Number(code) + 0x1_0000) % 0x1_0000),
    )
    .replace(/(?:\\'[0-9a-fA-F]{2}\s*)+/g, (run) =>
      new TextDecoder('gb18030').decode(Buffer.from(run.replace(/[^0-9a-fA-F]/g, ''), 'hex')),
    )
    .replace(/\\(?:par|sect|page|row|cell)\b ?/g, '\n\n')
    .replace(/\\[a-zA-Z]+-?\d* ?|[{}]|\\\*/g, '');
}
