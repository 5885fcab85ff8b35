import type { Decision } from '../text/model.ts';
import { isMessage } from './mime.ts';

/** What a file is read as. */
export type Kind = 'word' | 'html' | 'markdown' | 'text' | 'pdf' | 'message' | 'odt' | 'rtf';

const BY_ENDING = new Map<string, Kind>([
  ['docx', 'word'],
  ['doc', 'word'],
  ['wps', 'word'],
  ['html', 'html'],
  ['htm', 'html'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'markdown'],
  ['txt', 'text'],
  ['text', 'text'],
  ['pdf', 'pdf'],
  ['mht', 'message'],
  ['mhtml', 'message'],
  ['eml', 'message'],
  ['odt', 'odt'],
  ['fodt', 'odt'],
  ['rtf', 'rtf'],
]);
const NAMES: Record<Kind, string> = {
  word: 'Word',
  html: '网页',
  markdown: 'Markdown',
  text: '文本',
  pdf: 'PDF',
  message: '邮件或单文件网页',
  odt: 'OpenDocument',
  rtf: 'RTF',
};
const HTML = /^<(?:!doctype\s+html|html)[\s>]/i;
/** What may stand before it, each with what ends it. */
const ABOVE_HTML: readonly [string, string][] = [
  ['<?xml', '>'],
  ['<!--', '-->'],
];
/** First bytes that tell what a file is. */
const MARKS: readonly [RegExp, Kind][] = [
  [/^%PDF-/, 'pdf'],
  [/^\{\\rtf/, 'rtf'],
  [/^PK.{28}mimetypeapplication\/vnd\.oasis\.opendocument\.text/s, 'odt'],
  [/^PK/, 'word'],
];
const KINDS = '可以导入 .txt、.docx、.html、.md、.pdf、.mht、.eml、.odt、.rtf';

/**
 * What a file is, by its first bytes where they tell, by its ending otherwise: many a .doc is a web page.
 * @returns one Chinese sentence where it is nothing that can be imported
 */
export function kindOf(name: string, bytes: Uint8Array): { kind: Kind; remarks: Decision[] } | { problem: string } {
  if (bytes.length === 0) return { problem: '文件是空的' };
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const wanted = BY_ENDING.get(ending);
  const first = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  if (first.startsWith('\xd0\xcf\x11\xe0')) return { problem: explainOldOffice(bytes) };
  const plain = first.replace(/^[\xef\xbb\xbf\xff\xfe]+|\0/g, '');
  const found =
    (wanted === 'odt' && first.startsWith('PK') ? 'odt' : undefined) ??
    MARKS.find(([mark]) => mark.test(first))?.[1] ??
    (isPage(plain) ? 'html' : isMessage(plain) ? 'message' : null);
  if (found && wanted && found !== wanted) {
    const text = `内容是 ${NAMES[found]}，扩展名是 .${ending}，按内容读`;
    return { kind: found, remarks: [{ line: 0, what: '文件类型', text }] };
  }
  if (!found && wanted && MARKED.has(wanted)) return { problem: `这不是 ${NAMES[wanted]} 文件，或已损坏` };
  if (ending === '') return { problem: `文件名没有扩展名，不知道是什么文件；${KINDS}，请补上` };
  if (!wanted) return { problem: `不认识“.${ending}”文件，${KINDS}` };
  return { kind: wanted, remarks: [] };
}

/** Kinds whose first bytes always tell. */
const MARKED: ReadonlySet<Kind> = new Set(['word', 'pdf', 'odt', 'rtf']);

function isPage(text: string): boolean {
  const rest = text.trimStart();
  const [open = '', close = ''] = ABOVE_HTML.find(([start]) => rest.startsWith(start)) ?? [];
  if (open === '') return HTML.test(rest);
  const end = rest.indexOf(close, open.length);
  return end !== -1 && isPage(rest.slice(end + close.length));
}

function explainOldOffice(bytes: Uint8Array): string {
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isLocked
    ? '这个 Word 文件加了密码，请在 Word 或 WPS 里打开，去掉密码，再导入'
    : '这是旧版 .doc 文件，请在 Word 或 WPS 里打开，另存为 .docx';
}
