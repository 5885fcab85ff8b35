import { type CollectionEntry, getCollection, render } from 'astro:content';
import * as archive from '#archive';
import { archivePeriod } from '#words/dates.ts';
import { SECTION_NAMES } from '#words/site.ts';
import { bylinesOf } from '../editing/entries.ts';
import { readAnchors } from '../editing/files/anchors-file.ts';
import { readContent } from '../editing/files/read-content.ts';
import { knownVersions } from '../editing/files/versions-file.ts';
import type { Kept } from '../lib/addresses/kept.ts';
import { periodEnds } from '../lib/dates/period.ts';
import { draw } from '../lib/drawing/draw.ts';
import { type DrawingRequest, isForm } from '../lib/drawing/names.ts';
import { outlineOf } from '../lib/geo/outlines.ts';
import { silhouettePath } from '../lib/geo/silhouette.ts';
import { drawable } from '../lib/map/drawable.ts';
import type { CountyData } from '../lib/schema/registers.ts';
import { compareMilestones } from '../lib/timeline/order.ts';
import { compareUnits } from '../lib/units/order.ts';
import { groupPath, personPath, placePath, practiceEntryPath, practicePath } from '../lib/urls.ts';
import { config } from './config.ts';
import { hasEnglish } from './english.ts';
import { drawingsOf, evidenceFor } from './evidence.ts';
import { isPublished } from './feeds.ts';
import { layOutFront, numbersOf } from './front.ts';
import { keptPage } from './kept.ts';
import { mapContext } from './map-context.ts';
import { toEntries } from './map-entries.ts';
import { mapOutlines } from './map-outlines.ts';
import { mentionsBy } from './mentions.ts';
import { practicesBeside } from './milestones.ts';
import type {
  Author,
  Comparison,
  County,
  PersonEntry,
  Place,
  Practice,
  Series,
  Story,
  StoryFigure,
  StoryMilestone,
  Tag,
} from './model.ts';
import { footNavigation, mainNavigation } from './navigation.ts';
import { openDataOf } from './open-data.ts';
import type { Holdings } from './open-rows.ts';
import { markOutside } from './places.ts';
import { hasPage } from './practices.ts';
import { invitationOf } from './reading-on.ts';
import { recordOf } from './record.ts';
import { compareStories, isAbout, isReport, toCounty, toStory } from './stories.ts';
import { type StoryVersions, storyVersions } from './versions.ts';

/** The only door to `astro:content`: everything else sees plain data. */

/** Id of the page for readers abroad. */
const ENGLISH = 'en';

/** All counties in the order of their GB/T 2260 codes, those without one behind them by name. */
export const getCounties = once(async (): Promise<County[]> => {
  const entries = await getCollection('counties');
  return entries.map(({ id, data }) => toCounty(id, data, silhouetteOf(id, data))).sort(compareUnits);
});

function silhouetteOf(id: string, data: CountyData) {
  const { outlines } = mapOutlines();
  return silhouettePath(outlineOf(outlines, { ...data, id })?.code ?? '', undefined, outlines);
}

/** Series, tags and the site's own authors: those of which a story on the site speaks, by their names. */
export const getGroups = once(async () => {
  const byName = <T>(all: T[], nameOf: (one: T) => string) =>
    all.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh-CN'));
  const [series, tags, authors] = await Promise.all([
    getCollection('series'),
    getCollection('tags'),
    getCollection('authors'),
  ]);
  return {
    series: byName(
      series.map(({ id, data }): Series => ({ ...data, id, href: groupPath('series', id) })),
      ({ title }) => title,
    ),
    tags: byName(
      tags.flatMap(({ data }) => data.tags.map((tag): Tag => ({ ...tag, href: groupPath('tags', tag.id) }))),
      ({ name }) => name,
    ),
    authors: byName(
      authors.flatMap(({ data }) =>
        data.authors.map((author): Author => ({ ...author, href: groupPath('authors', author.id) })),
      ),
      ({ name }) => name,
    ),
  };
});

/** All stories that the loader lets in (see content.config.ts), in the order that previous and next follow. */
export const getStories = once(async (): Promise<Story[]> => {
  const { contentFolder, today } = config();
  const groups = { counties: await getCounties(), ...(await getGroups()) };
  const counties = new Map(groups.counties.map((county) => [county.id, county]));
  const entries = await getCollection('stories');
  // The collection holds none that is private.
  const places = new Set((await getPlaces()).map(({ id }) => id));
  const read = ({
    id: slug,
    data: { blocks, kinds, drawings, pieces, shown, pictures, ...data },
  }: CollectionEntry<'stories'>) => {
    const [county, anchors] = [counties.get(data.county ?? ''), readAnchors(contentFolder, slug)];
    const made = { kinds, drawings, pieces, shown, pictures };
    return toStory({ slug, data, blocks, ...made, county, anchors, groups, places }, today);
  };
  return entries.map(read).sort(compareStories);
});

/** What stories said before, by slug: those of which former words are known. */
export const getVersions = once(async (): Promise<ReadonlyMap<string, StoryVersions>> => {
  const { contentFolder: folder, today: day } = config();
  const known = new Map(knownVersions({ folder, files: readContent(folder), day }).map((one) => [one.slug, one]));
  const stories = await getStories();
  return new Map(
    stories.flatMap((story) => {
      const made = storyVersions(story, known.get(story.slug));
      return made ? [[story.slug, made] as const] : [];
    }),
  );
});

/** What the drawings of a story are made of. */
export async function getEvidence(story: Story) {
  const [stories, places, counties] = await Promise.all([getStories(), getPlaces(), getCounties()]);
  return evidenceFor(story, { stories, places, counties, outlines: mapOutlines().outlines });
}

/** The drawings of a story that any page may show: none of private people. */
export async function getOpenDrawings(story: Story) {
  return drawingsOf(story, await getEvidence(story)).filter(({ isPrivate }) => !isPrivate);
}

/**
 * The time of what is told and that of the originals that tell it, 「2015—2021」, each null where none has a date; and how
 * many calendar years the former counts, else the latter.
 */
export const getPeriods = once(async () => {
  const [stories, milestones] = await Promise.all([getStories(), getMilestones()]);
  const known = (dates: (string | null)[]) => dates.filter((date) => date !== null);
  const [events, reports] = [
    known(milestones.map(({ date }) => date)),
    known(stories.map(({ source }) => source?.date ?? null)),
  ];
  const [first, last] = periodEnds(events.length > 0 ? events : reports) ?? [];
  const years = first && last ? last.last - first.first + 1 : 0;
  return { events: archivePeriod(events), reports: archivePeriod(reports), years };
});

/** Pages of the archive's own in the language of this build, by id, without those of ours that they stand in for. */
export const getPages = once(async () =>
  (await getCollection('pages'))
    .filter(({ id }) => id !== ENGLISH || archive.languages.includes('en'))
    .filter(({ data }) => data.language === undefined || data.language === archive.language)
    .map(({ id, data, rendered }) => ({ ...data, id, isAtFoot: data.foot, html: rendered?.html ?? '' })),
);

/** The page for readers abroad, with what the archive writes on it; null where there is none. */
export const getEnglish = once(async () => {
  const entry = (await getCollection('pages')).find(({ id }) => id === ENGLISH);
  const page = entry ? { ...entry.data, html: entry.rendered?.html ?? '' } : null;
  return hasEnglish(await getStories(), page !== null) ? { page } : null;
});

/** The counties that maps can show, in their order. */
export const getMapCounties = once(async () =>
  drawable(mapOutlines().outlines, ...(await Promise.all([getCounties(), getPlaces()])), mapContext().seats),
);

/** Sections of the site that have entries; a section without any does not appear. */
export const getFilled = once(async (): Promise<ReadonlySet<string>> => {
  const [stories, counties, drawn, milestones, practices, people, places, groups] = await Promise.all([
    getStories(),
    getCounties(),
    getMapCounties(),
    getMilestones(),
    getPractices(),
    getPersonEntries(),
    getPlaces(),
    getGroups(),
  ]);
  const counts: Record<string, number> = {
    stories: stories.length,
    counties: counties.length,
    map: drawn.length,
    timeline: milestones.length,
    practices: practices.length,
    figures: stories.flatMap(({ figures }) => figures).length,
    people: people.length,
    places: places.length,
    series: groups.series.length,
    tags: groups.tags.length,
    authors: groups.authors.length,
    search: 1,
    data: stories.length,
    offline: Number(config().offline),
  };
  return new Set(Object.keys(counts).filter((id) => counts[id]));
});

/** The navigation of every page: what stands in its head, and what at its foot. */
export const getNavigation = once(async () => {
  const site = {
    ...{ filled: await getFilled(), names: SECTION_NAMES, pages: await getPages() },
    hasEnglish: (await getEnglish()) !== null,
  };
  const main = mainNavigation(archive.navigation, site);
  return { main, foot: footNavigation(site, main) };
});

/** All milestones, earliest first; those without a date stand last. */
export const getMilestones = once(async (): Promise<StoryMilestone[]> => {
  const reports = (await getStories()).filter(isReport);
  const all = reports.flatMap((story) =>
    story.milestones.map((milestone) => {
      return { ...milestone, story, practices: practicesBeside(story.paragraphs, milestone.id) };
    }),
  );
  return all.sort(compareMilestones);
});

/** What the editors compare, in their order; only what can be read as a whole is loaded. */
export const getComparisons = once(async (): Promise<Comparison[]> => {
  const [all, entries] = await Promise.all([getStories(), getCollection('comparisons')]);
  const stories = all.filter(isReport);
  const find = (slug: string, id: string): StoryFigure[] => {
    const story = stories.find((candidate) => candidate.slug === slug);
    return (story?.figures ?? []).flatMap((figure) => (story && figure.id === id ? [{ ...figure, story }] : []));
  };
  return (
    entries
      .flatMap(({ data }) => data.comparisons)
      .map(({ items, ...rest }) => ({
        ...rest,
        wanted: items.length,
        items: items.flatMap(({ story, figure }) => find(story, figure)),
      }))
      // What is said of three is not true of two.
      .filter(({ items, wanted }) => items.length === wanted)
      .map(({ wanted: _, ...comparison }) => comparison)
  );
});

/** The front page: its stories with their openings, the lead's drawing, a number of each county; and its stories' count. */
export const getFront = once(async () => {
  const [stories, counties, [front]] = await Promise.all([getStories(), getCounties(), getCollection('front')]);
  const wanted = front?.data ?? {};
  const countOf = ({ id }: County) => stories.filter((story) => isReport(story) && isAbout(story, id)).length;
  // Where an archive has no block of essays, they stand with the rest.
  const essays = archive.front.includes('essays') ? wanted.essays : [];
  const pictured = await Promise.all(
    stories.map(async (story) => {
      const hasPhoto = story.media.some(({ kind }) => kind === 'photo');
      return hasPhoto || (story.drawings.length > 0 && (await getOpenDrawings(story)).length > 0) ? story.slug : '';
    }),
  );
  const laid = layOutFront(
    stories.map((story) => Object.assign(story, { isPictured: pictured.includes(story.slug) })),
    { ...wanted, ...(essays ? { essays } : {}) },
  );
  return {
    ...laid,
    countOf,
    openingFor: (story: Story) => wanted.openings?.[story.slug] ?? invitationOf(story),
    drawing: laid.lead ? await leadDrawing(laid.lead, wanted.drawing) : null,
    numbers: numbersOf(counties, stories.filter(isReport), wanted.numbers),
  };
});

/** What is drawn beside the lead, asked for so that every sign leads into the story; null where nothing open can be. */
async function leadDrawing(lead: Story, wanted: Readonly<Record<string, string>> | undefined) {
  const evidence = await getEvidence(lead);
  const { form, ...attributes } = wanted ?? {};
  const asked: DrawingRequest[] = isForm(form) ? [{ form, attributes }] : [...lead.drawings];
  for (const request of asked) {
    const told = { form: request.form, attributes: { ...request.attributes, story: lead.slug } };
    const { drawing } = draw(told, evidence);
    if (drawing && !drawing.isPrivate) return { ...told, evidence };
  }
  return null;
}

/** Public actors and authors with their county, what they wrote and where stories speak of them. */
export const getPersonEntries = once(async (): Promise<PersonEntry[]> => {
  const [entries, counties, stories, { people }] = await Promise.all([
    getCollection('people'),
    getCounties(),
    getStories(),
    getMentions(),
  ]);
  return entries
    .flatMap((entry) => entry.data.people)
    .map((person) => {
      const county = counties.find(({ id }) => id === person.county) ?? null;
      if (person.county && !county) throw new Error(`Person ${person.id} was not checked before the build`);
      const wrote = stories.filter((story) => isAuthor(person.name, story));
      return { ...person, county, wrote, mentions: people.get(person.id) ?? [] };
    });
});

const isAuthor = (name: string, story: Story) => bylinesOf(story).includes(name);

/** What is left at addresses that have no page any more. */
export const getKept = once(async () => {
  const [kept, stories, counties, practices, groups, pages] = await Promise.all([
    getCollection('kept'),
    getStories(),
    getCounties(),
    getPractices(),
    getGroups(),
    getPages(),
  ]);
  const names = new Map<string, string>([
    ...stories.map(({ slug, title }) => [`stories/${slug}`, title] as const),
    ...counties.map(({ id, name }) => [`counties/${id}`, name] as const),
    ...practices.map(({ id, name }) => [`practices/${id}`, name] as const),
    ...groups.series.map(({ id, title }) => [`series/${id}`, title] as const),
    ...[
      ...groups.tags.map((tag) => ['tags', tag] as const),
      ...groups.authors.map((one) => ['authors', one] as const),
    ].map(([kind, { id, name }]) => [`${kind}/${id}`, name] as const),
    ...pages.map(({ id, title }) => [id, title] as const),
  ]);
  return kept.map(({ data }) => keptPage(data as Kept, (at) => names.get(at), config().today));
});

/** Every place with the id of its county. */
export const getPlaces = once(async (): Promise<Place[]> => {
  return markOutside(
    (await getCollection('places')).flatMap((entry) =>
      entry.data.places.map((place) => ({ ...place, county: entry.id })),
    ),
  );
});

/** What the list beside the map shows of each county. */
export const getMapEntries = once(async () =>
  toEntries(...(await Promise.all([getCounties(), getStories(), getPlaces()]))),
);

/** All practices, in the order of their names. */
export const getPractices = once(async (): Promise<Practice[]> => {
  const [entries, { practices: mentions }] = await Promise.all([getCollection('practices'), getMentions()]);
  return entries
    .map(({ id, data: { blocks, kinds, ...data } }) => {
      const own = hasPage({ ...data, id, blocks, kinds }, mentions.get(id) ?? []);
      return { ...data, id, hasPage: own, href: own ? practicePath(id) : practiceEntryPath(id) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
});

/** Where the entries of the registers stand, by the name of their mark and their id. */
export const getEntryPaths = once(async () => {
  const [practices, people, places] = await Promise.all([getPractices(), getPersonEntries(), getPlaces()]);
  return new Map<string, string>([
    ...practices.map(({ id, href }) => [`Practice ${id}`, href] as const),
    ...people.map(({ id }) => [`Person ${id}`, personPath(id)] as const),
    ...places.map(({ id }) => [`Place ${id}`, placePath(id)] as const),
  ]);
});

/** Every mention of each practice, place and person in the stories. */
export const getMentions = once(async () => {
  const stories = await getStories();
  return {
    practices: mentionsBy(stories, 'Practice'),
    places: mentionsBy(stories, 'Place'),
    people: mentionsBy(stories, 'Person'),
  };
});

/** What the open data, feeds and records for harvesters are made of. */
export const getHoldings = once(async (): Promise<Holdings> => {
  const { hasSiteUrl, siteUrl } = config();
  const site = hasSiteUrl ? new URL(siteUrl) : undefined;
  const [stories, counties, milestones, places, practices, people, mentions] = await Promise.all([
    getStories(),
    getCounties(),
    getMilestones(),
    getPlaces(),
    getPractices(),
    getPersonEntries(),
    getMentions(),
  ]);
  return {
    ...{ stories, milestones, places, practices, people, mentions, site },
    records: stories.map((story) => recordOf(story, { origin: site?.origin ?? null })),
    countyNames: new Map(counties.map(({ id, name }) => [id, name])),
  };
});

/** The same on a site with an address; null on one without: feeds and harvesters know whole addresses alone. */
export const getPublished = once(async () => {
  const held = { ...(await getHoldings()), counties: await getCounties() };
  return isPublished(held) ? held : null;
});

/** The open data: rows and files. */
export const getOpenData = once(async () => openDataOf(await getHoldings()));

/** The component that renders a practice's text. */
export async function renderPractice(id: string) {
  const entry = (await getCollection('practices')).find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`No practice ${id}`);
  return { Content: (await render(entry)).Content, kinds: entry.data.kinds };
}

/** The component that renders a story's text. */
export async function renderStory(slug: string) {
  const entry = (await getCollection('stories')).find(({ id }) => id === slug);
  if (!entry) throw new Error(`No story ${slug}`);
  return (await render(entry)).Content;
}

/** Remembers the answer: a build asks for it on every page. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= load();
    return answer;
  };
}
