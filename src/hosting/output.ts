import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';

/** Names what a run has written, with fingerprints: a file that was changed since is somebody's work. */
const MARK = '.written-by-headers.json';

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** Where a path leads, links followed as far as there is something. */
function real(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(real(parent), basename(whole));
}

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.replace(/[\\/]?$/, sep));

/**
 * Why configurations may not be written into a folder; null where they may: it is new, empty, or holds what a former
 * run wrote and nobody has touched since.
 * @param closed folders in which nothing is written: source, content, the site itself
 */
export function refusal(out: string, closed: readonly string[]): string | null {
  const folder = real(out);
  const project = real('.');
  if (folder === parse(folder).root || folder === real(homedir()) || isWithin(project, folder))
    return '那是本项目或它的上级文件夹';
  const inner = [...closed, 'src', 'public', 'tests', 'node_modules', '.git'].map(real);
  if (inner.some((path) => isWithin(folder, path) || isWithin(path, folder)))
    return '源文件、稿件和生成的网站里不放别的东西';
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return '那是一个文件';
  const known = readMark(folder);
  const strange = readdirSync(folder).filter((name) => {
    if (name === MARK) return false;
    const file = join(folder, name);
    return !(statSync(file).isFile() && known[name] === sha256(readFileSync(file)));
  });
  return strange.length > 0 ? `里面有别的文件或改动过的文件（${strange.slice(0, 3).join('、')}）` : null;
}

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
  const prints = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]));
  // What stands there is a former run's: its fingerprints are kept until all is written.
  writeFileSync(join(folder, MARK), `${JSON.stringify({ ...readMark(folder) }, null, 2)}\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, MARK), `${JSON.stringify(prints, null, 2)}\n`);
}
