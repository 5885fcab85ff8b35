import { type Block, isCitable, isOwn } from '../../lib/manuscript/blocks.ts';
import { isMark } from '../../lib/manuscript/marks.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { attribute, isElement, type Node, positionOf, walk } from '../../lib/manuscript/tree.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { findWrongNumber } from './evidence.ts';

/** A story as marks of other stories find it. */
export interface Cited {
  /** Null where its own errors keep it from being read. */
  data: Pick<StoryData, 'figures' | 'milestones'> | null;
  /** Whether readers may see it. */
  isOnSite: boolean;
}

/** What marks point at; what is private stays in its own story. */
type Entry = { id: string; private?: boolean | undefined };

const FIELDS = { Figure: 'figures', Milestone: 'milestones' } as const;
const THINGS = { figures: '数字', milestones: '记事' } as const;

/**
 * Marks that point into another story: the story must be there and on the site, hold what the mark names, and state the same
 * number. While the text is a draft, a story that is not published yet is a remark.
 * @param stories by slug
 */
export function findBrokenCitations(
  blocks: readonly Block[],
  { status }: Pick<StoryData, 'status'>,
  stories: ReadonlyMap<string, Cited>,
): Finding[] {
  const texts = blocks.filter(isOwn);
  const marks = texts.flatMap((block) => block.marks);
  const nested = texts.flatMap(({ node }) => findNested(node));
  const wrong = marks.flatMap((mark): Finding[] => {
    if (mark.story === undefined || mark.id === '' || (mark.name !== 'Figure' && mark.name !== 'Milestone')) return [];
    const field = FIELDS[mark.name];
    const at = { line: mark.line, column: mark.column };
    const cited = stories.get(mark.story);
    if (!cited) {
      const guess = nearest(mark.story, stories.keys());
      const cure = guess ? `是不是 ${guess}？` : '写文章的文件名，不带 .mdx';
      return [{ ...at, rule: 'id-unknown', message: `没有网址名为“${mark.story}”的文章`, cure }];
    }
    if (!cited.isOnSite)
      return [
        {
          ...{ ...at, rule: 'mark-unpublished', ...(status === 'draft' ? { hint: true } : {}) },
          message: `${mark.story} 还没有发表，读者到不了这一处`,
          cure: '先发表它，或去掉标记',
        },
      ];
    if (!cited.data) return [];
    const entries: readonly Entry[] = cited.data[field];
    const entry = entries.find(({ id }) => id === mark.id);
    if (!entry) {
      const guess = nearest(
        mark.id,
        entries.map(({ id }) => id),
      );
      const cure = guess ? `是不是 ${guess}？` : `写那篇文章 ${field} 里的 id`;
      return [{ ...at, rule: 'id-unknown', message: `${mark.story} 里没有编号为“${mark.id}”的${THINGS[field]}`, cure }];
    }
    if (entry.private)
      return [
        {
          ...{ ...at, rule: 'mark-private' },
          message: `${mark.story} 的 ${mark.id} 是普通人家的事（private），只在那一篇里讲`,
          cure: '去掉这一处，别的文章里不引它',
        },
      ];
    const figure = field === 'figures' && cited.data.figures.find(({ id }) => id === mark.id);
    return figure ? findWrongNumber(mark, figure) : [];
  });
  return [...nested, ...wrong];
}

/** In the page such a mark is a link, and a link holds no other. */
function findNested(block: Node): Finding[] {
  const findings: Finding[] = [];
  const isLink = (node: Node) =>
    node.type === 'link' ||
    node.type === 'linkReference' ||
    (isElement(node) && isMark(node.name) && Boolean(attribute(node, 'story')));
  walk(block, (node, parents) => {
    if (!isLink(node) || !parents.some(isLink)) return;
    findings.push({
      ...positionOf(node),
      rule: 'mark-nested',
      message: '指到别篇的标记同另一个链接套在一起，读者只点得到一个',
      cure: '把两个分开，一前一后',
    });
  });
  return findings;
}

const DIGITS = /[0-9０-９]+(?:[.,．，]?[0-9０-９]+)*/g;

/** Numbers in digits that no mark of an essay holds: a reader could not find where they come from. */
export function findLooseNumbers(blocks: readonly Block[]): Finding[] {
  return blocks
    .filter((block) => isCitable(block) || block.kind === 'heading')
    .flatMap(({ text, marks, line, column }): Finding[] => {
      const isHeld = (start: number, end: number) =>
        marks.some((mark) => mark.start <= start && end <= mark.start + mark.text.length);
      const loose = [...text.matchAll(DIGITS)].filter(({ index, 0: digits }) => !isHeld(index, index + digits.length));
      if (loose.length === 0) return [];
      const said = loose.map(({ 0: digits }) => digits).join('、');
      return [
        {
          ...{ line, column, rule: 'number-loose', hint: true },
          message: `札记里的 ${said} 没有连到写着它的文章`,
          cure: '用 <Figure story="…" id="…"> 或 <Milestone story="…" id="…"> 标出，或不写数字',
        },
      ];
    });
}
