import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { holds, realPath } from '../disk/paths.ts';
import { folderProblem, protectedProblem, type Surroundings } from '../disk/protected.ts';

/** Names what a run has written, with fingerprints: a file that was changed since is somebody's work. */
const MARK = '.written-by-headers.json';

/**
 * Why configurations may not be written into a folder, as a clause in Chinese; null where they may: it is new, empty, or
 * holds what a former run wrote and nobody has touched since.
 * @param site folder of the built site, all of which is published
 */
export const refusal = (out: string, site: string, surroundings: Surroundings): string | null =>
  folderProblem(out, (folder) => {
    const published = realPath(resolve(site)) ?? site;
    if (holds(folder, published) || holds(published, folder)) return '生成的网站里不放别的东西，放进去的都会公开';
    return protectedProblem(folder, surroundings) ?? strangeProblem(folder);
  });

/** Why what is there now is not ours. */
function strangeProblem(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const known = readMark(folder);
  const strange = readdirSync(folder).filter((name) => {
    if (name === MARK) return false;
    const file = join(folder, name);
    return !(statSync(file, { throwIfNoEntry: false })?.isFile() && known[name] === printOf(readFileSync(file)));
  });
  return strange.length > 0 ? `里面有别的文件或改动过的文件（${strange.slice(0, 3).join('、')}）` : null;
}

const printOf = (data: string | Buffer): string => hash('sha256', data);

function readMark(folder: string): Record<string, string> {
  try {
    return Object.assign(Object.create(null), JSON.parse(readFileSync(join(folder, MARK), 'utf8')));
  } catch {
    return {};
  }
}

/** Writes files into a folder that `refusal` has nothing against. */
export function writeInto(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const prints = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, printOf(text)]));
  // What stands there is a former run's: its fingerprints are kept until all is written.
  writeFileSync(join(folder, MARK), `${JSON.stringify({ ...readMark(folder) }, null, 2)}\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, MARK), `${JSON.stringify(prints, null, 2)}\n`);
}
