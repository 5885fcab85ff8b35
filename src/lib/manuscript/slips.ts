import type { Finding } from './problem.ts';
import { type Node, placeOf, textOf, walk } from './tree.ts';

/** Markdown that Chinese text falls into by accident: words struck out between two `~`, bold that stays literal. */
export function findSlips(tree: Node): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (node.type === 'delete') {
      const message = `两个“~”之间的文字“${textOf(node).slice(0, 16)}”会被划掉`;
      findings.push({ ...placeOf(node), message, cure: '表示范围请写“至”、“—”或全角“～”' });
    }
    if (node.type === 'text' && node.value.includes('**')) {
      const message = `加粗没有生效，“**”会原样印出：“${node.value.slice(0, 16)}”`;
      findings.push({ ...placeOf(node), message, cure: '把标点移到 ** 外面' });
    }
    if (node.type === 'heading' && node.depth !== 2 && node.depth !== 3) {
      findings.push({ ...placeOf(node), message: `小标题是第 ${node.depth} 级`, cure: '小标题用 ##，下一级用 ###' });
    }
  });
  return findings;
}
