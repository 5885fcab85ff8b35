import type { z } from 'astro/zod';
import { countyOfPlaces, isEntryFile, type ListKind, REGISTERS } from '../schema/register-table.ts';
import type { PersonData, PlaceData } from '../schema/registers.ts';
import { type Locate, readYaml, validate, type YamlReading } from './frontmatter.ts';
import { type ContentFile, idOf } from './paths.ts';
import type { Finding } from './problem.ts';

/** A list as its schema gives it: `{ people: […] }`. */
export type ListData<K extends ListKind> = Record<K, RowOf<K>[]>;
type RowOf<K extends ListKind> = K extends 'people' ? PersonData : PlaceData;

/** A file of a register as read; `locate` takes paths of the list, `['people', 2, 'role']`, whatever the file is. */
export interface ListReading<T> {
  head: YamlReading;
  value: T | null;
  locate: Locate;
  findings: Finding[];
}

/** Reads a register's list, or one entry that has a file of its own, which reads as a list of one. */
export function readList<K extends ListKind>(kind: K, file: ContentFile): ListReading<ListData<K>> {
  const head = readYaml(file.text, 1);
  const { schema, entry } = REGISTERS[kind];
  if (!isEntryFile(file.path)) {
    return { head, locate: head.locate, ...validate(schema as unknown as z.ZodType<ListData<K>>, head) };
  }
  const locate: Locate = (path) => head.locate(path[0] === kind ? path.slice(2) : path);
  const misnamed = findOtherId(head, idOf(file));
  if (misnamed) return { head, locate, value: null, findings: [misnamed] };
  // Its name is its id, so that the id is written once.
  const data = isFields(head.data) ? { ...head.data, id: idOf(file) } : head.data;
  const { value, findings } = validate(entry.schema as unknown as z.ZodType<RowOf<K>>, { ...head, data });
  return { head, locate, value: value ? ({ [kind]: [value] } as ListData<K>) : null, findings };
}

const isFields = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function findOtherId({ data, locate }: YamlReading, id: string): Finding | null {
  if (!isFields(data) || data.id === undefined || data.id === id) return null;
  const message = `id：写的是“${String(data.id)}”，文件名却是 ${id}.yaml`;
  return { ...locate(['id']), rule: 'field-invalid', message, cure: '删去这一行：文件名就是编号；或者改文件名' };
}

/** What the files of a register hold together. */
export interface Gathered<T> {
  /** Id of the county whose places they are; '' for people. */
  id: string;
  /** Each with the file that it came from, in the order that readers see. */
  rows: { row: T; file: ContentFile }[];
}

/**
 * Brings the files of a register together, places county by county: lists in their order, then entries that have files
 * of their own, by their ids; where an entry gives its `order`, that comes first.
 */
export function gather<K extends ListKind, T extends { id: string; order?: number | undefined }>(
  kind: K,
  files: readonly { file: ContentFile; value: Record<K, T[]> | null }[],
): Gathered<T>[] {
  const sorted = [...files].sort(
    (a, b) =>
      Number(isEntryFile(a.file.path)) - Number(isEntryFile(b.file.path)) || (a.file.path < b.file.path ? -1 : 1),
  );
  const groups = Map.groupBy(sorted, ({ file }) => (kind === 'places' ? countyOfPlaces(file.path) || idOf(file) : ''));
  return [...groups].map(([id, own]) => ({
    id,
    rows: own
      .flatMap(({ file, value }) => (value?.[kind] ?? []).map((row) => ({ row, file })))
      .sort((a, b) => compareOrders(a.row.order, b.row.order)),
  }));
}

function compareOrders(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a - b;
}
