// npm run import: drafts from texts, Word files, pages, PDF, mails and the like, with a report of every decision. Nothing is lost, or nothing
// is written. Exit 0 fine, 1 not imported, 2 usage, 3 failure.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { contentFolderFault } from '../editing/files/content-folder.ts';
import { readCountyNames } from '../editing/files/county-names.ts';
import { readContent } from '../editing/files/read-content.ts';
import { readLists } from '../editing/files/read-on-site.ts';
import { type ImportResult, importFile } from '../editing/import/import-file.ts';
import type { Decision } from '../editing/import/text/model.ts';
import { isSlug, SLUG_RULE } from '../lib/manuscript/paths.ts';
import { additionProblem } from '../release/output-folder.ts';
import { config } from '../site/config.ts';
import { canKeep, isKept, keepOriginal, type Output, toOutputs } from './import-outputs.ts';
import { openContent } from './open-content.ts';
import { shellWord } from './shell.ts';
import { callerFolder, callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run import -- 稿件… [选项]　　可以是 .txt .docx .html .md .pdf .mht .eml .odt .rtf
  --split       一个文件里有几篇，分成几篇
  --slug 名字   网址名，小写字母、数字和连字符；不写则自动取
  --out 文件夹  写到别的内容文件夹，用来试验
  --force       覆盖已有的草稿
  --dry-run     只报告，不写文件`;

const OPTIONS = {
  split: { type: 'boolean', default: false },
  slug: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Of what is told; the rest can be looked up. */
const LONGEST_SHOWN = 120;
const LARGEST = 50 * 2 ** 20;

interface Settings {
  split: boolean;
  slug?: string | undefined;
  out: string;
  force: boolean;
  dryRun: boolean;
}

const say = (text: string) => console.log(text);
const seen = (file: string) => relative(callerFolder(), file) || file;

/** Imports one file. @returns whether it was */
async function importOne(path: string, settings: Settings): Promise<boolean> {
  say(`\n${seen(path)}`);
  if (!existsSync(path)) return refuse('找不到这个文件');
  if (!statSync(path).isFile()) return refuse('这不是普通的文件，不能导入');
  if (statSync(path).size > LARGEST) return refuse(`文件超过 ${LARGEST / 2 ** 20} MB，不像文章`);
  const bytes = readBytes(path);
  if (!bytes) return refuse('文件读不出来：没有权限，或正被别的程序占用', '换一份，或在文件的属性里允许读取');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const result = await importFile(basename(path), bytes, {
    split: settings.split,
    counties: readCountyNames(config().contentFolder),
    day: config().today,
    beside: (name) => readBeside(path, name),
  });
  if ('problem' in result) return refuse(result.problem);
  report(result);
  const losses = result.articles.flatMap((article) => article.losses);
  if (losses.length > 0)
    return refuse(
      `核对没有通过，有 ${losses.length} 处文字会丢：${losses.map(({ line, text }) => `第 ${line} ${result.unit}“${text}”`).join('；')}`,
    );
  const outputs = toOutputs(result, { path, ...settings });
  if (isKept(sha256, settings.out) && !settings.force && !settings.slug)
    return refuse('这份原件已经导入过', '要再导入一次，加 --force，或用 --slug 另取名字');
  const existing = outputs.find(({ file }) => existsSync(file));
  if (existing && !settings.force)
    return refuse(`${seen(existing.file)} 已经存在`, '要覆盖请加 --force，或用 --slug 另取名字');
  for (const { name, type } of result.pictures.filter(({ type }) => !canKeep(type)))
    say(`  提示 第 ${name.replace('picture-', '')} 张图是 ${type}，没有取出\n    → 另存为 JPEG，放到文章旁边`);
  write([...outputs, ...keepOriginal(path, bytes, sha256, settings.out)], settings.dryRun);
  say('  核对：原文的每一段都在草稿里，或列在上面；去掉空白、不计标点全半角，逐段逐字相同。');
  for (const { file } of outputs) say(`  ${settings.dryRun ? '会写' : '已写'} ${seen(file)}`);
  for (const hint of unregisteredAuthors(result, config().contentFolder)) say(hint);
  if (result.unsplit > 1)
    say(`  提示 像有 ${result.unsplit} 篇文章在一个文件里\n    → 加 --split 分成 ${result.unsplit} 篇`);
  return true;
}

/** Who wrote it and is in no register yet, with the command that puts each there in a file of its own. */
function unregisteredAuthors({ articles }: ImportResult, folder: string): string[] {
  // With --out there need be no archive at all.
  if (contentFolderFault(folder)) return [];
  const known = new Set(
    readLists(readContent(folder), 'people').flatMap(({ rows }) => rows.map(({ row }) => row.name)),
  );
  const authors = articles.flatMap(({ facts: { bylines, county } }) =>
    bylines.flatMap(({ role, names }) => names.map((name) => ({ name, role, county }))),
  );
  return authors
    .filter(({ name }, index) => !known.has(name) && authors.findIndex((one) => one.name === name) === index)
    .map(({ name, role, county }) => {
      const options = [county ? `--county ${county}` : '', role ? `--role ${shellWord(role) ?? '身份'}` : ''];
      const command = ['npm run new -- person --name', shellWord(name) ?? '姓名', ...options].filter(Boolean).join(' ');
      return `  提示 作者“${name}”还没有登记\n    → 要登记：${command}`;
    });
}

/** A picture that a page or a Markdown file names by a path below its own folder, `稿件_files/1.jpg`. */
function readBeside(path: string, name: string): Buffer | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) return null;
  const folder = dirname(path);
  const decoded = decodePath(name.replace(/[?#].*$/, ''));
  const file = resolve(folder, decoded);
  const isBelow = file.startsWith(folder + sep);
  const isFile = isBelow && existsSync(file) && statSync(file).isFile() && statSync(file).size <= LARGEST;
  return isFile ? readBytes(file) : null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function refuse(message: string, cure?: string): false {
  say(`  错误 ${message}${cure ? `\n    → ${cure}` : ''}`);
  return false;
}

function report({ articles, decisions, unit }: ImportResult): void {
  const line = ({ line: number, what, text }: Decision) =>
    `  ${number > 0 ? `第 ${number} ${unit} ` : ''}${what}：${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…（共 ${text.length} 字，见原件）` : text}`;
  for (const decision of decisions) say(line(decision));
  for (const [index, { facts, decisions: own }] of articles.entries()) {
    if (articles.length > 1) say(` ${index + 1}. ${facts.title || '（没有题目）'}`);
    for (const decision of own) say(line(decision));
  }
}

function write(outputs: readonly Output[], dryRun: boolean): void {
  if (dryRun) return;
  for (const { file, data } of outputs) writeWhole(file, data);
}

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  if (values.help || positionals.length === 0) {
    if (!values.help) throw new UsageError(USAGE);
    say(USAGE);
    return EXIT.fine;
  }
  if (values.slug && !isSlug(values.slug)) throw new UsageError(`--slug ${SLUG_RULE}\n${USAGE}`);
  if (values.slug && positionals.length > 1) throw new UsageError('--slug 一次只能配一个文件');
  const out = values.out ? callerPath(values.out) : openContent().contentFolder;
  const problem = additionProblem(out);
  if (problem) throw new UsageError(`不能写到 ${seen(out)}：${problem}`);
  const settings: Settings = {
    split: values.split,
    slug: values.slug,
    out,
    force: values.force,
    dryRun: values['dry-run'],
  };
  let failed = 0;
  for (const path of positionals) if (!(await importOne(callerPath(path), settings))) failed++;
  console.error(failed === 0 ? '\n导入完成。草稿里的“待确认”要逐处核对。' : `\n有 ${failed} 个文件没有导入。`);
  return failed === 0 ? EXIT.fine : EXIT.problems;
});
