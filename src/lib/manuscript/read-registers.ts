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
import { findEscaped, findInvisible } from './invisible.ts';
import { findCode } from './lock.ts';
import { findPersonalNumbers } from './privacy.ts';
import type { Finding } from './problem.ts';
import { findSlips } from './slips.ts';
import { explainMissingHead, findConflict } from './torn.ts';
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
export function idsOf(all: readonly ReturnType<typeof readRegisters>[], unread: readonly ContentFile[]) {
  const named = (folder: string, files: readonly ContentFile[]) =>
    new Set([...files, ...unread.filter(({ path }) => path.startsWith(folder))].map(idOf));
  const listed = (path: string, lists: readonly (readonly { id: string }[] | undefined)[]) =>
    lists.includes(undefined) || unread.some((file) => file.path.startsWith(path))
      ? new AnyId()
      : new Set(lists.flatMap((list) => list?.map(({ id }) => id) ?? []));
  const filesOf = (kind: 'counties' | 'practices') => all.flatMap((one) => one[kind].map(({ file }) => file));
  return {
    counties: named('counties/', filesOf('counties')),
    places: listed(
      'places/',
      all.flatMap((one) => one.places.map(({ value }) => value?.places)),
    ),
    practices: named('practices/', filesOf('practices')),
    people: listed(
      'people.yaml',
      all.flatMap((one) => one.people.map(({ value }) => value?.people)),
    ),
  };
}

/** The ids of a register that cannot be read: that is one fault, and the stories that name its entries have none. */
class AnyId extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** A file's id: its name without folder and ending. */
export const idOf = (file: ContentFile) => file.path.replace(/^.*\//, '').replace(/\.\w+$/, '');

function read<T>(file: ContentFile, yaml: string, firstLine: number, schema: z.ZodType<T>): Read<T> {
  const reading = readYaml(yaml, firstLine);
  const { locate } = reading;
  const conflict = findConflict(file.text);
  if (conflict.length > 0) return { file, value: null, locate, findings: conflict };
  const { value, findings } = validate(schema, reading);
  const always = findAlways(file.text);
  const escaped = always.length > 0 ? [] : findEscaped(null, reading.data, locate);
  return { file, value, locate, findings: [...always, ...escaped, ...findings] };
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
  const [conflict] = findConflict(file.text);
  if (!parts || conflict) return { ...reading, findings: [conflict ?? explainMissingHead(file.text)], tree: null };
  const parsed = parseBody(parts.body);
  if ('finding' in parsed) return { ...reading, findings: [...reading.findings, parsed.finding], tree: null };
  const escaped = findInvisible(file.text).length > 0 ? [] : findEscaped(parsed.tree, null, reading.locate);
  const body = [...findCode(parsed.tree), ...findSlips(parsed.tree, parts.body), ...escaped];
  return { ...reading, findings: [...reading.findings, ...body], tree: parsed.tree };
}
