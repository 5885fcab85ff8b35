import { privatePlaces } from '../lib/privacy/open.ts';
import type { AuthorData, TagData } from '../lib/schema/groups.ts';
import type {
  ComparisonsData,
  CountyData,
  FrontData,
  PersonData,
  PlaceData,
  PracticeData,
} from '../lib/schema/registers.ts';
import type { Source } from '../lib/schema/source.ts';
import type { StoryData } from '../lib/schema/story.ts';

/** The registers of a content folder, as far as they can be read. */
export interface Entries {
  counties: readonly { id: string; data: Pick<CountyData, 'standalone'> }[];
  /** County by county. */
  places: readonly { id: string; places: readonly Pick<PlaceData, 'id' | 'parent' | 'standalone' | 'private'>[] }[];
  practices: readonly { id: string; data: Pick<PracticeData, 'standalone'> }[];
  series: readonly { id: string }[];
  tags: readonly Pick<TagData, 'id' | 'name'>[];
  authors: readonly Pick<AuthorData, 'id'>[];
  people: readonly Pick<PersonData, 'id' | 'name' | 'county' | 'standalone'>[];
}

/** Ids of the entries that readers may see. */
export type EntriesOnSite = Record<
  'counties' | 'places' | 'practices' | 'people' | 'series' | 'tags' | 'authors',
  Set<string>
>;

/** All that readers may see; stories by their slugs. */
export type OnSite = EntriesOnSite & { stories: Set<string> };

/**
 * Which entries of the registers belong on the site: those of which a story on the site speaks, those that say so
 * themselves, and what these lie in. What only a draft speaks of is as hidden as the draft, and a private place is always.
 * @param stories that are on the site
 */
export function entriesOnSite(entries: Entries, stories: readonly StoryData[]): EntriesOnSite {
  const practices = new Set(stories.flatMap((story) => story.practices));
  for (const { id, data } of entries.practices) if (data.standalone) practices.add(id);
  const spoken = new Set(stories.flatMap(placesIn));
  const places = new Set(entries.places.flatMap((county) => withParents(county.places, spoken)));
  const named = new Set(stories.flatMap((story) => story.people));
  const authors = new Set(stories.flatMap(bylinesOf));
  const people = entries.people.filter(({ id, name, standalone }) => standalone || named.has(id) || authors.has(name));
  const counties = new Set([
    ...stories.flatMap((story) => [story.county ?? [], ...story.counties].flat()),
    ...entries.places.filter((county) => county.places.some(({ id }) => places.has(id))).map(({ id }) => id),
    ...people.flatMap((person) => person.county ?? []),
    ...entries.counties.filter(({ data }) => data.standalone).map(({ id }) => id),
  ]);
  const tagged = new Set(stories.flatMap((story) => story.tags));
  return {
    counties,
    places,
    practices,
    people: new Set(people.map(({ id }) => id)),
    series: new Set(stories.flatMap(({ series }) => series?.id ?? [])),
    tags: new Set(entries.tags.filter(({ id, name }) => tagged.has(id) || tagged.has(name)).map(({ id }) => id)),
    authors: new Set(stories.flatMap((story) => story.authors.flatMap(({ id }) => id ?? []))),
  };
}

/** Names under which the originals of a story were printed. */
export const bylinesOf = ({
  source,
  sources,
}: {
  source?: Source | null | undefined;
  sources: readonly Source[];
}): string[] => [source ?? [], sources].flat().flatMap(({ bylines }) => bylines.flatMap(({ names }) => names));

const placesIn = ({ places, milestones }: StoryData): string[] => [
  ...places,
  ...milestones.flatMap(({ place }) => place ?? []),
];

/** The places of a county that are spoken of or stand by themselves, and all that they lie in; private ones bring nothing. */
function withParents(places: Entries['places'][number]['places'], spoken: ReadonlySet<string>): string[] {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const hidden = privatePlaces(places);
  const found = new Set<string>();
  for (const { id, standalone } of places)
    if (!hidden.has(id) && (standalone || spoken.has(id)))
      for (let at: string | undefined = id; at && !found.has(at); at = parents.get(at)) found.add(at);
  return [...found];
}

/** Comparisons of which every figure can be read on the site: what is said of three is not true of two. */
export const comparisonsOnSite = ({ comparisons }: ComparisonsData, stories: ReadonlySet<string>): ComparisonsData => ({
  comparisons: comparisons.filter(({ items }) => items.every(({ story }) => stories.has(story))),
});

/** The front page without stories that are not on the site; the drawing of a lead that is not there goes with it. */
export const frontOnSite = (
  { lead, drawing, columns, essays, openings, numbers }: FrontData,
  stories: ReadonlySet<string>,
): FrontData => ({
  ...(lead !== undefined && stories.has(lead) ? { lead, ...(drawing ? { drawing } : {}) } : {}),
  ...(columns ? { columns: columns.filter((slug) => stories.has(slug)) } : {}),
  ...(essays ? { essays: essays.filter((slug) => stories.has(slug)) } : {}),
  ...(openings ? { openings: Object.fromEntries(Object.entries(openings).filter(([slug]) => stories.has(slug))) } : {}),
  ...(numbers ? { numbers: numbers.filter(({ story }) => stories.has(story)) } : {}),
});
