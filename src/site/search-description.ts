import { genres } from '#archive';
import { sortableDay } from '../lib/dates/days.ts';
import { bounds } from '../lib/dates/edtf.ts';
import { nameOf } from '../lib/text/terms.ts';
import { path, personPath, placePath } from '../lib/urls.ts';
import type { Description } from '../search/index/integration.ts';
import type { Term } from '../search/types.ts';
import { citeStory, sourceDateText } from './citation.ts';
import {
  getCounties,
  getGroups,
  getMentions,
  getPersonEntries,
  getPlaces,
  getPractices,
  getStories,
} from './content.ts';
import { storiesOf } from './mentions.ts';
import type { Mention, Story } from './model.ts';
import { reportYears } from './report-years.ts';
import { rightsOf, rightsText } from './rights.ts';
import type { ResultCard } from './search-card.ts';
import { fieldsOf, SEARCHED_FIELDS } from './search-fields.ts';

/** The stories' facets, dates and cards, and the names of the registers. */
export async function describeSite(site: URL): Promise<Description> {
  const [stories, { people, practices }] = await Promise.all([getStories(), getMentions()]);
  const idsIn = (mentions: typeof people, story: Story) =>
    [...mentions].filter(([, some]) => storiesOf(some).includes(story)).map(([id]) => id);
  const wrote = await getPersonEntries();
  const pages = stories.map((story) => {
    const authors = wrote.filter((person) => person.wrote.includes(story)).map(({ id }) => id);
    const facets = {
      county: story.counties.map(({ id }) => id),
      year: reportYears(story),
      genre: [story.genre],
      person: [...new Set([...idsIn(people, story), ...authors])],
      practice: idsIn(practices, story),
      // Named only where there are any: an archive without tags has no such facet.
      ...(story.series ? { series: [story.series.series.id] } : {}),
      ...(story.tags.length > 0 ? { tag: story.tags.map(({ id }) => id) } : {}),
    };
    const { earliest = null, latest = null } = story.source.date ? bounds(story.source.date) : {};
    const date = sortableDay(earliest ?? latest ?? '');
    return [
      story.href.slice(path().length),
      { facets, date, fields: fieldsOf(story), card: cardOf(story, site) },
    ] as const;
  });
  return { pages: Object.fromEntries(pages), fields: [...SEARCHED_FIELDS], terms: await namesOfSite() };
}

function cardOf(story: Story, site: URL): ResultCard {
  const address = new URL(story.href, site).href;
  return {
    title: story.title,
    ...(story.wording.lang ? { wording: story.wording } : {}),
    county: story.county.name,
    region: story.county.region,
    genre: nameOf(genres, story.genre),
    date: sourceDateText(story.source),
    cite: citeStory(story, address),
    address,
    rights: rightsText(rightsOf(story)),
  };
}

async function namesOfSite(): Promise<Term[]> {
  const [counties, people, practices, places, { series, tags }, mentions] = await Promise.all([
    getCounties(),
    getPersonEntries(),
    getPractices(),
    getPlaces(),
    getGroups(),
    getMentions(),
  ]);
  const told = (some: readonly Mention[] | undefined) => (some?.[0] ? { told: some[0].href.slice(path().length) } : {});
  return [
    ...counties.map(({ id, name, shortName, href }) => ({
      ...{ text: name, also: shortName === name ? [] : [shortName] },
      ...{ kind: 'county', id, href },
    })),
    ...people.map(({ id, name, mentions: some }) => {
      return { text: name, kind: 'person', id, href: personPath(id), ...told(some) };
    }),
    ...practices.map(({ id, name, aliases, href }) => {
      return { text: name, also: aliases, kind: 'practice', id, href, ...told(mentions.practices.get(id)) };
    }),
    ...series.map(({ id, title, href }) => ({ text: title, kind: 'series', id, href })),
    ...tags.map(({ id, name, href }) => ({ text: name, kind: 'tag', id, href })),
    ...places.map(({ id, name, aliases }) => {
      return { text: name, also: aliases, kind: 'place', id, href: placePath(id), ...told(mentions.places.get(id)) };
    }),
  ];
}
