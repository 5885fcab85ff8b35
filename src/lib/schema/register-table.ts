import type { z } from 'astro/zod';
import { addressesSchema } from './addresses.ts';
import { authorsSchema, seriesSchema, tagsSchema } from './groups.ts';
import {
  comparisonsSchema,
  countySchema,
  frontSchema,
  pageSchema,
  peopleSchema,
  personSchema,
  placeSchema,
  placesSchema,
  practiceSchema,
} from './registers.ts';
import { siteSchema } from './site.ts';

/** A register: where it lies in the content folder, what it holds, and by what field a loose file of it is known. */
interface Register {
  /** Path inside the content folder; `*` is the id of an entry that has a file of its own. */
  where: string;
  schema: z.ZodType;
  knownBy?: RegExp;
  /** What its schema is called among those that editors' programs read. */
  schemaName: string;
  /** Of a list: where an entry of it may lie in a file of its own, which is called by its id. */
  entry?: { where: string; schema: z.ZodType; schemaName: string };
}

/** Every register, in one place for loaders, check, schemas of editors' programs and the rule of where files lie. */
export const REGISTERS = {
  site: { where: 'site.yaml', schema: siteSchema, knownBy: /^(?:tagline|licence|unit) *:/m, schemaName: 'site' },
  counties: {
    where: 'counties/*.yaml',
    schema: countySchema,
    knownBy: /^(?:code|centre|province|prefecture) *:/m,
    schemaName: 'county',
  },
  places: {
    where: 'places/*.yaml',
    schema: placesSchema,
    knownBy: /^places *:/m,
    schemaName: 'places',
    entry: { where: 'places/*/*.yaml', schema: placeSchema, schemaName: 'place' },
  },
  practices: { where: 'practices/*.mdx', schema: practiceSchema, schemaName: 'practice' },
  people: {
    where: 'people.yaml',
    schema: peopleSchema,
    knownBy: /^people *:/m,
    schemaName: 'people',
    entry: { where: 'people/*.yaml', schema: personSchema, schemaName: 'person' },
  },
  pages: { where: 'pages/*.md', schema: pageSchema, schemaName: 'page' },
  series: { where: 'series/*.yaml', schema: seriesSchema, schemaName: 'series' },
  tags: { where: 'tags.yaml', schema: tagsSchema, knownBy: /^tags *:/m, schemaName: 'tags' },
  authors: { where: 'authors.yaml', schema: authorsSchema, knownBy: /^authors *:/m, schemaName: 'authors' },
  front: { where: 'front.yaml', schema: frontSchema, knownBy: /^(?:lead|columns) *:/m, schemaName: 'front' },
  comparisons: {
    where: 'comparisons.yaml',
    schema: comparisonsSchema,
    knownBy: /^comparisons *:/m,
    schemaName: 'comparisons',
  },
  addresses: {
    where: 'addresses.yaml',
    schema: addressesSchema,
    knownBy: /^addresses *:/m,
    schemaName: 'addresses',
  },
} as const satisfies Record<string, Register>;

export type RegisterKind = keyof typeof REGISTERS;

/** Registers that are lists, of which an entry may have a file of its own. */
export type ListKind = 'places' | 'people';

const KINDS = Object.entries<Register>(REGISTERS) as [RegisterKind, Register][];
const PATTERNS = KINDS.flatMap(([kind, { where, entry }]) => [
  { kind, isEntry: false, ...patternsOf(where) },
  ...(entry ? [{ kind, isEntry: true, ...patternsOf(entry.where) }] : []),
]);

function patternsOf(where: string) {
  const pattern = where.replaceAll('.', '\\.').replaceAll('*', '([^/]+)');
  return { inside: new RegExp(`^${pattern}$`), below: new RegExp(`(?:^|/)${pattern}$`) };
}

/** What a path looks like: what it is inside a content folder goes before what it could be anywhere. */
const find = (path: string) =>
  PATTERNS.find(({ inside }) => inside.test(path)) ?? PATTERNS.find(({ below }) => below.test(path));

/** Which register lies at a path inside a content folder; undefined where none does. */
export const registerAt = (path: string): RegisterKind | undefined =>
  PATTERNS.find(({ inside }) => inside.test(path))?.kind;

/** Which register a path looks like, whatever folder it lies in; undefined where none. */
export const registerLike = (path: string): RegisterKind | undefined => find(path)?.kind;

/** Whether one entry of a list lies at a path, and not the list. */
export const isEntryFile = (path: string): boolean => find(path)?.isEntry ?? false;

/** Id of the county whose places a file holds, one or all of them. */
export const countyOfPlaces = (path: string): string => find(path)?.below.exec(path)?.[1] ?? '';

/** Which register a text is by its fields; undefined where it has none of them. */
export const registerOf = (text: string): RegisterKind | undefined =>
  KINDS.find(([, { knownBy }]) => knownBy?.test(text))?.[0];
