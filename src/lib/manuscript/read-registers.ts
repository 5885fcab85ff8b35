import type { z } from 'astro/zod';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../schema/registers.ts';
import { type Locate, readYaml, validate } from './frontmatter.ts';
import { findInvisible } from './invisible.ts';
import { findCode } from './lock.ts';
import { findPersonalNumbers } from './privacy.ts';
import type { Finding } from './problem.ts';
import { findSlips } from './slips.ts';
import { parseBody, splitManuscript } from './tree.ts';
import { findUnresolved } from './unresolved.ts';

/** A file of the content folder: its path inside the folder, with `/`, and its text. */
export interface ContentFile {
  path: string;
  text: string;
}

/** A register as read: what it says, where it says it, what is wrong with it. */
export interface Read<T> {
  file: ContentFile;
  value: T | null;
  locate: Locate;
  findings: Finding[];
}

/** All registers among the files. */
export function readRegisters(files: readonly ContentFile[]) {
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

/** The ids that stories may name. */
export function idsOf(all: readonly ReturnType<typeof readRegisters>[]) {
  const [counties, practices] = [all.flatMap((one) => one.counties), all.flatMap((one) => one.practices)];
  const [places, people] = [all.flatMap((one) => one.places), all.flatMap((one) => one.people)];
  return {
    counties: new Set(counties.map(({ file }) => idOf(file))),
    places: new Set(places.flatMap(({ value }) => value?.places.map((place) => place.id) ?? [])),
    practices: new Set(practices.map(({ file }) => idOf(file))),
    people: new Set(people.flatMap(({ value }) => value?.people.map((person) => person.id) ?? [])),
  };
}

/** A file's id: its name without folder and ending. */
export const idOf = (file: ContentFile) => file.path.replace(/^.*\//, '').replace(/\.\w+$/, '');
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
  if ('finding' in parsed) return { ...reading, findings: [...reading.findings, parsed.finding], tree: null };
  const body = [...findCode(parsed.tree), ...findSlips(parsed.tree, parts?.body)];
  return { ...reading, findings: [...reading.findings, ...body], tree: parsed.tree };
}
