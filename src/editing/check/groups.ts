import type { Locate } from '../../lib/manuscript/frontmatter.ts';
import { readStory } from '../../lib/manuscript/manuscript.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Finding, Problem } from '../../lib/manuscript/problem.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { idFor } from '../names/pinyin.ts';
import { findUnknown } from './unknown.ts';

/** The entries that hold stories together, as far as a story may name them. */
export interface Groups {
  counties: ReadonlySet<string>;
  series: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  /** By which editors may call them in stories. */
  tagNames: ReadonlySet<string>;
  authors: ReadonlySet<string>;
}

/** What a story says of its units, series, tags and authors, against what is registered. */
export function findBrokenGroups(
  { county, counties, series, tags, authors }: StoryData,
  groups: Groups,
  locate: Locate,
): Finding[] {
  return [
    ...counties.flatMap((id, index) => findUnknown('counties', id, groups.counties, locate(['counties', index]))),
    ...findTwice([county ?? '', ...counties], (index) => locate(['counties', index - 1]), 'counties'),
    ...(series ? findUnknown('series', series.id, groups.series, locate(['series', 'id'])) : []),
    ...tags.flatMap((tag, index) => findUnknownTag(tag, groups, locate(['tags', index]))),
    ...findTwice(tags, (index) => locate(['tags', index]), 'tags'),
    ...authors.flatMap(({ id }, index) =>
      id === undefined ? [] : findUnknown('authors', id, groups.authors, locate(['authors', index, 'id'])),
    ),
  ];
}

type Place = Pick<Finding, 'line' | 'column'>;

const findTwice = (ids: readonly string[], placeOf: (index: number) => Place, field: string): Finding[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ ...placeOf(index), rule: 'entry-twice', message: `${field} 里 ${id} 多写了一次`, cure: '删掉一个' }],
  );

function findUnknownTag(tag: string, { tags, tagNames }: Groups, place: Place): Finding[] {
  if (tags.has(tag) || tagNames.has(tag)) return [];
  // Of two characters any other two are near: a guess shares one at least.
  const alike = [...tagNames, ...tags].filter((one) => [...tag].some((character) => one.includes(character)));
  const guess = nearest(tag, alike);
  const cure = guess
    ? `是不是 ${guess}？`
    : `在 tags.yaml 的 tags: 下加一行 - { id: ${idFor(tag)}, name: ${tag} }，编号可以另起`;
  return [{ ...place, rule: 'id-unknown', message: `没有登记过标签“${tag}”`, cure }];
}

/** Numbers of a series: no two stories may share one; one that is left out may be meant. */
export function findSeriesFaults(stories: readonly ContentFile[]): Problem[] {
  const members = stories.flatMap((file) => {
    const { data, head } = readStory(file);
    return data?.series && data.status !== 'retired' ? [{ file, series: data.series, locate: head.locate }] : [];
  });
  return [...Map.groupBy(members, ({ series }) => series.id)].flatMap(([id, some]) => {
    const inOrder = some.sort((a, b) => a.series.number - b.series.number || (a.file.path < b.file.path ? -1 : 1));
    return inOrder.flatMap(({ file, series: { number }, locate }, index): Problem[] => {
      const before = inOrder[index - 1];
      const last = before?.series.number ?? 0;
      const place = { file: file.path, ...locate(['series', 'number']) };
      if (before && last === number) {
        const message = `系列 ${id} 的第 ${number} 篇已经是 ${before.file.path}`;
        return [{ ...place, rule: 'series-number', message, cure: '改正其中一篇的 number' }];
      }
      if (number === last + 1) return [];
      const missing = number === last + 2 ? `第 ${last + 1} 篇` : `第 ${last + 1} 到 ${number - 1} 篇`;
      const message = `系列 ${id} 缺${missing}`;
      return [{ ...place, rule: 'series-gap', message, cure: '还没有写就不必改；写错了就改正 number', hint: true }];
    });
  });
}
