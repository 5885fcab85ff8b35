import { type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement, mdxToMdast } from 'satteri';
import { DEEPEST, findCrowd, tooDeep } from './bounds.ts';
import type { Finding } from './problem.ts';
import { explainSyntaxError } from './syntax-faults.ts';

export type Node = MdastNode;
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** What the parser is told; the same in the site's build and in the editors' check. */
export const FEATURES = { smartPunctuation: false } as const;

/** Splits a manuscript into front matter and body; the body keeps its line numbers by leading newlines. */
export function splitManuscript(source: string): { frontmatter: string; body: string } | null {
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source);
  if (!match) return null;
  const lines = match[0].split('\n').length - 1;
  return { frontmatter: match[1] ?? '', body: '\n'.repeat(lines) + source.slice(match[0].length) };
}

/**
 * Parses an MDX body.
 * @returns the tree, or what is wrong with its markup (the parser stops at the first fault)
 */
export function parseBody(body: string): { tree: Node } | { finding: Finding } {
  const crowd = findCrowd(body);
  if (crowd) return { finding: crowd };
  try {
    const tree = mdxToMdast(body, { features: FEATURES });
    const buried = findBuried(tree);
    if (!buried) return { tree };
    const { line, column } = positionOf(buried);
    return { finding: tooDeep(line, column) };
  } catch (error) {
    return { finding: explainSyntaxError(error instanceof Error ? error.message : String(error), body) };
  }
}

/** The first node below the deepest level, level by level: a call stack would not hold them. */
function findBuried(tree: Node): Node | undefined {
  let level: readonly Node[] = [tree];
  for (let depth = 0; depth < DEEPEST; depth += 1)
    level = level.flatMap((node) => ('children' in node ? (node.children as Node[]) : []));
  return level[0];
}

/** Visits every node, parents before children. */
export function walk(node: Node, visit: (node: Node, parents: readonly Node[]) => void, parents: Node[] = []): void {
  visit(node, parents);
  if (!('children' in node)) return;
  for (const child of node.children) walk(child as Node, visit, [...parents, node]);
}

export const isElement = (node: Node): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const BLOCKS = new Set([
  'blockquote',
  'code',
  'footnoteDefinition',
  'heading',
  'list',
  'mdxJsxFlowElement',
  'paragraph',
  'table',
  'thematicBreak',
]);

/** Whether a node is a block: nothing that can stand in a sentence. */
export const isBlock = (node: Node): boolean => BLOCKS.has(node.type);

/** Whether what a node holds could stand in a sentence. */
export const isPhrasing = (node: Element): boolean => !node.children.some((child) => isBlock(child as Node));

/** The value of a plain `name="text"` attribute. */
export function attribute(node: Element, name: string): string | undefined {
  const found = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** A line end that is meant, where others are to be joined: a blank like any other, and no end of a line. */
export const LINE = '\u2028';

/**
 * The words a node shows, without the site's own remarks.
 * @param line what stands for the end of a line that is meant
 */
export function textOf(node: Node, line = '\n'): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return line;
  return 'children' in node ? node.children.map((child) => textOf(child as Node, line)).join('') : '';
}

/** Where a node begins; the parser always gives positions. */
export function positionOf(node: Node): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
