import { checkContent } from '../editing/check/content.ts';
import { findAnchorProblems } from '../editing/files/anchors-file.ts';
import { inspectContent } from '../editing/files/inspect-content.ts';
import { readEntries } from '../editing/files/read-on-site.ts';
import { byFile, findLacks, setApart } from '../editing/preview/apart.ts';
import type { ContentFile } from '../lib/manuscript/paths.ts';
import { isError, type Problem } from '../lib/manuscript/problem.ts';

/** What the preview knows of the archive as it lies on disk now. */
export interface Review {
  files: readonly ContentFile[];
  /** Errors first, in the order of lines. */
  problems: ReadonlyMap<string, readonly Problem[]>;
  /** Paths of the articles that are shown by themselves. */
  apart: ReadonlySet<string>;
}

/** One for the whole server: loaders and the server itself are loaded by different programs within one process. */
interface Shared {
  review: Promise<Review> | null;
  /** What loads each collection again. */
  loads: Map<string, () => Promise<void>>;
  timer: ReturnType<typeof setTimeout> | null;
  running: Promise<void>;
  known: Map<string, ContentFile>;
}

const KEY = Symbol.for('county-chronicle.preview');
const holder = globalThis as { [KEY]?: Shared };

const shared = (): Shared => {
  holder[KEY] ??= {
    ...{ review: null, loads: new Map(), timer: null, running: Promise.resolve(), known: new Map() },
  };
  return holder[KEY];
};

/** The archive as it lies on disk, looked at once until something changes. */
export function reviewOf(folder: string, day: string): Promise<Review> {
  const state = shared();
  state.review ??= look(folder, day, state.known);
  return state.review;
}

async function look(folder: string, day: string, known: Map<string, ContentFile>): Promise<Review> {
  const { files: read, images, media, unread, problems } = await inspectContent(folder);
  // A file that has not changed is the same as before, so that it need not be parsed again.
  const files = read.map((file) => {
    const before = known.get(file.path);
    const same = before?.text === file.text ? before : file;
    known.set(file.path, same);
    return same;
  });
  const own = [...problems, ...checkContent(files, { images, media, unread, day })];
  const counties = new Set(readEntries(files).counties.map(({ id }) => id));
  const lacks = findLacks(files, own, counties).filter(
    ({ file, rule }) => !own.some((one) => one.file === file && one.rule === rule),
  );
  const found = [...own, ...lacks, ...findAnchorProblems(folder, files).filter(isError)];
  return { files, problems: byFile(found), apart: setApart(files, found) };
}

/** What changes come within one saving, in milliseconds. */
const SAVING = 30;

/** Remembers what loads a collection. A server that starts anew may never ask for it again. */
export function remember(collection: string, load: () => Promise<void>): void {
  shared().loads.set(collection, load);
}

/**
 * Has everything looked at and loaded again, once what an editor saves is there.
 * @param tell is called afterwards
 */
export function loadAgain(tell: () => void): void {
  const state = shared();
  state.timer ??= setTimeout(() => {
    [state.timer, state.review] = [null, null];
    state.running = state.running.then(async () => {
      for (const load of state.loads.values()) await load();
      tell();
    });
  }, SAVING);
}
