import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { comparisonsOnSite, frontOnSite, type OnSite } from '../editing/entries.ts';
import { readCountyNames } from '../editing/files/county-names.ts';
import { hiddenStories } from '../editing/files/hidden-stories.ts';
import { readContent } from '../editing/files/read-content.ts';
import { readLists, readOnSite } from '../editing/files/read-on-site.ts';
import { type Piece, piecesOf } from '../lib/data/markdown.ts';
import type { DrawingRequest } from '../lib/drawing/names.ts';
import { type StoredBlock, storedBlock } from '../lib/manuscript/blocks.ts';
import { drawingsIn } from '../lib/manuscript/drawings.ts';
import { readYaml, validate } from '../lib/manuscript/frontmatter.ts';
import { type Manuscript, readPage, readPractice, readStory } from '../lib/manuscript/manuscript.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { picturesIn } from '../lib/manuscript/pictures.ts';
import { type Finding, formatProblem } from '../lib/manuscript/problem.ts';
import { readList } from '../lib/manuscript/register-file.ts';
import { TEXT_KINDS, textKindsOf } from '../lib/manuscript/text-kinds.ts';
import type { Medium, Picture } from '../lib/media/published.ts';
import {
  countyOfPlaces,
  type ListKind,
  REGISTERS,
  type RegisterKind,
  registerAt,
} from '../lib/schema/register-table.ts';
import { type ComparisonsData, type FrontData, pageSchema, practiceSchema } from '../lib/schema/registers.ts';
import { type StoryData, storySchema } from '../lib/schema/story.ts';
import { scriptClass } from '../lib/text/language.ts';
import { MEDIA_CACHE } from '../media/store.ts';
import { makeMedia, makePictures, type Places } from '../media/story-media.ts';
import { type Config, rootOf } from '../site/config.ts';
import { readKept } from './kept-addresses.ts';
import { remember, reviewOf } from './preview-state.ts';

type Settings = Pick<Config, 'contentFolder' | 'showsDrafts' | 'today' | 'siteUrl' | 'hasSiteUrl' | 'basePath'>;

/** An entry of Astro's store, called by its file where it has no id, or in words what keeps a file from being one. */
type Entry = { file: ContentFile; id?: string } & (
  | { data: null; faults: readonly string[] }
  | { data: Record<string, unknown>; isArticle: boolean }
);

const kindsSchema = z.array(z.enum(TEXT_KINDS));

/** What is stored of a story: its fields and its text block by block, so that no page reads a manuscript again. */
export const storyEntrySchema = storySchema.safeExtend({
  blocks: z.array(z.custom<StoredBlock>()),
  kinds: kindsSchema,
  /** The drawings that the text asks for, in order. */
  drawings: z.array(z.custom<DrawingRequest>()).default([]),
  /** The text as plain Markdown, for who takes it along. */
  pieces: z.array(z.custom<Piece>()).default([]),
  /** What was made of the files that `media` names. */
  shown: z.array(z.custom<Medium>()),
  /** Pictures of the text itself, by path inside the content folder. */
  pictures: z.record(z.string(), z.custom<Picture>()),
});

/** A page of the archive's own with the kinds of text that it holds. */
export const pageEntrySchema = pageSchema.extend({ kinds: kindsSchema });

/** A practice with them, its text block by block and its pictures. */
export const practiceEntrySchema = practiceSchema.extend({
  blocks: z.array(z.custom<StoredBlock>()),
  kinds: kindsSchema,
  pictures: z.record(z.string(), z.custom<Picture>()),
});

const placesOf = (settings: Settings): Places => ({
  contentFolder: settings.contentFolder,
  cache: MEDIA_CACHE,
  site: rootOf(settings),
});

/** Stories. Those that readers may not see are never read: neither their words nor their pictures reach the build. */
export const storyLoader = (settings: Settings): Loader => {
  const { contentFolder, showsDrafts, today } = settings;
  const isStory = (path: string) => storyAt(path) !== null;
  return folderLoader('stories', settings, isStory, async (files) => {
    const counties = new Set(readCountyNames(contentFolder).map(({ id }) => id));
    const hidden = hiddenStories(files, counties, { day: today, isPreview: showsDrafts });
    const faults = new Map(hidden.map(({ path, fault }) => [path, fault]));
    const entries = files.flatMap((file): Entry[] => {
      const fault = faults.get(file.path);
      if (fault) return showsDrafts ? [{ file, data: null, faults: [`${file.path}：${fault}`] }] : [];
      return faults.has(file.path) ? [] : [toArticle(file, readStory(file))];
    });
    return eachWithMedia(entries, settings);
  });
};

/** A register of the content folder, without what no story on the site speaks of: that is never read either. */
export const registerLoader = (settings: Settings, kind: RegisterKind): Loader => {
  const { showsDrafts, today } = settings;
  // What stories speak of, and what lies in what, decides which entries are on the site.
  const concerns = (path: string) => storyAt(path) !== null || registerAt(path) !== undefined;
  return folderLoader(kind, settings, concerns, async (all) => {
    const onSite = readOnSite(all, { day: today, isPreview: showsDrafts });
    if (kind === 'places' || kind === 'people') return toLists(all, kind, onSite[kind]);
    const entries = all
      .filter(({ path }) => registerAt(path) === kind)
      .flatMap((file): Entry[] => {
        const entry =
          kind === 'practices' ? toArticle(file, readPractice(file)) : toFields(file, REGISTERS[kind].schema);
        if (entry.data === null) return [entry];
        const data = keepOnSite(kind, idOf(file), entry.data, onSite);
        return data ? [{ ...entry, data }] : [];
      });
    return kind === 'practices' ? eachWithMedia(entries, settings) : entries;
  });
};

/** What is left at addresses that have no page any more: of stories that were taken down their record, never their words. */
export const keptLoader = (settings: Settings): Loader => {
  const concerns = (path: string) => storyAt(path) !== null || registerAt(path) !== undefined;
  return folderLoader('kept', settings, concerns, async (all) =>
    readKept(all, settings).map((kept) => ({
      ...{ id: kept.at, data: { ...kept }, isArticle: false },
      file: { path: REGISTERS.addresses.where, text: kept.at },
    })),
  );
};

/** Articles that readers will see, with what is made of their pictures, recordings and documents. */
async function eachWithMedia(entries: readonly Entry[], settings: Settings): Promise<Entry[]> {
  const places = placesOf(settings);
  const done: Entry[] = [];
  for (const entry of entries) {
    if (entry.data === null) done.push(entry);
    else {
      const { data, file } = entry;
      try {
        const media = (data.media ?? []) as StoryData['media'];
        const shown = await makeMedia(file.path, media, places);
        const pictures = await makePictures(picturesIn(file), places);
        done.push({ ...entry, data: { ...data, shown, pictures } });
      } catch (error) {
        // In the preview a file may be amiss; a build has refused it before it comes here.
        const why = error instanceof Error ? error.message : String(error);
        done.push({
          file,
          data: null,
          faults: [`${file.path}：有一个文件用不了（${why}），运行 npm run check 看是哪一个`],
        });
      }
    }
  }
  return done;
}

/** What of a register's file is on the site; null where nothing is. */
function keepOnSite(
  kind: Exclude<RegisterKind, ListKind>,
  id: string,
  data: Record<string, unknown>,
  onSite: OnSite,
): Record<string, unknown> | null {
  if (kind === 'site' || kind === 'pages' || kind === 'addresses') return data;
  if (kind === 'counties' || kind === 'practices' || kind === 'series') return onSite[kind].has(id) ? data : null;
  if (kind === 'comparisons') return comparisonsOnSite(data as unknown as ComparisonsData, onSite.stories);
  if (kind === 'front') return frontOnSite(data as FrontData, onSite.stories);
  const kept = (data[kind] as { id: string }[]).filter((entry) => onSite[kind].has(entry.id));
  return kept.length > 0 ? { ...data, [kind]: kept } : null;
}

/** A register of lists, with the entries that have files of their own: one entry for each county, or for all people. */
function toLists(all: readonly ContentFile[], kind: ListKind, onSite: ReadonlySet<string>): Entry[] {
  const files = all.filter(({ path }) => registerAt(path) === kind);
  const idOfList = ({ path }: ContentFile) => (kind === 'places' ? countyOfPlaces(path) : kind);
  const broken = files.flatMap((file): Entry[] => {
    const { value, findings } = readList(kind, file);
    return value ? [] : [{ id: idOfList(file), file, data: null, faults: explain(file, findings) }];
  });
  const lists = readLists(files, kind).flatMap(({ id, rows }): Entry[] => {
    // Where a list is in several files, one that cannot be read leaves the list as it was.
    if (broken.some((entry) => entry.id === (id || kind))) return [];
    const kept = rows.filter(({ row }) => onSite.has(row.id));
    const [first] = kept;
    // Known by all that it was made of, under the name of the list.
    const texts = [...new Set(kept.map(({ file }) => file.text))].join('\n');
    const file = { path: first?.file.path ?? '', text: texts };
    return first ? [{ id: id || kind, file, data: { [kind]: kept.map(({ row }) => row) }, isArticle: false }] : [];
  });
  return [...broken, ...lists];
}

function toArticle(file: ContentFile, { data, findings, body }: Manuscript<Record<string, unknown>>): Entry {
  if (!data || body.fault) return { file, data: null, faults: explain(file, body.fault ? [body.fault] : findings) };
  const kinds = body.tree ? textKindsOf(body.tree, data.lang !== undefined || scriptClass() !== undefined) : [];
  const drawings = body.tree ? drawingsIn(body.tree).map(({ request }) => request) : [];
  const pieces = body.tree && storyAt(file.path) ? { pieces: piecesOf(body.tree) } : {};
  return { file, data: { ...data, blocks: body.blocks.map(storedBlock), kinds, drawings, ...pieces }, isArticle: true };
}

function toFields(file: ContentFile, schema: z.ZodType): Entry {
  const { value, findings } = validate(schema, readYaml(file.text, 1));
  if (!value) return { file, data: null, faults: explain(file, findings) };
  return { file, data: value as Record<string, unknown>, isArticle: false };
}

const explain = ({ path }: ContentFile, findings: readonly Finding[]): string[] =>
  findings.map((finding) => formatProblem({ file: path, ...finding }));

/** Pages of the archive's own, `pages/*.md`, each with its text as HTML. */
export const pageLoader = (settings: Settings): Loader => {
  const { contentFolder } = settings;
  const load = async ({ store, logger, renderMarkdown, generateDigest, watcher }: LoaderContext) => {
    const all = await readable(settings, watcher !== undefined);
    const files = all.filter(({ path }) => registerAt(path) === 'pages');
    const gone = new Set(store.keys());
    for (const file of files) {
      const { data, findings, body } = readPage(file);
      gone.delete(idOf(file));
      if (!data || body.fault) {
        for (const fault of explain(file, body.fault ? [body.fault] : findings)) logger.error(fault);
        continue;
      }
      // Before it is rendered: the plugin for its pictures (manuscript-plugins.ts) asks what was made of them.
      await makePictures(picturesIn(file), placesOf(settings));
      const fileURL = pathToFileURL(join(contentFolder, file.path));
      const rendered = await renderMarkdown(body.text.trim(), { fileURL });
      const kinds = body.tree ? textKindsOf(body.tree, scriptClass(data.language) !== undefined) : [];
      store.set({ id: idOf(file), data: { ...data, kinds }, rendered, digest: generateDigest(file.text) });
    }
    for (const id of gone) store.delete(id);
  };
  return { name: 'pages', load: (context) => loadNowAndLater(load, context) };
};

/**
 * The files of a folder that can stand on the site. While it is served to editors, articles with errors are set apart
 * (preview.ts); a build has refused them before it comes here.
 */
async function readable({ contentFolder, today }: Settings, isServed: boolean): Promise<readonly ContentFile[]> {
  if (!isServed) return readContent(contentFolder);
  const { files, apart } = await reviewOf(contentFolder, today);
  return files.filter(({ path }) => !apart.has(path));
}

/** Loads what lies in a content folder, and again when a file of this kind changes while the preview runs. */
function folderLoader(
  name: string,
  settings: Settings,
  isOurs: (path: string) => boolean,
  read: (files: readonly ContentFile[]) => Promise<Entry[]>,
): Loader {
  const { contentFolder: folder } = settings;
  const load = async (context: LoaderContext) => {
    const gone = new Set(context.store.keys());
    const files = await readable(settings, context.watcher !== undefined);
    for (const entry of await read(files.filter(({ path }) => isOurs(path)))) {
      gone.delete(idOfEntry(entry));
      // What cannot be read keeps its last good state; a build has refused it before it comes here.
      if (entry.data === null) for (const fault of entry.faults) context.logger.error(fault);
      else put(entry, folder, context);
    }
    for (const id of gone) context.store.delete(id);
  };
  return { name, load: (context: LoaderContext) => loadNowAndLater(load, context) };
}

/** Loads, and again whenever the preview asks for it; what goes wrong then ends nothing. */
async function loadNowAndLater(load: (context: LoaderContext) => Promise<void>, context: LoaderContext): Promise<void> {
  const { collection, watcher, logger } = context;
  if (!watcher) return load(context);
  const again = () =>
    load(context).catch((error) => logger.error(error instanceof Error ? error.message : String(error)));
  remember(collection, again);
  await again();
}

const idOfEntry = ({ id, file }: Entry): string => id ?? idOf(file);

function put(
  entry: Extract<Entry, { isArticle: boolean }>,
  folder: string,
  { config, generateDigest, store }: LoaderContext,
): void {
  const { file, data, isArticle } = entry;
  const filePath = relative(fileURLToPath(config.root), join(folder, file.path)).split(sep).join('/');
  // Of what is stored, not of the file: a better reader makes another entry of the same text.
  const digest = generateDigest({ text: file.text, data });
  store.set({ id: idOfEntry(entry), data, filePath, digest, ...(isArticle ? { deferredRender: true } : {}) });
  if (isArticle) store.addModuleImport(filePath);
}
