import { roles } from '#archive';
import { ROLE_WORDS } from '#words/groups.ts';
import type { StoryData } from '../lib/schema/story.ts';
import { nameOf } from '../lib/text/terms.ts';
import type { Author, County, Series, Story, StoryAuthor, Tag } from './model.ts';

/** All that stories may belong to, as far as it is on the site. */
export interface Groups {
  counties: readonly County[];
  series: readonly Series[];
  tags: readonly Tag[];
  authors: readonly Author[];
}

export const NO_GROUPS: Groups = { counties: [], series: [], tags: [], authors: [] };

/** What a story belongs to, by what its fields say. */
export function groupsOf(
  data: Pick<StoryData, 'counties' | 'series' | 'tags' | 'authors'>,
  county: County | null,
  groups: Groups,
): Pick<Story, 'counties' | 'series' | 'tags' | 'authors'> {
  const others = data.counties.flatMap((id) => groups.counties.find((one) => one.id === id && id !== county?.id) ?? []);
  const series = groups.series.find(({ id }) => id === data.series?.id);
  return {
    counties: [county ?? [], ...new Set(others)].flat(),
    series: series && data.series ? { series, number: data.series.number } : null,
    tags: [
      ...new Set(data.tags.flatMap((tag) => groups.tags.find(({ id, name }) => id === tag || name === tag) ?? [])),
    ],
    authors: data.authors.flatMap(({ id, name, role }): StoryAuthor[] => {
      const known = groups.authors.find((author) => author.id === id);
      const author = known ?? (name === undefined ? undefined : { name, href: null, id: null });
      return author ? [{ name: author.name, href: author.href, id: author.id, role: roleName(role) }] : [];
    }),
  };
}

const roleName = (role: string): string =>
  Object.hasOwn(roles, role) ? nameOf(roles, role) : (ROLE_WORDS[role] ?? role);

/** Authors in one line: 「文　林小　图　陈大、王二」; those of one role together. */
export const authorGroups = (authors: readonly StoryAuthor[]): { role: string; authors: StoryAuthor[] }[] =>
  [...Map.groupBy(authors, ({ role }) => role)].map(([role, some]) => ({ role, authors: some }));

/** The stories of a series, in the order in which they are to be read. */
export const inSeries = (stories: readonly Story[], id: string): Story[] =>
  stories
    .filter(({ series }) => series?.series.id === id)
    .sort((a, b) => (a.series?.number ?? 0) - (b.series?.number ?? 0));

/** The stories before and after one in its series. */
export function seriesNeighbours(story: Story, stories: readonly Story[]): { previous?: Story; next?: Story } {
  if (!story.series) return {};
  const all = inSeries(stories, story.series.series.id);
  const at = all.findIndex(({ slug }) => slug === story.slug);
  const [previous, next] = [all[at - 1], all[at + 1]];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** Something that has a feed: the whole site, or what belongs to a unit, a series, a tag or an author. */
export type FeedSubject = { kind: 'site' } | { kind: 'county' | 'series' | 'tag' | 'author'; id: string };

/** Whether a story belongs to a subject. */
export function belongsTo(story: Story, subject: FeedSubject): boolean {
  switch (subject.kind) {
    case 'site':
      return true;
    case 'county':
      return story.counties.some(({ id }) => id === subject.id);
    case 'series':
      return story.series?.series.id === subject.id;
    case 'tag':
      return story.tags.some(({ id }) => id === subject.id);
    case 'author':
      return story.authors.some(({ id }) => id === subject.id);
  }
}

/** What belongs in the feed of a subject: what was published or revised last comes first. */
export const feedOf = (stories: readonly Story[], subject: FeedSubject): Story[] =>
  stories
    .filter((story) => belongsTo(story, subject))
    .sort((a, b) => compareTexts(dayOf(b), dayOf(a)) || compareTexts(a.slug, b.slug));

const dayOf = ({ published, updated }: Pick<Story, 'published' | 'updated'>) =>
  updated && updated > published ? updated : published;
const compareTexts = (a: string, b: string) => (a < b ? -1 : Number(a > b));
