import type { Element, Root } from 'hast';
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { UNRESOLVED } from '../../../lib/schema/unresolved.ts';

const HAN_BREAK =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’])[ \t]*\n\s*(?=[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’])/gu;

/**
 * Makes the source of a page say what its reader sees: Word breaks its source between any two characters, and WeChat
 * keeps a picture's address aside until it is scrolled to.
 */
export function showAsRead(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = child.value.replace(HAN_BREAK, '');
    if (child.type !== 'element' || child.tagName === 'pre') continue;
    if (child.tagName === 'picture') takeSource(child);
    if (child.tagName === 'img') showPicture(child);
    // A link that only runs the page's own script leads nowhere here.
    if (child.tagName === 'a' && /^(?:#|javascript:|$)/i.test(String(child.properties.href ?? '')))
      child.tagName = 'span';
    showAsRead(child);
  }
}

/** A picture in several forms: that of the last is shown where the picture itself names none. */
function takeSource(picture: Element): void {
  const all = picture.children.filter((child): child is Element => child.type === 'element');
  const image = all.find(({ tagName }) => tagName === 'img');
  const source = all.findLast(({ tagName }) => tagName === 'source');
  if (image && source) image.properties.dataSrcset ??= source.properties.srcSet ?? source.properties.dataSrcset;
  picture.children = picture.children.filter((child) => child !== source);
}

/** Where the pages of many sites keep a picture's address until it is scrolled to. */
const LAZY = [
  'dataSrc',
  'dataOriginal',
  'dataLazySrc',
  'dataLazy',
  'dataActualsrc',
  'dataActualSrc',
  'dataEcho',
  'dataUrl',
  'dataImg',
  'dataOriginalSrc',
  'dataBackupSrc',
  'dataHref',
  'lazySrc',
  'original',
  'file',
  'zoomfile',
  'src2',
  'dataSrcset',
  'srcSet',
  'srcset',
];
const PLACEHOLDER =
  /(?:^|[/_-])(?:loading|lazy|placeholder|blank|grey|gray|spacer|transparent|pixel|default|none)[\w-]*\.(?:gif|png|svg|jpe?g)/i;

function showPicture(element: Element): void {
  const { properties } = element;
  const { src, alt } = properties;
  // The largest of several comes last, or is the only one.
  const addresses = LAZY.map((name) => properties[name]).flatMap((value) =>
    (Array.isArray(value) ? value.join(',') : String(value ?? ''))
      .split(',')
      .map((one) => one.trim().split(/\s+/)[0] ?? '')
      .slice(0, 1),
  );
  const usable = (value: unknown): value is string => typeof value === 'string' && !/^(?:data:|about:|$)/.test(value);
  const isAddress = (value: string) => usable(value) && /[/.]/.test(value);
  const own = usable(src) && !PLACEHOLDER.test(src) ? src : undefined;
  const address =
    addresses.slice(0, -3).find(isAddress) ?? own ?? addresses.find(isAddress) ?? (usable(src) ? src : '');
  const words = typeof alt === 'string' && alt !== '图片' ? alt.trim() : '';
  properties.src = address;
  properties.alt = `${UNRESOLVED}：${words || '图片说明'}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Markdown has no raised figures, and 10⁴ must not become 104. */
export function keepScripts(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const figures = child.tagName === 'sup' ? RAISED : child.tagName === 'sub' ? LOWERED : null;
    const [text] = child.children;
    if (figures && text?.type === 'text' && /^[0-9]+$/.test(text.value))
      text.value = text.value.replace(/[0-9]/g, (digit) => figures.charAt(Number(digit)));
    keepScripts(child);
  }
}

/** A soft return ends a paragraph: editors press it for one, and site builders write nothing else. */
export function splitAtBreaks(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'paragraph') return splitParagraph(node);
    if (node.type === 'blockquote') node.children = splitAtBreaks(node.children) as BlockContent[];
    return [node];
  });
}

const splitParagraph = (paragraph: Paragraph): Paragraph[] =>
  splitInline(paragraph.children)
    .map(trimEdges)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children, ...(paragraph.data ? { data: paragraph.data } : {}) }));

/** The runs between line breaks, also those within bold or linked words. */
function splitInline(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const runs: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') runs.push([]);
    else if ('children' in node) {
      const [first = [], ...rest] = splitInline(node.children as PhrasingContent[]);
      const part = (children: PhrasingContent[]) => ({ ...node, children }) as PhrasingContent;
      if (first.length > 0 || rest.length === 0) runs.at(-1)?.push(part(first));
      for (const children of rest) runs.push(children.length > 0 ? [part(children)] : []);
    } else runs.at(-1)?.push(node);
  }
  return runs;
}

/** Without the indent that editors make of blanks, and nothing where there are only blanks. */
function trimEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const words = nodes.map((node) => ('value' in node ? node.value : '\0')).join('');
  if (words.trim() === '') return [];
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0) value = value.trimStart();
    if (index === nodes.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
}
