import { markdownToMdast } from 'satteri';
import { parse } from 'yaml';
import { FEATURES, isElement, type Node, parseBody, splitManuscript } from '../../lib/manuscript/tree.ts';
import type { ReportData } from '../../lib/schema/story.ts';
import { UNRESOLVED } from '../../lib/schema/unresolved.ts';
import { foldText } from '../../lib/text/fold.ts';
import { shapeOf } from './read/inventory.ts';
import type { Article, BodyBlock, Line } from './text/model.ts';

/** Marks of Markdown and rules, which carry no words. */
const MARKS = /[*_`~\\|#>＜<｛{｝}\-:]|□|■|●|◆|▲|★/gu;

/** Words alone: what must be the same before and after. */
const bare = (text: string) => foldText(restoreLost(text).replace(MARKS, '')).replace(MARKS, '');
const restoreLost = (text: string) =>
  text.replace(/〔缺字 U\+([0-9A-F]+)〕/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/**
 * Proves that a draft holds every character of its article, read from the draft's own text as it will be saved.
 * @returns what was lost, each with the line it stood on; empty when nothing was
 */
export function findLosses(article: Article, draft: string): { line: number; text: string }[] {
  const parts = splitManuscript(draft);
  const parsed = parseBody(parts?.body ?? '');
  if (!parts || 'finding' in parsed) {
    const why = 'finding' in parsed ? `第 ${parsed.finding.line} 行 ${parsed.finding.message}` : '没有栏目';
    return [{ line: 0, text: `草稿读不回来：${why}` }];
  }
  const { source, captions, subtitle } = parse(parts.frontmatter) as Pick<
    ReportData,
    'source' | 'captions' | 'subtitle'
  >;
  const credits = [source.publisher, ...source.bylines.flatMap(({ role, names }) => [role, ...names])].join('');
  const pairs: [readonly Line[], string][] = [
    [article.headline, source.headline ?? ''],
    [article.subtitle, subtitle ?? ''],
    [article.captions, captions.map((caption) => caption.text).join('')],
    [[...article.labels, ...article.notes], source.note ?? ''],
    [article.credits, credits],
  ];
  return [
    ...compareBlocks(article.body, parsed.tree),
    ...pairs.flatMap(([lines, shown]) => compare(lines, bare(shown))),
  ];
}

/** Block by block, in order: the same words, of the same kind, built of the same parts. */
function compareBlocks(blocks: readonly BodyBlock[], tree: Node): { line: number; text: string }[] {
  const shown = ('children' in tree ? (tree.children as Node[]) : []).filter(
    (node) => node.type !== 'definition' && (shownText(node) !== '' || shapeOf(node) !== ''),
  );
  for (const [index, block] of blocks.entries()) {
    const node = shown[index];
    const [first] = block.lines;
    const isSame = node !== undefined && isBlockOf(block, node);
    if (!isSame) return [{ line: first?.number ?? 0, text: (first?.text ?? '').slice(0, 60) }];
  }
  const more = shown[blocks.length];
  return more ? [{ line: 0, text: shownText(more).slice(0, 60) }] : [];
}

function isBlockOf({ kind, lines, ...block }: BodyBlock, node: Node): boolean {
  const parts = lines.map((line) => (line.markup || line.markdown ? parseMarkdown(line.text) : line.text));
  const said = parts.map((part) => (typeof part === 'string' ? part : shownText(part))).join('');
  if (bare(said) !== bare(shownText(node))) return false;
  if (kind === 'heading') return node.type === 'heading' && 'level' in block && node.depth === block.level;
  const [source] = parts;
  if (kind === 'markup') return typeof source === 'object' && lines.length === 1 && shapeOf(source) === shapeOf(node);
  const breaks = (one: Node) => shapeOf(one).split('break').length - 1;
  const wanted = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 0 : breaks(part)), 0);
  return node.type === 'paragraph' && wanted === breaks(node);
}

/** Each line's words must stand in what is shown. */
const compare = (lines: readonly Line[], shown: string): { line: number; text: string }[] =>
  lines.flatMap((line) => {
    const words = bare(line.markup || line.markdown ? markdownWords(line.text) : line.text);
    return shown.includes(words) || everyWord(line, shown) ? [] : [{ line: line.number, text: line.text.slice(0, 60) }];
  });

/** A byline is taken apart: its words stand in another order, or once for two lines. */
const everyWord = (line: Line, shown: string) =>
  line.text.split(/[\s\u00a0\u3000、，,:：/|（）()]+/u).every((word) => shown.includes(bare(word)));

/** The words that Markdown shows, without the site's own grammar. */
export const markdownWords = (markdown: string): string => shownText(parseMarkdown(markdown.replace(/<br \/>/g, '')));

const parseMarkdown = (markdown: string): Node =>
  markdownToMdast(markdown, { features: { ...FEATURES, gfm: true } }) as Node;

function shownText(node: Node): string {
  if (isElement(node) && node.name === 'Note' && wordsIn(node).startsWith(UNRESOLVED)) return '';
  if (node.type === 'html') return '';
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`;
  if (node.type === 'footnoteDefinition')
    return `[^${node.identifier}]${node.children.map((c) => shownText(c as Node)).join('')}`;
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => shownText(child as Node)).join('') : '';
}

const wordsIn = (node: Node): string =>
  'value' in node && typeof node.value === 'string'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => wordsIn(child as Node)).join('')
      : '';

/** Lines that stand in a text in another order than in their source; what was moved and is asked about is left aside. */
export function findMoved(lines: readonly Line[], articles: readonly Article[]): Line[] {
  const places = new Map(lines.map((line, index) => [line, index]));
  return articles.flatMap(({ body, moved = [] }) => {
    const asked = new Set(moved);
    const placed = body.flatMap((block) => block.lines).filter((line) => !asked.has(line));
    return placed.filter((line, index) => {
      const before = placed[index - 1];
      return before !== undefined && (places.get(before) ?? -1) >= (places.get(line) ?? -1);
    });
  });
}

/** Every line of the source that no article holds. */
export function findForgotten(lines: readonly Line[], articles: readonly Article[]): Line[] {
  const placed = new Set(
    articles.flatMap((a) => [
      ...[a.labels, a.headline, a.subtitle, a.credits, a.captions, a.notes].flat(),
      ...a.body.flatMap((block) => block.lines),
    ]),
  );
  return lines.filter((line) => !placed.has(line));
}
