import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isBuilding } from './exchange.ts';
import { isOutput } from './manifest.ts';

/** What must survive whatever a variable says. Absolute paths. */
export interface Surroundings {
  project: string;
  /** Stories and registers, which may be a repository of their own. */
  content: string;
  home: string;
}

/** Folders of the project that hold, or may come to hold, what is not ours to delete. Of those with a dot, all but one. */
const RESERVED = new Set(['src', 'public', 'tests', 'node_modules']);
const SCRATCH = '.cache';

/**
 * Why a folder must not become an output, as a clause in Chinese; null where it may. It may where it is new, empty, or
 * marked as a former output, and neither holds nor lies in what is not ours, by whatever links and dots it was named.
 * @param folder absolute, or from the project's folder
 */
export function outputProblem(folder: string, { project, content, home }: Surroundings): string | null {
  // Nobody means a folder called ~, which only a shell would have replaced.
  if (/^~/.test(folder)) return '“~”没有换成主目录，请写完整的路径';
  const path = realPath(resolve(project, folder));
  if (path === null) return '它经过一个断了的链接';
  const [root, texts, own] = [project, content, home].map((known) => realPath(known) ?? known) as [
    string,
    string,
    string,
  ];
  if (path === dirname(path)) return '这是磁盘的根目录';
  if (holds(path, own) || dirname(path) === dirname(own)) return '这是一个人的主目录，或者它的上级';
  if (holds(path, root)) return '这是项目本身，或者它的上级';
  if (holds(path, texts) || holds(texts, path)) return '稿件在那里';
  const within = relative(root, path).split(sep);
  if (holds(root, path) && isReserved(within)) return `项目的 ${within[0]} 不放生成的网站`;
  return foreignProblem(path);
}

/** Why no file may be added to a folder, as a clause in Chinese; null where one may. */
export function folderProblem(folder: string): string | null {
  const path = realPath(resolve(folder));
  if (path === null) return '它经过一个断了的链接';
  if (existsAsFile(path)) return '那里有一个文件，不是文件夹';
  const site = outputAround(path);
  return site && `那是生成好的网站（${site}），放进去的都会公开`;
}

/** The built site that a folder is, or lies in. */
function outputAround(path: string): string | null {
  if (isOutput(path)) return path;
  return path === dirname(path) ? null : outputAround(dirname(path));
}

function isReserved([first = '', ...deeper]: readonly string[]): boolean {
  if (first === SCRATCH) return deeper.length === 0;
  if (isBuilding(first) && deeper.length === 0) return false;
  return RESERVED.has(first.toLowerCase()) || first.startsWith('.');
}

/** Why what is there now is not ours. */
function foreignProblem(path: string): string | null {
  const around = outputAround(dirname(path));
  if (around) return `它在另一个生成好的网站里面（${around}）`;
  if (!existsSync(path)) return existsAsFile(dirname(path)) ? '它的上级是文件，不是文件夹' : null;
  if (!statSync(path).isDirectory()) return '那里有一个文件';
  if (statSync(path).dev !== statSync(dirname(path)).dev)
    return '那里挂着另一个磁盘，整个换下时做不到；请写它里面的一个文件夹';
  if (readdirSync(path).length === 0 || isOutput(path)) return null;
  return '那里有不是本程序生成的文件（旧版生成的没有记号，先移走）';
}

/** The nearest folder above that exists may be no folder at all. */
function existsAsFile(path: string): boolean {
  if (existsSync(path)) return !statSync(path).isDirectory();
  return path !== dirname(path) && existsAsFile(dirname(path));
}

/** A path with all its links followed, as far as it exists; null where one of them leads nowhere. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    if (isLink(path) || path === dirname(path)) return null;
    const above = realPath(dirname(path));
    return above && join(above, basename(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Whether a path is another, or lies in it. Both absolute, links followed. */
export const holds = (outer: string, inner: string): boolean =>
  inner === outer || `${inner}${sep}`.startsWith(`${outer}${sep}`);
