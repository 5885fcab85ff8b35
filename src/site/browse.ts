import { path, personPath } from '../lib/urls.ts';
import { REGISTERS } from '../lib/words/registers.ts';
import { SEARCH } from '../lib/words/search.ts';
import { GENRES } from '../lib/words/story.ts';
import { getCounties, getMentions, getPersonEntries, getPractices, getStories } from './content.ts';
import { storiesOf } from './mentions.ts';
import type { County, Story } from './model.ts';
import { reportYears } from './report-years.ts';
import { UNKNOWN_YEAR } from './search-address.ts';

/** Links to browse by, for readers who do not search. */
export interface BrowseGroup {
  name: string;
  /** The page that lists them all. */
  href?: string;
  entries: { label: string; href: string; count?: number }[];
}

/** Stories that belong together on the page of all stories. */
export interface StoryGroup {
  /** Anchor on that page. */
  id: string;
  label: string;
  stories: Story[];
}

/** The archive by county, year, genre, person and practice, each with the number of its stories. */
export async function browseGroups(): Promise<BrowseGroup[]> {
  const [stories, people] = await Promise.all([getStories(), getPersonEntries()]);
  const names = SEARCH.facetNames;
  const all = path('stories/');
  return [
    { name: names.county, href: path('counties/'), entries: await countyEntries(stories) },
    { name: names.year, href: all, entries: storiesByYear(stories).map(toEntry) },
    { name: names.genre, href: all, entries: storiesByGenre(stories).map(toEntry) },
    {
      name: names.person,
      href: path('people/'),
      entries: people.map(({ id, name }) => ({ label: name, href: personPath(id) })),
    },
    { name: names.practice, href: path('practices/'), entries: await practiceEntries() },
  ];
}

async function countyEntries(stories: readonly Story[]): Promise<BrowseGroup['entries']> {
  const counties = await getCounties();
  return counties.map(({ id, name, href }) => {
    return { label: name, href, count: stories.filter((story) => story.county.id === id).length };
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

/** Stories under their counties, in the order given. */
export function storiesByCounty(stories: readonly Story[]): (StoryGroup & { county: County })[] {
  const groups = Map.groupBy(stories, ({ county }) => county);
  return [...groups].map(([county, some]) => {
    return { id: `county-${county.id}`, label: county.name, county, stories: some };
  });
}

/** Stories under the genres that occur, in the order of the genres. */
export function storiesByGenre(stories: readonly Story[]): StoryGroup[] {
  return Object.entries(GENRES)
    .map(([genre, label]) => {
      return { id: `genre-${genre}`, label, stories: stories.filter((story) => story.genre === genre) };
    })
    .filter((group) => group.stories.length > 0);
}

/** Stories under every year in which their originals may have appeared, those of no known year last. */
export function storiesByYear(stories: readonly Story[]): StoryGroup[] {
  const years = [...new Set(stories.flatMap(reportYears))].sort();
  return years.map((year) => ({
    id: `year-${year}`,
    label: year === UNKNOWN_YEAR ? SEARCH.unknownYear : `${year} 年`,
    stories: stories.filter((story) => reportYears(story).includes(year)),
  }));
}

/** What a county's stories name: its ways of doing things, and people in public office; groups with nothing are left out. */
export async function countyGroups(county: string): Promise<BrowseGroup[]> {
  const [people, practices, mentions] = await Promise.all([getPersonEntries(), getPractices(), getMentions()]);
  const isNamed = (id: string) =>
    storiesOf(mentions.practices.get(id) ?? []).some((story) => story.county.id === county);
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
        .filter((person) => person.county.id === county && person.mentions.length > 0)
        .map(({ id, name }) => ({ label: name, href: personPath(id) })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
