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
