import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Runs git in a folder; its answer is text. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Path of a folder inside its repository, with `/` at the end; '' where it is the repository itself. */
const pathInRepository = (folder: string): string => git(folder, 'rev-parse', '--show-prefix').trim();

/**
 * Writes what is staged of a folder into a temporary one, as the commit will have it.
 * @returns where the folder lies in it (it does not where nothing is staged), and the temporary one, to be removed
 */
export function checkOutStaged(folder: string): { staged: string; temporary: string } {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'staged-'));
  const prefix = pathInRepository(folder);
  const names = git(folder, 'ls-files', '-z', '--full-name', '.').split('\0').filter(Boolean);
  const root = git(folder, 'rev-parse', '--show-toplevel').trim();
  execFileSync('git', ['-C', root, 'checkout-index', '-f', '-z', '--stdin', `--prefix=${temporary}${sep}`], {
    input: names.join('\0'),
  });
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
  let prefix: string;
  try {
    prefix = pathInRepository(folder);
  } catch {
    return null;
  }
  const listed = gitBytes(folder, ['rev-list', '--all', '--reflog', '--objects']).toString('utf8');
  const objects = new Map(
    listed
      .split('\n')
      .map((line): [string, string] => [line.slice(0, 40), line.slice(41)])
      .filter(([, path]) => path.startsWith(prefix) && path !== ''),
  );
  const sizes = gitBytes(folder, ['cat-file', '--batch-check'], [...objects.keys()].join('\n')).toString('utf8');
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
  const log = gitBytes(folder, ['log', '--all', '--reflog', '--format=%B%x00']).toString('utf8');
  let messages = 0;
  for (const message of log.split('\0')) if (await holds('message.txt', Buffer.from(message))) messages++;
  return { versions: blobs.length, paths: [...paths].sort(), messages };
}

const gitBytes = (folder: string, args: readonly string[], input = ''): Buffer =>
  execFileSync('git', ['-C', folder, ...args], { input, maxBuffer: 2 ** 31, stdio: ['pipe', 'pipe', 'pipe'] });

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
