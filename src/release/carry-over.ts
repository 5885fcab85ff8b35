import { hash } from 'node:crypto';
import { constants, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetsOf, type FormerRelease, foreignFiles, type Manifest } from './manifest.ts';

/** Releases before this one whose readers go on with what they have open. */
const KEPT = 2;

/** Why nothing of the former releases is kept, in Chinese; null where it is. */
export function carryProblem(live: Manifest, next: Manifest): string | null {
  const gone = Object.keys(live.files).filter((path) => path.endsWith('.html') && !(path in next.files));
  if (gone.length > 0) return `撤下了 ${gone.length} 个页面（如 ${gone[0]}）`;
  return live.withheld === next.withheld ? null : '隐去的姓名有变动';
}

/**
 * Copies what has a hash in its address from the output that is being served, so that pages which are open find their
 * own files. A page that was taken down or a name that was withheld would live on in them: then nothing is carried.
 * @returns the releases that were carried over, the newest first
 */
export function carryOver(live: Manifest, liveFolder: string, next: Manifest, folder: string): FormerRelease[] {
  const before = { release: live.release, assets: assetsOf(live.files) };
  const former = (live.release === next.release ? live.former : [before, ...live.former])
    .filter(({ release }) => release !== next.release)
    .slice(0, KEPT);
  return former.map(({ release, assets }) => {
    const carried = Object.entries(assets).filter(([path, print]) => copyAsset(path, print, liveFolder, folder));
    return { release, assets: Object.fromEntries(carried) };
  });
}

/** Whether the next output has the file, by this or already. One that was damaged where it lay stays behind. */
function copyAsset(path: string, print: string, from: string, to: string): boolean {
  const [source, target] = [join(from, path), join(to, path)];
  if (existsSync(target)) return hash('sha256', readFileSync(target)) === print;
  if (!existsSync(source) || hash('sha256', readFileSync(source)) !== print) return false;
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(source, target, constants.COPYFILE_FICLONE);
  return true;
}

/**
 * Copies what others have put into the output, such as a host's proof of ownership: it is not ours to lose.
 * @returns the paths
 * @throws where a page now stands in the place of such a file
 */
export function keepForeign(live: Manifest, liveFolder: string, folder: string): string[] {
  const foreign = foreignFiles(liveFolder, live);
  for (const path of foreign) {
    const target = join(folder, path);
    if (existsSync(target)) throw new Error(`${path} 不是本程序写的，而这一版也有同名文件；请先把它移走`);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(liveFolder, path), target, { verbatimSymlinks: true, preserveTimestamps: true });
  }
  return foreign;
}
