import { genres } from '#archive';
import { sortableDay } from '../lib/dates/days.ts';
import { bounds } from '../lib/dates/edtf.ts';
import { nameOf } from '../lib/text/terms.ts';
import { englishName } from '../lib/units/english.ts';
import { path, personPath, placePath } from '../lib/urls.ts';
import type { Description } from '../search/index/integration.ts';
import type { Term } from '../search/types.ts';
import { referencesOf } from './citations.ts';
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
import { recordOf } from './record.ts';
import { reportYears } from './report-years.ts';
import { rightsOf, rightsText } from './rights.ts';
import type { ResultCard } from './search-card.ts';
import { fieldsOf, SEARCHED_FIELDS } from './search-fields.ts';
import { dateText, placeText } from './story-lines.ts';

/** The stories' facets, dates and cards, and the names of the registers. */
export async function describeSite(origin: string | null): Promise<Description> {
  const [stories, { people, practices }] = await Promise.all([getStories(), getMentions()]);
  const idsIn = (mentions: typeof people, story: Story) =>
    [...mentions].filter(([, some]) => storiesOf(some).includes(story)).map(([id]) => id);
  const wrote = await getPersonEntries();
  const pages = stories.map((story) => {
    const authors = wrote.filter((person) => person.wrote.includes(story)).map(({ id }) => id);
    const facets = {
      county: story.counties.map(({ id }) => id),
      ...(story.source ? { year: reportYears(story) } : {}),
      genre: [story.genre],
      person: [...new Set([...idsIn(people, story), ...authors])],
      practice: idsIn(practices, story),
      // Named only where there are any: an archive without tags has no such facet.
      ...(story.series ? { series: [story.series.series.id] } : {}),
      ...(story.tags.length > 0 ? { tag: story.tags.map(({ id }) => id) } : {}),
    };
    const day = story.source ? story.source.date : story.published;
    const { earliest = null, latest = null } = day ? bounds(day) : {};
    const date = sortableDay(earliest ?? latest ?? '');
    const quiet = story.paragraphs.filter(({ isPrivate }) => isPrivate).map(({ id }) => id);
    return [
      story.href.slice(path().length),
      { facets, date, fields: fieldsOf(story), card: cardOf(story, origin), quiet },
    ] as const;
  });
  return { pages: Object.fromEntries(pages), fields: [...SEARCHED_FIELDS], terms: await namesOfSite() };
}

function cardOf(story: Story, origin: string | null): ResultCard {
  const record = recordOf(story, { origin });
  return {
    title: story.title,
    ...(story.wording.lang ? { wording: story.wording } : {}),
    county: placeText(story),
    region: story.county?.region ?? '',
    genre: nameOf(genres, story.genre),
    date: dateText(story),
    cite: referencesOf(record, 'gbt7714-2025')[0] ?? '',
    address: record.own.url ?? story.href,
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
  // The address of a paragraph; of one that tells of private people only its story is named.
  const told = (some: readonly Mention[] = []) => {
    const open = some.find(({ href }) => href.includes('#'));
    return open ? { told: open.href.slice(path().length) } : {};
  };
  return [
    ...counties.map(({ id, name, en, shortName, formerly, href }) => ({
      ...{
        text: name,
        also: [
          ...(shortName === name ? [] : [shortName]),
          ...formerly.map((one) => one.name),
          englishName({ id, name, en }),
        ],
      },
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
    ...places.map(({ id, name, aliases, misprints }) => {
      return {
        text: name,
        also: [...aliases, ...misprints],
        kind: 'place',
        id,
        href: placePath(id),
        ...told(mentions.places.get(id)),
      };
    }),
  ];
}
