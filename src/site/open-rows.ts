import { placeLevels, practiceKinds } from '#archive';
import { REGISTERS } from '#words/registers.ts';
import type { Row, TableName } from '../lib/data/tables.ts';
import { bounds } from '../lib/dates/edtf.ts';
import type { Mark } from '../lib/manuscript/blocks.ts';
import type { MarkName } from '../lib/manuscript/marks.ts';
import { isMarkedInferred } from '../lib/schema/common.ts';
import { sentenceAround } from '../lib/text/excerpts.ts';
import { nameOf } from '../lib/text/terms.ts';
import {
  figurePath,
  fullAddress,
  milestonePath,
  pageAddress,
  paragraphPath,
  personPath,
  placePath,
} from '../lib/urls.ts';
import type { Mention, PersonEntry, Place, Practice, Report, Story, StoryMilestone } from './model.ts';
import type { StoryRecord } from './record.ts';
import { isReport } from './stories.ts';

// The rows of the open data: of what lists may show alone. A story’s own tables are those of its rows (src/site/story-forms.ts).

/** What the open data are made of, as pages have it: what is private has been left out of all of it. */
export interface Holdings {
  stories: readonly Story[];
  /** Records of the stories, in their order. */
  records: readonly StoryRecord[];
  milestones: readonly StoryMilestone[];
  places: readonly Place[];
  practices: readonly Practice[];
  people: readonly PersonEntry[];
  mentions: Readonly<Record<'places' | 'practices', ReadonlyMap<string, readonly Mention[]>>>;
  countyNames: ReadonlyMap<string, string>;
  /** Address of the site; undefined where nobody has given it one, and then addresses are paths. */
  site: URL | undefined;
}

export type Rows = Readonly<Record<TableName, readonly Row[]>>;

/** No sentence is cut. */
const WHOLE = Number.POSITIVE_INFINITY;

/** An address of the site as data have it: with the file’s name where links have it too. */
export const dataAddress = (path: string, site: URL | undefined): string => fullAddress(pageAddress(path), site);

/** All rows of all tables. */
export function openRows(held: Holdings): Rows {
  return {
    articles: held.stories.map((story, at) => articleRow(story, held.records[at] as StoryRecord, held)),
    milestones: held.milestones.map((milestone) => milestoneRow(milestone, held)),
    figures: held.stories.filter(isReport).flatMap((story) => figureRows(story, held)),
    places: held.places.map((place) => placeRow(place, held)),
    practices: held.practices.map((practice) => practiceRow(practice, held)),
    people: held.people.map((person) => personRow(person, held)),
    terms: held.stories.flatMap((story) => termRows(story, held)),
  };
}

interface Dated {
  date: string | null;
  basis?: 'stated' | 'inferred' | undefined;
  ground?: string | undefined;
  printed?: string | undefined;
}

/** When, as all tables have it. Nothing is said of the ground of what nobody dates. */
function whenOf({ date, basis, ground, printed }: Dated) {
  const { earliest, latest } = date === null ? { earliest: null, latest: null } : bounds(date);
  return {
    ...{ date, earliest, latest, basis: date === null ? null : (basis ?? 'stated') },
    ...{ ground: (date !== null && ground) || null, printed: printed ?? null },
  };
}

const NOWHERE = { quote: null, paragraph: null, paragraphUrl: null };

/** The sentence that holds a mark, and its paragraph; of a paragraph that tells of private people nothing is quoted. */
function toldOf(story: Story, name: MarkName, id: string, { site }: Pick<Holdings, 'site'>) {
  const isIt = (mark: Mark) => mark.name === name && mark.id === id && mark.story === undefined;
  const paragraph = story.paragraphs.find(({ marks, isPrivate }) => !isPrivate && marks.some(isIt));
  const mark = paragraph?.marks.find(isIt);
  if (!paragraph || !mark) return { words: null, ...NOWHERE };
  const { before, hit, after } = sentenceAround(paragraph.text, mark.start, mark.text.length, WHOLE);
  return {
    ...{ words: mark.text, quote: before + hit + after, paragraph: paragraph.id },
    paragraphUrl: dataAddress(paragraphPath(story.slug, paragraph.id), site),
  };
}

/** How many paragraphs speak of an entry of a register, and the first sentence that may be quoted. */
function mentionedIn(mentions: readonly Mention[], name: MarkName, id: string, held: Holdings) {
  const stories = [...new Set(mentions.map(({ story }) => story))];
  const quoted = stories.map((story) => ({ story, told: toldOf(story, name, id, held) }));
  const first = quoted.find(({ told }) => told.quote !== null) ?? quoted[0];
  const { words: _, ...told } = first?.told ?? { words: null, ...NOWHERE };
  return {
    mentions: mentions.length,
    stories: stories.map(({ slug }) => slug),
    story: first?.story.slug ?? null,
    ...told,
  };
}

const ofStory = ({ slug, title, county }: Story) => ({
  ...{ story: slug, storyTitle: title, county: county?.id ?? null, countyName: county?.name ?? null },
});

function articleRow(story: Story, { own, originals: [original] }: StoryRecord, { site }: Holdings): Row {
  const { milestones, figures } = isReport(story) ? story : { milestones: [], figures: [] };
  return {
    ...{ id: own.id, url: dataAddress(story.href, site), title: own.title, subtitle: own.subtitle, kind: own.kind },
    ...{ genre: own.genre.id, genreName: own.genre.name, language: own.language, summary: own.summary },
    ...{ county: story.county?.id ?? null, countyName: story.county?.name ?? null },
    counties: own.counties.map(({ id }) => id),
    ...{ series: own.series?.id ?? null, seriesNumber: own.series?.number ?? null },
    ...{ tags: own.tags, authors: own.authors, published: own.published, modified: own.modified },
    ...{ characters: story.characters, milestones: milestones.length, figures: figures.length },
    ...{ licence: own.rights?.code || null, rights: own.rights?.text || null },
    ...{ originalTitle: original?.headline ?? null, originalKind: original?.kind ?? null },
    ...{ originalAuthors: original?.authors ?? [], originalPublisher: original?.publisher ?? null },
    ...whenOf(story.source ? datedBySource(story) : { date: null }),
  };
}

const datedBySource = ({ source }: Pick<Report, 'source'>): Dated => ({
  ...{ date: source.date, basis: source.dateBasis, ground: source.ground, printed: source.printed },
});

/** The rows of a report’s figures, those that are private left out. */
export function figureRows(story: Report, held: Holdings): Row[] {
  return story.figures.map(({ id, label, value, unit, qualifier, asOf, printed, ground, note }) => {
    const [low, high = null] = typeof value === 'number' ? [value] : value;
    const { words, ...told } = toldOf(story, 'Figure', id, held);
    return {
      ...{ id: `${story.slug}/${id}`, ...ofStory(story), label, value: low, valueTo: high, unit: unit || null },
      qualifiers: [qualifier ?? []].flat(),
      ...whenOf({ date: asOf, basis: isMarkedInferred(asOf) ? 'inferred' : 'stated', ground, printed }),
      ...{ note: note ?? null, words, ...told, url: dataAddress(figurePath(story.slug, id), held.site) },
    };
  });
}

/** A milestone’s row. A place that is on no list is not named. */
export function milestoneRow(milestone: StoryMilestone, held: Holdings): Row {
  const { story, id, title, extent, time, recurs, planned = false, key = false, note, practices } = milestone;
  const place = held.places.find((one) => one.id === milestone.place);
  const known = new Set(held.practices.map((practice) => practice.id));
  const { words, ...told } = toldOf(story, 'Milestone', id, held);
  return {
    ...{ id: `${story.slug}/${id}`, ...ofStory(story), title, ...whenOf(milestone) },
    ...{ extent: extent ?? null, time: time ?? null, recurs: recurs ?? null, planned, key, note: note ?? null },
    ...{ place: place?.id ?? null, placeName: place?.name ?? null },
    practices: told.paragraph === null ? [] : practices.filter((practice) => known.has(practice)),
    ...{ words, ...told, url: dataAddress(milestonePath(story.slug, id), held.site) },
  };
}

function placeRow(place: Place, held: Holdings): Row {
  const { places, countyNames, site } = held;
  const { id, name, level, parent, county, outside = false, aliases, misprints, point, precision } = place;
  const [longitude = null, latitude = null] = point ?? [];
  return {
    ...{ id, name, level, levelName: nameOf(LEVELS, level) },
    parent: places.some((one) => one.id === parent) ? (parent ?? null) : null,
    ...{ county, countyName: countyNames.get(county) ?? null, outside, aliases, misprints },
    ...{ longitude, latitude, precision, ...mentionedIn(held.mentions.places.get(id) ?? [], 'Place', id, held) },
    url: dataAddress(placePath(id), site),
  };
}

const LEVELS: Readonly<Record<string, { name: string }>> = { outside: { name: REGISTERS.outside }, ...placeLevels };

function practiceRow({ id, name, aliases, kind, summary, href }: Practice, held: Holdings): Row {
  return {
    ...{ id, name, aliases, kind, kindName: nameOf(practiceKinds, kind), summary },
    ...{
      ...mentionedIn(held.mentions.practices.get(id) ?? [], 'Practice', id, held),
      url: dataAddress(href, held.site),
    },
  };
}

function personRow({ id, name, role, county, wrote, mentions }: PersonEntry, held: Holdings): Row {
  return {
    ...{ id, name, role: role ?? null, county: county?.id ?? null, countyName: county?.name ?? null },
    ...{
      wrote: wrote.map(({ slug }) => slug),
      ...mentionedIn(mentions, 'Person', id, held),
      url: dataAddress(personPath(id), held.site),
    },
  };
}

function termRows(story: Story, { site }: Holdings): Row[] {
  return story.terms.map((term, at) => ({
    ...{ id: `${story.slug}/${at + 1}`, term, ...ofStory(story) },
    ...whenOf(story.source ? datedBySource(story) : { date: null }),
    url: dataAddress(`${story.href}#terms`, site),
  }));
}
