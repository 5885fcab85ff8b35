import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { currentAnchors } from '../../src/build/anchors-file.ts';
import { readContent } from '../../src/build/read-content.ts';
import { bounds } from '../../src/lib/edtf.ts';
import { blocksOf } from '../../src/lib/manuscript/blocks.ts';
import { checkContent } from '../../src/lib/manuscript/check-content.ts';
import type { ContentFile } from '../../src/lib/manuscript/read-registers.ts';
import { parseBody, splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { peopleSchema, placesSchema } from '../../src/lib/schema/registers.ts';
import { storySchema } from '../../src/lib/schema/story.ts';
import { isDated } from '../../src/lib/timeline.ts';

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
  test('has no problem that an editor would be told of', () => expect(checkContent(files)).toEqual([]));

  test('holds thirteen stories from ten counties', () => {
    expect(stories.map(({ slug }) => slug).sort()).toEqual(Object.keys(LEAST).sort());
    const counties = inFolder('counties').map(idOf);
    expect(counties).toHaveLength(10);
    expect(new Set(stories.map(({ data }) => data.county))).toEqual(new Set(counties));
  });

  test('has every paragraph id in its committed table (npm run anchors writes it)', () => {
    expect(
      currentAnchors(files)
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

describe.each(stories)('$slug', ({ slug, data, blocks }) => {
  const text = blocks.map((block) => block.text).join('\n');

  test('keeps its milestones and figures', () => {
    const [milestones, figures] = LEAST[slug] ?? [0, 0];
    expect(data.milestones.length).toBeGreaterThanOrEqual(milestones);
    expect(data.figures.length).toBeGreaterThanOrEqual(figures);
  });

  test('has dates that can be sorted', () => {
    for (const { date } of data.milestones.filter(isDated)) {
      const { earliest, latest } = bounds(date);
      expect(earliest ?? latest).not.toBeNull();
      if (earliest && latest) expect(earliest <= latest).toBe(true);
    }
  });

  test('says what an inferred date rests on', () => {
    for (const { id, basis, note } of data.milestones) if (basis === 'inferred') expect(note, id).toBeTruthy();
    if (data.source.dateBasis === 'inferred') expect(data.source.dateNote).toBeTruthy();
  });

  test('is set in Chinese punctuation', () => {
    expect(text.match(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/gu)).toBeNull();
    expect(text.match(/[~*"']|\.\.\.|--/g)).toBeNull();
    expect(text.match(/\p{Script=Han} [，。；：、）”]|[，。；：、（“] /gu)).toBeNull();
  });

  test('has balanced quotation marks, brackets and titles', () => {
    for (const block of blocks) {
      for (const [open, close] of ['“”', '‘’', '（）', '《》', '〔〕'].map((pair) => [...pair])) {
        const count = (c: string | undefined) => [...block.text].filter((other) => other === c).length;
        expect(count(open), block.text).toBe(count(close));
      }
    }
  });

  test('parts Han and digits by a blank', () => {
    expect(text.match(/\p{Script=Han}\d|\d(?=\p{Script=Han})/gu)).toBeNull();
  });
});
