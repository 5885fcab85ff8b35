import { z } from 'astro/zod';
import { type Locate, readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { parseBody, splitManuscript } from '../../lib/manuscript/tree.ts';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  peopleSchema,
  placesSchema,
  practiceSchema,
} from '../../lib/schema/registers.ts';
import { findEscaped, findInvisible } from './invisible.ts';
import { findCode } from './lock.ts';
import { findPersonalNumbers } from './privacy.ts';
import { findSlips } from './slips.ts';
import { explainMissingHead, findConflict } from './torn.ts';
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

const KINDS_BY_FIELD: readonly [RegExp, string][] = [
  [/^places *:/m, 'places'],
  [/^people *:/m, 'people'],
  [/^comparisons *:/m, 'comparisons'],
  [/^(?:lead|columns) *:/m, 'front'],
  [/^(?:code|centre|province|prefecture) *:/m, 'counties'],
];

/** Which register a file is: by its place, or, where it lies outside every content folder, by its fields. */
function kindOf({ path, text }: ContentFile): string | undefined {
  const byPlace =
    /(?:^|\/)(?:(counties|places)\/[^/]+\.yaml|(practices)\/[^/]+\.mdx|(people|front|comparisons)\.yaml)$/;
  const named = byPlace.exec(path)?.slice(1).find(Boolean);
  if (named || !path.endsWith('.yaml')) return named;
  return KINDS_BY_FIELD.find(([field]) => field.test(text))?.[1] ?? 'strange';
}

/** All registers among the files. */
export function readRegisters(files: readonly ContentFile[]) {
  const of = (kind: string) => files.filter((file) => kindOf(file) === kind);
  return {
    counties: of('counties').map((file) => read(file, file.text, 1, countySchema)),
    places: of('places').map((file) => read(file, file.text, 1, placesSchema)),
    practices: of('practices').map(readPractice),
    people: of('people').map((file) => read(file, file.text, 1, peopleSchema)),
    front: of('front').map((file) => read(file, file.text, 1, frontSchema)),
    comparisons: of('comparisons').map((file) => read(file, file.text, 1, comparisonsSchema)),
    strange: of('strange').map(readStrange),
  };
}

/** A file of fields that belongs to no register we know. */
function readStrange(file: ContentFile): Read<unknown> {
  const { findings, ...reading } = read(file, file.text, 1, z.unknown());
  const message = '认不出这是哪一种登记表';
  const cure = '放进内容文件夹再检查：counties/、places/、people.yaml、front.yaml 或 comparisons.yaml';
  return { ...reading, findings: findings.length > 0 ? findings : [{ line: 1, column: 1, message, cure }] };
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
