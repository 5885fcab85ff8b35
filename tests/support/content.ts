// The archive that is tested: the folder that CONTENT_DIR names, or the one that the project ships. Tests read it here.
import { resolve } from 'node:path';
import type { z } from 'astro/zod';
import { checkContent } from '../../src/editing/check/content.ts';
import { currentAnchors } from '../../src/editing/files/anchors-file.ts';
import { inspectContent } from '../../src/editing/files/inspect-content.ts';
import { readContent } from '../../src/editing/files/read-content.ts';
import { readLists, readOnSite } from '../../src/editing/files/read-on-site.ts';
import { type Block, countCharacters } from '../../src/lib/manuscript/blocks.ts';
import { readYaml, validate } from '../../src/lib/manuscript/frontmatter.ts';
import { readStory } from '../../src/lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../../src/lib/manuscript/paths.ts';
import { isError, type Problem } from '../../src/lib/manuscript/problem.ts';
import { isOnSite } from '../../src/lib/manuscript/publication.ts';
import { splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { isOpen } from '../../src/lib/privacy/open.ts';
import { isEssay } from '../../src/lib/schema/essay.ts';
import {
  type CountyData,
  comparisonsSchema,
  countySchema,
  type PlaceData,
  practiceSchema,
} from '../../src/lib/schema/registers.ts';
import type { ReportData, StoryData } from '../../src/lib/schema/story.ts';
import { shortOf } from '../../src/lib/units/names.ts';
import { compareUnits } from '../../src/lib/units/order.ts';
import { config } from '../../src/site/config.ts';

/** A story that readers can open, as it lies in the content folder: what its page must show. */
export interface Manuscript {
  slug: string;
  /** Path of its page, relative to the site's base. */
  path: string;
  /** The file, relative to the content folder. */
  file: string;
  source: string;
  data: StoryData;
  /** What lists show of it: all but what is private. */
  listed: Pick<StoryData, 'milestones' | 'figures'>;
  blocks: Block[];
  characters: number;
}

const { contentFolder, today } = config();
export const FOLDER = contentFolder;
/** The archive that the project ships. */
export const BUNDLED = resolve('src/content');

/** All manuscripts and registers, those included that no reader sees. */
export const files = readContent(FOLDER);

const isHidden = (file: ContentFile) => storyAt(file.path) !== null && !isOnSite(readStory(file).publication, today);

/** The stories that readers can open today. A draft may hold anything, and is not read. */
export const manuscripts: readonly Manuscript[] = files
  .filter((file) => storyAt(file.path) && !isHidden(file))
  .map((file) => {
    const { path, slug, source, data, body } = readStory(file);
    if (!data || body.fault) throw new Error(`${path} has errors: npm run check`);
    const { blocks } = body;
    const listed = { milestones: data.milestones.filter(isOpen), figures: data.figures.filter(isOpen) };
    const characters = countCharacters(blocks);
    return { slug, path: `stories/${slug}/`, file: path, source, data, listed, blocks, characters };
  });

/** A story that retells an original. */
export interface Report extends Manuscript {
  data: ReportData;
}

const isReport = (story: Manuscript): story is Report => !isEssay(story.data);

/** Those that retell an original of one place; the others are essays, which rest on them. */
export const reports: readonly Report[] = manuscripts.filter(isReport);
export const essays: readonly Manuscript[] = manuscripts.filter((story) => !isReport(story));

/** The files of a register, read; one that has errors counts as empty, as the check tells of it. */
const register = <T>(pattern: RegExp, schema: z.ZodType<T>): (T & { id: string })[] =>
  files
    .filter(({ path }) => pattern.test(path))
    .flatMap(({ path, text }) => {
      const yaml = path.endsWith('.mdx') ? (splitManuscript(text)?.frontmatter ?? '') : text;
      const { value } = validate(schema, readYaml(yaml, 1));
      return value ? [{ id: idOf({ path }), ...value }] : [];
    });

export interface County extends CountyData {
  id: string;
  shortName: string;
  stories: readonly Report[];
  places: readonly PlaceData[];
}

/** What readers can see: an entry of which only a draft speaks is as hidden as the draft. */
const onSite = readOnSite(files, { day: today, isPreview: false });

const placeFiles = readLists(files, 'places').map(({ id, rows }) => ({
  id,
  places: rows.map(({ row }) => row).filter((place) => onSite.places.has(place.id)),
}));

/** In the order of their codes, as the site has them. */
export const counties: readonly County[] = register(/^counties\//, countySchema)
  .filter(({ id }) => onSite.counties.has(id))
  .sort(compareUnits)
  .map((county) => ({
    ...county,
    shortName: shortOf(county),
    stories: reports.filter(({ data }) => data.county === county.id),
    places: placeFiles.find(({ id }) => id === county.id)?.places ?? [],
  }));

export const people = readLists(files, 'people')
  .flatMap(({ rows }) => rows.map(({ row }) => row))
  .filter(({ id }) => onSite.people.has(id));
export const practices = register(/^practices\//, practiceSchema).filter(({ id }) => onSite.practices.has(id));
export const comparisons = register(/^comparisons\.yaml$/, comparisonsSchema)
  .flatMap((file) => file.comparisons)
  .filter(({ items }) => items.every(({ story }) => onSite.stories.has(story)));

/** The table of paragraph ids of each story that is published or planned, as it should be committed. */
export const anchorTables = new Map(currentAnchors(FOLDER, files).map((entry) => [entry.slug, entry]));

/** Errors in what is on the site: those that stop a build. What is wrong with a draft is its writer's to mend. */
export async function errorsOnSite(): Promise<Problem[]> {
  const { images, media, unread, problems } = await inspectContent(FOLDER);
  const hidden = new Set(files.filter(isHidden).map(({ path }) => path));
  return [...problems, ...checkContent(files, { images, media, unread, day: today })].filter(
    (problem) => isError(problem) && !hidden.has(problem.file),
  );
}
