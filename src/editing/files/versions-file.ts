import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assignAnchors } from '../../lib/manuscript/anchors.ts';
import { isCitable } from '../../lib/manuscript/blocks.ts';
import { type Manuscript, readStory } from '../../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import type { Problem } from '../../lib/manuscript/problem.ts';
import { isPublic } from '../../lib/manuscript/publication.ts';
import { privatePlaces } from '../../lib/privacy/open.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { tellable } from '../../lib/versions/tellable.ts';
import {
  addVersion,
  namesOf,
  readVersionTable,
  saysTheSame,
  type Version,
  type VersionTable,
  versionOf,
} from '../../lib/versions/versions.ts';
import { renamedStories } from './addresses-file.ts';
import { anchorsFile, readAnchors } from './anchors-file.ts';
import { readContent } from './read-content.ts';
import { readEntries } from './read-on-site.ts';
import { type Committed, storyHistory } from './story-history.ts';

// What is kept in `versions/` goes before what git remembers: words that were taken back there are in git for ever. Git is
// asked only for what came after the last that was kept.

/** Where the versions of a story are kept in a content folder. */
export const versionsFile = (folder: string, slug: string): string => join(folder, 'versions', `${slug}.json`);

/** The versions of a story as far as they are known, and what stands now. */
export interface KnownVersions {
  slug: string;
  path: string;
  /** The earliest first; the last is what stands. Of each only what may still be told. */
  versions: Version[];
  /** Whether the day from which the last one stands is known. */
  isSince: boolean;
  /** Whether the kept file holds just that. */
  isKept: boolean;
  /** Whether there is such a file. */
  hasFile: boolean;
}

interface Archive {
  folder: string;
  files: readonly ContentFile[];
  /** `YYYY-MM-DD`. */
  day: string;
}

/** The versions of every story that readers see. @throws in Chinese where a kept file is damaged */
export function knownVersions({ folder, files, day }: Archive): KnownVersions[] {
  const stories = files.filter(({ path }) => storyAt(path)).map(readStory);
  const seen = stories.filter(({ publication, data }) => data !== null && isPublic(publication, day));
  const kept = new Map(seen.map(({ slug }) => [slug, readVersions(folder, slug)] as const));
  const isHiddenPlace = hiddenPlaces(files);
  const former = new Map(renamed(folder, files).map(({ from, to }) => [from, to]));
  const lastOf = (slug: string) => kept.get(former.get(slug) ?? slug)?.at(-1)?.day ?? '';
  const withheld = new Set(seen.filter(withholds).map(({ slug }) => slug));
  const history = storyHistory(folder, (slug, at) => {
    const name = former.get(slug) ?? slug;
    // Whoever was named in a former text is known to nobody here.
    return kept.has(name) && at > lastOf(slug) && !(withheld.has(name) && lastOf(slug) === '');
  });
  return seen.flatMap((story): KnownVersions[] => {
    const { slug, path } = story;
    const before = kept.get(slug) ?? [];
    const ids = idsOf(folder, story, slug).map(({ id }) => id);
    const now = versionOf(story, { day, ids, isHiddenPlace });
    if (!now) return [];
    const own = [slug, ...[...former].filter(([, to]) => to === slug).map(([from]) => from)];
    const states = own.flatMap((name) => history?.get(name) ?? []).sort((a, b) => a.day.localeCompare(b.day));
    const later = versionsIn(states, { folder, slug, isHiddenPlace });
    const past = [...fromItsFirstDay(later, before, story)].reduce<Version[]>(addVersion, [...before]);
    const last = past.at(-1);
    // Of a story of which nothing else is known these are its first words, as far as anybody can tell.
    const versions = last
      ? addVersion(past, now)
      : [{ ...now, day: story.data?.updated ?? story.data?.published ?? day }];
    const paragraphs = paragraphsOf(story, now, ids);
    const told = versions.map((version) => tellable(version, paragraphs));
    return [
      {
        ...{ slug, path, versions: told, isSince: !last || saysTheSame(last, now) },
        ...{ isKept: JSON.stringify(told) === JSON.stringify(before), hasFile: kept.get(slug)?.length !== 0 },
      },
    ];
  });
}

/** The first words of all that are known stand since the story was published. */
const fromItsFirstDay = (later: readonly Version[], before: readonly Version[], { data }: Manuscript<StoryData>) =>
  later.map((version, index) => {
    const isFirst = index === 0 && before.length === 0 && data !== null && data.published <= version.day;
    return isFirst ? { ...version, day: data.published } : version;
  });

/** Whether a name was taken out of a story. */
const withholds = ({ data, source }: Manuscript<StoryData>): boolean =>
  (data?.withheld.length ?? 0) > 0 || source.includes('<Withheld');

/** Tells of a place whether it is private; so is one that no register knows any more. */
function hiddenPlaces(files: readonly ContentFile[]): (id: string) => boolean {
  const places = readEntries(files).places.flatMap((list) => list.places);
  const [known, hidden] = [new Set(places.map(({ id }) => id)), privatePlaces(places)];
  return (id) => hidden.has(id) || !known.has(id);
}

/** The ids of a text's paragraphs, by the committed table of a story, and whether it has them. */
function idsOf(folder: string, { body }: Pick<Manuscript<StoryData>, 'body'>, slug: string) {
  const table = readAnchors(folder, slug);
  const known = new Set(table.paragraphs.map(({ id }) => id));
  const texts = body.blocks.filter(isCitable).map(({ text }) => text);
  return assignAnchors(texts, table).paragraphs.map(({ id }) => ({ id, isKnown: known.has(id) }));
}

/** The paragraphs as they stand, those that are private among them. */
function paragraphsOf({ body }: Manuscript<StoryData>, now: Version, ids: readonly string[]) {
  const hidden = new Set(now.blocks.filter(({ text }) => text === null).map(({ id }) => id));
  return body.blocks.filter(isCitable).map(({ text }, index) => {
    const id = ids[index] ?? '';
    return { id, text, isPrivate: hidden.has(id) };
  });
}

/** The versions that git remembers, back to where readers did not see the story: what was taken down stays untold. */
function versionsIn(
  states: readonly Committed[],
  { folder, slug, isHiddenPlace }: { folder: string; slug: string; isHiddenPlace: (id: string) => boolean },
): Version[] {
  const found: Version[] = [];
  for (const { day, path, text } of [...states].reverse()) {
    // A renamed story goes away under one name in the commit in which it comes under another.
    if (text === null && states.some((other) => other.day === day && other.text !== null)) continue;
    const story = text === null ? null : readStory({ path, text });
    if (!story || (story.publication.isCertain && !isPublic(story.publication, day))) break;
    if (story.data && story.data.published > day) break;
    const ids = idsOf(folder, story, slug).map(({ id, isKnown }) => (isKnown ? id : ''));
    const version = versionOf(story, { day, ids, isHiddenPlace });
    if (version) found.unshift(version);
  }
  return found;
}

/** The kept versions of a story; none where none are kept. @throws in Chinese where they are damaged */
function readVersions(folder: string, slug: string): Version[] {
  const file = versionsFile(folder, slug);
  if (!existsSync(file)) return [];
  const table = readVersionTable(readFileSync(file, 'utf8'));
  if (!table) throw new Error(`${file} 读不出来；${RESTORE}`);
  return table.versions;
}

const RESTORE = '从 git 里恢复它；实在没有了，删掉它再运行 npm run anchors';

/**
 * Keeps the versions of the stories that readers see, and takes out of kept ones what may not be told any more.
 * @param slugs only these stories'; without it, all
 * @returns the files written
 */
export function writeVersions(folder: string, day: string, slugs?: readonly string[]): string[] {
  return knownVersions({ folder, files: readContent(folder), day }).flatMap(({ slug, versions, isKept }) =>
    isKept || (slugs && !slugs.includes(slug)) ? [] : [writeTable(folder, slug, { versions })],
  );
}

function writeTable(folder: string, slug: string, table: VersionTable): string {
  const file = versionsFile(folder, slug);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(table, null, 1)}\n`);
  return file;
}

/** Forgets the versions of a story that comes back after it was taken down. @returns the file, where there was one */
export function forgetVersions(folder: string, slug: string): string[] {
  const file = versionsFile(folder, slug);
  if (!existsSync(file)) return [];
  rmSync(file);
  return [file];
}

/** Has the versions of stories that were renamed go along with them. @returns the files as they are called now */
export function carryVersions(folder: string, files: readonly ContentFile[] = readContent(folder)): string[] {
  const slugs = new Set(files.filter(({ path }) => storyAt(path)).map(idOf));
  return renamed(folder, files).flatMap(({ from, to }) => {
    const [old, now] = [versionsFile(folder, from), versionsFile(folder, to)];
    if (!slugs.has(to) || !existsSync(old) || existsSync(now)) return [];
    renameSync(old, now);
    return [now];
  });
}

/** Stories that are called otherwise now. One that went into another keeps its table of paragraphs: what it said is no version of that other. */
const renamed = (folder: string, files: readonly ContentFile[]) =>
  renamedStories(files).filter(({ from }) => !existsSync(anchorsFile(folder, from)));

/** What the pages of a story's former words end in: '' for that of all changes, `/2027-01-02`; none where none are kept. */
export function keptVersionNames(folder: string, slug: string): string[] {
  const names = namesOf(readVersions(folder, slug)).slice(0, -1);
  return names.length === 0 ? [] : ['', ...names.map((name) => `/${name}`)];
}

/** The slugs of which versions are kept. */
function keptSlugs(folder: string): string[] {
  const kept = join(folder, 'versions');
  if (!existsSync(kept)) return [];
  return readdirSync(kept)
    .filter((name) => name.endsWith('.json'))
    .map((name) => idOf({ path: name }));
}

/** The kept files as they are, for who looks for a name in them. */
export const keptVersions = (folder: string): ContentFile[] =>
  keptSlugs(folder).map((slug) => ({
    ...{ path: `versions/${slug}.json`, text: readFileSync(versionsFile(folder, slug), 'utf8') },
  }));

/** Kept files that cannot be read. */
export const findDamagedVersions = (folder: string): Problem[] =>
  keptSlugs(folder)
    .filter((slug) => readVersionTable(readFileSync(versionsFile(folder, slug), 'utf8')) === null)
    .map((slug) => ({
      ...{ file: `versions/${slug}.json`, line: 1, column: 1, rule: 'versions-damaged' as const },
      ...{ message: '这一篇的旧版读不出来', cure: RESTORE },
    }));

/** The same; and versions that are not kept, or kept though they may not be told any more. */
export function findVersionProblems(archive: Archive): Problem[] {
  const damaged = findDamagedVersions(archive.folder);
  if (damaged.length > 0) return damaged;
  // An archive that keeps none begins to with its next publication.
  const isKeeping = existsSync(join(archive.folder, 'versions'));
  return knownVersions(archive)
    .filter(({ isKept, versions }) => !isKept && (isKeeping || versions.length > 1))
    .map(({ path, hasFile }) => {
      const message = hasFile
        ? '文字改过，旧版还没有收进 versions/'
        : '还没有留旧版，以后改了字，读者对照不到从前的文字';
      const cure = '运行 npm run anchors，一并提交';
      return { file: path, line: 1, column: 1, rule: 'versions-due', message, cure, hint: true };
    });
}
