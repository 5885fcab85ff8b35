import { COMPONENTS, HTML, INLINE } from '../../lib/manuscript/marks.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import {
  attribute,
  type Element,
  isBlock,
  isElement,
  isPhrasing,
  type Node,
  positionOf,
  walk,
} from '../../lib/manuscript/tree.ts';
import { languageTag, meantTag } from '../../lib/text/language.ts';
import { isSafeUrl } from '../../lib/text/safe-url.ts';

/** Everything in an MDX tree that is code or could become code. Articles import nothing and run nothing. */
export function findCode(tree: Node): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node, parents) => {
    const fault = faultOf(node);
    // What stands in a tag that must go is not called a forbidden tag as well.
    if (fault && !(isForbidden(node) && parents.some(isForbidden))) findings.push({ ...positionOf(node), ...fault });
  });
  return findings;
}

function faultOf(node: Node): Fault | null {
  switch (node.type) {
    case 'mdxjsEsm':
      return { rule: 'code-esm', message: '文章里不能写 import 或 export', cure: '删掉这一行；可用的组件不必导入' };
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return {
        rule: 'code-expression',
        message: `“{${node.value.trim().slice(0, 24)}}”会被当成代码`,
        cure: '正文里的大括号写成全角｛｝',
      };
    case 'html':
      return { rule: 'code-html', message: '不能写原始 HTML', cure: '改用 Markdown 或现成的组件' };
    case 'link':
    case 'image':
    case 'definition':
      return faultOfUrl(node.url);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return faultOfElement(node);
    default:
      return null;
  }
}

function faultOfUrl(url: string): Fault | null {
  if (isSafeUrl(url)) return null;
  return {
    rule: 'link-unsafe',
    message: `不安全的链接“${url.slice(0, 40)}”`,
    cure: '只可用 http、https、mailto、tel 或站内路径',
  };
}

// A tag may be named like what every object has: constructor, toString.
const attributesOf = (name: string) =>
  (Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined) ?? (HTML.has(name) ? [] : null);
const isForbidden = (node: Node) => isElement(node) && attributesOf(node.name ?? '') === null;

function faultOfElement(node: Element): Fault | null {
  const name = node.name ?? '';
  const allowed = attributesOf(name);
  if (!allowed) {
    return {
      rule: 'component-unknown',
      message: `不允许的标签 <${name.slice(0, 40)}>`,
      cure: `可用的组件：${Object.keys(COMPONENTS).join('、')}`,
    };
  }
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value === 'object')) {
      return { rule: 'component-attribute', message: `<${name}> 的属性里不能写 {…}`, cure: '写成 名称="文字"' };
    }
    if (!allowed.includes(attribute.name)) {
      const cure = allowed.length > 0 ? `<${name}> 只有 ${allowed.join('、')}` : `<${name}> 不带属性`;
      return { rule: 'component-attribute', message: `<${name}> 不允许属性 ${attribute.name}`, cure };
    }
    if (typeof attribute.value !== 'string') {
      const cure = `写成 ${attribute.name}="…"`;
      return { rule: 'component-attribute', message: `<${name}> 的属性 ${attribute.name} 没有写值`, cure };
    }
    if (node.attributes.some((other) => other !== attribute && 'name' in other && other.name === attribute.name))
      return { rule: 'component-attribute', message: `<${name}> 的属性 ${attribute.name} 写了两次`, cure: '删掉一个' };
  }
  return faultOfPlace(node, name);
}

/** A browser tears apart what stands where it may not: a box in a sentence, paragraphs in a mark. */
function faultOfPlace(node: Element, name: string): Fault | null {
  if (name === 'Lang') return faultOfLanguage(node);
  const isInline = INLINE.has(name) || HTML.has(name);
  if (!isInline && node.type === 'mdxJsxTextElement')
    return { rule: 'component-place', message: `<${name}> 不能写在句子中间`, cure: '另起一段，前后各空一行' };
  if (isInline && !isPhrasing(node))
    return { rule: 'component-place', message: `<${name}> 里不能分段`, cure: '写在同一段里，前后不换行' };
  return CONTENTS[name]?.(node) ?? null;
}

/** What some components must hold. */
const CONTENTS: Readonly<Record<string, (node: Element) => Fault | null>> = {
  Verse: ({ children }) =>
    children.length > 0 && children.every(({ type }) => type === 'paragraph')
      ? null
      : {
          rule: 'verse-lines',
          message: '<Verse> 里只能写诗行',
          cure: '一行诗写一行，节与节之间空一行；<Verse> 和 </Verse> 各自独占一行',
        },
  Table: ({ children }) =>
    children.length === 1 && children[0]?.type === 'table'
      ? null
      : {
          rule: 'table-missing',
          message: '<Table> 里要有一张表，也只能有一张',
          cure: '<Table caption="题目"> 下面空一行，写 |…| 的表，再空一行写 </Table>',
        },
};

function faultOfLanguage(node: Element): Fault | null {
  const code = attribute(node, 'code') ?? '';
  if (languageTag(code) === null) {
    const meant = meantTag(code);
    return {
      rule: 'language-tag',
      message: code === '' ? '<Lang> 没有写是哪种语言' : `“${code.slice(0, 24)}”不是语言代码`,
      cure: `写成 <Lang code="${meant ?? 'en'}">；常用的有 en 英文、zh-Hant 繁体、ja 日文、bo 藏文、ug 维吾尔文、mn 蒙古文`,
    };
  }
  const { children } = node;
  if (node.type === 'mdxJsxTextElement' && children.some((child) => isBlock(child as Node)))
    return { rule: 'component-place', message: '<Lang> 写在句子里时，里面不能分段', cure: '要分段，就另起一段写' };
  return null;
}
