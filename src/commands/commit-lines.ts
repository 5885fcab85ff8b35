import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { configured, git, needRepository, repositoryOf } from '../editing/files/git.ts';
import { shellMessage, shellWord } from './shell.ts';

/** Files as the repository that a content folder lies in knows them. */
interface Change {
  repository: string;
  /** From its root, with `/`. */
  files: string[];
  message: string;
}

/** What is to be committed where; null where the content folder lies in no repository. */
function changeOf(contentFolder: string, files: readonly string[], message: string): Change | null {
  const repository = repositoryOf(contentFolder);
  if (repository === null) return null;
  const root = realpathSync(repository);
  return { repository, message, files: files.map((file) => relative(root, realParent(file)).replaceAll('\\', '/')) };
}

/** The real path of a file, which may just have been deleted. */
function realParent(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/**
 * The lines that commit files of a content folder in its own repository, each to be pasted by itself: `&&` is no operator
 * in Windows PowerShell 5.1. Where there is no repository there is nothing to commit.
 */
export function commitLines(contentFolder: string, paths: readonly string[], message: string): string {
  const change = changeOf(contentFolder, paths, message);
  if (!change) return '    → 稿件不在 git 仓库里，没有什么要提交；记得另存一份';
  const { repository, files } = change;
  const place = repository === process.cwd() ? '' : ` -C ${shellWord(repository)}`;
  const words = files.map(shellWord);
  if (words.includes(null) || place.endsWith(' null')) return `    → 提交 ${files.join('、')}，说明写：${message}`;
  const lines = [`git${place} add -- ${words.join(' ')}`, `git${place} commit -m ${shellMessage(message)}`];
  return `    → 提交：\n${lines.map((line) => `      ${line}`).join('\n')}${tellOuter(repository)}`;
}

/**
 * Commits files of a content folder in its own repository.
 * @returns what has to be told besides
 * @throws where there is no repository, or git refuses
 */
export function commit(contentFolder: string, paths: readonly string[], message: string): string {
  needRepository(contentFolder);
  const change = changeOf(contentFolder, paths, message);
  if (!change) return '';
  const { repository, files } = change;
  git(repository, 'add', '--', ...files);
  git(repository, 'commit', '-m', message, '--', ...files);
  return tellOuter(repository);
}

/** A repository that holds this one names one of its commits, which is now another. */
function tellOuter(repository: string): string {
  const outer = git(repository, 'rev-parse', '--show-superproject-working-tree').trim();
  return outer ? `\n    → 稿件是 ${outer} 的子模块：推送以后，那里也要提交一次，它记着子模块是哪一版` : '';
}

/** Address of the repository that a content folder lies in; null where it is in none, or in one that is nowhere else. */
export const remoteOf = (contentFolder: string): string | null => configured(contentFolder, 'remote.origin.url');
