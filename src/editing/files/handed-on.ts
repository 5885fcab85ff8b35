import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import { readYaml, validate } from '../../lib/manuscript/frontmatter.ts';
import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import { isEntryFile, type RegisterKind, registerAt } from '../../lib/schema/register-table.ts';
import { type ComparisonsData, comparisonsSchema, type FrontData, frontSchema } from '../../lib/schema/registers.ts';
import { comparisonsOnSite, frontOnSite, type OnSite } from '../entries.ts';
import { isBesideContent } from './beside-content.ts';
import { listFolder } from './list-folder.ts';
import { readContent } from './read-content.ts';
import { readOnSite } from './read-on-site.ts';

/** A file as it is handed on: its path inside the content folder, with `/`, and what it holds. */
export interface HandedOn {
  path: string;
  content: string | Uint8Array;
}

/** Registers whose entries are on the site or not. */
const LISTED = new Set<RegisterKind>(['counties', 'practices', 'series', 'places', 'people', 'tags', 'authors']);

/**
 * A content folder as it may be handed on: the manuscripts of what readers can see, the entries of which these speak, and
 * the pictures and recordings that they name. Drafts, what is scheduled or withdrawn, and private entries stay here.
 * @param day `YYYY-MM-DD`
 */
export function handedOn(folder: string, day: string): HandedOn[] {
  const files = readContent(folder);
  const onSite = readOnSite(files, { day, isPreview: false });
  const texts = files.flatMap((file): HandedOn[] => {
    const content = openText(file, onSite);
    return content === null ? [] : [{ path: file.path, content }];
  });
  const told = texts.map(({ content }) => String(content).normalize('NFC')).join('\n');
  const known = new Set(files.map(({ path }) => path));
  const others = listFolder(folder)
    .filter(({ path, isFile }) => isFile && !known.has(path) && !isBesideContent(path))
    .filter(({ path }) => {
      if (isAnchors(path)) return onSite.stories.has(idOf({ path }));
      // Beside texts lies what they show; elsewhere what the archive as a whole has, such as its outlines.
      return !OF_TEXTS.test(path) || told.includes(nameOf(path));
    })
    .map(({ path }): HandedOn => ({ path, content: readFileSync(join(folder, path)) }));
  return [...texts, ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** All of a content folder, for those alone whose archive it is. */
export const wholeContent = (folder: string): HandedOn[] =>
  listFolder(folder)
    .filter(({ path, isFile }) => isFile && !isBesideContent(path))
    .map(({ path }) => ({ path, content: readFileSync(join(folder, path)) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Folders of manuscripts and registers. */
const OF_TEXTS = /^(?:stories|practices|pages|counties|places|people|series)\//;

const isAnchors = (path: string): boolean => /^anchors\/[^/]+\.json$/.test(path);
const nameOf = (path: string): string => (path.split('/').at(-1) ?? '').normalize('NFC');

/** What of a manuscript or register may be told; null: nothing. */
function openText(file: ContentFile, onSite: OnSite): string | null {
  const { path, text } = file;
  if (path.startsWith('stories/')) return storyAt(path) && onSite.stories.has(idOf(file)) ? text : null;
  const kind = registerAt(path);
  if (kind === undefined) return null;
  if (kind === 'front') return keepIf<FrontData>(file, frontSchema, (data) => frontOnSite(data, onSite.stories));
  if (kind === 'comparisons')
    return keepIf<ComparisonsData>(file, comparisonsSchema, (data) => comparisonsOnSite(data, onSite.stories));
  if (!LISTED.has(kind)) return text;
  const ids = onSite[kind as keyof OnSite];
  const isOne = isEntryFile(path) || kind === 'counties' || kind === 'practices' || kind === 'series';
  if (isOne) return ids.has(idOf(file)) ? text : null;
  return withoutRows(text, kind, ids);
}

/** A list without the entries that are not on the site; to the letter as it was where all are, null where none is. */
function withoutRows(text: string, kind: RegisterKind, ids: ReadonlySet<string>): string | null {
  const document = parseDocument(text);
  const rows = document.get(kind);
  if (!isSeq(rows)) return text;
  const isOpen = (row: unknown) => isMap(row) && ids.has(String(row.get('id')));
  if (rows.items.every(isOpen)) return text;
  rows.items = rows.items.filter(isOpen);
  // Its name may say of whom nothing is to be told.
  if (rows.items.length === 0) return null;
  return document.toString({ lineWidth: 0 });
}

/** A file as it is where all that it names may be named, else what is left of it. */
function keepIf<T>(
  { text }: ContentFile,
  schema: Parameters<typeof validate<T>>[0],
  narrow: (data: T) => unknown,
): string | null {
  const { value } = validate(schema, readYaml(text, 1));
  if (!value) return null;
  const left = narrow(value);
  if (isDeepStrictEqual(left, value)) return text;
  const document = parseDocument('');
  document.contents = document.createNode(left) as never;
  return document.toString({ lineWidth: 0 });
}
