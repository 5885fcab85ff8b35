import { markdownToMdast } from 'satteri';
import { parse } from 'yaml';
import { FEATURES, isElement, type Node, parseBody, splitManuscript } from '../../lib/manuscript/tree.ts';
import type { ReportData } from '../../lib/schema/story.ts';
import { UNRESOLVED } from '../../lib/schema/unresolved.ts';
import { foldText } from '../../lib/text/fold.ts';
import type { Article, Line } from './text/model.ts';

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
    [article.body.flatMap((block) => block.lines), shownText(parsed.tree)],
    [article.headline, source.headline ?? ''],
    [article.subtitle, subtitle ?? ''],
    [article.captions, captions.map((caption) => caption.text).join('')],
    [[...article.labels, ...article.notes], source.note ?? ''],
    [article.credits, credits],
  ];
  return pairs.flatMap(([lines, shown], index) => compare(lines, bare(shown), index === 0));
}

/** Each line's words must stand in what is shown; in the text, one after the other and with nothing between. */
function compare(lines: readonly Line[], shown: string, inOrder: boolean): { line: number; text: string }[] {
  let from = 0;
  return lines.flatMap((line) => {
    const words = bare(line.markup || line.markdown ? markdownWords(line.text) : line.text);
    // Mostly it stands right there, and need not be looked for from the beginning.
    const isThere = shown.startsWith(words, from);
    if (isThere || (!inOrder && (shown.includes(words) || everyWord(line, shown)))) {
      from += words.length;
      return [];
    }
    return [{ line: line.number, text: line.text.slice(0, 60) }];
  });
}

/** A byline is taken apart: its words stand in another order, or once for two lines. */
const everyWord = (line: Line, shown: string) =>
  line.text.split(/[\s\u00a0\u3000、，,:：/|（）()]+/u).every((word) => shown.includes(bare(word)));

/** The words that Markdown shows, without the site's own grammar. */
export function markdownWords(markdown: string): string {
  return shownText(markdownToMdast(markdown.replace(/<br \/>/g, ''), { features: { ...FEATURES, gfm: true } }) as Node);
}

function shownText(node: Node): string {
  if (isElement(node) && node.name === 'Note' && wordsIn(node).startsWith(UNRESOLVED)) return '';
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
