import { ROUTES } from '../../lib/addresses/routes.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import { type ContentFile, idOf } from '../../lib/manuscript/paths.ts';
import type { Finding, Problem } from '../../lib/manuscript/problem.ts';
import { PAGE_IDS } from '../../lib/schema/page-ids.ts';
import { countyOfPlaces, isEntryFile } from '../../lib/schema/register-table.ts';
import type { FrontData } from '../../lib/schema/registers.ts';
import type { Read } from './read-registers.ts';
import { findUnknown } from './unknown.ts';

/** Findings as problems of a file. */
export const attach = (file: ContentFile, findings: Finding[]): Problem[] =>
  findings.map((finding) => ({ file: file.path, ...finding }));

interface PlaceRow {
  id: string;
  name: string;
  parent?: string | undefined;
}

/**
 * Places that lie in what is registered nowhere in their county, or in themselves: of a round of places the first is named.
 * @param readings every file of places
 */
export function findUnknownParents(readings: readonly Read<{ places: PlaceRow[] }>[]): Problem[] {
  const counties = Map.groupBy(readings, ({ file }) => countyOfPlaces(file.path));
  return [...counties.values()].flatMap(findParentsIn);
}

function findParentsIn(readings: readonly Read<{ places: PlaceRow[] }>[]): Problem[] {
  const isWhole = readings.every(({ value }) => value !== null);
  const places = new Map(readings.flatMap(({ value }) => value?.places ?? []).map((place) => [place.id, place]));
  // Places whose way up has been gone, or that were told.
  const known = new Set<string>();
  return readings.flatMap(({ file, value, locate }) =>
    (value?.places ?? []).flatMap(({ id, name, parent }, index): Problem[] => {
      if (!parent) return [];
      const place = { file: file.path, ...locate(['places', index, 'parent']) };
      if (!places.has(parent)) return isWhole ? [{ ...place, ...unknownParent(parent) }] : [];
      if (known.has(id)) return [];
      const above = wayUp(parent, places, known);
      for (const one of [id, ...above]) known.add(one);
      if (!above.has(id)) return [];
      const message = `“${name}”（${id}）绕了一圈又在自己里面`;
      return [{ ...place, rule: 'parent-circle', message, cure: '核对 parent：写上一级的编号' }];
    }),
  );
}

const unknownParent = (parent: string) => ({
  rule: 'parent-unknown' as const,
  message: `同一名单里没有编号为“${parent}”的地点`,
  cure: '先登记上一级，或改正 parent',
});

/** A place and all that it lies in, up to those whose way is known. */
function wayUp(from: string, places: ReadonlyMap<string, PlaceRow>, known: ReadonlySet<string>): Set<string> {
  const way = new Set<string>();
  for (let at: string | undefined = from; at && !way.has(at) && !known.has(at); at = places.get(at)?.parent)
    way.add(at);
  return way;
}

/** Places in a file or a folder that is named after no county. */
export function findUnknownCounty({ path }: ContentFile, counties: ReadonlySet<string>): Finding[] {
  const id = countyOfPlaces(path);
  if (counties.has(id)) return [];
  const guess = nearest(id, counties);
  const [what, ending] = isEntryFile(path) ? ['文件夹名', '/'] : ['文件名', '.yaml'];
  const cure = guess ? `${what}是不是 ${guess}${ending}？` : `${what}写县区的编号，或先登记这个县区`;
  return [{ line: 1, column: 1, rule: 'id-unknown', message: `没有编号为“${id}”的县区`, cure }];
}

/** People of counties that are not there. */
export const findUnknownCounties = (
  { value, locate }: Read<{ people: { county?: string | undefined }[] }>,
  counties: ReadonlySet<string>,
) =>
  (value?.people ?? []).flatMap(({ county }, index) =>
    county ? findUnknown('counties', county, counties, locate(['people', index, 'county'])) : [],
  );

/** Stories on the front page that no reader can open, nor will on a set day. */
export function findUnknownStories({ value, locate }: Read<FrontData>, stories: ReadonlySet<string>): Finding[] {
  const slugs = [
    ...(value?.lead ? [{ slug: value.lead, path: ['lead'] }] : []),
    ...(['columns', 'essays'] as const).flatMap((field) =>
      (value?.[field] ?? []).map((slug, index) => ({ slug, path: [field, index] })),
    ),
  ];
  return slugs.flatMap(({ slug, path }): Finding[] => {
    if (stories.has(slug)) return [];
    const guess = nearest(slug, stories);
    const message = `没有已发表或定时发表的文章“${slug}”，上不了首页`;
    return [
      { ...locate(path), rule: 'id-unknown', message, cure: guess ? `是不是 ${guess}？` : '换一篇，或核对网址名' },
    ];
  });
}

/** Pages of the archive's own that would never be seen: the site has one under their address. */
export const findReservedPages = (pages: readonly { file: ContentFile }[]): Problem[] =>
  pages
    .filter(({ file }) => ROUTES.has(idOf(file)))
    .map(({ file }) => ({
      ...{ file: file.path, line: 1, column: 1, rule: 'page-reserved' as const },
      ...{ message: `/${idOf(file)}/ 是本站自己的网址，这一页不会出现`, cure: `改个文件名，例如 our-${idOf(file)}.md` },
    }));

/** People and places that would stand on their page under an id that something else there has. */
export const findReservedIds = <K extends 'places' | 'people'>(
  { value, locate }: Read<Record<K, { id: string }[]>>,
  field: K,
  others: ReadonlySet<string>,
) =>
  (value?.[field] ?? []).flatMap(({ id }, index): Finding[] =>
    PAGE_IDS.has(id) || others.has(id)
      ? [
          {
            ...locate([field, index, 'id']),
            rule: 'id-reserved',
            message: `编号 ${id} 在网页上另有用处，链接会走错地方`,
            cure: `换一个，例如 ${id}-1`,
          },
        ]
      : [],
  );

/** Ids are unique on the site, whichever file they stand in. */
export function findDoubles<K extends 'places' | 'people' | 'tags' | 'authors'>(
  readings: readonly Read<Record<K, { id: string }[]>>[],
  field: K,
) {
  const seen = new Map<string, string>();
  return readings.flatMap(({ file, value, locate }) =>
    (value?.[field] ?? []).flatMap(({ id }, index) => {
      const first = seen.get(id);
      seen.set(id, first ?? file.path);
      if (!first) return [];
      return attach(file, [
        {
          ...locate([field, index, 'id']),
          rule: 'id-twice',
          message: `编号 ${id} 在 ${first} 里已经用过`,
          cure: '换一个编号',
        },
      ]);
    }),
  );
}
