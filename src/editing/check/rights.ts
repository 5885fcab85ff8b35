import type { Finding } from '../../lib/manuscript/problem.ts';
import { isElement, type Node, positionOf, walk } from '../../lib/manuscript/tree.ts';
import { explainIssue } from '../../lib/schema/common.ts';
import { rightsSchema } from '../../lib/schema/rights.ts';

/** Passages whose `<Rights>` names no licence that is known. */
export function findBrokenRights(tree: Node): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (!isElement(node) || node.name !== 'Rights') return;
    // Attributes that it does not take are the lock's to tell.
    const written = node.attributes.flatMap((attribute) =>
      'name' in attribute && typeof attribute.value === 'string' && attribute.name in rightsSchema.shape
        ? [[attribute.name, attribute.value] as const]
        : [],
    );
    const { error } = rightsSchema.safeParse(Object.fromEntries(written), { error: explainIssue });
    const [issue] = error?.issues ?? [];
    if (!issue) return;
    const message = `<Rights> 的 ${issue.path.join('.')}：${issue.message}`;
    findings.push({
      ...positionOf(node),
      rule: 'rights-unknown',
      message,
      cure: '例如 <Rights licence="CC-BY-NC-4.0">',
    });
  });
  return findings;
}
