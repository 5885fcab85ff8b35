import { COMPONENTS, HTML } from './marks.ts';
import type { Fault, Finding } from './problem.ts';

const CAUSES: readonly [RegExp, string, string][] = [
  [/U\+0021/, '不能用 <!-- --> 写批注', '删掉批注，或写进 front matter 的 note'],
  [/Unexpected closing tag/, '有一个结束标签没有对应的开始标签', '删掉它，或补上开始标签'],
  [/closing tag/, '有一个标签没有写结束标签，或跨过了段落', '在同一段里写上 </…>'],
  [/brace|expression/i, '正文里的“{”会被当成代码', '大括号写成全角｛｝'],
  [/JSX|name/, '正文里的“<”会被当成标签', '小于号写成 ＜，书名号写成《》'],
];

/** Says in Chinese where and why the parser stopped; its own words are for programmers. */
export function explainSyntaxError(message: string, body: string): Finding {
  const at = /^(\d+):(\d+): /.exec(message);
  const [line, column] = [Number(at?.[1] ?? 1), Number(at?.[2] ?? 1)];
  const written = body.split('\n')[line - 1]?.slice(column - 1) ?? '';
  return { line, column, ...(explainTag(message, written) ?? explainCause(message)) };
}

function explainCause(message: string): Fault {
  const [, text, cure] = CAUSES.find(([pattern]) => pattern.test(message)) ?? [];
  return {
    rule: 'markup-syntax',
    message: text ?? '正文的标记有误，从这里起读不下去',
    cure: cure ?? '对照编辑手册改正这一行',
  };
}

/** What can be told from the tag itself, as it is written. */
function explainTag(message: string, written: string): Fault | null {
  const [, name = ''] = /^<(\p{L}[\p{L}\p{N}.-]*)(?=[\s/>])/u.exec(written) ?? [];
  if (/^<(?:[a-z][a-z0-9+.-]*:|[\w.+-]+@)/i.test(written))
    return { rule: 'markup-syntax', message: '网址不能写在尖括号里', cure: '去掉尖括号，或写成 [文字](网址)' };
  if (/valid JSX tag/.test(message) && Object.hasOwn(COMPONENTS, name))
    return { rule: 'markup-syntax', message: `<${name}> 的写法不对`, cure: `属性写成 id="…"，引号用半角，成对` };
  if (!/Expected a closing tag/.test(message) || name === '' || Object.hasOwn(COMPONENTS, name)) return null;
  if (name === 'br') return { rule: 'markup-syntax', message: '<br> 少了斜线', cure: '写成 <br />' };
  if (HTML.has(name)) return null;
  if (/\p{Script=Han}/u.test(name))
    return { rule: 'markup-syntax', message: `“<${name}>”会被当成标签`, cure: '书名号写成《》，小于号写成 ＜' };
  return {
    rule: 'component-unknown',
    message: `不允许的标签 <${name}>`,
    cure: '删掉它；图片写成 ![画面上有什么](./图片.jpg)',
  };
}
