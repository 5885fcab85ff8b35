import { nearest } from './nearest.ts';

/** What zod 4 tells of a schema; the parts that lead from one field to another. */
interface Definition {
  shape?: Readonly<Record<string, Node>>;
  innerType?: Node;
  element?: Node;
  valueType?: Node;
  in?: Node;
  options?: readonly Node[];
}
interface Node {
  def?: Definition;
}

/** Names of the fields that a schema knows at a path; none where it has no fields there. */
export function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const { shape, innerType, element, valueType, in: input, options } = (schema as Node | undefined)?.def ?? {};
  const inner = innerType ?? input;
  if (inner) return fieldsAt(inner, path);
  if (options) return options.flatMap((one) => fieldsAt(one, path));
  if (key === undefined) return Object.keys(shape ?? {});
  const next = shape ? shape[String(key)] : (element ?? valueType);
  return next ? fieldsAt(next, rest) : [];
}

/** What editors write for a field of another name, the likeliest first. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  place: ['location', 'publisherPlace'],
  city: ['publisherPlace', 'location'],
  author: ['bylines', 'authors'],
  authors: ['bylines'],
  byline: ['bylines'],
  writer: ['bylines', 'sender'],
  from: ['sender'],
  to: ['recipient'],
  name: ['title', 'headline', 'publisher'],
  title: ['headline', 'name'],
  newspaper: ['publisher'],
  paper: ['publisher'],
  journal: ['publisher'],
  website: ['publisher', 'url'],
  link: ['url'],
  archive: ['repository'],
  library: ['repository'],
  year: ['date'],
  type: ['kind', 'genre'],
  description: ['summary', 'caption', 'intro'],
  abstract: ['summary'],
  license: ['licence', 'rights'],
  copyright: ['rights', 'holder'],
  language: ['lang'],
  coordinates: ['point', 'centre'],
  center: ['centre'],
  keywords: ['tags'],
};
/** What to write in place of a field that is not known, as a question; undefined where no field is like it. */
export function cureOfField(key: string, known: readonly string[], written: ReadonlySet<string>): string | undefined {
  const free = [...new Set(known)].filter((name) => !written.has(name));
  const word = key.toLowerCase();
  const said = Object.hasOwn(OTHERWISE, word) ? OTHERWISE[word]?.find((name) => free.includes(name)) : undefined;
  const guess = said ?? nearest(key, free);
  return guess ? `是不是 ${guess}？` : undefined;
}
