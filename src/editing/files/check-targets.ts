import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type ContentFile, idOf, storyAt } from '../../lib/manuscript/paths.ts';
import { picturesIn } from '../../lib/manuscript/pictures.ts';
import { type Finding, isError, type Problem } from '../../lib/manuscript/problem.ts';
import { REGISTERS } from '../../lib/schema/register-table.ts';
import { findSilentChanges } from '../changes.ts';
import { checkContent } from '../check/content.ts';
import { becameOf, findAddressesDue, findRowsTaken, knewStory } from './addresses-file.ts';
import { findAnchorProblems } from './anchors-file.ts';
import { changedSince, checkOutStaged } from './git.ts';
import { inspectContent } from './inspect-content.ts';
import { listFolder } from './list-folder.ts';
import { findUnprinted } from './original-texts.ts';
import { findDamagedVersions, findVersionProblems } from './versions-file.ts';

/** A folder to be read, and what in it was asked about. */
interface Target {
  folder: string;
  /** Paths inside the folder to look at where it is no content folder. */
  only?: string[];
  /** Path prefix inside the folder whose problems are wanted. */
  about: string;
}

/** What was looked at, and what is wrong with it; `file` of each problem is an absolute path. */
export interface Checked {
  problems: Problem[];
  /** Absolute paths of the manuscripts and registers read. */
  files: string[];
}

/** The project's own content folder, and the day by which scheduled stories have come or not. */
export interface Project {
  project: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Whether the tables of paragraph ids are looked at too. */
  withTables?: boolean;
}

/** Checks files and folders wherever they lie; those outside a content folder may name the project's registers. */
export async function checkTargets(paths: readonly string[], settings: Project): Promise<Checked> {
  const { project } = settings;
  const targets = paths.flatMap((path) => findTargets(resolve(path), project));
  const { files: registers } = await inspectContent(project);
  const checked = await Promise.all(targets.map((target) => checkTarget(target, registers, settings)));
  // A folder and a file in it may both be asked about.
  const said = new Map(
    checked.flatMap(({ problems }) => problems).map((problem) => [JSON.stringify(problem), problem]),
  );
  return { problems: [...said.values()], files: [...new Set(checked.flatMap(({ files }) => files))] };
}

async function checkTarget(
  target: Target,
  registers: readonly ContentFile[],
  { project, day, withTables = false }: Project,
): Promise<Checked> {
  const { folder, only, about } = target;
  const { files, images, media, unread, problems } = await inspectContent(folder, only);
  const own = folder === project || existsSync(join(folder, 'counties'));
  const found = [
    ...checkContent(files, { images, media, unread, registers: own ? [] : registers, day }),
    ...(withTables && own ? findTableProblems(folder, files, day) : []),
    ...(own ? await findUnprinted(folder, files) : []),
  ];
  const asked = (path: string) => about === '' || path === about || path.startsWith(`${about}/`);
  // What is wrong with a picture is wrong with the article that shows it.
  const shown = new Set(about === '' ? [] : files.filter(({ path }) => asked(path)).flatMap(picturesIn));
  const wanted = (path: string) => asked(path) || shown.has(path);
  return {
    problems: [...problems, ...found]
      .filter(({ file }) => wanted(file))
      .map((problem) => ({ ...problem, file: join(folder, problem.file) })),
    files: files.filter(({ path }) => wanted(path)).map(({ path }) => join(folder, path)),
  };
}

/** What is wrong with the tables that are written beside the articles, or behind them. */
function findTableProblems(folder: string, files: readonly ContentFile[], day: string): Problem[] {
  const anchors = findAnchorProblems(folder, files);
  // Without its paragraphs nobody can tell what became of a text.
  const versions = anchors.some(isError) ? findDamagedVersions(folder) : findVersionProblems({ folder, files, day });
  return [...anchors, ...findAddressesDue(files, day), ...versions];
}

function findTargets(path: string, project: string): Target[] {
  if (!existsSync(path)) throw new Error(`找不到 ${path}`);
  const inside = relative(project, path);
  if (inside.split(sep)[0] !== '..' && !isAbsolute(inside)) {
    return [{ folder: project, about: inside.split(sep).join('/') }];
  }
  const isFolder = statSync(path).isDirectory();
  if (isFolder && isContentFolder(path)) return [{ folder: path, about: '' }];
  const enclosing = findEnclosing(path);
  if (enclosing) return [{ folder: enclosing, about: relative(enclosing, path).split(sep).join('/') }];
  if (!isFolder) return [{ folder: dirname(path), only: [basename(path)], about: basename(path) }];
  return findLooseTargets(path);
}

const isContentFolder = (path: string): boolean => existsSync(join(path, 'stories'));

/** The content folder in which a file or folder lies: a story's by its path, a register's by the stories beside it. */
function findEnclosing(path: string): string | undefined {
  const byStories = /^(.+)[\\/]stories[\\/]/.exec(`${path}${sep}`)?.[1];
  const [one, two, three] = [dirname(path), dirname(dirname(path)), dirname(dirname(dirname(path)))];
  return byStories ?? [one, two, three].find((above) => isContentFolder(above));
}

/** A folder of loose files; content folders that lie in it are looked at each by itself. */
function findLooseTargets(path: string): Target[] {
  const entries = listFolder(path);
  const folders = entries.filter((entry) => entry.isFolder && isContentFolder(join(path, entry.path)));
  const only = entries
    .filter((entry) => !entry.isFolder && !/(?:^|\/)\./.test(entry.path))
    .filter((entry) => !folders.some((folder) => entry.path.startsWith(`${folder.path}/`)))
    .map((entry) => entry.path);
  return [
    ...folders.map((folder) => ({ folder: join(path, folder.path), about: '' })),
    { folder: path, only: only.sort(), about: '' },
  ];
}

/**
 * Checks what is staged as a whole, as the commit will have it.
 * @param also what else is looked for in it; `file` of each problem is an absolute path
 */
export async function checkStaged(
  { project, day }: Project,
  also: (folder: string, files: readonly string[]) => Promise<Problem[]>,
): Promise<Checked> {
  const { staged, temporary } = checkOutStaged(project);
  try {
    if (!existsSync(staged)) return { problems: [], files: [] };
    const { files, images, media, unread, problems } = await inspectContent(staged);
    const paths = listFolder(staged).filter(({ isFile }) => isFile);
    const others = await also(
      staged,
      paths.map(({ path }) => join(staged, path)),
    );
    const all = [
      ...problems,
      ...checkContent(files, { images, media, unread, day }),
      ...findAnchorProblems(staged, files).filter(isError),
      ...findDamagedVersions(staged),
      ...others.map((problem) => ({ ...problem, file: relative(staged, problem.file) })),
    ];
    return { problems: all.map((problem) => ({ ...problem, file: join(project, problem.file) })), files: [] };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Published stories that were changed, renamed or deleted since a revision without telling readers. */
export async function checkAgainst(project: string, revision: string): Promise<Problem[]> {
  const { files } = await inspectContent(project);
  const changed = changedSince(project, revision);
  const taken = changed
    .filter(({ path }) => path === REGISTERS.addresses.where)
    .flatMap(({ path, before }) =>
      findRowsTaken(before, files).map((at) => ({ file: join(project, path), ...rowTaken(at) })),
    );
  const table = changed.find(({ path }) => path === REGISTERS.addresses.where)?.before;
  const silent = changed
    .filter(({ path }) => storyAt(path))
    .flatMap(({ path, before }) => {
      const now = storyNow(path, files, table ?? '');
      if (now === 'told') return [];
      const at = join(project, now?.path ?? path);
      return findSilentChanges(before, now?.text ?? null).map((finding) => ({ file: at, ...finding }));
    });
  return [...taken, ...silent];
}

/**
 * The story that a file once held, wherever it lies now: in another county's folder, or under the name that the table of
 * addresses gives. 'told' where that table says that it went into another story or is gone, null where nothing says so.
 * @param tableBefore the table as it was: it knew the other story, where two were made one
 */
function storyNow(path: string, files: readonly ContentFile[], tableBefore: string): ContentFile | 'told' | null {
  const storyOf = (slug: string) => files.find((file) => storyAt(file.path) && idOf(file) === slug);
  const slug = idOf({ path });
  const there = files.find((file) => file.path === path) ?? storyOf(slug);
  if (there) return there;
  const end = becameOf(slug, files);
  if (end === 'gone') return 'told';
  const now = end && storyOf(end.slug);
  return now && knewStory(tableBefore, idOf(now)) ? 'told' : (now ?? null);
}

/** What is said of a row that was taken out of the table of addresses. */
export const rowTaken = (at: string): Finding => ({
  ...{ line: 1, column: 1, rule: 'address-row' },
  message: `${at} 这一行被删掉了，它是公开过的网址`,
  cure: `放回“  - at: ${at}”；改了名的加 moved，没有了的加 gone`,
});
