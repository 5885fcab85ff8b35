import { genres } from '#archive';
import { COLON, GAP, LIST } from '#words/punctuation.ts';
import { SEARCH_FIELDS } from '#words/search-fields.ts';
import { sortableDay } from '../lib/dates/days.ts';
import { bounds } from '../lib/dates/edtf.ts';
import { figureText } from '../lib/numbers/figures.ts';
import { nameOf } from '../lib/text/terms.ts';
import { englishName } from '../lib/units/english.ts';
import type { Field, FieldValue } from '../search/types.ts';
import { sourceDateText } from './citation.ts';
import { milestoneDate } from './milestones.ts';
import type { Story } from './model.ts';

type FieldId = keyof typeof SEARCH_FIELDS;

/** How a field is searched, where it is not by its words alone. */
const WAYS: Partial<Record<FieldId, Omit<Field, 'id' | 'label' | 'names'>>> = {
  title: { inText: true },
  subtitle: { inText: true },
  headline: { title: true },
  english: { title: true },
  published: { dated: true },
  milestone: { dated: true, entry: true },
  figure: { entry: true },
  terms: { inText: true },
  captions: { inText: true },
};

/** What can be said of a story beside its text. */
export const SEARCHED_FIELDS: readonly Field[] = (Object.keys(SEARCH_FIELDS) as FieldId[]).map((id) => ({
  id,
  label: SEARCH_FIELDS[id].label,
  names: SEARCH_FIELDS[id].names.split(' '),
  ...WAYS[id],
}));

/** What is said of a story beside its text, without fields that say nothing; nothing that is private is among it. */
export function fieldsOf(story: Story): Record<string, FieldValue[]> {
  const { counties, series, tags, authors, milestones, figures } = story;
  const sources = [story.source, ...story.sources].filter((source) => source !== null && source !== undefined);
  const fields: Partial<Record<FieldId, readonly (FieldValue | null | undefined)[]>> = {
    title: [story.title],
    subtitle: [story.subtitle],
    headline: sources.map(({ headline }) => headline),
    author: sources.flatMap(({ bylines }) =>
      bylines.map(({ role, names }) => `${role ? `${role} ` : ''}${names.join(LIST)}`),
    ),
    publisher: sources.map(({ publisher }) => publisher),
    county: counties.flatMap((county) => [county.name, englishName(county)]),
    english: [story.en?.title],
    abstract: [story.en?.abstract],
    region: counties.map(({ within }) => within.join('')),
    genre: [nameOf(genres, story.genre)],
    published: sources.map((source) => source.date && { text: sourceDateText(source), ...daysOf(source.date) }),
    milestone: milestones.map((milestone) => ({
      text: milestone.title,
      before: milestoneDate(milestone) + GAP,
      ...placeOf(story, 'Milestone', milestone.id),
      ...daysOf(milestone.date),
    })),
    figure: figures.map((figure) => ({
      text: figure.label + COLON + figureText(figure),
      ...placeOf(story, 'Figure', figure.id),
    })),
    terms: story.terms,
    captions: story.captions.map(({ text }) => text),
    notes: [
      ...sources.flatMap(({ dateNote, note }) => [dateNote, note]),
      ...milestones.map(({ id, note }) => note && { text: note, ...placeOf(story, 'Milestone', id) }),
      ...figures.map(({ id, note }) => note && { text: note, ...placeOf(story, 'Figure', id) }),
    ],
    series: [series?.series.title],
    tag: tags.map(({ name }) => name),
    editor: authors.map(({ name }) => name),
  };
  const told = Object.entries(fields).map(([id, values]) => [id, distinct(values.filter(isThere))] as const);
  return Object.fromEntries(told.filter(([, values]) => values.length > 0));
}

const isThere = (value: FieldValue | null | undefined): value is FieldValue => Boolean(value);

function distinct(values: readonly FieldValue[]): FieldValue[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}

/** The days that a date can mean; an end that is open or unknown is where the other one is. */
function daysOf(date: string | null): { days?: string } {
  const { earliest = null, latest = null } = date ? bounds(date) : {};
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  if (!first || !last) return {};
  return { days: first === last ? sortableDay(first) : `${sortableDay(first)}/${sortableDay(last)}` };
}

/** The paragraph that states it, whose id the page's text names already; none where that tells of private people. */
function placeOf({ paragraphs }: Story, name: string, id: string): { id?: string } {
  const states = (marks: Story['paragraphs'][number]['marks']) =>
    marks.some((mark) => mark.name === name && mark.id === id);
  const paragraph = paragraphs.find(({ marks }) => states(marks));
  return paragraph && !paragraph.isPrivate ? { id: paragraph.id } : {};
}
