// What an archive calls its own: names of its site, units, places, people, practices, papers. Of any content folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Every text file of a content folder, by its path in it. */
export function textsOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|mdx?|json)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Fields of registers and of front matter that hold names, by the files in which they stand. */
const NAMES: readonly { files: RegExp; fields: RegExp }[] = [
  { files: /^site\.yaml$/, fields: /^(?:name|tagline|description|colophon)$/ },
  { files: /^(?:counties|places|people|practices)(?:\/|\.)/, fields: /^(?:name|label|aliases|misprints|seat)$/ },
  { files: /^stories\//, fields: /^(?:title|subtitle|publisher|headline|names)$/ },
];

/** Names of vocabularies are words of the language, not of an archive. */
const VOCABULARY = /^(?:genres|practiceKinds|placeLevels|sourceKinds|roles|unit|navigation|words|licence|credits)$/;

function* valuesIn(data: unknown, fields: RegExp, field = ''): Generator<string> {
  if (typeof data === 'string') {
    if (fields.test(field)) yield data;
  } else if (Array.isArray(data)) {
    for (const item of data) yield* valuesIn(item, fields, field);
  } else if (data && typeof data === 'object') {
    for (const [key, value] of Object.entries(data)) if (!VOCABULARY.test(key)) yield* valuesIn(value, fields, key);
  }
}

/** 「“331”工作机制」 and 331工作机制: with and without its quotation marks. */
const spellings = (name: string): string[] => [name, name.replace(/[“”《》]/g, '')];

/** A county is also called without its last character: 建安 for 建安区. */
const short = (name: string): string[] => (name.length > 2 ? [name.replace(/[省市区县镇乡村]$/, '')] : []);

/** Names that an archive uses, each once; none of a single character, or of digits alone. */
export function namesOf(folder: string): string[] {
  const names = [...textsOf(folder)].flatMap(([path, text]) => {
    const kind = NAMES.find(({ files }) => files.test(path));
    if (!kind) return [];
    const yaml = path.endsWith('.mdx') ? (/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') : text;
    const found = [...valuesIn(parse(yaml), kind.fields)].flatMap(spellings);
    return path.startsWith('counties/') ? found.flatMap((name) => [name, ...short(name)]) : found;
  });
  return [...new Set(names)].filter((name) => name.length > 1 && !/^\d+$/.test(name)).sort();
}

/** Names of one archive that another does not use itself. */
export function foreignNames(folder: string, other: string): string[] {
  const own = [...textsOf(other).values()].join('\n');
  return namesOf(folder).filter((name) => !own.includes(name));
}

/** Years of one archive that lie outside all that another's texts name. */
export function otherYears(folder: string, other: string): string[] {
  const [years, own] = [folder, other].map(
    (each) =>
      new Set([...textsOf(each).values()].flatMap((text) => text.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? [])),
  ) as [Set<string>, Set<string>];
  return [...years].filter((year) => !own.has(year)).sort();
}

/** The licence that an archive names in its `site.yaml`, and how it is told from others in print and in addresses. */
export function licenceOf(folder: string): { id: string; pattern: RegExp } {
  const site: { licence?: { id?: string } } = parse(textsOf(folder).get('site.yaml') ?? '{}');
  const id = site.licence?.id ?? '';
  const [, elements = '', version = ''] = /^CC-([A-Z-]+)-([\d.]+)$/.exec(id) ?? [];
  const code = `CC[ -]${elements.replace(/-/g, '[ -]')}[ -]${version}`;
  const deed = `creativecommons\\.org/licenses/${elements.toLowerCase()}/`;
  return { id, pattern: new RegExp(elements ? `${code}|${deed}` : id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) };
}

/** Ids of units, people and stories: words of their own, not 'report' or 'about'. */
export function idsOf(folder: string): string[] {
  const texts = textsOf(folder);
  const files = [...texts.keys()].filter((path) => /^(?:counties|stories)\//.test(path));
  const people = [...texts]
    .filter(([path]) => /^people/.test(path))
    .flatMap(([, text]) => [...valuesIn(parse(text), /^id$/)]);
  return [...new Set([...files.map((path) => path.replace(/^.*\/|\.\w+$/g, '')), ...people])].sort();
}
