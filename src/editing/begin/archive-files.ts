import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { isId } from '../../lib/schema/common.ts';
import { blankUnit } from '../blank-entry.ts';
import { PRE_COMMIT } from '../files/connect.ts';
import { jsonSchemas, SCHEMA_FOLDER, schemaSettings } from '../files/json-schemas.ts';
import { type LicenceId, licenceLine } from './licences.ts';

/** What whoever begins an archive says of it. */
export interface Beginning {
  name: string;
  /** What one of its places is called: 县区, 流域, 学校. */
  unit: string;
  /** Name of the first of them. */
  first: string;
  licence: LicenceId;
  /** Genre of the first story. */
  genre: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** Where the repository's host finds the program: `owner/name`, and which version. */
export interface Engine {
  repository: string;
  ref: string;
  /** Actions as the program's own workflows name them, by their names: `owner/name@commit # version`. */
  actions: ReadonlyMap<string, string>;
  node: string;
}

/** A file to be written, by path from the archive's folder. */
export interface NewFile {
  path: string;
  text: string;
  isProgram?: boolean;
}

const TEMPLATE = join(import.meta.dirname, 'template');

/** An id for a place, of its name as it is read aloud; `sample` where that gives none. */
export function idOfName(name: string): string {
  const id = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '');
  return isId(id) ? id : 'sample';
}

/** All that a new archive consists of, and that its repository needs beside it. */
export function archiveFiles(beginning: Beginning): NewFile[] {
  const values = valuesOf(beginning);
  const { id } = values;
  const place: Record<string, string> = {
    'story.mdx': `stories/${id}/${id}-begin.mdx`,
  };
  const files = readTemplate('').filter(({ path }) => !path.startsWith('_github/'));
  return [
    ...files.map(({ path, text }) => ({
      path: place[path] ?? path.replace(/^_/, '.'),
      text: fillIn(text, path, values),
    })),
    { path: `counties/${id}.yaml`, text: blankUnit(beginning.first, SAMPLE) },
    { path: '.githooks/pre-commit', text: PRE_COMMIT, isProgram: true },
    { path: '.vscode/settings.json', text: `${JSON.stringify(SETTINGS, null, 2)}\n` },
    ...jsonSchemas().map(({ name, text }) => ({ path: `${SCHEMA_FOLDER}/${name}`, text })),
  ];
}

const SAMPLE = '这里写一段介绍。这一处是新建档案时的样例，改成你的，或者连同文章一起删掉。';

const SETTINGS = {
  'yaml.schemas': schemaSettings(''),
  'files.eol': '\n',
  'files.encoding': 'utf8',
  'files.insertFinalNewline': true,
  '[mdx]': { 'editor.wordWrap': 'on', 'files.trimTrailingWhitespace': true },
};

/** What the host of a repository of its own runs, which fetches the program beside it. */
export function hostFiles({ repository, ref, actions, node }: Engine): NewFile[] {
  const values = { engine: repository, engineRef: ref, node, ...Object.fromEntries(actions) };
  return readTemplate('_github').map(({ path, text }) => ({
    path: path.replace(/^_/, '.'),
    text: fill(text, values),
  }));
}

function valuesOf({ name, unit, first, licence, genre, day }: Beginning) {
  const [year, month, date] = day.split('-').map(Number);
  return {
    name,
    unit,
    first,
    licence,
    genre,
    day,
    dayInWords: `${year} 年 ${month} 月 ${date} 日`,
    id: idOfName(first),
    licenceLine: licenceLine(licence, name),
  };
}

/** Fields get their values as YAML has them, text as they are. */
function fillIn(text: string, path: string, values: ReturnType<typeof valuesOf>): string {
  if (path.endsWith('.yaml')) return fill(text, quoted(values));
  const [head = '', rest] = path.endsWith('.mdx') ? text.split(/(?<=\n---\n)/) : ['', text];
  return fill(head, quoted(values)) + fill(rest ?? '', values);
}

/** Names as YAML has them: plain where they can be, quoted where they hold signs that it would read otherwise. */
const quoted = <T extends Record<string, string>>(values: T): T =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isPlain(value) ? value : JSON.stringify(value)]),
  ) as T;
const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}“”《》（）·—，。 .-]+$/u.test(text) && /^\p{L}/u.test(text) && !/^(?:true|false|null)$/i.test(text);

/** Puts values in the place of `__name__`. Throws where one is not there: a template that nobody fills is a fault. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/__([\w/-]+?)__/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The template of an archive names ${key}, which is not there`);
    return value;
  });
}

function readTemplate(within: string): NewFile[] {
  return readdirSync(join(TEMPLATE, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    return entry.isDirectory() ? readTemplate(path) : [{ path, text: readFileSync(join(TEMPLATE, path), 'utf8') }];
  });
}
