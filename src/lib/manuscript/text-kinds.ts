import { FORMS } from '../drawing/names.ts';
import { isElement, type Node, walk } from './tree.ts';

/** Kinds of text that not every article has; the style sheet of each goes only to pages that have it. */
export const TEXT_KINDS = [
  'plain',
  'verse',
  'table',
  'passage',
  'quote',
  'aside',
  'lists',
  'notes',
  'sections',
  'blocks',
  'background',
  'terms',
  'drawings',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** More headings than this make a list of contents that scrolls in itself. */
export const MANY_SECTIONS = 12;

const BY_COMPONENT: Readonly<Record<string, TextKind>> = {
  Verse: 'verse',
  Lang: 'passage',
  PullQuote: 'quote',
  Aside: 'aside',
  Background: 'background',
  ...Object.fromEntries(Object.keys(FORMS).map((form) => [form, 'drawings' as const])),
};
const BY_TYPE: Readonly<Record<string, TextKind>> = {
  emphasis: 'plain',
  image: 'plain',
  table: 'table',
  footnoteDefinition: 'notes',
  blockquote: 'blocks',
  thematicBreak: 'blocks',
  inlineCode: 'blocks',
};

/**
 * The kinds of text in an article, in a fixed order.
 * @param isForeign whether all of it is in another script or language than plain pages are set for
 */
export function textKindsOf(tree: Node, isForeign = false): TextKind[] {
  const kinds = new Set<TextKind>(isForeign ? ['passage'] : []);
  let headings = 0;
  walk(tree, (node, parents) => {
    const kind = isElement(node) ? BY_COMPONENT[node.name ?? ''] : BY_TYPE[node.type];
    if (kind) kinds.add(kind);
    if (node.type === 'heading') headings++;
    if (node.type === 'heading' && node.depth > 2) kinds.add('plain').add('sections');
    if (node.type === 'list' || node.type === 'footnoteDefinition') kinds.add('lists');
    if (node.type === 'list' && parents.some(({ type }) => type === 'listItem')) kinds.add('blocks');
  });
  if (headings > MANY_SECTIONS) kinds.add('sections');
  return TEXT_KINDS.filter((kind) => kinds.has(kind));
}
