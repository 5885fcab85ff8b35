import type { z } from 'astro/zod';
import { comparisonsSchema, countySchema, peopleSchema, placesSchema, practiceSchema } from '../schema/registers.ts';
import { figuresOf, findBrokenComparisons } from './check-comparisons.ts';
import { checkStory, type Registers } from './check-story.ts';
import { type Locate, readYaml, validate } from './frontmatter.ts';
import { findCode, findInvisible } from './lock.ts';
import { type Finding, type Problem, sortProblems } from './problem.ts';
import { findSlips } from './slips.ts';
import { parseBody, splitManuscript } from './tree.ts';

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

/**
 * Checks the whole content folder: every file against its schema, every reference, every mark.
 * @returns all problems at once, sorted by file and line; paths as given
 */
export function checkContent(files: readonly ContentFile[]): Problem[] {
  const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`));
  const counties = inFolder('counties').map((file) => read(file, file.text, 1, countySchema));
  const places = inFolder('places').map((file) => read(file, file.text, 1, placesSchema));
  const practices = inFolder('practices').map(readPractice);
  const people = files
    .filter((file) => file.path === 'people.yaml')
    .map((file) => read(file, file.text, 1, peopleSchema));
  const registers: Registers = {
    counties: new Set(counties.map(({ file }) => idOf(file))),
    places: new Set(places.flatMap(({ value }) => value?.places.map((place) => place.id) ?? [])),
    practices: new Set(practices.map(({ file }) => idOf(file))),
    people: new Set(people.flatMap(({ value }) => value?.people.map((person) => person.id) ?? [])),
  };
  const stories = inFolder('stories').filter((file) => file.path.endsWith('.mdx'));
  const comparisons = files
    .filter((file) => file.path === 'comparisons.yaml')
    .map((file) => read(file, file.text, 1, comparisonsSchema));
  const problems = [
    ...comparisons.flatMap((reading) =>
      attach(reading.file, [...reading.findings, ...findBrokenComparisons(reading, figuresOf(stories))]),
    ),
    ...[...counties, ...places, ...practices, ...people].flatMap(({ file, findings }) => attach(file, findings)),
    ...places.flatMap((reading) => attach(reading.file, findUnknownParents(reading))),
    ...people.flatMap((reading) => attach(reading.file, findUnknownCounties(reading, registers.counties))),
    ...stories.flatMap((file) => attach(file, checkStory(file.text, file.path.split('/')[1] ?? '', registers))),
    ...findTwins(stories),
    ...findTwins(inFolder('practices')),
  ];
  return sortProblems(problems);
}

const idOf = (file: ContentFile) => file.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
const attach = (file: ContentFile, findings: Finding[]): Problem[] =>
  findings.map((finding) => ({ file: file.path, ...finding }));

function read<T>(file: ContentFile, yaml: string, firstLine: number, schema: z.ZodType<T>): Read<T> {
  const reading = readYaml(yaml, firstLine);
  const { value, findings } = validate(schema, reading);
  return { file, value, locate: reading.locate, findings: [...findInvisible(file.text), ...findings] };
}

function readPractice(file: ContentFile) {
  const parts = splitManuscript(file.text);
  const reading = read(file, parts?.frontmatter ?? '', 2, practiceSchema);
  const parsed = parseBody(parts?.body ?? '');
  const body = 'finding' in parsed ? [parsed.finding] : [...findCode(parsed.tree), ...findSlips(parsed.tree)];
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
