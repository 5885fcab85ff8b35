import { isStated, numbersIn, type Stated } from '../../lib/english/numbers.ts';
import { chineseIn, countWords } from '../../lib/english/prose.ts';
import type { Block } from '../../lib/manuscript/blocks.ts';
import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { isOpen } from '../../lib/privacy/open.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import type { Cited } from './citations.ts';

const [FEWEST, MOST] = [60, 120];
const NAMES = { title: '英文标题', abstract: '英文摘要' } as const;

/**
 * What a story says in English: an abstract of its length, in English, without a number that its data does not state or that
 * is of private people. An essay has the data that its text points at.
 */
export function findWrongEnglish(
  story: StoryData,
  blocks: readonly Block[],
  cited: ReadonlyMap<string, Cited>,
  locate: Locate,
): Finding[] {
  const { en } = story;
  if (!en) return [];
  const words = countWords(en.abstract);
  const { open, hidden } = evidenceOf(story, blocks, cited);
  const ofLength: Finding[] =
    words >= FEWEST && words <= MOST
      ? []
      : [
          {
            ...locate(['en', 'abstract']),
            rule: 'english-length',
            message: `英文摘要有 ${words} 个词，应有 ${FEWEST} 到 ${MOST} 个`,
            cure: words < FEWEST ? '写足些：讲什么、谁写的、什么时候' : '删短些',
          },
        ];
  const inWords = (['title', 'abstract'] as const).flatMap((field): Finding[] => {
    const at = locate(['en', field]);
    const chinese = chineseIn(en[field]);
    const wrong = numbersIn(en[field]).filter((said) => !isStated(said, open));
    return [
      ...(chinese === null
        ? []
        : [
            {
              ...{ ...at, rule: 'english-chinese' as const },
              message: `${NAMES[field]}里有中文“${chinese}”`,
              cure: '译成英文，或放进引号里，例如 “五单”；标点用半角',
            },
          ]),
      ...wrong.map((said) =>
        isStated(said, hidden)
          ? {
              ...{ ...at, rule: 'english-private' as const },
              message: `${NAMES[field]}里的 ${said.text} 是普通人家的数字（private），只在正文里讲`,
              cure: '去掉这个数',
            }
          : {
              ...{ ...at, rule: 'english-number' as const },
              message: `${NAMES[field]}里的 ${said.text} 不是这篇文章的数字，也不是它的日期`,
              cure: '照 figures、milestones 里的写，例如 2470.46 万元写成 24,704,600 yuan；做法的名称放进引号：“331”',
            },
      ),
    ];
  });
  return [...ofLength, ...inWords];
}

/** Figures and dates that the abstract may state, and those that are private. */
function evidenceOf(story: StoryData, blocks: readonly Block[], cited: ReadonlyMap<string, Cited>) {
  const pointed = blocks.flatMap(({ marks }) =>
    marks.flatMap(({ name, id, story: slug }) => {
      const data = slug === undefined ? null : cited.get(slug)?.data;
      return data ? [{ name, id, data }] : [];
    }),
  );
  const of = <Entry extends { id: string }>(
    mark: string,
    entries: (data: Pick<StoryData, 'figures' | 'milestones'>) => Entry[],
  ) => [
    ...entries(story),
    ...pointed.flatMap(({ name, id, data }) => (name === mark ? entries(data).filter((one) => one.id === id) : [])),
  ];
  const figures = of('Figure', (data) => data.figures);
  const milestones = of('Milestone', (data) => data.milestones);
  const told = (isTold: (entry: { private?: boolean | undefined }) => boolean): Stated => ({
    figures: figures.filter(isTold),
    dates: milestones.filter(isTold).map(({ date }) => date),
  });
  const open = told(isOpen);
  const sources = [story.source, ...story.sources].map((source) => source?.date ?? null);
  return { open: { ...open, dates: [...open.dates, ...sources] }, hidden: told((entry) => !isOpen(entry)) };
}
