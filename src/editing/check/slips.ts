import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import type { RuleId } from '../../lib/manuscript/rules.ts';
import { isAutolink, runsOf } from '../../lib/manuscript/runs.ts';
import { type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';
import { hasChinesePunctuation } from '../../lib/text/language.ts';
import { findHalfWidth } from '../../lib/text/punctuation.ts';
import { findBrokenNotes } from './notes.ts';

/**
 * Markdown and typing that Chinese text falls into by accident, each with its cure.
 * @param lang of the article; undefined where it is the site's own
 */
export function findSlips(tree: Node, body = '', lang?: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    const fault = faultOf(node);
    if (fault) findings.push({ ...positionOf(node), ...fault });
  });
  const struck = findings.some(({ rule }) => rule === 'strike-through');
  const inert = new Set(findings.filter(({ rule }) => rule === 'mark-literal').map(({ line }) => line));
  return [
    ...findings,
    ...findUnlinked(tree, body),
    ...findBrokenNotes(tree, body),
    ...findHeadingSkips(tree),
    ...findTyping(tree, body, lang).filter((f) => !(struck && /～/.test(f.message)) && !inert.has(f.line)),
  ];
}

function faultOf(node: Node): Fault | null {
  if (node.type === 'delete') {
    const message = `两个“~”之间的文字“${textOf(node).slice(0, 16)}”会被划掉`;
    return { rule: 'strike-through', message, cure: '表示范围请写“至”、“—”或全角“～”' };
  }
  if (node.type === 'text' && node.value.includes('**')) {
    const message = `加粗没有生效，“**”会原样印出：“${node.value.slice(0, 16)}”`;
    return { rule: 'bold-literal', message, cure: '把标点移到 ** 外面' };
  }
  if (node.type === 'paragraph') return faultOfParagraph(textOf(node));
  if (node.type === 'link' && isAutolink(node) && /[^\x20-\x7e]/.test(textOf(node))) {
    const swallowed = /[^\x20-\x7e].*/su.exec(textOf(node))?.[0] ?? '';
    return {
      rule: 'link-autolink',
      message: `网址把后面的字“${swallowed.slice(0, 12)}”也吞进去了`,
      cure: '在网址末尾加一个空格',
    };
  }
  if (node.type === 'code')
    return { rule: 'code-block', message: '这一段会显示成代码', cure: '删掉行首的空格，或成对的 ```' };
  return null;
}

/** Signs that were to make something of a paragraph, and are printed as they stand. */
function faultOfParagraph(text: string): Fault | null {
  const [signs] = /^(?:#{2,6}|＃+)(?![#＃])(?=.)/u.exec(text) ?? [];
  if (signs && (signs.length > 1 || /^＃[\s\u3000]/.test(text)))
    return {
      rule: 'heading-literal',
      message: `小标题没有生效，“${signs}”会原样印出`,
      cure: '写成半角的 ##，后面空一格',
    };
  if (/^[|｜].*[|｜]$/mu.test(text))
    return {
      rule: 'table-literal',
      message: '表格没有生效，竖线会原样印出',
      cure: '竖线用半角，第二行写 |---|---|，每行列数相同',
    };
  const [tag] =
    /＜\s*\/?\s*(?:Milestone|Figure|Place|Practice|Person|Gap|Note|Aside|PullQuote|Rights|Verse|Table|Lang|Ledger|Growth|Span|Compare|Share|PlaceCard)\b/.exec(
      text,
    ) ?? [];
  return tag
    ? { rule: 'mark-literal', message: `标记没有生效，“${tag}”会原样印出`, cure: '尖括号用半角 < >，引号也用半角' }
    : null;
}

/** Links that came to nothing, and lines that became headings because of what stands under them. */
function findUnlinked(tree: Node, body: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    const written = body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    const add = (rule: RuleId, message: string, cure: string) =>
      findings.push({ ...positionOf(node), rule, message, cure });
    if (node.type === 'text' && written === node.value) {
      const [literal] = /\[(?!\^)[^[\]\n]*\](?:\(|\[(?!\^)[^[\]\n]*\])/.exec(node.value) ?? [];
      if (literal)
        add('link-literal', `链接没有生效，“${literal.slice(0, 16)}”会原样印出`, '写成 [文字](网址)，括号用半角，成对');
    }
    if (node.type === 'heading' && body !== '' && !written.startsWith('#'))
      add('heading-underline', '这一段被它下面的 --- 或 === 变成了小标题', '中间空一行，或删掉 --- 和 ===');
  });
  return findings;
}

/** Headings begin with `##` and go down one level at a time. */
function findHeadingSkips(tree: Node): Finding[] {
  const findings: Finding[] = [];
  let above = 1;
  walk(tree, (node) => {
    if (node.type !== 'heading') return;
    const { depth } = node;
    if (depth !== 2 && depth !== 3) {
      findings.push({
        ...positionOf(node),
        rule: 'heading-level',
        message: `小标题是第 ${depth} 级`,
        cure: '小标题用 ##，下一级用 ###',
      });
    } else if (depth > above + 1) {
      findings.push({
        ...positionOf(node),
        rule: 'heading-level',
        message: `小标题从第 ${above} 级跳到了第 ${depth} 级`,
        cure: '先有 ##，再有 ###',
      });
    }
    if (textOf(node).trim() === '')
      findings.push({
        ...positionOf(node),
        rule: 'heading-empty',
        message: '小标题是空的',
        cure: '写上文字，或删掉这一行',
      });
    above = depth;
  });
  return findings;
}

/** Half-width punctuation among Chinese: one finding a block, at the first place. */
function findTyping(tree: Node, body: string, lang: string | undefined): Finding[] {
  const positionAt = positionsIn(body);
  return runsOf(tree, body, lang).flatMap((run): Finding[] => {
    if (!hasChinesePunctuation(run.lang)) return [];
    const places = findHalfWidth(run.text);
    const [first] = places;
    if (!first) return [];
    const offset = run.offsetAt(first.start);
    const place = offset === null || body === '' ? positionOf(run.nodeAt(first.start)) : positionAt(offset);
    const around = run.text.slice(Math.max(0, first.start - 5), first.end + 5);
    const more = places.length > 1 ? `，本段共 ${places.length} 处` : '';
    const message = `半角标点“${around}”应作“${first.to}”${more}`;
    return [{ ...place, rule: 'punctuation-width', message, cure: '运行 npm run check -- --fix 可自动改好' }];
  });
}

/** Lines and columns of offsets that are asked for in order of the text. */
function positionsIn(text: string): (offset: number) => { line: number; column: number } {
  let [line, start] = [1, 0];
  return (offset) => {
    if (offset < start) [line, start] = [1, 0];
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return { line, column: offset - start + 1 };
  };
}
