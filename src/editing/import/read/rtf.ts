import type { ElementContent, Element as Hast, Root } from 'hast';
import type { Decision } from '../text/model.ts';
import { h, words } from './word-blocks.ts';
import { shorten } from './word-xml.ts';

/** What an RTF file holds. */
export interface RtfReading {
  page: Root;
  told: Decision[];
}

const OTHER = '这个 RTF 文件读不出来，请在 Word 或 WPS 里打开，另存为 .docx 再导入';
const LARGEST = 20 * 2 ** 20;
const DEEPEST = 200;
/** A control word with its number, a sign, a character by its code, a bracket, or text. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
/** Groups that hold no words of the text. */
const MUTE =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|themedata|colorschememapping|latentstyles|datastore|generator|listtable|listoverridetable|rsidtbl|xmlnstbl|fldinst|bkmkstart|bkmkend|object|objdata|filetbl|revtbl|mmathPr|wgrffmtfilter|pgptbl|listtext|pntext|nonshppict|shpinst|sp|sn|sv)$/;
const AROUND = /^(?:header|headerl|headerr|headerf|footer|footerl|footerr|footerf)$/;
const SIGNS: Record<string, string> = {
  tab: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
};
const CODEPAGES: Record<string, string> = {
  '936': 'gb18030',
  '950': 'big5',
  '1252': 'windows-1252',
  '65001': 'utf-8',
  '932': 'shift_jis',
  '949': 'euc-kr',
};

interface Group {
  /** What is not shown of it: nothing, all, or all but told. */
  into: 'text' | 'nothing' | 'around' | 'note' | 'hidden' | 'deleted';
  bold: boolean;
  /** Characters that stand for one by its number, in programs that know no numbers. */
  skip: number;
}

/** Reads an RTF file as Word and WPS write it; what is in no paragraph is told. */
export function readRtf(bytes: Uint8Array): RtfReading | { problem: string } {
  if (bytes.length > LARGEST) return { problem: '这个 RTF 文件太大，不像文章，没有导入' };
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const charset = CODEPAGES[/\\ansicpg(\d+)/.exec(source)?.[1] ?? '936'] ?? 'gb18030';
  const decoder = new TextDecoder(charset);
  const blocks: Hast[] = [];
  const cells: Hast[] = [];
  const rows: Hast[] = [];
  const told = new Map<Group['into'], string[]>();
  let line: ElementContent[] = [];
  let bytesOfText: number[] = [];
  let pictures = 0;
  let inTable = false;
  let toSkip = 0;
  let isFirst = false;
  const stack: Group[] = [];
  let group: Group = { into: 'text', bold: false, skip: 1 };

  const put = (text: string) => {
    if (text === '' || group.into === 'nothing') return;
    if (group.into !== 'text') {
      const list = told.get(group.into) ?? [];
      told.set(group.into, [...list.slice(0, -1), (list.at(-1) ?? '') + text]);
      return;
    }
    const last = line.at(-1);
    const isBold = last?.type === 'element' && last.tagName === 'strong';
    const holder = group.bold ? (isBold ? last.children.at(-1) : undefined) : last;
    if (holder?.type === 'text') holder.value += text;
    else line.push(group.bold ? h('strong', [words(text)]) : words(text));
  };
  const flush = () => {
    if (bytesOfText.length > 0) put(decoder.decode(Uint8Array.from(bytesOfText)));
    bytesOfText = [];
  };
  const endParagraph = () => {
    flush();
    if (group.into !== 'text') {
      if (group.into !== 'nothing') told.set(group.into, [...(told.get(group.into) ?? []), '']);
      return;
    }
    if (line.length > 0) (inTable ? cells : blocks).push(h('p', line));
    line = [];
  };
  const endCell = () => {
    inTable = true;
    endParagraph();
    row.push(h('td', cells.splice(0)));
  };
  let row: Hast[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(h('table', [h('tbody', rows.splice(0))]));
  };

  for (const [, word, number, code, sign, bracket, text] of source.matchAll(TOKEN)) {
    if (bracket === '{') {
      flush();
      stack.push({ ...group });
      isFirst = true;
      if (stack.length > DEEPEST) return { problem: OTHER };
      continue;
    }
    if (bracket === '}') {
      flush();
      const outer = stack.pop();
      if (!outer) return { problem: OTHER };
      group = outer;
      continue;
    }
    if (code !== undefined) {
      if (toSkip > 0) toSkip--;
      else bytesOfText.push(Number.parseInt(code, 16));
      continue;
    }
    if (text !== undefined) {
      const rest = text.slice(Math.min(toSkip, text.length));
      toSkip = Math.max(0, toSkip - text.length);
      for (const character of rest) bytesOfText.push(character.charCodeAt(0));
      isFirst = false;
      continue;
    }
    if (sign !== undefined) {
      if (sign === '*') {
        if (isFirst) group.into = group.into === 'text' ? 'nothing' : group.into;
      } else {
        flush();
        put(sign === '~' ? '\u00a0' : sign === '_' ? '-' : sign === '-' ? '' : /[\\{}]/.test(sign) ? sign : '');
      }
      continue;
    }
    if (word === undefined) continue;
    const name = word.toLowerCase();
    const isOff = number === '0';
    flush();
    if (MUTE.test(name)) {
      if (name === 'pict') pictures++;
      group.into = 'nothing';
    } else if (AROUND.test(name)) group.into = 'around';
    else if (/^(?:footnote|annotation)$/.test(name)) group.into = 'note';
    else if (name === 'shptxt') group.into = 'text';
    else if (name === 'u' && number !== undefined) {
      put(String.fromCharCode((Number(number) + 65536) % 65536));
      toSkip = group.skip;
    } else if (name === 'uc') group.skip = Number(number ?? '1');
    else if (name === 'b') group.bold = !isOff;
    else if (name === 'plain') group.bold = false;
    else if (name === 'v' && group.into === 'text') group.into = isOff ? 'text' : 'hidden';
    else if (name === 'v' && isOff && group.into === 'hidden') group.into = 'text';
    else if (name === 'deleted' && !isOff && group.into === 'text') group.into = 'deleted';
    else if (name === 'intbl') inTable = true;
    else if (name === 'pard') {
      inTable = false;
    } else if (name === 'par' || name === 'sect' || name === 'page') {
      if (!inTable && row.length === 0) endTable();
      endParagraph();
    } else if (name === 'line') {
      if (group.into === 'text') line.push(h('br'));
    } else if (name === 'cell') endCell();
    else if (name === 'row') {
      if (row.length > 0) rows.push(h('tr', row));
      row = [];
    } else if (SIGNS[name] !== undefined) put(SIGNS[name]);
    isFirst = false;
  }
  if (stack.length > 0) return { problem: '这个 RTF 文件没有结尾，可能没有下载完整，请重新取一份' };
  endTable();
  inTable = false;
  group = { into: 'text', bold: false, skip: 1 };
  endParagraph();
  const names: [Group['into'], string][] = [
    ['around', '页眉页脚，没有收进文章'],
    ['note', '脚注、批注，没有收进文章'],
    ['hidden', '隐藏的字，没有收进文章'],
    ['deleted', '修订删除，没有收进文章'],
  ];
  const all = names.flatMap(([into, what]) =>
    (told.get(into) ?? [])
      .filter((one) => /[\p{L}]/u.test(one))
      .map((one) => ({ line: 0, what, text: shorten(one.trim()) })),
  );
  if (pictures > 0) all.push({ line: 0, what: '图片，没有取出', text: `${pictures} 张，请另存后放到文章旁边` });
  return { page: { type: 'root', children: blocks }, told: all };
}
