import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ContentFile,
  idOf,
  isReservedName,
  isSlug,
  LONGEST_NAME,
  SLUG_RULE,
  storyAt,
} from '../../lib/manuscript/paths.ts';
import type { Fault, Problem } from '../../lib/manuscript/problem.ts';
import { isRecording } from '../../lib/media/kinds.ts';
import { registerAt } from '../../lib/schema/register-table.ts';
import { decodeText, ENCODING_NAMES } from '../../lib/text/encoding.ts';
import { isBesideContent } from './beside-content.ts';
import { findContextFaults } from './context-file.ts';
import { faultOfImage, isImage } from './inspect-image.ts';
import { faultOfMedium, type Use, usesIn } from './inspect-media.ts';
import { listFolder } from './list-folder.ts';
import { LARGEST_FILE } from './read-content.ts';
import { findSiteFiles } from './site-files.ts';

/** What lies in a content folder, and what is wrong with the files before anyone reads them. */
export interface Inspection {
  files: ContentFile[];
  images: string[];
  /** Paths of pictures, recordings, their words and documents: of all that are there, be they good or not. */
  media: string[];
  /** Paths of what is there and could not be read. */
  unread: string[];
  problems: Problem[];
}

/** Kept beside the content and published by no one. */
const SET_ASIDE = /^(?:originals|anchors|versions|site)(?:\/|$)/;

/**
 * Reads a content folder file by file without following links.
 * @param only paths inside the folder to look at; without it, all
 */
export async function inspectContent(folder: string, only?: readonly string[]): Promise<Inspection> {
  const inspection: Inspection = { files: [], images: [], media: [], unread: [], problems: [] };
  const { files, closed } = only ? { files: only, closed: [] } : listFiles(folder);
  inspection.problems.push(...closed);
  const look = async (path: string, use?: Use) => {
    const { file, image, media, fault } = await inspectFile(folder, path, only === undefined, use);
    if (fault) inspection.problems.push({ file: path, line: fault.line ?? 1, column: fault.column ?? 1, ...fault });
    if (file) inspection.files.push(file);
    if (image) inspection.images.push(path);
    if (media) inspection.media.push(path);
    if (!file && !image && !media) inspection.unread.push(path);
  };
  // Manuscripts first: they say what the other files are for.
  for (const path of files.filter(isManuscript)) await look(path);
  const uses = usesIn(inspection.files);
  for (const path of files.filter((one) => !isManuscript(one))) await look(path, uses.get(path));
  inspection.problems.push(...findSiteFiles(folder, inspection.files));
  if (!only) inspection.problems.push(...findContextFaults(folder));
  inspection.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return inspection;
}

const isManuscript = (path: string): boolean => path.endsWith('.mdx');

/** Every file and link of a folder, sorted, and the folders that cannot be opened; without what is its repository's. */
function listFiles(folder: string): { files: string[]; closed: Problem[] } {
  const entries = listFolder(folder).filter(({ path }) => !SET_ASIDE.test(path) && !isBesideContent(path));
  const folders = entries.filter(({ isFolder }) => isFolder);
  return {
    files: entries
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => path)
      .sort(),
    closed: folders.flatMap(({ path, isClosed }): Problem[] => {
      return isClosed ? [{ file: path, line: 1, column: 1, ...CLOSED }] : [];
    }),
  };
}

const CLOSED: Fault = { rule: 'file-unreadable', message: '文件夹打不开', cure: '在它的属性里允许读取，或缩短路径' };

interface Finding extends Fault {
  line?: number;
  column?: number;
}
interface Inspected {
  file?: ContentFile;
  image?: boolean;
  media?: boolean;
  fault?: Finding | null;
}

async function inspectFile(folder: string, path: string, isContentFolder: boolean, use?: Use): Promise<Inspected> {
  try {
    return await inspectReadable(folder, path, isContentFolder, use);
  } catch (error) {
    const reason =
      error instanceof Error && /EACCES|EPERM/.test(error.message) ? '没有权限' : '磁盘出错，或正被别的程序占用';
    return {
      fault: { rule: 'file-unreadable', message: `文件读不出来：${reason}`, cure: '换一份，或在文件的属性里允许读取' },
    };
  }
}

async function inspectReadable(folder: string, path: string, isContentFolder: boolean, use?: Use): Promise<Inspected> {
  const full = join(folder, path);
  const stat = lstatSync(full);
  if (stat.isSymbolicLink()) {
    return {
      fault: { rule: 'file-link', message: `这是指向 ${readlinkSync(full)} 的链接文件，不收`, cure: '放入真实的文件' },
    };
  }
  // Reading a pipe or a device would never end.
  if (!stat.isFile())
    return { fault: { rule: 'file-special', message: '这不是普通的文件，不收', cure: '放入真实的文件' } };
  if (isImage(path)) {
    const fault = await faultOfImage(full, stat.size, use === 'scan');
    return { image: fault === null, media: true, fault };
  }
  if (isRecording(path) || use) return { media: true, fault: await faultOfMedium(full, stat.size, use) };
  const misplaced = faultOfName(path, isContentFolder);
  if (misplaced) return { fault: misplaced };
  if (stat.size === 0)
    return { fault: { rule: 'file-empty', message: '文件是空的', cure: '删除它，或运行 npm run new 生成模板' } };
  if (stat.size > LARGEST_FILE) {
    const message = `文件有 ${(stat.size / 2 ** 20).toFixed(1)} MB，超过 ${LARGEST_FILE / 1024} KB`;
    return { fault: { rule: 'file-size', message, cure: '是不是误粘了图片或整版内容？' } };
  }
  return readManuscript(path, readFileSync(full));
}

function readManuscript(path: string, bytes: Uint8Array): Inspected {
  const decoded = decodeText(bytes);
  if ('problem' in decoded) {
    const nul = bytes.indexOf(0);
    const line = nul === -1 ? 1 : Buffer.from(bytes.subarray(0, nul)).toString('latin1').split('\n').length;
    return {
      fault: {
        line,
        rule: 'file-encoding',
        message: decoded.problem,
        cure: '在编辑器里另存为 UTF-8，或从原件重新导入',
      },
    };
  }
  const { text, encoding, bom } = decoded;
  const file = { path, text };
  if (encoding !== 'utf-8') {
    return {
      fault: {
        rule: 'file-encoding',
        message: `文件是 ${ENCODING_NAMES[encoding]} 编码，要用 UTF-8`,
        cure: '用 npm run import 转存，或在编辑器里另存为 UTF-8',
      },
    };
  }
  if (bom) return { file, fault: { rule: 'file-bom', message: '文件开头有看不见的 BOM 标记', cure: FIX } };
  const line = bytes.includes(13) ? Buffer.from(bytes).toString('utf8').split('\r')[0]?.split('\n').length : undefined;
  return {
    file,
    fault:
      line === undefined ? null : { line, rule: 'file-line-ends', message: '换行是 Windows 格式（CRLF）', cure: FIX },
  };
}

const FIX = '运行 npm run check -- --fix 可自动改好';

/** Where stories and registers lie. */
const isInPlace = (path: string): boolean => storyAt(path) !== null || registerAt(path) !== undefined;

function faultOfName(path: string, isContentFolder: boolean): Fault | null {
  const name = path.replace(/^.*\//, '');
  if (registerAt(path) === 'pages')
    return isSlug(idOf({ path }))
      ? null
      : { rule: 'file-name', message: `文件名“${name}”不合规`, cure: `${SLUG_RULE}，例如 about.md` };
  if (/\.(?:md|markdown|txt|docx?|html?|rtf|wps|pdf)$/i.test(name)) {
    return {
      rule: 'file-kind',
      message: `“${name}”不是文章文件，不会出现在网站上`,
      cure: '用 npm run import -- 文件 转成文章；是给读者下载的 PDF，在文章的 media 里写上它',
    };
  }
  if (!/\.(?:mdx|yaml)$/i.test(name))
    return {
      rule: 'file-kind',
      message: `不认识的文件“${name}”`,
      cure: '内容文件夹只放 .mdx、.yaml、JPEG、PNG、WebP 图片、MP3、M4A、MP4，和文章 media 里写到的 PDF、CSV、TXT',
    };
  if (!/\.(?:mdx|yaml)$/.test(name) || !isSlug(idOf({ path }))) {
    return { rule: 'file-name', message: `文件名“${name}”不合规`, cure: `${SLUG_RULE}，例如 dong-cun.mdx` };
  }
  if (name.length > LONGEST_NAME)
    return { rule: 'file-name', message: `文件名有 ${name.length} 个字符，太长了`, cure: `不超过 ${LONGEST_NAME} 个` };
  if (isReservedName(name))
    return { rule: 'file-name', message: `“${name}”在 Windows 上是保留的名字，存不下来`, cure: '换一个名字' };
  if (isContentFolder && !isInPlace(path)) {
    const cure = name.endsWith('.mdx')
      ? '文章放在 stories/县区编号/ 里，例如 stories/dong-he/dong-cun.mdx'
      : '县区放在 counties/，地点放在 places/，系列放在 series/，人物放在 people/ 或 people.yaml，tags.yaml、authors.yaml、front.yaml、comparisons.yaml 放在最外面';
    return { rule: 'file-place', message: '文件放错了文件夹', cure };
  }
  return null;
}
