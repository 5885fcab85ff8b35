import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { Finding, Position } from '../../lib/manuscript/problem.ts';
import { baseUnit } from '../../lib/numbers/order.ts';
import type { ComparisonsData } from '../../lib/schema/registers.ts';
import type { StoryData } from '../../lib/schema/story.ts';

type Figures = StoryData['figures'];
type Comparison = ComparisonsData['comparisons'][number];

/**
 * Finds comparisons that name what is not there, name it twice, or hold units against each other that are not alike.
 * @param stories each story's figures by its slug; null where its own errors keep it from being read
 */
export function findBrokenComparisons(
  { value, locate }: { value: ComparisonsData | null; locate: Locate },
  stories: ReadonlyMap<string, Figures | null>,
): Finding[] {
  const all = value?.comparisons ?? [];
  const isSecond = secondOf<string>();
  return all.flatMap((comparison, index): Finding[] => {
    const at = (...path: PropertyKey[]) => locate(['comparisons', index, ...path]);
    const isTwin = isSecond(comparison.id);
    return [
      ...(isTwin ? [twiceNamed(at('id'), comparison.id)] : []),
      ...findUnknownItems(comparison, stories, at),
      ...findUnlikeUnits(comparison, stories, at),
    ];
  });
}

/** Tells of each value whether it was asked about before. */
function secondOf<T>(): (value: T) => boolean {
  const seen = new Set<T>();
  return (value) => seen.size === seen.add(value).size;
}

const twiceNamed = (place: Position, id: string): Finding => ({
  ...place,
  rule: 'id-twice',
  message: `编号 ${id} 写了两次`,
  cure: '给其中一组改名',
});

type At = (...path: PropertyKey[]) => Position;

function findUnknownItems({ items }: Comparison, stories: ReadonlyMap<string, Figures | null>, at: At): Finding[] {
  const isSecond = secondOf<string>();
  return items.flatMap(({ story, figure }, index): Finding[] => {
    const figures = stories.get(story);
    if (figures === undefined) {
      const guess = nearest(story, stories.keys());
      const cure = guess ? `是不是 ${guess}？` : '写文章的文件名，不带 .mdx';
      return [{ ...at('items', index, 'story'), rule: 'id-unknown', message: `没有网址名为“${story}”的文章`, cure }];
    }
    const ids = figures?.map(({ id }) => id) ?? [figure];
    if (!ids.includes(figure)) {
      const guess = nearest(figure, ids);
      const cure = guess ? `是不是 ${guess}？` : '写那篇文章 figures 里的 id';
      return [
        {
          ...at('items', index, 'figure'),
          rule: 'id-unknown',
          message: `${story} 里没有编号为“${figure}”的数字`,
          cure,
        },
      ];
    }
    if (figures?.some(({ id, private: isPrivate }) => id === figure && isPrivate))
      return [
        {
          ...{ ...at('items', index, 'figure'), rule: 'comparison-private' },
          message: `${story} 的 ${figure} 写了 private: true，只在那篇文章里讲，不能放在这里比`,
          cure: '去掉这一条',
        },
      ];
    return isSecond(`${story} ${figure}`)
      ? [{ ...at('items', index, 'figure'), rule: 'comparison-twice', message: `${story} 的 ${figure} 写了两次` }]
      : [];
  });
}

function findUnlikeUnits({ items }: Comparison, stories: ReadonlyMap<string, Figures | null>, at: At): Finding[] {
  const units = items.map(({ story, figure }) => stories.get(story)?.find(({ id }) => id === figure)?.unit);
  const first = units.find((unit) => unit !== undefined) ?? '';
  return units.flatMap((unit, index): Finding[] => {
    if (unit === undefined || baseUnit(unit) === baseUnit(first)) return [];
    return [
      {
        ...at('items', index, 'figure'),
        rule: 'comparison-unit',
        message: `单位不同，不能放在一起比：这一条是“${unit}”，前面是“${first}”`,
        cure: '换成同一种单位的数字，或去掉这一条',
      },
    ];
  });
}
