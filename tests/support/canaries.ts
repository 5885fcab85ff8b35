// Values for every field of a schema, each of which can be found again: what a hidden story or entry holds must be nowhere.
import type { z } from 'astro/zod';

/** Marks of what must be found nowhere: in Chinese, in letters, as a day and as a number. */
export interface Canary {
  /** One character that nothing else holds, so that an index of single characters gives it away too. */
  han: string;
  letters: string;
  year: string;
  number: number;
  /** Told apart from others of its kind. */
  tag: string;
}

type Schema = z.core.$ZodType & { safeParse: (value: unknown) => { success: boolean; error?: z.ZodError } };
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  items?: Schema[];
  entries?: Record<string, string>;
  values?: unknown[];
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/**
 * Objects that together fill every field of a schema, however it may grow. Throws where a field takes no value that is
 * known here: then one has to be added.
 */
export function fill(schema: z.ZodType, canary: Canary): Record<string, unknown>[] {
  let count = 0;
  const make = (one: Schema, path: string): unknown => {
    const { type, shape, element, innerType, options, items, entries, values } = definitionOf(one);
    if (shape) return objectsOf(one, path)[0];
    if (element) return listOf(one, element, path);
    if (innerType) return make(innerType, path);
    if (options?.[0]) return make(options[0], path);
    if (items) return pointOrRange(one, canary.number + count++);
    if (entries) return Object.values(entries)[0];
    if (values) return values[0];
    if (type === 'boolean') return false;
    if (type === 'number') return canary.number + count++;
    return textFor(one, path, canary, count++);
  };
  const listOf = (one: Schema, element: Schema, path: string): unknown[] => {
    const list = definitionOf(element).shape ? objectsOf(element, path) : [make(element, path)];
    return one.safeParse(list).success ? list : [...list, ...list];
  };
  const objectsOf = (one: Schema, path: string): Record<string, unknown>[] => {
    const names = Object.keys(definitionOf(one).shape ?? {});
    const whole = () =>
      Object.fromEntries(
        names.map((name) => [name, make(definitionOf(one).shape?.[name] as Schema, `${path}.${name}`)]),
      );
    const found: Record<string, unknown>[] = [];
    for (const name of names) {
      if (found.some((object) => name in object && object[name] !== null)) continue;
      found.push(fitting(one, whole(), name));
    }
    return found;
  };
  return objectsOf(schema as unknown as Schema, canary.tag);
}

/** An object that the schema takes and that has the field: others that cannot stand beside it are left out, or null. */
function fitting(schema: Schema, whole: Record<string, unknown>, field: string): Record<string, unknown> {
  for (const { object: start, nulls } of variants(schema, whole, field)) {
    const object = { ...start };
    for (const name of nulls) if (name !== field && takesNull(definitionOf(schema).shape?.[name])) object[name] = null;
    for (let tries = 0; tries < 20; tries++) {
      const { success, error } = schema.safeParse(object);
      if (success) return object;
      const wrong = error?.issues.map(({ path }) => String(path[0])).filter((name) => name !== field) ?? [];
      if (wrong.length === 0 || wrong.some((name) => !(name in object))) break;
      for (const name of wrong) delete object[name];
    }
  }
  throw new Error(`No value is known that fills ${field}: add one to tests/support/canaries.ts`);
}

/** The object as it is, with nulls where it takes them, with other words of its lists of words, and without one field or two. */
function* variants(
  schema: Schema,
  whole: Record<string, unknown>,
  field: string,
): Generator<{ object: Record<string, unknown>; nulls: string[] }> {
  yield { object: whole, nulls: [] };
  yield { object: whole, nulls: Object.keys(whole) };
  const others = Object.keys(whole).filter((name) => name !== field);
  for (const name of others)
    for (const word of wordsOf(definitionOf(schema).shape?.[name]))
      yield { object: { ...whole, [name]: word }, nulls: [] };
  for (const one of others)
    for (const two of others)
      yield {
        object: Object.fromEntries(Object.entries(whole).filter(([name]) => name !== one && name !== two)),
        nulls: [],
      };
}

/** The words of a field that takes one of a list. */
function wordsOf(schema: Schema | undefined): string[] {
  if (!schema) return [];
  const { entries, innerType } = definitionOf(schema);
  return entries ? Object.values(entries) : wordsOf(innerType);
}

const takesNull = (schema?: Schema): boolean => schema?.safeParse(null).success ?? false;

function pointOrRange(schema: Schema, number: number): unknown {
  const values = [
    [number, number + 1],
    [100.123_456, 30.123_456],
  ];
  return values.find((value) => schema.safeParse(value).success);
}

/** The first kind of text that a field takes. */
function textFor(schema: Schema, path: string, { han, letters, year, tag }: Canary, count: number): string {
  const text = `${han}${letters} ${path} `;
  const month = String((count % 12) + 1).padStart(2, '0');
  const kinds = [
    text.padEnd(50, '字'),
    text,
    `${han}${letters}${count}`,
    `${letters}-${tag}-${count}`,
    `${year}-${month}-05`,
    `9900${String(count % 100).padStart(2, '0')}`,
    'P99Y',
    '23:59',
    `feed${String(count).padStart(4, '0')}`,
    `p-${String(count).padStart(6, '0')}`,
    `https://${letters}.example/${tag}/${count}`,
    `10.9999/${letters}-${count}`,
    `${year}-1234`,
    `978${year}123450`,
    // A language, and a licence, are each one of a list and give nothing away.
    'en',
    'CC-BY-NC-4.0',
  ];
  const taken = kinds.find((kind) => schema.safeParse(kind).success);
  if (taken === undefined)
    throw new Error(`No text is known that ${path} takes: add a kind to tests/support/canaries.ts`);
  return taken;
}
