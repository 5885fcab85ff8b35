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

/** Writes what is staged of a folder into a new folder, as the commit will have it. */
export function checkOutStaged(folder: string): string {
  const target = mkdtempSync(join(realpathSync(tmpdir()), 'staged-'));
  const prefix = pathInRepository(folder);
  const names = git(folder, 'ls-files', '-z', '--full-name', '.').split('\0').filter(Boolean);
  if (names.length === 0) return target;
  const root = git(folder, 'rev-parse', '--show-toplevel').trim();
  execFileSync('git', ['-C', root, 'checkout-index', '-f', '-z', '--stdin', `--prefix=${target}${sep}`], {
    input: names.join('\0'),
  });
  return join(target, prefix);
}

/** Files of a folder that differ from a revision, by path inside the folder, each with its text in that revision. */
export function changedSince(folder: string, revision: string): { path: string; before: string }[] {
  const base = git(folder, 'merge-base', revision, 'HEAD').trim();
  const prefix = pathInRepository(folder);
  return git(folder, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=MD', base, '--', '.')
    .split('\0')
    .filter(Boolean)
    .map((name) => ({
      path: relative(prefix, name).split(sep).join('/'),
      before: git(folder, 'show', `${base}:${name}`),
    }));
}
