import { dirname, relative, resolve, sep } from 'node:path';
import { existsAsFile, holds, realPath } from './paths.ts';

/** What must survive whatever a variable or an option says. Absolute paths. */
export interface Surroundings {
  project: string;
  /** Stories and registers, which may be a repository of their own. */
  content: string;
  home: string;
}

/** Folders of the project that hold what is not ours to delete, or to add to. */
const RESERVED = new Set(['src', 'public', 'tests', 'node_modules', '.git']);

/**
 * Why a program may not write into a folder, as a clause in Chinese; null where it may.
 * @param folder as it was named; it need not exist
 * @param problem what there is to say of it, once its links have been followed and a folder can be there
 */
export function folderProblem(folder: string, problem: (path: string) => string | null): string | null {
  const path = realPath(resolve(folder));
  if (path === null) return '它经过一个断了的链接';
  return existsAsFile(path) ? '那里有一个文件，不是文件夹' : problem(path);
}

/**
 * Why nothing that a program makes may lie in a folder, as a clause in Chinese; null where it may. Not in a root or a home,
 * in the project's own folders or the content, nor in what holds any of them.
 * @param path with its links followed
 */
export function protectedProblem(path: string, surroundings: Surroundings): string | null {
  const [project, content, home] = [surroundings.project, surroundings.content, surroundings.home].map(
    (known) => realPath(known) ?? known,
  ) as [string, string, string];
  if (path === dirname(path)) return '这是磁盘的根目录';
  if (holds(path, home) || isHomeBeside(path, home)) return '这是一个人的主目录，或者它的上级';
  if (holds(path, project)) return '这是项目本身，或者它的上级';
  if (holds(path, content) || holds(content, path)) return '稿件在那里';
  const [first = ''] = relative(project, path).split(sep);
  return holds(project, path) && RESERVED.has(first.toLowerCase()) ? `项目的 ${first} 不放生成的东西` : null;
}

/** Homes stand side by side; but for root's, which has the folders of the system beside it. */
function isHomeBeside(path: string, home: string): boolean {
  const homes = dirname(home);
  return homes !== dirname(homes) && dirname(path) === homes;
}
