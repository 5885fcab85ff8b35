import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isBesideContent } from './beside-content.ts';

const ELSEWHERE = '另选一个空文件夹新建：npm run init -- 文件夹';

/** Any of these makes a folder an archive. */
const SIGNS = ['site.yaml', 'stories', 'counties', 'people.yaml', 'people', 'places', 'practices', 'front.yaml'];

/** Sites that are made of a folder too, by what only they have in it. */
const OTHERS: readonly (readonly [name: string, ...signs: readonly string[]])[] = [
  ['Hugo', 'hugo.toml', 'hugo.yaml', 'archetypes'],
  ['Jekyll', '_config.yml', '_posts'],
  ['Astro', 'astro.config.mjs', 'astro.config.ts'],
  ['VitePress', '.vitepress'],
  ['Hexo', '_config.landscape.yml', 'scaffolds'],
  ['MkDocs', 'mkdocs.yml'],
  ['Quarto', '_quarto.yml'],
];

/**
 * Why a folder cannot be read as an archive, in one Chinese sentence with the way out; null where it can. An archive
 * may have no story yet.
 * @param folder absolute
 */
export function contentFolderFault(folder: string): string | null {
  const begin = `新建一个：npm run init -- ${/^[\w./-]+$/.test(folder) ? folder : `"${folder}"`}`;
  if (!existsSync(folder)) return missingFault(folder, begin);
  if (!statSync(folder).isDirectory()) return `${folder} 是一个文件，内容文件夹（CONTENT_DIR）要写文件夹的路径`;
  const names = namesIn(folder);
  if (!names) return `内容文件夹 ${folder} 打不开，没有权限：在它的属性里允许读取，或换一个用户`;
  if (SIGNS.some((sign) => names.includes(sign))) return null;
  if (!isTaken(folder)) return `内容文件夹 ${folder} 里还没有档案；${begin}`;
  const other = OTHERS.find(([, ...signs]) => signs.some((sign) => names.includes(sign)));
  if (!other && names.every((name) => isBesideContent(name)))
    return `内容文件夹 ${folder} 里还没有档案；${ELSEWHERE}，再把里面的文件搬过来`;
  const looks = other ? `，像是 ${other[0]} 的网站` : '';
  return `${folder} 里没有 stories/、counties/ 或 site.yaml，不是档案${looks}；核对 CONTENT_DIR，或者${ELSEWHERE}`;
}

function missingFault(folder: string, begin: string): string {
  let above = dirname(folder);
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  if (existsSync(above) && !statSync(above).isDirectory())
    return `找不到内容文件夹 ${folder}：${above} 是一个文件；核对 CONTENT_DIR`;
  if (existsSync(above) && namesIn(above) === null) return `内容文件夹 ${folder} 看不到：${above} 打不开，没有权限`;
  return `找不到内容文件夹 ${folder}；核对 CONTENT_DIR，或者${begin}`;
}

function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** Whether something that is no file of ours lies in a folder that a new archive is to be made in. */
export const isTaken = (folder: string): boolean =>
  existsSync(folder) && (!statSync(folder).isDirectory() || (namesIn(folder) ?? ['']).some((name) => name !== '.git'));
