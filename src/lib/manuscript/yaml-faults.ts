import { type Document, type ErrorCode, visit, type YAMLError } from 'yaml';
import type { Finding } from './problem.ts';

/** What an editor is told of each fault that the parser knows; none of its English gets through. */
const FAULTS: Record<ErrorCode, string> = {
  TAB_AS_INDENT: '用了 Tab 缩进，请改成空格',
  DUPLICATE_KEY: '同一个栏目写了两次',
  MISSING_CHAR: '引号或括号没有配对',
  BAD_INDENT: '缩进不对，和上一行对齐',
  MULTILINE_IMPLICIT_KEY: '少了冒号或冒号后面的空格，或这一行没有写完',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号，请给整段文字加引号',
  TAG_RESOLVE_FAILED: '不能用 ! 开头的标签，请给文字加引号',
  MULTIPLE_TAGS: '不能用 ! 开头的标签，请给文字加引号',
  BAD_COLLECTION_TYPE: '不能用 ! 开头的标签，请给文字加引号',
  BAD_ALIAS: '不能以 & 或 * 开头，请给文字加引号',
  ALIAS_PROPS: '不能以 & 或 * 开头，请给文字加引号',
  MULTIPLE_ANCHORS: '不能以 & 或 * 开头，请给文字加引号',
  BAD_PROP_ORDER: '不能以 & 或 ! 开头，请给文字加引号',
  BAD_SCALAR_START: '文字不能以 %、@、` 开头，请加引号',
  BAD_DQ_ESCAPE: '双引号里的“\\”有别的意思，请改用单引号',
  BLOCK_IN_FLOW: '括号里不能换成逐行的写法，请都写在括号里，用逗号隔开',
  MULTIPLE_DOCS: '中间多了一行“---”或“...”，请删掉',
  BAD_DIRECTIVE: '不能有 % 开头的行，请删掉',
  NON_STRING_KEY: '栏目名只能是文字',
  KEY_OVER_1024_CHARS: '栏目名太长，多半是少了换行或引号',
  RESOURCE_EXHAUSTION: '内容一层套一层，太深了',
  UNEXPECTED_TOKEN: '多了符号，或引号、括号没有包住整段文字',
  IMPOSSIBLE: '读不出来，请对照已有的文章改写这一行',
};

const FULL_WIDTH_SIGN = /^\s*－|[｛｝［］]|[，、]\s*[a-z]\w*\s*[:：]/i;

/** Where a fault lies and what it is, in the editor's words. */
export function explainFault(
  { code, message, pos: [start] }: YAMLError,
  text: string,
  document: Document.Parsed,
): Pick<Finding, 'message' | 'cure'> & { offset: number } {
  const line = lineAt(text, start);
  if (/^\s*[\w-]+：/.test(line)) {
    const cure = '改成半角冒号加空格，例如 title: 标题';
    return { offset: start, message: '栏目名后面用了全角冒号', cure };
  }
  if (FULL_WIDTH_SIGN.test(line)) {
    const cure = '改成半角，例如 [甲, 乙]、{ id: jia, name: 甲 }';
    return { offset: start, message: '栏目里用了全角的逗号、括号或横线', cure };
  }
  if (/^\s*-\s*[^\s-]/.test(line) && /^[\w-]+:\s*\[\s*\]\s*$/.test(lineBefore(text, start))) {
    const field = lineBefore(text, start).split(':')[0] ?? '';
    return {
      offset: start,
      message: `“${field}: []”已经写了是空的，下面又逐行写`,
      cure: `删掉 [] 两个符号，只留 ${field}:`,
    };
  }
  if (/^\s*-\S/.test(line) && !/^\s*--/.test(line))
    return { offset: start, message: '逐行写的一条，“-”后面少了空格', cure: '写成“- 甲”' };
  const open = openQuote(document, text, start);
  if (open !== null)
    return {
      offset: open,
      message: '这里的引号没有关上，后面的栏目都被它吞进去了',
      cure: `在文字末尾补上 ${text[open]}`,
    };
  const [offset, cause] = findCause(code, message, start, text, document);
  return { offset, message: `栏目的写法不对：${cause}` };
}

function findCause(code: ErrorCode, message: string, start: number, text: string, document: Document.Parsed) {
  if (/Flow (?:sequence|map)/.test(message)) return [openBracket(document, start), FAULTS.MISSING_CHAR] as const;
  if (/Tags and anchors/.test(message)) {
    const sign = Math.max(text.lastIndexOf('!', start), text.lastIndexOf('&', start));
    return [sign, text[sign] === '!' ? FAULTS.TAG_RESOLVE_FAILED : FAULTS.BAD_ALIAS] as const;
  }
  // A value, and below it a deeper line with a field of its own: that line is the one out of place.
  const below = text.indexOf('\n', start) + 1;
  const indented = /^ +(?=[\w-]+:(?: |$))/.exec(lineAt(text, below));
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && below > 0 && indented && !/:\s/.test(text.slice(start, below)))
    return [below + indented[0].length, FAULTS.BAD_INDENT] as const;
  return [start, FAULTS[code]] as const;
}

/** The line above, past empty ones. */
const lineBefore = (text: string, offset: number): string => {
  const above = text.slice(0, text.lastIndexOf('\n', offset - 1) + 1).trimEnd();
  return above.slice(above.lastIndexOf('\n') + 1);
};

/** Where the quotation mark stands that was never closed before the fault: it holds lines that are fields. */
function openQuote(document: Document.Parsed, text: string, fault: number): number | null {
  let open: number | null = null;
  visit(document, {
    Scalar(_, { type, range }) {
      const [start = 0, end = 0] = range ?? [];
      if (!/^QUOTE/.test(type ?? '') || start > fault) return undefined;
      if (!/\n[ \t]*(?:- )?[A-Za-z][\w-]*:(?:[ \t]|\n|$)/.test(text.slice(start, Math.max(end, start))))
        return undefined;
      open = start;
      return visit.BREAK;
    },
  });
  return open;
}

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n')[0] ?? '';

/** The bracket that was still open at the fault. */
function openBracket(document: Document.Parsed, fault: number): number {
  let open = fault;
  visit(document, {
    Collection(_, node) {
      const [start = fault, end = 0] = node.range ?? [];
      if (node.flow && start < fault && end >= fault) open = start;
    },
  });
  return open;
}
