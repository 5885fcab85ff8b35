import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocksOf } from '../../src/lib/manuscript/blocks.ts';
import { parseBody, splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { isEssay } from '../../src/lib/schema/essay.ts';
import {
  counties,
  essays,
  files,
  type Manuscript,
  manuscripts,
  people,
  practices,
  reports,
} from '../support/content.ts';
import { LEAST, otherArchive } from './bundled.ts';

// How the thirteen stories that the project ships are written: more than `npm run check` asks of an archive.
const reason = otherArchive();
if (reason) console.warn(`tests/seed is skipped: ${reason}.`);

const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));

/** All that a reader sees of a story, field by field. */
const wordsOf = ({ data, blocks }: Manuscript): string[] =>
  [
    ...blocks.map(({ text }) => text),
    ...[data.title, data.subtitle, data.summary, data.source?.dateNote, data.source?.note],
    ...data.milestones.flatMap(({ title, note, printed }) => [title, note, printed]),
    ...data.figures.flatMap(({ label, note, unit }) => [label, note, unit]),
    ...[...data.captions, ...data.corrections].map(({ text }) => text),
    ...data.gaps.map(({ note }) => note),
    ...data.unsaid,
    ...data.terms,
  ].filter((words) => words !== undefined);

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

const marked = (name: string) =>
  new Set(
    manuscripts.flatMap(({ blocks }) => blocks.flatMap((b) => b.marks.filter((m) => m.name === name).map((m) => m.id))),
  );
const authors = new Set(reports.flatMap(({ data }) => data.source.bylines.flatMap(({ names }) => names)));

describe.skipIf(reason)('the bundled archive', () => {
  test('holds thirteen stories from ten counties, and three essays', () => {
    expect(reports).toHaveLength(13);
    expect(essays).toHaveLength(3);
    expect(counties).toHaveLength(10);
    expect(counties.filter(({ stories }) => stories.length === 0)).toEqual([]);
  });

  test('has no register entry that no story speaks of', () => {
    expect(practices.filter(({ id }) => !marked('Practice').has(id)).map(({ id }) => id)).toEqual([]);
    const places = counties.flatMap((county) => county.places);
    expect(places.filter(({ id }) => !marked('Place').has(id)).map(({ id }) => id)).toEqual([]);
    expect(people.filter(({ id, name }) => !marked('Person').has(id) && !authors.has(name))).toEqual([]);
  });

  test('lists every author of a report', () => {
    const known = new Set(people.map(({ name }) => name));
    expect([...authors].filter((name) => !known.has(name))).toEqual([]);
  });

  test('has milestones that the papers date by vague words alone', () => {
    const milestones = manuscripts.flatMap(({ data }) => data.milestones);
    expect(milestones.filter(({ date }) => date === null).length).toBeGreaterThanOrEqual(7);
  });
});

describe.skipIf(reason).each(manuscripts)('$slug', (story) => {
  const { slug, data, blocks } = story;

  test('keeps its milestones and figures: fewer means that facts were dropped', () => {
    const [milestones, figures] = LEAST[slug] ?? (isEssay(data) ? [0, 0] : []);
    expect(data.milestones.length).toBeGreaterThanOrEqual(milestones ?? Number.NaN);
    expect(data.figures.length).toBeGreaterThanOrEqual(figures ?? Number.NaN);
  });

  test('says what an inferred date rests on', () => {
    for (const { id, basis, ground } of data.milestones) if (basis === 'inferred') expect(ground, id).toBeTruthy();
    if (data.source?.dateBasis === 'inferred') expect(data.source.dateNote).toBeTruthy();
  });

  test('is well set: Chinese punctuation in pairs, no Markdown left over', () => {
    expect(illSet(wordsOf(story))).toEqual([]);
  });

  test('parts Han and digits by a blank wherever it speaks itself', () => {
    expect(blocks.map(({ text }) => text).filter((text) => UNPARTED.test(text))).toEqual([]);
  });
});

describe.skipIf(reason)('the registers', () => {
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
  return fields.flatMap(([name, field]) =>
    // Of what comes from elsewhere, the words are ours, and its source is as it is printed.
    textsIn(name === 'background' ? (field as { text: string }[]).map(({ text }) => text) : field),
  );
}
