import type { Finding } from '../../lib/manuscript/problem.ts';
import type { RuleId } from '../../lib/manuscript/rules.ts';
import { type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';

const LITERAL = /\[\^[^[\]\s]+\]/;
const WIDE = /^(\[\^[^[\]\s]+\])：/;

/** Notes (`[^a]`) without words, words without a place in the text, and of two notes of one name the one that is lost. */
export function findBrokenNotes(tree: Node, body: string): Finding[] {
  const findings: Finding[] = [];
  const [cited, defined, told] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const isPlain = (node: Node): node is Extract<Node, { type: 'text' }> =>
    node.type === 'text' && body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0) === node.value;
  walk(tree, (node) => {
    if (node.type === 'footnoteReference') cited.add(node.identifier);
    const [, wide] = (isPlain(node) && WIDE.exec(node.value)) || [];
    if (wide) told.add(wide);
  });
  walk(tree, (node) => {
    const add = (rule: RuleId, message: string, cure: string) =>
      findings.push({ ...positionOf(node), rule, message, cure });
    if (isPlain(node)) {
      const [, wide] = WIDE.exec(node.value) ?? [];
      const [literal] = LITERAL.exec(node.value) ?? [];
      if (wide) add('note-literal', `注释 ${wide} 后面用了全角冒号，会原样印出`, `写成 ${wide}: 注释的话`);
      else if (literal && !told.has(literal))
        add('note-literal', `注释 ${literal} 没有内容，会原样印出`, `另起一段写 ${literal}: 注释的话`);
    }
    if (node.type !== 'footnoteDefinition') return;
    const name = `[^${node.identifier}]`;
    if (defined.has(node.identifier))
      add('note-twice', `注释 ${name} 写了两次，后一次不会显示`, '给其中一条改名，或并成一条');
    else if (!cited.has(node.identifier))
      add('note-unused', `注释 ${name} 没有地方引用，不会显示`, `在正文里写上 ${name}，或删掉它`);
    else if (textOf(node).trim() === '') add('note-empty', `注释 ${name} 是空的`, `写成 ${name}: 注释的话`);
    defined.add(node.identifier);
  });
  return findings;
}
