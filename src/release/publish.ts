import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, flush } from '../disk/files.ts';
import { carryOver, carryProblem, keepForeign } from './carry-over.ts';
import { besides, exchange, recover } from './exchange.ts';
import { withLock } from './lock.ts';
import { type Manifest, manifestFiles, readManifest } from './manifest.ts';

/** What `npm run headers` writes for hosts that read it from the site: it names the hashes of one release. */
const HOST_FILES = ['_headers', '.htaccess', 'vercel.json', 'web.config'];

/** How an output comes to be. */
export interface Publication {
  /** Absolute path of the output. */
  output: string;
  /** Lock of what builds of the project share, whatever their output. */
  projectLock: string;
  /** Whether nothing of former releases is to be kept. */
  fresh: boolean;
  /** Writes a whole site with its manifest into a folder that is not there yet. False where it failed, and said so. */
  build: (folder: string) => Promise<boolean>;
  /** What is wrong with a complete site, in Chinese; empty where it may be served. */
  verify: (folder: string, manifest: Manifest) => Promise<string[]>;
  /** Says a line. */
  say: (line: string) => void;
}

/**
 * Builds a site beside the one that is served, looks whether it is whole, and puts it in that one's place in one step.
 * Whatever fails, and whenever the process is ended, the output is the old one or the new one.
 * @returns whether the new one is in place; if not, why was said
 */
export async function publish({ output, projectLock, ...publication }: Publication): Promise<boolean> {
  const { next, lock } = besides(output);
  const { say } = publication;
  const wait = (pid: number) => say(`另一次生成正在进行${pid ? `（进程 ${pid}）` : ''}，等它做完……`);
  const run = (held: () => boolean) => publishInto(output, next, held, publication);
  return withLock(projectLock, () => withLock(lock, run, wait), wait);
}

async function publishInto(
  output: string,
  next: string,
  held: () => boolean,
  { fresh, build, verify, say }: Omit<Publication, 'output' | 'projectLock'>,
): Promise<boolean> {
  recover(output);
  const live = readManifest(output);
  const fail = (problems: readonly string[]) => {
    for (const problem of problems) say(problem);
    say(live ? `没有发布：上一版仍在 ${output}` : `没有发布：${output} 没有动`);
    return false;
  };
  try {
    remove(next);
    if (!(await build(next))) return fail([]);
    const built = readManifest(next);
    if (!built) return fail(['生成的文件里没有清单']);
    const problem = live && !fresh && carryProblem(live, built);
    if (problem) say(`${problem}：以前各版的文件不再保留`);
    const former = live && !fresh && !problem ? carryOver(live, output, built, next) : [];
    const manifest = { ...built, former };
    for (const [path, text] of manifestFiles(manifest)) writeFileSync(join(next, path), text);
    const kept = live ? keepForeign(live, output, next) : [];
    if (kept.some((path) => HOST_FILES.includes(path)))
      say('网站里的响应头配置是按上一版写的：请重新运行 npm run headers，换上新的，不然样式可能不显示');
    if (kept.length > 0) say(`照原样留着 ${kept.length} 个不是本程序写的文件（如 ${kept[0]}）`);
    const faults = [...damaged(next, manifest), ...(await verify(next, manifest))];
    if (faults.length > 0) return fail(faults);
    flushAll(next);
    if (!held()) return fail(['等得太久，另一次生成已经接手']);
    mkdirSync(dirname(output), { recursive: true });
    exchange(next, output);
    flush(dirname(output));
    return true;
  } catch (error) {
    return fail([explain(error)]);
  } finally {
    remove(next);
  }
}

/** Files of the manifest that are not on the disk as they were written. */
function damaged(folder: string, { files, former }: Manifest): string[] {
  const all = [files, ...former.map(({ assets }) => assets)].flatMap((each) => Object.entries(each));
  return all
    .filter(
      ([path, print]) => !existsSync(join(folder, path)) || hash('sha256', readFileSync(join(folder, path))) !== print,
    )
    .map(([path]) => `${path} 没有写完整`);
}

function flushAll(folder: string): void {
  for (const path of filesIn(folder)) flush(join(folder, path));
  flush(folder);
}

/** Only what was being built is ever removed: a folder beside the output, with a name of ours. */
function remove(next: string): void {
  rmSync(next, { recursive: true, force: true, maxRetries: 3 });
}

const CAUSES: Record<string, string | undefined> = {
  ENOSPC: '磁盘满了',
  EDQUOT: '磁盘配额用完了',
  EROFS: '磁盘是只读的',
  EACCES: '没有写这个文件夹的权限',
  EPERM: '没有改这个文件夹的权限',
  EBUSY: '文件夹正被占用，或挂着另一个磁盘',
  EXDEV: '两个文件夹不在同一个磁盘上',
};

/** What a failing disk means for who reads it. */
function explain(error: unknown): string {
  const { code = '', path = '', message } = error as NodeJS.ErrnoException;
  const cause = CAUSES[code];
  return cause ? `${cause}${path ? `：${path}` : ''}` : message;
}
