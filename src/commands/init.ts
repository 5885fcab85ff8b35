// npm run init -- <folder>: a new archive in a folder of its own, with a repository where there is none.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { genres } from '#archive';
import { holds, realPath } from '../disk/paths.ts';
import { archiveFiles, type Beginning, hostFiles, type NewFile } from '../editing/begin/archive-files.ts';
import { readEngine } from '../editing/begin/engine.ts';
import { CHOICES, licenceOf } from '../editing/begin/licences.ts';
import { writeAnchors } from '../editing/files/anchors-file.ts';
import { connectHooks } from '../editing/files/connect.ts';
import { isTaken } from '../editing/files/content-folder.ts';
import { git, repositoryOf } from '../editing/files/git.ts';
import { additionProblem } from '../release/output-folder.ts';
import { config } from '../site/config.ts';
import { ENV_FILE } from '../site/env-file.ts';
import { ask, isInteractive } from './ask.ts';
import { withVariables } from './env-lines.ts';
import { shellWord } from './shell.ts';
import { callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const LICENCES = Object.keys(CHOICES).join('、');
const USAGE = `用法：npm run init -- 文件夹 [选项]      新建一个档案；不写的会一项一项问
  --name 名字       网站的名字
  --unit 县区       一个地方叫什么：县区、流域、街道、学校……
  --first 清潭溪    第一个地方的名字
  --licence 许可    ${LICENCES}
  --use             让程序以后都用这个档案（写进 .env）；--no-use 不写`;
const OPTIONS = {
  name: { type: 'string' },
  unit: { type: 'string' },
  first: { type: 'string' },
  licence: { type: 'string' },
  use: { type: 'boolean' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Why an archive must not be made in a folder, as a clause; null where it may. */
function folderFault(folder: string, typed: string): string | null {
  if (/^~/.test(typed)) return '“~”没有换成主目录，请写完整的路径';
  const real = realPath(folder);
  if (real === null) return '它经过一个断了的链接';
  if (holds(realpathSync(process.cwd()), real))
    return '那是程序的文件夹，更新程序时会混在一起；放在程序旁边，例如 ../我的档案';
  if (real === realpathSync(homedir())) return '那是主目录；另起一个文件夹';
  const problem = additionProblem(real);
  if (problem) return problem;
  return isTaken(real) ? '那里已经有文件；写一个新的或空的文件夹' : null;
}

const textRule = (what: string, most: number) => (text: string) =>
  text.trim().length >= 1 && text.length <= most && !/[\p{Cc}<>{}]/u.test(text)
    ? null
    : `${what}写 1 到 ${most} 个字，不带尖括号和大括号`;
const licenceRule = (word: string) =>
  licenceOf(word) ? null : `只能是 ${LICENCES}；别的许可，先选一种，建好以后在 site.yaml 里改`;

/** What was given, else what whoever sits there says, else what stands for it; without that, it must be given. */
async function choose(
  option: string,
  given: string | undefined,
  question: string,
  rule: (word: string) => string | null,
  otherwise?: string,
): Promise<string> {
  if (given !== undefined) {
    const fault = rule(given);
    if (fault) throw new UsageError(`--${option} ${fault}`);
    return given.trim();
  }
  if (!isInteractive() && otherwise === undefined) throw new UsageError(`要写 --${option}，或在键盘前运行\n${USAGE}`);
  if (!isInteractive()) return otherwise ?? '';
  const answer = await ask(`${question}${otherwise ? `（按回车就是 ${otherwise}）` : ''}`, (word) =>
    word === '' && otherwise ? null : rule(word),
  );
  return answer || (otherwise ?? '');
}

async function readBeginning(values: Partial<Record<'name' | 'unit' | 'first' | 'licence', string>>) {
  const name = await choose('name', values.name, '网站叫什么名字？', textRule('名字', 30));
  const unit = await choose(
    'unit',
    values.unit,
    '一个地方叫什么？例如 县区、流域、街道、学校',
    textRule('叫法', 8),
    '地方',
  );
  const first = await choose('first', values.first, `第一个${unit}叫什么？`, textRule('名字', 20), `示例${unit}`);
  const listed = Object.entries(CHOICES).map(([id, words], index) => `\n  ${index + 1} ${id} ${words}`);
  const word = await choose('licence', values.licence, `文字与数据依什么许可再用？${listed.join('')}\n`, licenceRule);
  const licence = licenceOf(word) ?? 'InC';
  const genre = Object.keys(genres)[0] ?? '';
  return { name, unit, first, licence, genre, day: config().today } satisfies Beginning;
}

/** Writes all of it or nothing. */
function writeAll(folder: string, files: readonly NewFile[]): void {
  const isNew = !existsSync(folder);
  const written: string[] = [];
  try {
    for (const { path, text, isProgram } of files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      // Never over anything, whatever has come there in the meantime.
      writeFileSync(file, text, { flag: 'wx', mode: isProgram ? 0o755 : 0o644 });
      written.push(file);
    }
  } catch (error) {
    if (isNew) rmSync(folder, { recursive: true, force: true });
    else for (const file of written) rmSync(file, { force: true });
    const isClosed = error instanceof Error && /EACCES|EPERM|EROFS/.test(error.message);
    throw isClosed ? new UsageError(`不能在 ${folder} 新建：没有权限，换一个地方`) : error;
  }
}

/** A repository of its own, unless the folder lies in one; what its host runs belongs in the root of it. */
function provideRepository(folder: string): string {
  try {
    const around = repositoryOf(folder);
    if (around !== null && realpathSync(around) !== realpathSync(folder))
      return `它在仓库 ${around} 里面，没有另建仓库，也没有写自动检查和发布的流程。\n`;
    if (around === null) git(folder, 'init', '--quiet', '--initial-branch', 'main');
    writeAll(folder, hostFiles(readEngine(process.cwd())));
    connectHooks(folder, process.cwd());
    return '';
  } catch (error) {
    return `没有建成 git 仓库：${error instanceof Error ? error.message : error}\n`;
  }
}

/** Has every command use the archive from now on. */
function rememberArchive(folder: string): string {
  const text = existsSync(ENV_FILE) ? readFileSync(ENV_FILE, 'utf8') : '';
  const content = relative(process.cwd(), folder).replaceAll('\\', '/') || folder;
  // Names that are withheld in one archive are no other's.
  const withheld = `~/.config/withheld-names/${basename(folder)}.json`;
  writeWhole(ENV_FILE, withVariables(text, { CONTENT_DIR: content, WITHHELD_FILE: withheld }));
  return `以后每条命令都用它：${ENV_FILE} 里写了 CONTENT_DIR=${content}，隐名的指纹记在 ${withheld}。`;
}

/** Whether it is to be used from now on. */
async function isWanted(given: boolean | undefined): Promise<boolean> {
  if (given !== undefined || !isInteractive()) return given ?? false;
  const answer = await ask('让程序以后都用这个档案吗？（是／不是）', (word) =>
    /^(?:是|不是|不|y|n)$/i.test(word) ? null : '写“是”或“不是”',
  );
  return /^(?:是|y)$/i.test(answer);
}

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { allowPositionals: true, allowNegative: true, options: OPTIONS },
    USAGE,
  );
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const [typed] = positionals;
  if (!typed || positionals.length > 1) throw new UsageError(`写一个文件夹，有空格的加引号\n${USAGE}`);
  const folder = callerPath(typed);
  const fault = folderFault(folder, typed);
  if (fault) throw new UsageError(`不能在 ${typed} 新建档案：${fault}`);
  const beginning = await readBeginning(values);
  writeAll(folder, archiveFiles(beginning));
  writeAnchors(folder);
  const note = provideRepository(folder);
  console.log(
    `已新建“${beginning.name}”：${folder}\n${note}里面有一篇讲怎样写的样稿，名字、许可、用词在 site.yaml 里改。`,
  );
  const isUsed = await isWanted(values.use);
  if (isUsed) console.log(rememberArchive(folder));
  const before = isUsed ? '' : `CONTENT_DIR=${shellWord(folder) ?? folder} `;
  console.log(`    → 接着：\n      ${before}npm start        看网站\n      ${before}npm run new      写第一篇`);
  if (!isUsed)
    console.log(`    → 不想每次写 CONTENT_DIR，在 ${ENV_FILE} 里写一行 CONTENT_DIR=${relative(process.cwd(), folder)}`);
  return EXIT.fine;
});
