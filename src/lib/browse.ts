import { getCounties, getMentions, getPersonEntries, getPractices, getStories, type Story } from './content.ts';
import { storiesOf } from './mentions.ts';
import { reportYears } from './report-years.ts';
import { UNKNOWN_YEAR } from './search-address.ts';
import { GENRES, REGISTERS, SEARCH } from './strings.ts';
import { path, personPath } from './urls.ts';

/** Links to browse by, for readers who do not search. */
export interface BrowseGroup {
  name: string;
  /** The page that lists them all. */
  href?: string;
  entries: { label: string; href: string; count?: number }[];
}

/** The archive by county, year, genre, person and practice, each with the number of its stories. */
export async function browseGroups(): Promise<BrowseGroup[]> {
  const [stories, counties, people, practices, mentions] = await Promise.all([
    getStories(),
    getCounties(),
    getPersonEntries(),
    getPractices(),
    getMentions(),
  ]);
  const names = SEARCH.facetNames;
  return [
    {
      name: names.county,
      href: path('counties/'),
      entries: counties.map(({ id, name, href }) => ({
        label: name,
        href,
        count: stories.filter((story) => story.county.id === id).length,
      })),
    },
    { name: names.year, href: path('stories/'), entries: storiesByYear(stories).map(toEntry) },
    {
      name: names.genre,
      href: path('stories/'),
      entries: Object.entries(GENRES)
        .map(([genre, label]) => ({
          label,
          href: path(`stories/#genre-${genre}`),
          count: stories.filter((story) => story.genre === genre).length,
        }))
        .filter(({ count }) => count > 0),
    },
    {
      name: names.person,
      href: path('people/'),
      entries: people.map(({ id, name }) => ({ label: name, href: personPath(id) })),
    },
    {
      name: names.practice,
      href: path('practices/'),
      entries: practices.map(({ id, name, href }) => ({
        label: name,
        href,
        count: storiesOf(mentions.practices.get(id) ?? []).length,
      })),
    },
  ];
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

export interface YearGroup {
  year: string;
  label: string;
  stories: Story[];
}

/** Stories under every year in which their originals may have appeared, those of no known year last. */
export function storiesByYear(stories: readonly Story[]): YearGroup[] {
  const years = [...new Set(stories.flatMap(reportYears))].sort();
  return years.map((year) => ({
    year,
    label: year === UNKNOWN_YEAR ? SEARCH.unknownYear : `${year} 年`,
    stories: stories.filter((story) => reportYears(story).includes(year)),
  }));
}

const toEntry = ({ year, label, stories }: YearGroup) => ({
  label,
  href: path(`stories/#year-${year}`),
  count: stories.length,
});
