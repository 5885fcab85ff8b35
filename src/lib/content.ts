import { type CollectionEntry, getCollection, render } from 'astro:content';
import { compareDates } from './edtf.ts';
import { layOutFront } from './front.ts';
import { blocksOf, countCharacters, isCitable, type Mark, readingMinutes, sectionId } from './manuscript/blocks.ts';
import { parseBody } from './manuscript/tree.ts';
import type { CountyData, PersonData, PlaceData, PracticeData } from './schema/registers.ts';
import type { Figure, Milestone, StoryData } from './schema/story.ts';
import { countyPath, storyPath } from './urls.ts';

/** The only door to `astro:content`: everything else sees plain data. */

export interface County extends CountyData {
  id: string;
  /** 建安区 → 建安. */
  shortName: string;
  /** 河南许昌. */
  region: string;
  href: string;
}

export interface Paragraph {
  text: string;
  marks: Mark[];
}

export interface Story extends Omit<StoryData, 'county'> {
  slug: string;
  href: string;
  county: County;
  sections: { id: string; title: string }[];
  paragraphs: Paragraph[];
  characters: number;
  minutes: number;
}

export interface StoryMilestone extends Milestone {
  story: Story;
}

export interface StoryFigure extends Figure {
  story: Story;
}

/** All counties in the order of their GB/T 2260 codes. */
export const getCounties = once(async (): Promise<County[]> => {
  const entries = await getCollection('counties');
  return entries.map(toCounty).sort((a, b) => a.code.localeCompare(b.code));
});

/** All published stories, by county code, then date of the original. Previous and next follow this order. */
export const getStories = once(async (): Promise<Story[]> => {
  const counties = new Map((await getCounties()).map((county) => [county.id, county]));
  const entries = await getCollection('stories', ({ data }) => data.status === 'published');
  return entries
    .map((entry) => toStory(entry, counties))
    .sort((a, b) => a.county.code.localeCompare(b.county.code) || compareSources(a, b) || a.slug.localeCompare(b.slug));
});

/** All milestones, earliest first. */
export const getMilestones = once(async (): Promise<StoryMilestone[]> => {
  const stories = await getStories();
  const all = stories.flatMap((story) => story.milestones.map((milestone) => ({ ...milestone, story })));
  return all.sort((a, b) => compareDates(a.date, b.date));
});

/** The front page's stories, and how many stories a county has. */
export const getFront = once(async () => {
  const [stories, [front]] = await Promise.all([getStories(), getCollection('front')]);
  const countOf = ({ id }: County) => stories.filter((story) => story.county.id === id).length;
  return { ...layOutFront(stories, front?.data), countOf };
});

export const getPeople = once(async (): Promise<PersonData[]> => {
  return (await getCollection('people')).flatMap((entry) => entry.data.people);
});

/** Every place with the id of its county. */
export const getPlaces = once(async (): Promise<(PlaceData & { county: string })[]> => {
  return (await getCollection('places')).flatMap((entry) =>
    entry.data.places.map((place) => ({ ...place, county: entry.id })),
  );
});

export const getPractices = once(async (): Promise<(PracticeData & { id: string })[]> => {
  return (await getCollection('practices')).map((entry) => ({ ...entry.data, id: entry.id }));
});

/** The component that renders a story's text. */
export async function renderStory(slug: string) {
  const entry = (await getCollection('stories')).find(({ id }) => id === slug);
  if (!entry) throw new Error(`No story ${slug}`);
  return (await render(entry)).Content;
}

function toCounty({ id, data }: CollectionEntry<'counties'>): County {
  const region = `${data.province.replace(/省$/, '')}${data.prefecture.replace(/市$/, '')}`;
  return { ...data, id, shortName: data.name.replace(/[区县市]$/, ''), region, href: countyPath(id) };
}

function toStory({ id, data, body }: CollectionEntry<'stories'>, counties: Map<string, County>): Story {
  const county = counties.get(data.county);
  const parsed = parseBody(body ?? '');
  if (!county || 'finding' in parsed) throw new Error(`Story ${id} was not checked before the build`);
  const blocks = blocksOf(parsed.tree);
  const headings = blocks.filter((block) => block.kind === 'heading');
  const characters = countCharacters(blocks);
  return {
    ...data,
    slug: id,
    href: storyPath(id),
    county,
    sections: headings.map((block, index) => ({ id: sectionId(index), title: block.text })),
    paragraphs: blocks.filter(isCitable).map(({ text, marks }) => ({ text, marks })),
    characters,
    minutes: readingMinutes(characters),
  };
}

function compareSources(a: Story, b: Story): number {
  if (!a.source.date || !b.source.date) return Number(!a.source.date) - Number(!b.source.date);
  return compareDates(a.source.date, b.source.date);
}

/** Remembers the answer: a build asks for it on every page. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= load();
    return answer;
  };
}
