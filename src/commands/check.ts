// npm run check: everything that is wrong with the content, in Chinese. Exit 0 fine, 1 problems, 2 usage, 3 failure.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkAgainst, checkStaged, checkTargets } from '../editing/files/check-targets.ts';
import { repositoryOf } from '../editing/files/git.ts';
import { listFolder } from '../editing/files/list-folder.ts';
import {
  findUnknownNames,
  findWithheldIn,
  findWithheldInFiles,
  readWithheldIfAny,
} from '../editing/files/withheld-file.ts';
import { fixManuscript } from '../editing/fix.ts';
import { formatProblems, isError, PROBLEM_FORMATS, type Problem, sortProblems } from '../lib/manuscript/problem.ts';
import { config } from '../site/config.ts';
import { openContent } from './open-content.ts';
import { callerFolder, callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run check -- [文件或文件夹…] [选项]
  --fix            改好能放心自动改的（半角标点、～、加粗、行末空白、BOM、换行），列出改了什么
  --dry-run        与 --fix 同用：只列出，不动文件
  --staged         检查已 git add 的内容
  --base main      已发表的文章与 main 相比有改动，必须写更正
  --dist dist      在生成好的网站里找应当隐去的姓名；没有指纹文件就不算通过
  --no-withheld-names  与 --dist 同用：这个网站从没隐去过姓名，不需要指纹文件
  --format github  按 GitHub 批注输出；json 供其他程序读取`;

const OPTIONS = {
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  staged: { type: 'boolean' },
  base: { type: 'string' },
  dist: { type: 'string' },
  'no-withheld-names': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Mends the files, and says what it did on stderr. */
function fixFiles(files: readonly string[], dryRun: boolean): void {
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const { text, done } = fixManuscript(source);
    if (done.length === 0) continue;
    if (!dryRun) writeWhole(file, text);
    console.error(`${dryRun ? '会改' : '已改'} ${relative(callerFolder(), file)}：${done.join('，')}`);
  }
}

/** What the editor asked about; without a word of it, everything. */
function targetsOf(paths: readonly string[]): string[] {
  const missing = paths.find((path) => !existsSync(callerPath(path)));
  if (missing !== undefined) throw new UsageError(`找不到“${missing}”，核对路径；有空格的要加引号`);
  return paths.length > 0 ? paths.map(callerPath) : [openContent().contentFolder];
}

interface Wanted {
  staged?: boolean;
  base?: string;
  dist?: string;
  'no-withheld-names': boolean;
}

async function findProblems(values: Wanted, paths: readonly string[]): Promise<Problem[]> {
  const { contentFolder: project, today: day, withheldFile } = openContent();
  if (values.dist) return checkDist(callerPath(values.dist), values['no-withheld-names']);
  const withheld = readWithheldIfAny(withheldFile);
  const findNames = async (folder: string, files: readonly string[]) =>
    withheld ? findWithheldInFiles(files, withheld, folder) : [];
  if (values.staged) return (await checkStaged({ project, day }, findNames)).problems;
  const { problems, files } = await checkTargets(targetsOf(paths), { project, day, withTables: true });
  const all = paths.length > 0 ? files : filesIn(project);
  const silent = values.base ? await checkAgainst(project, values.base) : [];
  // Most who write have no such file: to them it is no reason to stop.
  const unknown = paths.length > 0 ? [] : findUnknownNames(project, withheld, withheldFile);
  return [
    ...problems,
    ...(await findNames(project, all)),
    ...silent,
    ...unknown.map((problem) => ({ ...problem, hint: true })),
  ];
}

const filesIn = (folder: string): string[] =>
  listFolder(folder)
    .filter(({ isFile }) => isFile)
    .map(({ path }) => join(folder, path));

/**
 * Looks for withheld names in a built site. Without what they are known by nothing can be looked for, and that is no
 * pass: whoever has never withheld a name says so.
 */
async function checkDist(folder: string, hasNone: boolean): Promise<Problem[]> {
  const { contentFolder, withheldFile } = config();
  const withheld = readWithheldIfAny(withheldFile);
  const found = withheld ? await findWithheldIn(folder, withheld) : [];
  const unknown = findUnknownNames(contentFolder, withheld, withheldFile);
  if (withheld || unknown.length > 0) return [...found, ...unknown];
  if (hasNone) return [];
  const cure = '把指纹文件放到那里，或用 WITHHELD_FILE 指明；从没隐去过姓名，加 --no-withheld-names';
  return [
    {
      file: withheldFile,
      line: 1,
      column: 1,
      rule: 'withheld-unknown',
      message: '没有隐名的指纹文件，姓名没有核对',
      cure,
    },
  ];
}

/** What is said of one place in the same words is said once. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/** A log that anybody can read must not point at the place where the name stands: it says which file, and no more. */
const discreet = (problem: Problem): Problem =>
  process.env.CI && /^withheld-(?:name|letters)$/.test(problem.rule)
    ? { ...problem, line: 1, column: 1, message: `${problem.message}；位置不写在公开的记录里，请在自己的电脑上检查` }
    : problem;

function report(problems: readonly Problem[], format: string): number {
  const chosen = PROBLEM_FORMATS.find((name) => name === format);
  if (!chosen) throw new UsageError(`--format 只能是 ${PROBLEM_FORMATS.join('、')}\n${USAGE}`);
  const output = formatProblems(problems, chosen);
  if (output !== '') console.log(output);
  const errors = problems.filter(isError).length;
  const hints = problems.length - errors;
  const tail = hints > 0 ? `另有 ${hints} 处提示。` : '';
  console.error(errors === 0 ? `稿件检查通过。${tail}` : `共 ${errors} 处错误。${tail}`);
  return errors === 0 ? EXIT.fine : EXIT.problems;
}

/** Annotations name files from the root of the repository that they are shown in: that of the stories. */
function repositoryForAnnotations(): string {
  const root = repositoryOf(config().contentFolder);
  return root === null ? process.cwd() : realpathSync(root);
}

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  if (values.fix) {
    const { contentFolder: project, today: day } = openContent();
    fixFiles((await checkTargets(targetsOf(positionals), { project, day })).files, values['dry-run'] ?? false);
  }
  const root = values.format === 'github' ? repositoryForAnnotations() : callerFolder();
  const problems = (await findProblems(values, positionals)).map((problem) => ({
    ...discreet(problem),
    file: relative(root, problem.file) || problem.file,
  }));
  return report(sortProblems(distinct(problems)), values.format);
});
