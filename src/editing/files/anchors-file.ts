import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  type AnchorTable,
  assignAnchors,
  forgetFormerWords,
  NO_ANCHORS,
  readAnchorTable,
  rewordAnchors,
} from '../../lib/manuscript/anchors.ts';
import { isCitable } from '../../lib/manuscript/blocks.ts';
import { type Manuscript, readStory } from '../../lib/manuscript/manuscript.ts';
import { nearest } from '../../lib/manuscript/nearest.ts';
import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { isPlanned } from '../../lib/manuscript/publication.ts';
import { REGISTERS } from '../../lib/schema/register-table.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { renamedStories } from './addresses-file.ts';
import { readContent } from './read-content.ts';

/** Where a story's table of paragraph ids lies in a content folder. */
export const anchorsFile = (folder: string, slug: string): string => join(folder, 'anchors', `${slug}.json`);

/** The committed table of a story; empty before its first publication. Throws in Chinese where it cannot be read. */
export function readAnchors(folder: string, slug: string): AnchorTable {
  const file = anchorsFile(folder, slug);
  if (!existsSync(file)) return NO_ANCHORS;
  const read = readAnchorTable(readFileSync(file, 'utf8'));
  if ('table' in read) return read.table;
  throw new DamagedTable(`${file}:${read.fault.line} ${read.fault.message}；${RESTORE}`, {
    ...{ file: `anchors/${slug}.json`, line: read.fault.line, column: 1 },
    ...{ rule: 'anchors-damaged', message: read.fault.message, cure: RESTORE },
  });
}

const RESTORE = '从 git 里恢复它；实在没有了，删掉它再运行 npm run anchors，以前指到段落的链接会断';

/** A table that cannot be read: whoever goes on without it would give all paragraphs new ids. */
class DamagedTable extends Error {
  /** `file` from the content folder. */
  readonly problem: Problem;
  constructor(message: string, problem: Problem) {
    super(message);
    this.problem = problem;
  }
}

/**
 * Writes the tables of a content folder that are behind their stories.
 * @param slugs only these stories'; without it, all
 * @returns the files written
 */
export function writeAnchors(folder: string, slugs?: readonly string[]): string[] {
  return currentAnchors(folder, readContent(folder)).flatMap(({ slug, table, changed }) =>
    changed && (!slugs || slugs.includes(slug)) ? [writeTable(folder, slug, table)] : [],
  );
}

function writeTable(folder: string, slug: string, table: AnchorTable): string {
  const file = anchorsFile(folder, slug);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
  return file;
}

/** Each published story's table as it should be committed, and whether the committed one differs. */
export function currentAnchors(
  folder: string,
  files: readonly ContentFile[],
): { slug: string; table: AnchorTable; changed: boolean }[] {
  return storiesWithIds(folder, files).map((story) => {
    const committed = readAnchors(folder, story.slug);
    const texts = textsOf(story);
    const table = forget(story, texts, assignAnchors(texts, committed));
    return { slug: story.slug, table, changed: JSON.stringify(table) !== JSON.stringify(committed) };
  });
}

/**
 * Writes a story's table anew after a name in it was replaced: nothing in it was made of the name.
 * @param file the story as it was before
 * @param text as it is now
 * @returns the file written; none where the story never had a table
 */
export function writeRewordedAnchors(folder: string, file: ContentFile, text: string): string[] {
  const [before, now] = [readStory(file), readStory({ path: file.path, text })];
  if (!existsSync(anchorsFile(folder, before.slug))) return [];
  const old = assignAnchors(textsOf(before), readAnchors(folder, before.slug));
  const texts = textsOf(now);
  return [writeTable(folder, before.slug, forget(now, texts, rewordAnchors(texts, old)))];
}

/**
 * Takes out of tables what may have been made of former words, of stories that once held a name and do not say so now.
 * @returns the files written
 */
export function forgetInAnchors(folder: string, slugs: readonly string[]): string[] {
  const stories = readContent(folder).filter((file) => storyAt(file.path) && slugs.includes(idOf(file)));
  return stories
    .filter((file) => existsSync(anchorsFile(folder, idOf(file))))
    .flatMap((file) => {
      const story = readStory(file);
      const committed = readAnchors(folder, story.slug);
      const texts = textsOf(story);
      const table = forgetFormerWords(texts, assignAnchors(texts, committed));
      return JSON.stringify(table) === JSON.stringify(committed) ? [] : [writeTable(folder, story.slug, table)];
    });
}

/**
 * Has the tables of stories that were renamed go along with them, so that every paragraph is called as before. Where a story
 * went into one that has a table of its own, both stay: the old one tells where its paragraphs stand now.
 * @returns the files as they are called now
 */
export function carryAnchors(folder: string, files: readonly ContentFile[] = readContent(folder)): string[] {
  return renamedWithoutTable(folder, files).map(({ from, to }) => {
    renameSync(from, to);
    return to;
  });
}

/** Stories whose table still lies under the name that they had. Of several that went into a new one, that of which it has most. */
function renamedWithoutTable(folder: string, files: readonly ContentFile[]) {
  const stories = new Map(storiesWithIds(folder, files).map((story) => [story.slug, story]));
  const tables = renamedStories(files).flatMap(({ from, to, line }) => {
    const [old, now, story] = [anchorsFile(folder, from), anchorsFile(folder, to), stories.get(to)];
    if (!story || !existsSync(old) || existsSync(now)) return [];
    const before = readAnchors(folder, from);
    const ids = new Set(before.paragraphs.map(({ id }) => id));
    const kept = () => assignAnchors(textsOf(story), before).paragraphs.filter(({ id }) => ids.has(id)).length;
    return [{ from: old, to: now, line, kept }];
  });
  return [...Map.groupBy(tables, ({ to }) => to).values()].flatMap((rivals) =>
    rivals.length === 1 ? rivals : [...rivals].sort((a, b) => b.kept() - a.kept()).slice(0, 1),
  );
}

/** Tables of stories that are there no more: what was made of their words is kept for nothing. */
export function findOrphans(folder: string): string[] {
  const files = readContent(folder);
  const slugs = new Set([
    ...files.filter(({ path }) => storyAt(path)).map(idOf),
    // Those of stories that went into others tell where their paragraphs stand.
    ...renamedStories(files).map(({ from }) => from),
  ]);
  const tables = join(folder, 'anchors');
  if (!existsSync(tables)) return [];
  return readdirSync(tables)
    .filter((name) => name.endsWith('.json') && !slugs.has(name.replace(/\.json$/, '')))
    .map((name) => join(tables, name));
}

/**
 * What is wrong with the tables: damage, an id or a sketch that may tell of a withheld name, a table that is not there. Cheap
 * enough for every check: only stories that withhold a name are looked at closely.
 */
export function findAnchorProblems(folder: string, files: readonly ContentFile[]): Problem[] {
  const stories = storiesWithIds(folder, files).filter(({ body }) => body.fault === null);
  const left = renamedWithoutTable(folder, files).map(
    ({ line, to }): Problem => ({
      ...{ file: REGISTERS.addresses.where, line, column: 1, rule: 'address-paragraphs' },
      message: `改名以后段落表没有跟到 ${relative(folder, to)}，指到段落的链接会断`,
      cure: '运行 npm run anchors，一并提交',
    }),
  );
  const own = stories.flatMap((story): Problem[] => {
    const committed = readIfWhole(folder, story.slug);
    if (!('paragraphs' in committed)) return [committed];
    const texts = textsOf(story);
    const at = { file: story.path, line: 1, column: 1 };
    const astray = correctionsAstray(story, assignAnchors(texts, committed));
    if (astray.length > 0) return astray;
    if (withholds(story)) {
      const table = forget(story, texts, assignAnchors(texts, committed));
      if (committed !== NO_ANCHORS && JSON.stringify(table) !== JSON.stringify(committed)) {
        const message = '这一篇隐去过姓名，段落表却还是旧的，里面可能留着旧文字的指纹';
        return [{ ...at, rule: 'anchors-telling', message, cure: '运行 npm run anchors，一并提交' }];
      }
    }
    if (committed.paragraphs.length === texts.length) return [];
    const message = committed === NO_ANCHORS ? '还没有段落表，段落一动，链接就会指错' : '段落有增减，段落表还没有跟上';
    return [{ ...at, rule: 'anchors-due', message, cure: '运行 npm run anchors，一并提交', hint: true }];
  });
  return [...left, ...own];
}

/** Corrections that name a paragraph which the story neither has nor had. */
const correctionsAstray = (
  { path, data, head }: Manuscript<StoryData>,
  { paragraphs, removed }: Pick<AnchorTable, 'paragraphs' | 'removed'>,
): Problem[] => {
  const known = new Set([...paragraphs.map(({ id }) => id), ...removed]);
  return (data?.corrections ?? []).flatMap(({ paragraph }, index): Problem[] => {
    if (paragraph === undefined || known.has(paragraph)) return [];
    const guess = nearest(paragraph, known);
    const cure = `在网页上点那一段末尾的 ¶，写网址里 # 后面的编号${guess ? `；是不是 ${guess}？` : ''}`;
    const message = `这一篇没有也没有过 ${paragraph} 这一段`;
    return [
      { file: path, ...head.locate(['corrections', index, 'paragraph']), rule: 'correction-paragraph', message, cure },
    ];
  });
};

function readIfWhole(folder: string, slug: string): AnchorTable | Problem {
  try {
    return readAnchors(folder, slug);
  } catch (error) {
    if (error instanceof DamagedTable) return error.problem;
    throw error;
  }
}

/** Stories that are or will be published, and hidden ones whose table still lies there and may tell of a name. */
const storiesWithIds = (folder: string, files: readonly ContentFile[]): Manuscript<StoryData>[] =>
  files
    .filter(({ path }) => storyAt(path))
    .map(readStory)
    .filter(
      (story) => isPlanned(story.publication) || (withholds(story) && existsSync(anchorsFile(folder, story.slug))),
    );

/** Whether a name was taken out of the story, in its fields or in its text. */
const withholds = ({ data, source }: Manuscript<StoryData>): boolean =>
  (data?.withheld.length ?? 0) > 0 || source.includes('<Withheld');

const forget = (story: Manuscript<StoryData>, texts: readonly string[], table: AnchorTable): AnchorTable =>
  withholds(story) ? forgetFormerWords(texts, table) : table;

/** The words of the paragraphs that have ids. Throws where the text has a fault. */
function textsOf({ path, body }: Manuscript<StoryData>): string[] {
  if (body.fault) throw new Error(`${path}:${body.fault.line} ${body.fault.message}`);
  return body.blocks.filter(isCitable).map(({ text }) => text);
}
