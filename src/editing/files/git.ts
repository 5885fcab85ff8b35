import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** What git says was wrong, in one Chinese sentence with its own last words; `said` holds all of them. */
export class GitError extends Error {
  readonly said: string;
  constructor(command: string, said: string) {
    super(`git ${command} 没有做成：${said.trim().split('\n').slice(-3).join('；') || '没有说原因'}`);
    this.said = said;
  }
}

/** Runs git in a folder; its answer is text. @throws GitError */
export const git = (folder: string, ...args: string[]): string => gitBytes(folder, args).toString('utf8');

/** Runs git in a folder, with bytes for it to read. @throws GitError */
export function gitBytes(folder: string, args: readonly string[], input: string | null = null): Buffer {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      env: environmentFor(folder),
      maxBuffer: 2 ** 31,
      ...(input === null ? {} : { input }),
      stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw explain(args[0] ?? '', error);
  }
}

function explain(command: string, error: unknown): Error {
  const { code, stderr } = error as { code?: string; stderr?: Buffer };
  if (code === 'ENOENT') return new Error('这台电脑上没有 git：从 https://git-scm.com/ 装上，再来一次');
  return new GitError(command, stderr?.toString('utf8') ?? String(error));
}

/** Of the repository whose hook has started us; git would take them for that of any folder. */
const OF_ONE_REPOSITORY = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_PREFIX'];

/**
 * The environment without what belongs to another repository. What is about to be committed may lie in an index of its
 * own, which is in the repository of the hook: it counts there and nowhere else.
 */
function environmentFor(folder: string): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...process.env };
  for (const name of OF_ONE_REPOSITORY) delete env[name];
  const index = env.GIT_INDEX_FILE;
  if (index === undefined) return env;
  delete env.GIT_INDEX_FILE;
  // Hooks run in the root of their repository.
  const full = resolve(index);
  const own = gitFolderOf(folder, env);
  const isOwn = own !== null && existsSync(full) && realpathSync(full).startsWith(`${own}${sep}`);
  return isOwn ? { ...env, GIT_INDEX_FILE: full } : env;
}

function gitFolderOf(folder: string, env: Record<string, string | undefined>): string | null {
  try {
    const told = execFileSync('git', ['-C', folder, 'rev-parse', '--absolute-git-dir'], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return realpathSync(told.trim());
  } catch {
    return null;
  }
}

/** Root of the repository that a folder lies in; null where it lies in none. Throws where there is no git. */
export function repositoryOf(folder: string): string | null {
  try {
    return git(folder, 'rev-parse', '--show-toplevel').trim() || null;
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The same, for what cannot be done without. @throws in one Chinese sentence with the way out */
export function needRepository(folder: string): string {
  const root = repositoryOf(folder);
  if (root === null)
    throw new Error(`${folder} 不在 git 仓库里，做不了这件事；要用 git 管稿件，先运行 git -C "${folder}" init`);
  return root;
}

/** A value of git's configuration; null where it is not set. */
export function configured(folder: string, name: string): string | null {
  try {
    return git(folder, 'config', '--get', name).trim() || null;
  } catch {
    return null;
  }
}

/** Path of a folder inside its repository, with `/` at the end; '' where it is the repository itself. */
export const pathInRepository = (folder: string): string => git(folder, 'rev-parse', '--show-prefix').trim();

/**
 * Writes what is staged of a folder into a temporary one, as the commit will have it.
 * @returns where the folder lies in it (it does not where nothing is staged), and the temporary one, to be removed
 */
export function checkOutStaged(folder: string): { staged: string; temporary: string } {
  const root = needRepository(folder);
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'staged-'));
  const prefix = pathInRepository(folder);
  const names = git(folder, 'ls-files', '-z', '--full-name', '.').split('\0').filter(Boolean);
  const args = ['checkout-index', '-f', '-z', '--stdin', `--prefix=${temporary}${sep}`];
  gitBytes(root, args, names.join('\0'));
  return { staged: join(temporary, prefix), temporary };
}

/** Files of a folder that differ from a revision, by path inside the folder, each with its text in that revision. */
export function changedSince(folder: string, revision: string): { path: string; before: string }[] {
  const base = findBase(folder, revision);
  const prefix = pathInRepository(folder);
  return git(folder, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=MD', base, '--', '.')
    .split('\0')
    .filter(Boolean)
    .map((name) => ({
      path: relative(prefix, name).split(sep).join('/'),
      before: git(folder, 'show', `${base}:${name}`),
    }));
}

function findBase(folder: string, revision: string): string {
  needRepository(folder);
  try {
    return git(folder, 'merge-base', '--', revision, 'HEAD').trim();
  } catch {
    throw new Error(`Git 里找不到版本“${revision}”，或它与现在的版本没有共同的来历`);
  }
}

/** What old versions of a folder still hold. */
export interface History {
  /** Versions of files that were looked at. */
  versions: number;
  /** Files, by path from the root of the repository, with an old or present version that holds it. */
  paths: string[];
  /** Commits whose message holds it. */
  messages: number;
}

/** Old versions larger than this are pictures. */
const LARGEST_VERSION = 2 ** 23;
const AT_ONCE = 200;

/**
 * Looks through every version of every file of a folder that git keeps, in all branches, tags, stashes and undone
 * commits, and through the messages. Nothing of what is looked for is given to another program.
 * @returns null where the folder lies in no repository
 */
export async function searchHistory(
  folder: string,
  holds: (name: string, bytes: Uint8Array) => Promise<boolean>,
): Promise<History | null> {
  if (repositoryOf(folder) === null) return null;
  const prefix = pathInRepository(folder);
  const listed = git(folder, 'rev-list', '--all', '--reflog', '--objects');
  const objects = new Map(
    listed
      .split('\n')
      .map((line): [string, string] => [line.slice(0, 40), line.slice(41)])
      .filter(([, path]) => path.startsWith(prefix) && path !== ''),
  );
  const sizes = gitBytes(folder, ['cat-file', '--batch-check'], [...objects.keys()].join('\n')).toString();
  const blobs = sizes
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, type, size]) => type === 'blob' && Number(size) <= LARGEST_VERSION)
    .map(([id = '']) => id);
  const paths = new Set<string>();
  for (let at = 0; at < blobs.length; at += AT_ONCE) {
    const answer = gitBytes(folder, ['cat-file', '--batch'], blobs.slice(at, at + AT_ONCE).join('\n'));
    for (const [id, bytes] of versionsIn(answer)) {
      const path = objects.get(id) ?? '';
      if (await holds(path, bytes)) paths.add(path);
    }
  }
  const log = git(folder, 'log', '--all', '--reflog', '--format=%B%x00');
  let messages = 0;
  for (const message of log.split('\0')) if (await holds('message.txt', Buffer.from(message))) messages++;
  return { versions: blobs.length, paths: [...paths].sort(), messages };
}

/** The answer of `git cat-file --batch`: a line with id, kind and size, the bytes, a line end. */
function* versionsIn(answer: Buffer): Generator<[id: string, bytes: Buffer]> {
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const [id = '', , size] = answer.subarray(at, end).toString('utf8').split(' ');
    const length = Number(size);
    yield [id, answer.subarray(end + 1, end + 1 + length)];
    at = end + length + 2;
  }
}
