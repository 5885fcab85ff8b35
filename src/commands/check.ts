// npm run check: everything that is wrong with the content, in Chinese. Exit 0 fine, 1 problems, 2 usage, 3 failure.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkAgainst, checkStaged, checkTargets } from '../editing/files/check-targets.ts';
import { findWithheldIn, findWithheldInFiles, readWithheld } from '../editing/files/withheld-file.ts';
import { fixManuscript } from '../editing/fix.ts';
import { formatProblems, isError, PROBLEM_FORMATS, type Problem, sortProblems } from '../lib/manuscript/problem.ts';
import { config } from '../site/config.ts';
import { callerFolder, callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run check -- [文件或文件夹…] [选项]
  --fix            改好能放心自动改的（半角标点、～、加粗、行末空白、BOM、换行），列出改了什么
  --dry-run        与 --fix 同用：只列出，不动文件
  --staged         检查已 git add 的内容
  --base main      已发表的文章与 main 相比有改动，必须写更正
  --dist dist      在生成好的网站里找应当隐去的姓名
  --format github  按 GitHub 批注输出；json 供其他程序读取`;

const OPTIONS = {
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  staged: { type: 'boolean' },
  base: { type: 'string' },
  dist: { type: 'string' },
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
  return paths.length > 0 ? paths.map(callerPath) : [config().contentFolder];
}

async function findProblems(values: { staged?: boolean; base?: string; dist?: string }, paths: readonly string[]) {
  const { contentFolder: project, today: day, withheldFile } = config();
  const withheld = readWithheld(withheldFile);
  if (values.dist) return findWithheldIn(callerPath(values.dist), withheld);
  if (values.staged) return (await checkStaged({ project, day })).problems;
  const { problems, files } = await checkTargets(targetsOf(paths), { project, day });
  const silent = values.base ? await checkAgainst(project, values.base) : [];
  return [...problems, ...findWithheldInFiles(files, withheld), ...silent];
}

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

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  if (values.fix) {
    const { contentFolder: project, today: day } = config();
    fixFiles((await checkTargets(targetsOf(positionals), { project, day })).files, values['dry-run'] ?? false);
  }
  const root = values.format === 'github' ? process.cwd() : callerFolder();
  const problems = (await findProblems(values, positionals)).map((problem) => ({
    ...problem,
    file: relative(root, problem.file) || problem.file,
  }));
  return report(sortProblems(problems), values.format);
});
