import { genres } from '#archive';
import { SEARCH } from '#words/search.ts';
import { headingText } from '#words/years.ts';
import { compareHeadings } from '../lib/dates/stretches.ts';
import { compareUnits } from '../lib/units/order.ts';
import type { County, Story } from './model.ts';
import { reportYears } from './report-years.ts';
import { UNKNOWN_YEAR } from './search-address.ts';
import { isAbout, isReport } from './stories.ts';

/** Stories that belong together on the page of all stories. */
export interface StoryGroup {
  /** Anchor on that page. */
  id: string;
  label: string;
  stories: Story[];
}

/** Reports under their counties, in the order given; essays belong to none. */
export function storiesByCounty(all: readonly Story[]): (StoryGroup & { county: County })[] {
  const stories = all.filter(isReport);
  const counties = [...new Set(stories.flatMap((story) => story.counties))];
  return counties.sort(compareUnits).map((county) => ({
    id: `county-${county.id}`,
    label: county.name,
    county,
    stories: stories.filter((story) => isAbout(story, county.id)),
  }));
}

/** Reports under the county in whose folder they lie, each once: what is counted is counted there. */
export function storiesAtHome(all: readonly Story[]): ReturnType<typeof storiesByCounty> {
  return storiesByCounty(all)
    .map((group) => ({ ...group, stories: group.stories.filter((story) => story.county === group.county) }))
    .filter(({ stories }) => stories.length > 0);
}

/** Stories under the genres that occur, in the order of the genres. */
export function storiesByGenre(stories: readonly Story[]): StoryGroup[] {
  return Object.entries(genres)
    .map(([genre, { name: label }]) => {
      return { id: `genre-${genre}`, label, stories: stories.filter((story) => story.genre === genre) };
    })
    .filter((group) => group.stories.length > 0);
}

/** Stories under the years, decades or centuries in which their originals may have appeared, those of no known year last. */
export function storiesByYear(stories: readonly Story[]): StoryGroup[] {
  const years = [...new Set(stories.flatMap(reportYears))].sort(compareHeadings);
  return years.map((year) => ({
    id: `year-${year.replace('/', '-')}`,
    label: year === UNKNOWN_YEAR ? SEARCH.unknownYear : headingText(year),
    stories: stories.filter((story) => reportYears(story).includes(year)),
  }));
}
