import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { SEARCH_FIELDS } from '#words/search-fields.ts';
import { dateForms } from '../search/date-forms.ts';
import { findTerms, tokenize } from '../search/tokens.ts';
import type { Story } from './model.ts';
import { reportYears } from './report-years.ts';

/** What the help of the search shows, by what each example teaches; null where the archive has none that finds something. */
export type SearchExamples = Record<
  | 'phrase'
  | 'words'
  | 'quoted'
  | 'minus'
  | 'either'
  | 'near'
  | 'wildcard'
  | 'date'
  | 'number'
  | 'field'
  | 'year'
  | 'traditional'
  | 'pinyin',
  string | null
>;

const toTraditional = Converter({ from: 'cn', to: 't' });
const HAN = /^\p{Script=Han}{2,8}$/u;

/** A word of the registers with the stories whose words it is. */
interface Word {
  text: string;
  stories: Story[];
}

/**
 * Examples that find something in this archive: words that its stories mark as a practice, a place or a person.
 * @param wanted phrases that the operator names, in place of our choice
 */
export function searchExamples(stories: readonly Story[], wanted: readonly string[] | null): SearchExamples {
  const words = wordsOf(stories);
  const texts = new Map(stories.map((story) => [story, story.paragraphs.map(({ text }) => text).join('\n')]));
  const has = (story: Story, word: string) => texts.get(story)?.includes(word) ?? false;
  const own = (wanted ?? [])
    .map((text) => ({ text, stories: stories.filter((story) => has(story, text)) }))
    .filter(({ stories: some }) => some.length > 0);
  const [first, second] = [...own, ...words];
  const phrase = first?.text ?? null;
  const beside = words.find(
    ({ text, stories: some }) => text !== phrase && first?.stories.some((story) => some.includes(story)),
  );
  const kept = words
    .filter(({ text }) => text !== phrase)
    .find(({ text }) => first?.stories.some((story) => !has(story, text)) && first.stories.some((s) => has(s, text)));
  const traditional = words.map(({ text }) => text).find((text) => toTraditional(text) !== text);
  const spoken = (second ?? first)?.text;
  return {
    phrase,
    words: phrase && beside ? `${phrase} ${beside.text}` : null,
    quoted: phrase ? `“${phrase}”` : null,
    minus: phrase && kept ? `${phrase} -${kept.text}` : null,
    either: phrase && kept ? `${phrase} | ${kept.text}` : null,
    near: phrase && beside ? nearIn(stories, phrase, beside.text) : null,
    wildcard: phrase && phrase.length > 2 ? `${phrase.slice(0, 1)}*${phrase.slice(-1)}` : null,
    date: dateIn(stories),
    number: numberIn(stories),
    field: fieldIn(stories),
    year: yearIn(stories),
    traditional: traditional ? toTraditional(traditional) : null,
    pinyin:
      spoken && HAN.test(spoken) ? pinyin(spoken.slice(0, 2), { toneType: 'none', type: 'array' }).join('') : null,
  };
}

/** Marked words, those of the most stories first, longer ones before shorter. */
function wordsOf(stories: readonly Story[]): Word[] {
  const found = new Map<string, Set<Story>>();
  for (const story of stories)
    for (const { text } of story.paragraphs.flatMap(({ marks, isPrivate }) => (isPrivate ? [] : marks)))
      if (HAN.test(text)) found.set(text, (found.get(text) ?? new Set()).add(story));
  return [...found]
    .map(([text, some]) => ({ text, stories: [...some] }))
    .sort((a, b) => b.stories.length - a.stories.length || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
}

/** Two words as one asks for them near each other, where a paragraph holds both. */
const nearIn = (stories: readonly Story[], a: string, b: string): string | null =>
  stories.some(({ paragraphs }) =>
    paragraphs.some(({ text }) => text.includes(a) && text.includes(b) && text.length < 60),
  )
    ? `${a} NEAR ${b}`
    : null;

/** A month of a milestone that its story names, as one types it. */
function dateIn(stories: readonly Story[]): string | null {
  for (const { milestones, paragraphs } of stories) {
    const texts = paragraphs.map(({ text }) => tokenize(text));
    const month = milestones
      .map(({ date }) => date?.slice(0, 7) ?? '')
      .find((one) => dateForms(one).some((form) => texts.some((tokens) => findTerms(tokens, form).length > 0)));
    if (month) return month;
  }
  return null;
}

/** A whole number of some digits that a story states. */
function numberIn(stories: readonly Story[]): string | null {
  const values = stories.flatMap(({ figures }) => figures.map(({ value }) => value));
  const whole = values.filter((value): value is number => typeof value === 'number' && Number.isInteger(value));
  const [number] = whole.filter((value) => value >= 100 && value < 10_000).sort((a, b) => a - b);
  return number === undefined ? null : String(number);
}

/** Who wrote one of the originals, asked by the field's name. */
function fieldIn(stories: readonly Story[]): string | null {
  const name = stories
    .flatMap(({ source }) => (source?.bylines ?? []).flatMap(({ names }) => names))
    .find((one) => !/\s/.test(one));
  return name ? `${firstName('author')}:${name}` : null;
}

/** The year of a report. */
function yearIn(stories: readonly Story[]): string | null {
  const year = stories.flatMap((story) => reportYears(story)).find((one) => /^\d{4}$/.test(one));
  return year ? `${SEARCH_FIELDS.published.names.split(' ')[1]}:${year}` : null;
}

const firstName = (field: keyof typeof SEARCH_FIELDS): string => SEARCH_FIELDS[field].names.split(' ')[0] ?? field;
