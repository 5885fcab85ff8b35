import type { z } from 'astro/zod';

import {
  comparisonsSchema,
  countySchema,
  type FrontData,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../schema/registers.ts';
import { figuresOf, findBrokenComparisons } from './check-comparisons.ts';
import { checkStory, type Registers, type Whereabouts } from './check-story.ts';

import { type Locate, readYaml, validate } from './frontmatter.ts';
import { findCode, findInvisible } from './lock.ts';
import { nearest } from './nearest.ts';
import { findPersonalNumbers } from './privacy.ts';
import { type Finding, type Problem, sortProblems } from './problem.ts';
import { findSlips } from './slips.ts';
import { parseBody, splitManuscript } from './tree.ts';
import { findUnresolved } from './unresolved.ts';

/** A file of the content folder: its path inside the folder, with `/`, and its text. */
export interface ContentFile {
  path: string;
  text: string;
}

interface Read<T> {
  file: ContentFile;
  value: T | null;
  locate: Locate;
  findings: Finding[];
}

/** What a check may rest on besides the files themselves. */
export interface Surroundings {
  /** Paths of the images in the content folder. */
  images?: readonly string[];
  /** Files whose registers count too: those of the project, when stories outside it are checked. */
  registers?: readonly ContentFile[];
}

/**
 * Checks the whole content folder: every file against its schema, every reference, every mark.
 * @returns all problems at once, sorted by file and line; paths as given
 */
export function checkContent(files: readonly ContentFile[], surroundings: Surroundings = {}): Problem[] {
  const own = readRegisters(files);
  const others = surroundings.registers ?? [];
  const stories = files.filter(isStory);
  const registers: Registers = {
    ...idsOf([own, readRegisters(others)]),
    stories: new Set([...stories, ...others.filter(isStory)].filter(isPublished).map(idOf)),
    images: new Set(surroundings.images ?? []),
  };
  const problems = [
    ...[own.counties, own.places, own.practices, own.people, own.front, own.comparisons]
      .flat()
      .flatMap(({ file, findings }) => attach(file, findings)),
    ...own.places.flatMap((reading) => attach(reading.file, findUnknownParents(reading))),
    ...own.people.flatMap((reading) => attach(reading.file, findUnknownCounties(reading, registers.counties))),
    ...own.front.flatMap((reading) => attach(reading.file, findUnknownStories(reading, registers.stories))),
    ...own.comparisons.flatMap((reading) => attach(reading.file, findBrokenComparisons(reading, figuresOf(stories)))),
    ...findDoubles(own.places, 'places'),
    ...findDoubles(own.people, 'people'),
    ...stories.flatMap((file) => attach(file, checkStory(file.text, whereabouts(file), registers))),
    ...findTwins(stories),
    ...findTwins(files.filter((file) => file.path.startsWith('practices/'))),
  ];
  return sortProblems(problems);
}

/** A manuscript in `stories/`, or one that lies outside every folder we know. */
const isStory = ({ path }: ContentFile) => path.endsWith('.mdx') && !path.startsWith('practices/');

function whereabouts({ path }: ContentFile): Whereabouts {
  const folder = /^stories\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? null;
  return { folder, path: folder === null ? null : path };
}

function readRegisters(files: readonly ContentFile[]) {
  const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
  const named = (path: string) => files.filter((file) => file.path === path);
  return {
    counties: inFolder('counties').map((file) => read(file, file.text, 1, countySchema)),
    places: inFolder('places').map((file) => read(file, file.text, 1, placesSchema)),
    practices: inFolder('practices').map(readPractice),
    people: named('people.yaml').map((file) => read(file, file.text, 1, peopleSchema)),
    front: named('front.yaml').map((file) => read(file, file.text, 1, frontSchema)),
    comparisons: named('comparisons.yaml').map((file) => read(file, file.text, 1, comparisonsSchema)),
  };
}

const isPublished = (file: ContentFile) => /^status: *["']?published["']?\s*$/m.test(file.text);

function idsOf(all: readonly ReturnType<typeof readRegisters>[]) {
  const [counties, practices] = [all.flatMap((one) => one.counties), all.flatMap((one) => one.practices)];
  const [places, people] = [all.flatMap((one) => one.places), all.flatMap((one) => one.people)];
  return {
    counties: new Set(counties.map(({ file }) => idOf(file))),
    places: new Set(places.flatMap(({ value }) => value?.places.map((place) => place.id) ?? [])),
    practices: new Set(practices.map(({ file }) => idOf(file))),
    people: new Set(people.flatMap(({ value }) => value?.people.map((person) => person.id) ?? [])),
  };
}

const idOf = (file: ContentFile) => file.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
const attach = (file: ContentFile, findings: Finding[]): Problem[] =>
  findings.map((finding) => ({ file: file.path, ...finding }));

function read<T>(file: ContentFile, yaml: string, firstLine: number, schema: z.ZodType<T>): Read<T> {
  const reading = readYaml(yaml, firstLine);
  const { value, findings } = validate(schema, reading);
  return { file, value, locate: reading.locate, findings: [...findAlways(file.text), ...findings] };
}

/** What no file may hold. */
const findAlways = (text: string): Finding[] => [
  ...findInvisible(text),
  ...findPersonalNumbers(text),
  ...findUnresolved(text, 'privacy: reviewed'),
];

function readPractice(file: ContentFile) {
  const parts = splitManuscript(file.text);
  const reading = read(file, parts?.frontmatter ?? '', 2, practiceSchema);
  const parsed = parseBody(parts?.body ?? '');
  const body =
    'finding' in parsed ? [parsed.finding] : [...findCode(parsed.tree), ...findSlips(parsed.tree, parts?.body)];
  return { ...reading, findings: [...reading.findings, ...body] };
}

function findUnknownParents({ value, locate }: Read<{ places: { id: string; parent?: string | undefined }[] }>) {
  const places = value?.places ?? [];
  return places.flatMap(({ parent }, index): Finding[] => {
    if (!parent || places.some((place) => place.id === parent)) return [];
    return [{ ...locate(['places', index, 'parent']), message: `同一文件里没有编号为“${parent}”的地点` }];
  });
}

function findUnknownCounties({ value, locate }: Read<{ people: { county: string }[] }>, counties: ReadonlySet<string>) {
  return (value?.people ?? []).flatMap(({ county }, index): Finding[] => {
    if (counties.has(county)) return [];
    return [{ ...locate(['people', index, 'county']), message: `没有编号为“${county}”的县区` }];
  });
}

function findUnknownStories({ value, locate }: Read<FrontData>, stories: ReadonlySet<string>): Finding[] {
  const slugs = [
    ...(value?.lead ? [{ slug: value.lead, path: ['lead'] }] : []),
    ...(value?.columns ?? []).map((slug, index) => ({ slug, path: ['columns', index] })),
  ];
  return slugs.flatMap(({ slug, path }): Finding[] => {
    if (stories.has(slug)) return [];
    const guess = nearest(slug, stories);
    const message = `没有已发表的文章“${slug}”，上不了首页`;
    return [{ ...locate(path), message, cure: guess ? `是不是 ${guess}？` : '核对网址名' }];
  });
}

/** Ids are unique on the site, whichever file they stand in. */
function findDoubles<K extends 'places' | 'people'>(readings: readonly Read<Record<K, { id: string }[]>>[], field: K) {
  const seen = new Map<string, string>();
  return readings.flatMap(({ file, value, locate }) =>
    (value?.[field] ?? []).flatMap(({ id }, index) => {
      const first = seen.get(id);
      seen.set(id, first ?? file.path);
      if (!first) return [];
      return attach(file, [
        { ...locate([field, index, 'id']), message: `编号 ${id} 在 ${first} 里已经用过`, cure: '换一个编号' },
      ]);
    }),
  );
}

/** Two files whose names differ in folder or case alone would fight for one address. */
function findTwins(files: readonly ContentFile[]): Problem[] {
  const seen = new Map<string, ContentFile>();
  return files.flatMap((file) => {
    const key = idOf(file).toLowerCase();
    const twin = seen.get(key);
    seen.set(key, file);
    if (!twin) return [];
    return [{ file: file.path, line: 1, column: 1, message: `网址名与 ${twin.path} 重复`, cure: '给其中一篇改名' }];
  });
}
