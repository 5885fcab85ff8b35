import { z } from 'astro/zod';
import { type Locate, readYaml, validate, type YamlReading } from '../../lib/manuscript/frontmatter.ts';
import { type Manuscript, readPage, readPractice } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf } from '../../lib/manuscript/paths.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import { type ListData, readList } from '../../lib/manuscript/register-file.ts';
import type { Node } from '../../lib/manuscript/tree.ts';
import {
  isEntryFile,
  type ListKind,
  REGISTERS,
  type RegisterKind,
  registerLike,
  registerOf,
} from '../../lib/schema/register-table.ts';
import { findBrokenBackgrounds } from './background.ts';
import { findEscaped, findInvisible } from './invisible.ts';
import { findCode } from './lock.ts';
import { findPersonalNumbers } from './privacy.ts';
import { findBrokenRights } from './rights.ts';
import { findSlips } from './slips.ts';
import { explainMissingHead, findConflict } from './torn.ts';
import { findUnresolved } from './unresolved.ts';

/** A register as read: what it says, where it says it, what is wrong with it. */
export interface Read<T> {
  file: ContentFile;
  value: T | null;
  locate: Locate;
  findings: Finding[];
}

/** Which register a file is: by its place, or, where it lies outside every content folder, by its fields. */
function kindOf({ path, text }: ContentFile): RegisterKind | 'strange' | undefined {
  const named = registerLike(path);
  if (named || !path.endsWith('.yaml')) return named;
  return registerOf(text) ?? 'strange';
}

/** All registers among the files. */
export function readRegisters(files: readonly ContentFile[]) {
  const byKind = Map.groupBy(files, kindOf);
  const of = <T>(kind: Exclude<RegisterKind, 'practices' | 'pages' | ListKind>, schema: z.ZodType<T>) =>
    (byKind.get(kind) ?? []).map((file) => readFields(file, schema));
  const listsOf = <K extends ListKind>(kind: K): Read<ListData<K>>[] =>
    (byKind.get(kind) ?? []).map((file) => {
      const { head, locate, ...fields } = readList(kind, file);
      return { ...checkFields(file, head, fields), locate };
    });
  return {
    site: of('site', REGISTERS.site.schema),
    counties: of('counties', REGISTERS.counties.schema),
    places: listsOf('places'),
    practices: (byKind.get('practices') ?? []).map((file) => readArticle(file, readPractice(file))),
    pages: (byKind.get('pages') ?? []).map((file) => readArticle(file, readPage(file))),
    people: listsOf('people'),
    series: of('series', REGISTERS.series.schema),
    tags: of('tags', REGISTERS.tags.schema),
    authors: of('authors', REGISTERS.authors.schema),
    front: of('front', REGISTERS.front.schema),
    comparisons: of('comparisons', REGISTERS.comparisons.schema),
    addresses: of('addresses', REGISTERS.addresses.schema),
    strange: (byKind.get('strange') ?? []).map(readStrange),
  };
}

/** A file of fields that belongs to no register we know. */
function readStrange(file: ContentFile): Read<unknown> {
  const { findings, ...reading } = readFields(file, z.unknown());
  const unknown: Finding = {
    line: 1,
    column: 1,
    rule: 'register-unknown',
    message: '认不出这是哪一种登记表',
    cure: '放进内容文件夹再检查：counties/、places/、series/、people/、people.yaml、tags.yaml、authors.yaml、front.yaml、comparisons.yaml 或 addresses.yaml',
  };
  return { ...reading, findings: findings.length > 0 ? findings : [unknown] };
}

/** The ids that stories may name. */
export function idsOf(all: readonly ReturnType<typeof readRegisters>[], unread: readonly ContentFile[]) {
  const named = (folder: string, files: readonly ContentFile[]) =>
    new Set([...files, ...unread.filter(({ path }) => path.startsWith(folder))].map(idOf));
  const listed = <K extends ListKind>(kind: K, readings: readonly Read<ListData<K>>[]) => {
    const isOurs = ({ path }: ContentFile) => registerLike(path) === kind;
    const lost = [...readings.filter(({ value }) => value === null).map(({ file }) => file), ...unread.filter(isOurs)];
    // What a list holds that cannot be read nobody knows; a file of one entry is named after it.
    if (lost.some(({ path }) => !isEntryFile(path))) return new AnyId();
    return new Set([...lost.map(idOf), ...readings.flatMap(({ value }) => value?.[kind].map(({ id }) => id) ?? [])]);
  };
  const filesOf = (kind: 'counties' | 'practices' | 'series') =>
    all.flatMap((one) => one[kind].map(({ file }) => file));
  // A list of one file: tags and authors.
  const ids = (file: string, lists: readonly (readonly { id: string }[] | undefined)[]) =>
    lists.includes(undefined) || unread.some(({ path }) => path === file)
      ? new AnyId()
      : new Set(lists.flatMap((list) => list?.map(({ id }) => id) ?? []));
  return {
    counties: named('counties/', filesOf('counties')),
    places: listed(
      'places',
      all.flatMap((one) => one.places),
    ),
    practices: named('practices/', filesOf('practices')),
    series: named('series/', filesOf('series')),
    tags: ids(
      'tags.yaml',
      all.flatMap((one) => one.tags.map(({ value }) => value?.tags)),
    ),
    tagNames: new Set(all.flatMap((one) => one.tags.flatMap(({ value }) => value?.tags.map(({ name }) => name) ?? []))),
    authors: ids(
      'authors.yaml',
      all.flatMap((one) => one.authors.map(({ value }) => value?.authors)),
    ),
    people: listed(
      'people',
      all.flatMap((one) => one.people),
    ),
  };
}

/** The ids of a register that cannot be read: that is one fault, and the stories that name its entries have none. */
class AnyId extends Set<string> {
  override has(): boolean {
    return true;
  }
}

/** What no register may hold. */
const findAlways = (text: string): Finding[] => [
  ...findInvisible(text),
  ...findPersonalNumbers(text),
  ...findUnresolved(text, false),
];

/** What is wrong with the fields of a register beside what their schema says. */
function checkFields<T>(
  file: ContentFile,
  head: YamlReading,
  fields: { value: T | null; findings: Finding[] },
): Read<T> {
  const { locate } = head;
  const conflict = findConflict(file.text);
  if (conflict.length > 0) return { file, value: null, locate, findings: conflict };
  const always = findAlways(file.text);
  const escaped = always.length > 0 ? [] : findEscaped(null, head.data, locate);
  return { file, value: fields.value, locate, findings: [...always, ...escaped, ...fields.findings] };
}

function readFields<T>(file: ContentFile, schema: z.ZodType<T>): Read<T> {
  const head = readYaml(file.text, 1);
  return checkFields(file, head, validate(schema, head));
}

/** A register's entry that has a text of its own. */
function readArticle<Data>(file: ContentFile, manuscript: Manuscript<Data>): Read<Data> & { tree: Node | null } {
  const { head, data, findings, hasHead, body } = manuscript;
  const reading = checkFields(file, head, { value: data, findings });
  const [conflict] = findConflict(file.text);
  if (!hasHead || conflict) return { ...reading, findings: [conflict ?? explainMissingHead(file.text)], tree: null };
  if (!body.tree)
    return { ...reading, findings: [...reading.findings, ...(body.fault ? [body.fault] : [])], tree: null };
  const escaped = findInvisible(file.text).length > 0 ? [] : findEscaped(body.tree, null, reading.locate);
  const found = [
    ...findCode(body.tree),
    ...findBrokenRights(body.tree),
    ...findBrokenBackgrounds(body.tree),
    ...findSlips(body.tree, body.text),
    ...escaped,
  ];
  return { ...reading, findings: [...reading.findings, ...found], tree: body.tree };
}
