import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { holds, realPath } from '../disk/paths.ts';
import { folderProblem, protectedProblem, type Surroundings } from '../disk/protected.ts';
import { isBuilding } from './exchange.ts';
import { isOutput } from './manifest.ts';

/** The one folder of the project, of those that begin with a dot, in which outputs may lie. */
const SCRATCH = '.cache';

/**
 * Why a folder must not become an output, as a clause in Chinese; null where it may. It may where it is new, empty, or
 * marked as a former output, and neither holds nor lies in what is not ours, by whatever links and dots it was named.
 * @param folder absolute, or from the project's folder
 */
export function outputProblem(folder: string, surroundings: Surroundings): string | null {
  // Nobody means a folder called ~, which only a shell would have replaced.
  if (/^~/.test(folder)) return '“~”没有换成主目录，请写完整的路径';
  return folderProblem(
    resolve(surroundings.project, folder),
    (path) => protectedProblem(path, surroundings) ?? hiddenProblem(path, surroundings.project) ?? foreignProblem(path),
  );
}

/** Why no file may be added to a folder, as a clause in Chinese; null where one may. */
export const additionProblem = (folder: string): string | null =>
  folderProblem(folder, (path) => {
    const site = outputAround(path);
    return site && `那是生成好的网站（${site}），放进去的都会公开`;
  });

/** The built site that a folder is, or lies in. */
function outputAround(path: string): string | null {
  if (isOutput(path)) return path;
  return path === dirname(path) ? null : outputAround(dirname(path));
}

/** Folders with a dot are programs' own, such as `.github`; but for scratch, and for a site that is being built. */
function hiddenProblem(path: string, project: string): string | null {
  const root = realPath(project) ?? project;
  const [first = '', ...deeper] = relative(root, path).split(sep);
  if (!holds(root, path) || !first.startsWith('.')) return null;
  const isFree = first === SCRATCH ? deeper.length > 0 : isBuilding(first) && deeper.length === 0;
  return isFree ? null : `项目的 ${first} 不放生成的东西`;
}

/** Why what is there now is not ours. */
function foreignProblem(path: string): string | null {
  const around = outputAround(dirname(path));
  if (around) return `它在另一个生成好的网站里面（${around}）`;
  if (!existsSync(path)) return null;
  if (statSync(path).dev !== statSync(dirname(path)).dev)
    return '那里挂着另一个磁盘，整个换下时做不到；请写它里面的一个文件夹';
  if (readdirSync(path).length === 0 || isOutput(path)) return null;
  return '那里有不是本程序生成的文件（旧版生成的没有记号，先移走）';
}
