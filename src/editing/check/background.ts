import { isMark } from '../../lib/manuscript/marks.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { type Element, isElement, isPhrasing, type Node, positionOf, textOf, walk } from '../../lib/manuscript/tree.ts';
import { backgroundSourceSchema, LONGEST_BACKGROUND } from '../../lib/schema/background.ts';
import { explainIssue } from '../../lib/schema/common.ts';

const EXAMPLE = '<Background title="题名" issuer="发文机构" date="2015-11-29" url="https://…">一段话</Background>';

/** What is wrong with the `<Background>`s of a text: their sources and their words. */
export function findBrokenBackgrounds(tree: Node): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (isElement(node) && node.name === 'Background') findings.push(...findInSource(node), ...findInText(node));
  });
  return findings;
}

/** The first fault is enough: what follows is mostly its echo. */
function findInSource(node: Element): Finding[] {
  // Attributes that it does not take are the lock's to tell.
  const known = backgroundSourceSchema.shape;
  const written = node.attributes.flatMap((attribute) =>
    'name' in attribute && typeof attribute.value === 'string' && attribute.name in known
      ? [[attribute.name, attribute.value] as const]
      : [],
  );
  const { error } = backgroundSourceSchema.safeParse(Object.fromEntries(written), { error: explainIssue });
  const [issue] = error?.issues ?? [];
  if (!issue) return [];
  const message = `<Background> 的 ${issue.path.join('.')}：${issue.message}`;
  return [{ ...positionOf(node), rule: 'background-source', message, cure: `例如 ${EXAMPLE}` }];
}

function findInText(node: Element): Finding[] {
  const at = { ...positionOf(node), rule: 'background-text' } as const;
  const words = textOf(node).replace(/\s+/g, ' ').trim();
  if (words === '') return [{ ...at, message: '<Background> 是空的', cure: '写上背景，或删掉它' }];
  const [first, ...others] = node.children as Node[];
  const isParagraph = isPhrasing(node) || (first?.type === 'paragraph' && others.length === 0);
  if (!isParagraph)
    return [{ ...at, message: '<Background> 里只能写一段话', cure: '合成一段，或分写成几个 <Background>' }];
  const marks: Element[] = [];
  walk(node, (inner) => {
    if (isElement(inner) && isMark(inner.name)) marks.push(inner);
  });
  return [
    ...(words.length > LONGEST_BACKGROUND
      ? [
          {
            ...at,
            message: `<Background> 有 ${words.length} 个字，最多 ${LONGEST_BACKGROUND} 个`,
            cure: '缩短，或分写成几个，各有出处',
          },
        ]
      : []),
    ...marks.map(
      (mark): Finding => ({
        ...at,
        ...positionOf(mark),
        message: `<Background> 里不能有 <${mark.name}>`,
        cure: '标记写在正文里：背景不出自原报',
      }),
    ),
  ];
}
