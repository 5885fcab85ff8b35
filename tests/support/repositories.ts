import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, run } from '../../src/commands/command.ts';
import { git } from '../../src/editing/files/git.ts';

/** A folder of this test alone, by its real name. */
export const makeFolder = (name: string): string => realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A repository with somebody to commit in it. */
export function makeRepository(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  nameAuthor(folder);
}

export function nameAuthor(folder: string): void {
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
}

export function commitAll(folder: string, message = 'Begin'): void {
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--no-verify', '-m', message);
}

/** One of our commands, as npm runs it, on a content folder. */
export const command = (name: string, content: string, ...args: string[]): Promise<Outcome> =>
  run(process.execPath, ['src/commands/run.mjs', `src/commands/${name}.ts`, ...args], {
    quiet: true,
    env: { CONTENT_DIR: content, SITE_DATE: '2026-12-01' },
  });
