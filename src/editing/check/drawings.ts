import { draw } from '../../lib/drawing/draw.ts';
import type { DrawingFault, Evidence } from '../../lib/drawing/evidence.ts';
import { type DrawingRequest, referencesIn } from '../../lib/drawing/names.ts';
import type { Block } from '../../lib/manuscript/blocks.ts';
import { drawingsIn } from '../../lib/manuscript/drawings.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import { type Node, positionOf } from '../../lib/manuscript/tree.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { hasChinesePunctuation } from '../../lib/text/language.ts';
import { findHalfWidth } from '../../lib/text/punctuation.ts';
import type { Cited } from './citations.ts';

/** What the drawings of a text may rest on. */
export interface Ground {
  /** Ids of places that are registered. */
  places: ReadonlySet<string>;
  /** Of them, those that no list shows. */
  privatePlaces?: ReadonlySet<string>;
  /** Other stories by slug. */
  cited: ReadonlyMap<string, Cited>;
}

/**
 * Drawings that cannot be drawn, or would say what the evidence does not: unknown ids, sums that do not add up, units that
 * are not alike, parts greater than their whole, spans without time, rows of private people in another story.
 */
export function findBrokenDrawings(tree: Node, blocks: readonly Block[], story: StoryData, ground: Ground): Finding[] {
  const evidence = evidenceOf(blocks, story, ground);
  const seen = new Set<string>();
  return drawingsIn(tree).flatMap(({ request, node }): Finding[] => {
    const key = JSON.stringify([request.form, Object.entries(request.attributes).filter(([name]) => name !== 'title')]);
    const isTwin = seen.size === seen.add(key).size;
    const faults: (Fault & { hint?: boolean })[] = [
      ...(node.children.length > 0 ? [HOLDS_WORDS(request)] : []),
      ...(isTwin ? [TWICE(request)] : []),
      ...faultsOfTitle(request, story.lang),
      ...draw(request, evidence).faults.map((fault) => explainDrawing(request, fault)),
      ...findHidden(request, story, ground),
      ...findUnlistedPlaces(request, story, ground),
    ];
    return faults.map((fault) => ({ ...positionOf(node), ...fault }));
  });
}

/** Drawings that a text without evidence of its own, such as a practice's, cannot have. */
export function findDrawingsIn(tree: Node): Finding[] {
  return drawingsIn(tree).map(({ request: { form }, node }) => ({
    ...{ ...positionOf(node), rule: 'component-place' },
    message: `<${form}> 只能写在文章里`,
    cure: '图是用文章自己的数字、记事画的，移到文章里',
  }));
}

function evidenceOf(blocks: readonly Block[], story: StoryData, { places, privatePlaces, cited }: Ground): Evidence {
  const marks = blocks.flatMap((block) => block.marks);
  const own = marks.filter(({ name, story: other }) => name === 'Figure' && other === undefined);
  const none: ReadonlyMap<string, string> = new Map();
  return {
    own: { ...story, county: '', words: new Map(own.map(({ id, text }) => [id, text])) },
    of: (slug) => {
      const other = cited.get(slug);
      return other && (other.data === null ? null : { ...other.data, county: '', words: none });
    },
    place: (id) => {
      if (!places.has(id)) return undefined;
      return privatePlaces?.has(id) ? 'private' : { id, name: id, href: '', within: [], map: null };
    },
    ids: { stories: [...cited.keys()], places: [...places] },
  };
}

const HOLDS_WORDS = ({ form }: DrawingRequest): Fault => ({
  rule: 'drawing-words',
  message: `<${form}> 里不能写字，图里的字都从数字和记事来`,
  cure: `写成 <${form} … />，题目写在 title 里`,
});
const TWICE = ({ form }: DrawingRequest): Fault => ({
  rule: 'mark-twice',
  message: `同一幅 <${form}> 画了两次`,
  cure: '删掉一幅',
});

function faultsOfTitle({ form, attributes: { title } }: DrawingRequest, lang: string | undefined): Fault[] {
  const [first] = title !== undefined && hasChinesePunctuation(lang) ? findHalfWidth(title) : [];
  if (!title || !first) return [];
  const around = title.slice(Math.max(0, first.start - 5), first.end + 5);
  const message = `<${form}> 的题目里，半角标点“${around}”应作“${first.to}”`;
  return [{ rule: 'punctuation-width', message, cure: '改成全角标点' }];
}

/** Stories that a drawing rests on and readers cannot see. */
function findHidden(request: DrawingRequest, { status }: StoryData, { cited }: Ground): (Fault & { hint?: boolean })[] {
  const names = Object.keys(request.attributes).filter((name) => name !== 'title' && name !== 'story');
  const slugs = new Set(names.flatMap((name) => referencesIn(request, name)).flatMap(({ story }) => story ?? []));
  return [...slugs]
    .filter((slug) => cited.get(slug)?.isOnSite === false)
    .map((slug) => ({
      ...{ rule: 'mark-unpublished' as const, ...(status === 'draft' ? { hint: true } : {}) },
      message: `<${request.form}> 用到的 ${slug} 还没有发表，读者到不了那里`,
      cure: '先发表它，或换成别的数字',
    }));
}

/** A place is on the site because a text speaks of it. */
function findUnlistedPlaces({ form, attributes }: DrawingRequest, story: StoryData, { places }: Ground): Fault[] {
  const id = form === 'PlaceCard' ? attributes.place?.trim() : undefined;
  if (!id || !places.has(id) || story.places.includes(id)) return [];
  return [
    {
      rule: 'mark-unlisted',
      message: `<PlaceCard> 画的 ${id}，places 里没有列，正文也没有标`,
      cure: `在 places 里加上 ${id}，正文用 <Place id="${id}"> 标出`,
    },
  ];
}

const THINGS = { figures: '数字', milestones: '记事', places: '地点' } as const;
const ATTRIBUTES: Readonly<Record<string, string>> = {
  ...{ figures: '几个数字的 id，中间空一格', total: '合计那个数字的 id', from: '原来那个数字的 id' },
  ...{ to: '后来那个数字的 id', milestones: '几件记事的 id，中间空一格', parts: '部分的数字的 id' },
  ...{ whole: '整体那个数字的 id', place: '地点的 id', length: '时长那个数字的 id' },
};

/** What is wrong with a drawing, for its editor. */
export function explainDrawing({ form }: Pick<DrawingRequest, 'form'>, fault: DrawingFault): Fault {
  const of = `<${form}>`;
  switch (fault.kind) {
    case 'missing':
      return {
        rule: 'drawing-ids',
        message: `${of} 没有写 ${fault.attribute}`,
        cure: `写成 ${fault.attribute}="…"：${ATTRIBUTES[fault.attribute]}`,
      };
    case 'few':
      return {
        rule: 'drawing-ids',
        message: `${of} 的 ${fault.attribute} 至少要 ${fault.least} 个`,
        cure: '只有一个数，写在正文里就够了',
      };
    case 'one':
      return { rule: 'drawing-ids', message: `${of} 的 ${fault.attribute} 只能写一个`, cure: '留下一个' };
    case 'twice':
      return { rule: 'drawing-ids', message: `${of} 里 ${fault.id} 写了两次`, cure: '删掉一个' };
    case 'title':
      return {
        rule: 'drawing-title',
        message: `${of} 的题目里有数字：图里的数都要从 figures 来，才对得上原文`,
        cure: '题目只写字',
      };
    case 'story': {
      const guess = nearest(fault.story, fault.among);
      const cure = guess ? `是不是 ${guess}？` : '写文章的文件名，不带 .mdx';
      return { rule: 'id-unknown', message: `${of}：没有网址名为“${fault.story}”的文章`, cure };
    }
    case 'id': {
      const guess = nearest(fault.id, fault.among);
      const where = fault.story === null ? (fault.of === 'places' ? '登记里' : '这一篇') : fault.story;
      const cure = guess
        ? `是不是 ${guess}？`
        : fault.of === 'places'
          ? '先登记这个地点'
          : `写 ${fault.of} 里的 id；别的文章的写成 文章网址名/id`;
      return { rule: 'id-unknown', message: `${of}：${where}没有编号为“${fault.id}”的${THINGS[fault.of]}`, cure };
    }
    case 'private':
      return fault.of === 'places'
        ? {
            rule: 'drawing-private',
            message: `${of}：${fault.id} 是普通人家住的地方（private），不能画在地图上`,
            cure: '换成它所在的乡镇，或不画',
          }
        : {
            rule: 'drawing-private',
            message: `${of}：${fault.story} 的 ${fault.id} 是普通人家的事（private），只在那一篇里讲`,
            cure: '换成别的数字，或不画',
          };
    case 'unit':
      return {
        rule: 'drawing-unit',
        message: `${of}：单位不同，不能画在一起：${fault.id} 是“${fault.unit}”，前面是“${fault.first}”`,
        cure: '换成同一种单位的数字，或去掉它',
      };
    case 'sum':
      return {
        rule: 'drawing-sum',
        message: `${of}：各项相加是 ${fault.added}，文中说的却是 ${fault.said}`,
        cure: '核对是不是少了一项、多了一项；本来就对不上的，不要画成账',
      };
    case 'whole':
      return {
        rule: 'drawing-part',
        message: `${of}：部分（${fault.parts}）比整体（${fault.whole}）还多`,
        cure: '核对哪个是整体；不是部分和整体，改用 <Compare>',
      };
    case 'whole-missing':
      return {
        rule: 'drawing-part',
        message: `${of} 没有写 whole：不是百分数，看不出占多少`,
        cure: `写成 whole="…"：${ATTRIBUTES.whole}`,
      };
    case 'negative':
      return { rule: 'drawing-part', message: `${of}：${fault.id} 是负数，画不出来`, cure: '去掉它，写在正文里' };
    case 'order':
      return {
        rule: 'drawing-time',
        message: `${of} 的先后反了：from 是 ${fault.from}，to 是 ${fault.to}`,
        cure: '把 from 和 to 对调',
      };
    case 'dates':
      return {
        rule: 'drawing-time',
        message: `${of} 里有日期的记事不到两个时间，画不出一段时间`,
        cure: '加上另一头的记事，或不画',
      };
    case 'length':
      return {
        rule: 'drawing-time',
        message: `${of} 的 length 是 ${fault.said}，记事的日期却相隔 ${fault.dates}`,
        cure: '核对日期，或换掉首尾的记事',
      };
    case 'length-unit':
      return {
        rule: 'drawing-time',
        message: `${of} 的 length 是 ${fault.said}，不是一段时间`,
        cure: '写单位是年、个月、周、天的数字',
      };
  }
}
