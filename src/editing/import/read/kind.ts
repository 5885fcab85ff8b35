import type { Decision } from '../text/model.ts';

/** What a file is read as. */
export type Kind = 'word' | 'html' | 'markdown' | 'text';

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
]);
const NAMES: Record<Kind, string> = { word: 'Word', html: '网页', markdown: 'Markdown', text: '文本' };
const HTML = /^<(?:!doctype\s+html|html)[\s>]/i;
/** What may stand before it, each with what ends it. */
const ABOVE_HTML: readonly [string, string][] = [
  ['<?xml', '>'],
  ['<!--', '-->'],
];
const UNREADABLE: readonly [string, string][] = [
  ['%PDF', '这是 PDF，只有版面，没有段落：请找它的 Word 或文本稿；实在没有，把文字复制出来存成 .txt 再导入'],
  ['{\\rtf', '这是 RTF 文件，请在 Word 或 WPS 里另存为 .docx'],
  ['MIME-Version:', '这是单文件网页（.mht），请在浏览器里打开，另存为 .html'],
];

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
  const [, problem] = UNREADABLE.find(([mark]) => first.startsWith(mark)) ?? [];
  if (problem) return { problem };
  const found = first.startsWith('PK')
    ? 'word'
    : isPage(first.replace(/^[\xef\xbb\xbf\xff\xfe]+|\0/g, ''))
      ? 'html'
      : null;
  if (found && wanted && found !== wanted) {
    const text = `内容是 ${NAMES[found]}，扩展名是 .${ending}，按内容读`;
    return { kind: found, remarks: [{ line: 0, what: '文件类型', text }] };
  }
  if (wanted === 'word' && !found) return { problem: '这不是 Word 文件，或已损坏' };
  const kinds = '可以导入 .txt、.docx、.html、.md';
  if (ending === '') return { problem: `文件名没有扩展名，不知道是什么文件；${kinds}，请补上` };
  if (!wanted) return { problem: `不认识“.${ending}”文件，${kinds}` };
  return { kind: wanted, remarks: [] };
}

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
