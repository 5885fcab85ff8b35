import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { storyAt } from '../../lib/manuscript/paths.ts';
import { findName } from '../names/find.ts';
import { lettersWords, pinyinOf } from '../names/pinyin.ts';
import { listFolder } from './list-folder.ts';
import { textsOf } from './texts-of-bytes.ts';

/** A file that holds a name beside the text and fields of stories, or may. */
export interface Elsewhere {
  file: string;
  what: string;
  cure: string;
}

/**
 * Everything of a content folder beside the text and fields of stories that holds a name, in any spelling or in letters:
 * registers, pictures, originals of every kind, names of files and folders. None of it is changed: a person decides.
 */
export async function findElsewhere(folder: string, names: readonly string[]): Promise<Elsewhere[]> {
  const found: Elsewhere[] = [];
  const letters = new Set(names.flatMap(pinyinOf));
  const has = (text: string) => names.some((name) => findName(text, name).length > 0);
  const hasLetters = (text: string) => [...lettersWords(text)].some(({ word }) => letters.has(word));
  for (const { path, isFile } of listFolder(folder)) {
    const file = join(folder, path);
    const own = basename(path);
    if (has(own)) found.push({ file, what: '名字里写着这个姓名', cure: '改名，并改掉引用它的地方' });
    else if (hasLetters(own)) found.push({ file, what: '名字像是这个姓名的拼音', cure: RENAME });
    if (!isFile) continue;
    const { texts, isWhole } = await textsOf(own, readFileSync(file));
    const isKept = path.startsWith('originals/');
    if (storyAt(path) === null && texts.some(({ text }) => has(text))) found.push({ file, ...adviceFor(path) });
    else if (!isKept && texts.some(({ text }) => hasLetters(text)))
      found.push({ file, what: '里面有像是这个姓名的拼音', cure: RENAME });
    if (!isWhole) found.push({ file, what: '程序读不了里面的文字', cure: '打开它看一看；有这个姓名，就从仓库里移走' });
  }
  return found;
}

const RENAME = '是的话，改掉网址名、编号或文件名；只是同音，就不用管';

function adviceFor(path: string): Omit<Elsewhere, 'file'> {
  if (path.startsWith('originals/'))
    return {
      what: '原件里有这个姓名',
      cure: '从仓库里移走，连同 SHA256SUMS 里它的那一行：那是原件的指纹，可以用来试姓名',
    };
  if (/\.(?:jpe?g|png|webp)$/i.test(path))
    return { what: '图片自带的说明里有这个姓名', cure: '用看图软件删去图片的属性信息，或另存一张' };
  if (/\.(?:txt|vtt|csv)$/i.test(path))
    return { what: '文字稿、字幕或数据表里有这个姓名', cure: '手工改掉，录音、录像里说出来的也要剪去' };
  if (/\.(?:mp3|m4a|mp4)$/i.test(path))
    return {
      what: '录音或录像自带的属性里有这个姓名',
      cure: '发布时会去掉；留在仓库里的原件，用音频、视频软件删去属性，或另存一份',
    };
  if (path.startsWith('versions/')) return { what: '旧版里有这个姓名', cure: '在那个文件里手工改掉，或删去那一版' };
  return { what: '登记表里有这个姓名', cure: '手工改掉：普通人不登记' };
}

/**
 * Files that hold a name in old versions, with those in which fingerprints of their words lie: tables of paragraph ids,
 * sums of originals.
 */
export function withFingerprints(paths: readonly string[]): string[] {
  const others = paths.flatMap((path) => {
    const [, folder = '', slug] = /^(.*?)stories\/[^/]+\/([^/]+)\.mdx$/.exec(path) ?? [];
    const [, above] = /^(.*?)originals\//.exec(path) ?? [];
    if (above !== undefined) return [`${above}originals/SHA256SUMS`];
    return slug === undefined ? [] : [`${folder}anchors/${slug}.json`, `${folder}versions/${slug}.json`];
  });
  return [...new Set([...paths, ...others])].sort();
}
