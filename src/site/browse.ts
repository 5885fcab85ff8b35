import { LIST } from '#words/punctuation.ts';
import { REGISTERS } from '#words/registers.ts';
import { SEARCH } from '#words/search.ts';
import { groupPath, path, personPath } from '../lib/urls.ts';
import { getCounties, getGroups, getMentions, getPersonEntries, getPractices, getStories } from './content.ts';
import { feedOf } from './groups.ts';
import { storiesOf } from './mentions.ts';
import type { Story } from './model.ts';
import { isAbout, isReport } from './stories.ts';
import { type StoryGroup, storiesByGenre, storiesByYear } from './story-groups.ts';

/** Links to browse by, for readers who do not search. */
export interface BrowseGroup {
  name: string;
  /** The page that lists them all. */
  href?: string;
  entries: { label: string; href: string; count?: number }[];
}

/** The archive by county, year, genre, person and practice, each with the number of its stories. */
export async function browseGroups(): Promise<BrowseGroup[]> {
  const [stories, people, { series, tags }] = await Promise.all([getStories(), getPersonEntries(), getGroups()]);
  const names = SEARCH.facetNames;
  const all = path('stories/');
  const groups: BrowseGroup[] = [
    { name: names.county, href: path('counties/'), entries: await countyEntries(stories) },
    { name: names.year, href: all, entries: storiesByYear(stories).map(toEntry) },
    { name: names.genre, href: all, entries: storiesByGenre(stories).map(toEntry) },
    {
      name: names.person,
      href: path('people/'),
      entries: people.map(({ id, name }) => ({ label: name, href: personPath(id) })),
    },
    { name: names.practice, href: path('practices/'), entries: await practiceEntries() },
    {
      name: names.series,
      href: groupPath('series'),
      entries: series.map(({ id, title, href }) => {
        return { label: title, href, count: feedOf(stories, { kind: 'series', id }).length };
      }),
    },
    {
      name: names.tag,
      href: groupPath('tags'),
      entries: tags.map(({ id, name, href }) => {
        return { label: name, href, count: feedOf(stories, { kind: 'tag', id }).length };
      }),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

async function countyEntries(stories: readonly Story[]): Promise<BrowseGroup['entries']> {
  const counties = await getCounties();
  return counties.map(({ id, name, formerly, href }) => {
    const label = [name, ...formerly.map((one) => one.name)].join(LIST);
    return { label, href, count: stories.filter((story) => isReport(story) && isAbout(story, id)).length };
  });
}

async function practiceEntries(): Promise<BrowseGroup['entries']> {
  const [practices, mentions] = await Promise.all([getPractices(), getMentions()]);
  return practices.map(({ id, name, href }) => {
    return { label: name, href, count: storiesOf(mentions.practices.get(id) ?? []).length };
  });
}

const toEntry = ({ id, label, stories }: StoryGroup) => ({
  label,
  href: path(`stories/#${id}`),
  count: stories.length,
});

/** What a county's stories name: its ways of doing things, and people in public office; groups with nothing are left out. */
export async function countyGroups(county: string): Promise<BrowseGroup[]> {
  const [people, practices, mentions] = await Promise.all([getPersonEntries(), getPractices(), getMentions()]);
  // An essay marks the practices of all its counties: where they belong, a report says.
  const isNamed = (id: string) =>
    storiesOf(mentions.practices.get(id) ?? []).some((story) => isReport(story) && isAbout(story, county));
  const groups = [
    {
      name: REGISTERS.practices,
      href: path('practices/'),
      entries: practices.filter(({ id }) => isNamed(id)).map(({ name, href }) => ({ label: name, href })),
    },
    {
      name: REGISTERS.people,
      href: path('people/'),
      entries: people
        .filter((person) => person.county?.id === county && person.mentions.length > 0)
        .map(({ id, name }) => ({ label: name, href: personPath(id) })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
