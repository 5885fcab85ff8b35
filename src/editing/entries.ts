import type {
  ComparisonsData,
  CountyData,
  FrontData,
  PersonData,
  PlaceData,
  PracticeData,
} from '../lib/schema/registers.ts';
import type { StoryData } from '../lib/schema/story.ts';

/** The registers of a content folder, as far as they can be read. */
export interface Entries {
  counties: readonly { id: string; data: Pick<CountyData, 'standalone'> }[];
  /** County by county. */
  places: readonly { id: string; places: readonly Pick<PlaceData, 'id' | 'parent' | 'standalone'>[] }[];
  practices: readonly { id: string; data: Pick<PracticeData, 'standalone'> }[];
  people: readonly Pick<PersonData, 'id' | 'name' | 'county' | 'standalone'>[];
}

/** Ids of the entries that readers may see. */
export type EntriesOnSite = Record<'counties' | 'places' | 'practices' | 'people', Set<string>>;

/** All that readers may see; stories by their slugs. */
export type OnSite = EntriesOnSite & { stories: Set<string> };

/**
 * Which entries of the registers belong on the site: those of which a story on the site speaks, those that say so
 * themselves, and what these lie in. What only a draft speaks of is as hidden as the draft.
 * @param stories that are on the site
 */
export function entriesOnSite(entries: Entries, stories: readonly StoryData[]): EntriesOnSite {
  const practices = new Set(stories.flatMap((story) => story.practices));
  for (const { id, data } of entries.practices) if (data.standalone) practices.add(id);
  const spoken = new Set(stories.flatMap(placesIn));
  const places = new Set(entries.places.flatMap((county) => withParents(county.places, spoken)));
  const named = new Set(stories.flatMap((story) => story.people));
  const authors = new Set(stories.flatMap(({ source }) => source.bylines.flatMap(({ names }) => names)));
  const people = entries.people.filter(({ id, name, standalone }) => standalone || named.has(id) || authors.has(name));
  const counties = new Set([
    ...stories.map((story) => story.county),
    ...entries.places.filter((county) => county.places.some(({ id }) => places.has(id))).map(({ id }) => id),
    ...people.flatMap((person) => person.county ?? []),
    ...entries.counties.filter(({ data }) => data.standalone).map(({ id }) => id),
  ]);
  return { counties, places, practices, people: new Set(people.map(({ id }) => id)) };
}

const placesIn = ({ places, milestones }: StoryData): string[] => [
  ...places,
  ...milestones.flatMap(({ place }) => place ?? []),
];

/** The places of a county that are spoken of or stand by themselves, and all that they lie in. */
function withParents(places: Entries['places'][number]['places'], spoken: ReadonlySet<string>): string[] {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const found = new Set<string>();
  for (const { id, standalone } of places)
    if (standalone || spoken.has(id))
      for (let at: string | undefined = id; at && !found.has(at); at = parents.get(at)) found.add(at);
  return [...found];
}

/** Comparisons of which every figure can be read on the site: what is said of three is not true of two. */
export const comparisonsOnSite = ({ comparisons }: ComparisonsData, stories: ReadonlySet<string>): ComparisonsData => ({
  comparisons: comparisons.filter(({ items }) => items.every(({ story }) => stories.has(story))),
});

/** The front page without stories that are not on the site. */
export const frontOnSite = ({ lead, columns }: FrontData, stories: ReadonlySet<string>): FrontData => ({
  ...(lead !== undefined && stories.has(lead) ? { lead } : {}),
  ...(columns ? { columns: columns.filter((slug) => stories.has(slug)) } : {}),
});
