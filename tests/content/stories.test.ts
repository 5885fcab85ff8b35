import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../src/editing/check/content.ts';
import { currentAnchors } from '../../src/editing/files/anchors-file.ts';
import { readContent } from '../../src/editing/files/read-content.ts';
import { bounds, compareDates } from '../../src/lib/dates/edtf.ts';
import { blocksOf } from '../../src/lib/manuscript/blocks.ts';
import type { ContentFile } from '../../src/lib/manuscript/paths.ts';
import { parseBody, splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { peopleSchema, placesSchema } from '../../src/lib/schema/registers.ts';
import { storySchema } from '../../src/lib/schema/story.ts';

/** What holds for the articles that the project ships. */
const files = readContent('src/content');
const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
const idOf = (file: ContentFile) => file.path.replace(/^.*\//, '').replace(/\.\w+$/, '');

const stories = inFolder('stories').map((file) => {
  const parts = splitManuscript(file.text);
  const parsed = parseBody(parts?.body ?? '');
  if (!parts || 'finding' in parsed) throw new Error(file.path);
  return { slug: idOf(file), data: storySchema.parse(parse(parts.frontmatter)), blocks: blocksOf(parsed.tree) };
});
type Entry = (typeof stories)[number];

/** All that a reader sees of a story, field by field. */
const wordsOf = ({ data, blocks }: Entry): string[] =>
  [
    ...blocks.map(({ text }) => text),
    ...[data.title, data.subtitle, data.summary, data.source.dateNote, data.source.note],
    ...data.milestones.flatMap(({ title, note, printed }) => [title, note, printed]),
    ...data.figures.flatMap(({ label, note, unit }) => [label, note, unit]),
    ...[...data.captions, ...data.corrections].map(({ text }) => text),
    ...data.gaps.map(({ note }) => note),
  ].filter((words) => words !== undefined);

/** Every date of a story that something is sorted by. */
const datesOf = ({ data }: Entry): string[] =>
  [data.source.date, ...data.milestones.map(({ date }) => date), ...data.figures.map(({ asOf }) => asOf)].filter(
    (date) => date !== null,
  );

const UNPARTED = /\p{Script=Han}\d|\d\p{Script=Han}/u;
const SLIPS = [
  /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u,
  /[~*"']|\.\.\.|--/,
  /\p{Script=Han} [，。；：、）”]|[，。；：、（“] /u,
];

/** Those texts that are not well set; what is quoted as printed may hold digits unparted. */
const illSet = (texts: readonly string[]): string[] =>
  texts.filter(
    (text) =>
      SLIPS.some((slip) => slip.test(text)) || UNPARTED.test(text.replace(/“[^“”]*”/g, '“”')) || unpaired(text) !== '',
  );

/** Quotation marks, brackets and titles that are left when those which pair are taken away. */
function unpaired(words: string): string {
  const marks = words.replace(/[^“”‘’（）《》〔〕]/g, '');
  const rest = marks.replace(/“”|‘’|（）|《》|〔〕/g, '');
  return rest === marks ? rest : unpaired(rest);
}

const people = peopleSchema.parse(parse(files.find((file) => file.path === 'people.yaml')?.text ?? '')).people;
const places = inFolder('places').flatMap((file) => placesSchema.parse(parse(file.text)).places);
const marked = (name: string) =>
  new Set(
    stories.flatMap(({ blocks }) => blocks.flatMap((b) => b.marks.filter((m) => m.name === name).map((m) => m.id))),
  );

/** Milestones and figures of each story: fewer means that facts were dropped. */
const LEAST: Record<string, [milestones: number, figures: number]> = {
  'baihe-air': [4, 15],
  'baihe-party-building': [6, 11],
  'baihe-zhongchang-five-lists': [7, 6],
  'hanbin-three-comparisons': [6, 30],
  'hanbin-toy-factories': [1, 16],
  'jianan-yao-heng': [9, 26],
  'jiyang-three-roles': [7, 29],
  'langao-forest-tending': [2, 12],
  'pingli-social-organisations': [1, 7],
  'ruzhou-happiness': [17, 58],
  'shiquan-forest-economy': [1, 5],
  'wenfeng-answer-sheet': [25, 50],
  'ziyang-li-zhe': [3, 11],
};

describe('the archive', () => {
  test('has no problem that an editor would be told of', () =>
    expect(checkContent(files, { day: '2027-01-01' })).toEqual([]));

  test('holds thirteen stories from ten counties', () => {
    expect(stories.map(({ slug }) => slug).sort()).toEqual(Object.keys(LEAST).sort());
    const counties = inFolder('counties').map(idOf);
    expect(counties).toHaveLength(10);
    expect(new Set(stories.map(({ data }) => data.county))).toEqual(new Set(counties));
  });

  test('has every paragraph id in its committed table (npm run anchors writes it)', () => {
    expect(
      currentAnchors('src/content', files)
        .filter(({ changed }) => changed)
        .map(({ slug }) => slug),
    ).toEqual([]);
  });

  test('has no register entry that no story speaks of', () => {
    expect(
      inFolder('practices')
        .map(idOf)
        .filter((id) => !marked('Practice').has(id)),
    ).toEqual([]);
    expect(places.filter(({ id }) => !marked('Place').has(id)).map(({ id }) => id)).toEqual([]);
    const authors = new Set(stories.flatMap(({ data }) => data.source.bylines.flatMap(({ names }) => names)));
    expect(people.filter(({ id, name }) => !marked('Person').has(id) && !authors.has(name))).toEqual([]);
  });

  test('lists every author of a report', () => {
    const known = new Set(people.map(({ name }) => name));
    const authors = stories.flatMap(({ data }) => data.source.bylines.flatMap(({ names }) => names));
    expect(authors.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe.each(stories)('$slug', (story) => {
  const { slug, data } = story;

  test('keeps its milestones and figures', () => {
    const [milestones, figures] = LEAST[slug] ?? [];
    expect(data.milestones.length).toBeGreaterThanOrEqual(milestones ?? Number.NaN);
    expect(data.figures.length).toBeGreaterThanOrEqual(figures ?? Number.NaN);
  });

  test('has dates that can be sorted', () => {
    for (const date of datesOf(story)) {
      const { earliest, latest } = bounds(date);
      expect(earliest ?? latest, date).not.toBeNull();
      if (earliest && latest) expect(earliest <= latest, date).toBe(true);
    }
    const sorted = datesOf(story).sort(compareDates).map(bounds);
    const starts = sorted.map(({ earliest }) => earliest ?? '');
    expect(starts).toEqual([...starts].sort());
  });

  test('says what an inferred date rests on', () => {
    for (const { id, basis, note } of data.milestones) if (basis === 'inferred') expect(note, id).toBeTruthy();
    if (data.source.dateBasis === 'inferred') expect(data.source.dateNote).toBeTruthy();
  });

  test('is well set: Chinese punctuation in pairs, no Markdown left over', () => {
    expect(illSet(wordsOf(story))).toEqual([]);
  });

  test('parts Han and digits by a blank wherever it speaks itself', () => {
    expect(story.blocks.map(({ text }) => text).filter((text) => UNPARTED.test(text))).toEqual([]);
  });
});

describe('the registers', () => {
  const entries = [
    ...inFolder('practices').map(({ text }) => splitManuscript(text)?.frontmatter ?? ''),
    ...['counties', 'places'].flatMap((folder) => inFolder(folder).map(({ text }) => text)),
    ...files.filter(({ path }) => /^(?:people|comparisons)\.yaml$/.test(path)).map(({ text }) => text),
  ].map((text) => parse(text) as unknown);

  test('are well set', () => {
    const words = entries.flatMap(textsIn).filter((text) => /\p{Script=Han}/u.test(text));
    expect(words.length).toBeGreaterThan(300);
    expect(illSet(words)).toEqual([]);
  });

  test('of practices say what each is, well set', () => {
    const bodies = inFolder('practices').map(({ text }) => parseBody(splitManuscript(text)?.body ?? ''));
    const blocks = bodies.flatMap((parsed) => ('tree' in parsed ? blocksOf(parsed.tree) : []));
    expect(blocks.length).toBeGreaterThanOrEqual(bodies.length);
    expect(illSet(blocks.map(({ text }) => text))).toEqual([]);
  });
});

/** Every text of a register but the forms that stand in print. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  const fields = Object.entries(value ?? {}).filter(([name]) => !['aliases', 'misprints'].includes(name));
  return fields.flatMap(([, field]) => textsIn(field));
}
