import { draw } from '../../lib/drawing/draw.ts';
import type { Evidence } from '../../lib/drawing/evidence.ts';
import { attributesOfForm, FORMS, isForm } from '../../lib/drawing/names.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Fault, Finding } from '../../lib/manuscript/problem.ts';
import { isOpen } from '../../lib/privacy/open.ts';
import type { FrontData } from '../../lib/schema/registers.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { openingStands } from '../../lib/text/opening.ts';
import { explainDrawing } from './drawings.ts';
import type { Read } from './read-registers.ts';

/** What the front page may take from a story. */
export interface Told {
  /** Null of an essay. */
  county: string | null;
  /** Null where its own errors keep it from being read. */
  data: Pick<StoryData, 'figures' | 'milestones'> | null;
  paragraphs: readonly { text: string; isPrivate: boolean }[];
}

/** Numbers, openings and a drawing of the front page that no story bears out, or that only its own page may tell. */
export function findUnborneFront({ value, locate }: Read<FrontData>, stories: ReadonlyMap<string, Told>): Finding[] {
  const { lead, drawing, openings = {}, numbers = [] } = value ?? {};
  const seen = new Set<string>();
  const unknownStory = (slug: string, path: PropertyKey[]): Finding => {
    const guess = nearest(slug, stories.keys());
    const cure = guess ? `是不是 ${guess}？` : '换一篇，或核对网址名';
    return { ...locate(path), rule: 'id-unknown', message: `没有文章“${slug}”，上不了首页`, cure };
  };
  return [
    ...numbers.flatMap(({ story: slug, figure: id }, index): Finding[] => {
      const at = (field: string) => ['numbers', index, field];
      const story = stories.get(slug);
      if (!story) return [unknownStory(slug, at('story'))];
      if (!story.data) return [];
      const { county } = story;
      if (county !== null && seen.has(county)) {
        const message = `${county} 已经有一个数了，一个县区只放一个`;
        return [{ ...locate(at('story')), rule: 'front-number', message, cure: '删去其中一个' }];
      }
      if (county === null) {
        const message = `“${slug}”不属于哪一个县区，不能替县区出一个数`;
        return [{ ...locate(at('story')), rule: 'front-number', message, cure: '换成县区自己的报道' }];
      }
      seen.add(county);
      const figure = story.data.figures.find((one) => one.id === id);
      const ids = story.data.figures.filter(isOpen).map((one) => one.id);
      const guess = nearest(id, ids);
      if (!figure) {
        const message = `“${slug}”里没有编号为“${id}”的数字`;
        const cure = guess ? `是不是 ${guess}？` : '核对那一篇的 figures';
        return [{ ...locate(at('figure')), rule: 'id-unknown', message, cure }];
      }
      if (isOpen(figure)) return [];
      const message = `数字“${id}”标了 private，只能在它自己的文章里出现`;
      return [{ ...locate(at('figure')), rule: 'front-private', message, cure: '换一个数' }];
    }),
    ...Object.entries(openings).flatMap(([slug, opening]): Finding[] => {
      const path = ['openings', slug];
      const story = stories.get(slug);
      if (!story) return [unknownStory(slug, path)];
      const stands = openingStands(opening, story.paragraphs);
      if (stands === 'stands') return [];
      return stands === 'private'
        ? [
            {
              ...locate(path),
              rule: 'front-private',
              message: `“${slug}”的这一句讲的是私人的事，不能放上首页`,
              cure: '换一句，或不写，首页会用提要',
            },
          ]
        : [
            {
              ...locate(path),
              rule: 'front-opening',
              message: `“${slug}”的正文里没有这一句：${opening}`,
              cure: '照正文一字不差地抄一句，标点也要一样',
            },
          ];
    }),
    ...(drawing
      ? findDrawingFaults(drawing, lead, stories).map((finding) => ({ ...locate(['drawing']), ...finding }))
      : []),
  ];
}

function findDrawingFaults(
  { form, ...attributes }: Record<string, string>,
  lead: string | undefined,
  stories: ReadonlyMap<string, Told>,
): Fault[] {
  const fault = (message: string, cure: string) => [{ rule: 'front-drawing' as const, message, cure }];
  if (lead === undefined) return fault('写了头条的图，没有写头条是哪一篇', '加一行 lead: 网址名');
  if (!isForm(form)) {
    const guess = nearest(form ?? '', Object.keys(FORMS));
    return fault(
      `没有“${form ?? ''}”这种图`,
      guess ? `是不是 ${guess}？` : `form 写 ${Object.keys(FORMS).join('、')} 之一`,
    );
  }
  const strange = Object.keys(attributes).find((name) => !attributesOfForm(form).includes(name) || name === 'story');
  if (strange)
    return fault(
      `${form} 不认得“${strange}”`,
      `可写 ${attributesOfForm(form)
        .filter((name) => name !== 'story')
        .join('、')}`,
    );
  if (form === 'PlaceCard') return fault('地点不画在头条旁边', '首页有地图；换一种用数字画的图');
  const evidence: Evidence = {
    own: { figures: [], milestones: [], county: '', words: new Map() },
    of: (slug) => {
      const story = stories.get(slug);
      return story && (story.data ? { ...story.data, county: '', words: new Map() } : null);
    },
    place: () => undefined,
    ids: { stories: [...stories.keys()], places: [] },
  };
  return draw({ form, attributes: { ...attributes, story: lead } }, evidence).faults.map((one) =>
    explainDrawing({ form }, one),
  );
}
