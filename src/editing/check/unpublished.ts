import { idOf } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { gather } from '../../lib/manuscript/register-file.ts';
import { privatePlaces } from '../../lib/privacy/open.ts';
import type { ComparisonsData } from '../../lib/schema/registers.ts';
import type { Entries, EntriesOnSite } from '../entries.ts';
import type { Read, readRegisters } from './read-registers.ts';

type Registers = ReturnType<typeof readRegisters>;

/** The entries of registers that could be read. */
export function entriesIn(all: readonly Registers[]): Entries {
  const filesOf = <T>(readings: readonly Read<T>[]) =>
    readings.flatMap(({ file, value }) => (value ? [{ id: idOf(file), data: value }] : []));
  return {
    counties: filesOf(all.flatMap(({ counties }) => counties)),
    places: gather(
      'places',
      all.flatMap(({ places }) => places),
    ).map(({ id, rows }) => ({ id, places: rows.map(({ row }) => row) })),
    practices: filesOf(all.flatMap(({ practices }) => practices)),
    series: filesOf(all.flatMap(({ series }) => series)),
    tags: filesOf(all.flatMap(({ tags }) => tags)).flatMap(({ data }) => data.tags),
    authors: filesOf(all.flatMap(({ authors }) => authors)).flatMap(({ data }) => data.authors),
    people: gather(
      'people',
      all.flatMap(({ people }) => people),
    ).flatMap(({ rows }) => rows.map(({ row }) => row)),
  };
}

/** Pages of entries that are registered and not on the site: `practices/two-books`. */
export function pagesToCome(
  { counties, practices, series, tags, authors }: Entries,
  onSite: EntriesOnSite,
): ReadonlySet<string> {
  return new Set([
    ...counties.filter(({ id }) => !onSite.counties.has(id)).map(({ id }) => `counties/${id}`),
    ...practices.filter(({ id }) => !onSite.practices.has(id)).map(({ id }) => `practices/${id}`),
    ...series.filter(({ id }) => !onSite.series.has(id)).map(({ id }) => `series/${id}`),
    ...tags.filter(({ id }) => !onSite.tags.has(id)).map(({ id }) => `tags/${id}`),
    ...authors.filter(({ id }) => !onSite.authors.has(id)).map(({ id }) => `authors/${id}`),
  ]);
}

/** Entries of which no story speaks that is published or has its day: one remark a file. */
export function findUnpublished(
  { counties, places, practices, people, comparisons, series, tags, authors }: Registers,
  onSite: EntriesOnSite,
  hiddenStories: ReadonlySet<string>,
): Problem[] {
  // Of a private place it is no news that it is on no list.
  const inPrivate = privatePlaces(places.flatMap(({ value }) => value?.places ?? []));
  const single = (
    kind: 'counties' | 'practices' | 'series',
    readings: readonly Read<{ name?: string; title?: string }>[],
  ) =>
    readings
      .filter(({ file, value }) => value && !onSite[kind].has(idOf(file)))
      .map(({ file, value, locate }) =>
        toHint(file.path, locate([kind === 'series' ? 'title' : 'name']), [value?.name ?? value?.title ?? ''], kind),
      );
  const listed = <K extends 'places' | 'people' | 'tags' | 'authors'>(
    kind: K,
    readings: readonly Read<Record<K, { id: string; name: string }[]>>[],
  ) =>
    readings.flatMap(({ file, value, locate }) => {
      const rows = value?.[kind] ?? [];
      const hidden = rows.filter(({ id }) => !onSite[kind].has(id) && !(kind === 'places' && inPrivate.has(id)));
      const [first] = hidden;
      if (!first) return [];
      const names = hidden.map(({ name }) => name);
      return [toHint(file.path, locate([kind, rows.indexOf(first), 'id']), names, kind)];
    });
  return [
    ...single('counties', counties),
    ...single('practices', practices),
    ...listed('places', places),
    ...listed('people', people),
    ...listed('tags', tags),
    ...listed('authors', authors),
    ...single('series', series),
    ...comparisons.flatMap((reading) => findIncomplete(reading, hiddenStories)),
  ];
}

/** Comparisons of which a story is not published: they are shown as a whole or not at all. */
const findIncomplete = (
  { file, value, locate }: Read<ComparisonsData>,
  hiddenStories: ReadonlySet<string>,
): Problem[] =>
  (value?.comparisons ?? []).flatMap(({ title, items }, index) => {
    const hidden = items.find(({ story }) => hiddenStories.has(story));
    if (!hidden) return [];
    return [
      {
        file: file.path,
        ...locate(['comparisons', index, 'title']),
        rule: 'entry-unpublished',
        message: `“${title}”里的 ${hidden.story} 还没有发表，这一组暂不上网站`,
        cure: '等它发表，或从这一组里去掉它',
        hint: true,
      },
    ];
  });

/** Names that one remark gives. */
const MOST = 8;

/** Entries that come with their stories and never by themselves. */
const WITH_STORIES: ReadonlySet<string> = new Set(['series', 'tags', 'authors']);

function toHint(
  file: string,
  at: { line: number; column: number },
  names: readonly string[],
  kind: keyof EntriesOnSite,
): Problem {
  const some = names
    .slice(0, MOST)
    .map((name) => name.replace(/[“”]/g, ''))
    .join('、');
  const rest = names.length > MOST ? `等 ${names.length} 条` : '';
  return {
    file,
    ...at,
    rule: 'entry-unpublished',
    message: `“${some}”${rest}还没有已发表的文章写到，暂不上网站`,
    cure: WITH_STORIES.has(kind)
      ? '写到它的文章发表了就会出现'
      : '写到它的文章发表了就会出现；没有文章写到也要放上网站，写 standalone: true',
    hint: true,
  };
}
