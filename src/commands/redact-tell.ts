import { join, relative } from 'node:path';
import { type Elsewhere, withFingerprints } from '../editing/files/elsewhere.ts';
import type { History } from '../editing/files/git.ts';
import { findName } from '../editing/names/find.ts';
import type { Changed } from '../editing/redact.ts';
import { commitLines } from './commit-lines.ts';
import { shellWord } from './shell.ts';
import { callerFolder } from './terminal.ts';

// What redact prints; none of it holds the name.

/** What a path is called on the terminal: without the name that may stand in it. */
const seen = (file: string, names: readonly string[]): string =>
  names.reduce(
    (path, name) =>
      findName(path, name).reduceRight((all, { start, end }) => `${all.slice(0, start)}…${all.slice(end)}`, path),
    relative(callerFolder(), file) || file,
  );

const WHY = {
  doubtful: [
    '可能是这个姓名，也可能是更长的姓名或别的词，没有改',
    '在键盘前运行 npm run redact，它会逐处问；处处都是的，加 --every',
  ],
  given: ['像是只写了名字，没有改', '在键盘前运行 npm run redact，它会问；从管道给姓名的，加一行“又作：名字”'],
  unmendable: ['这个姓名在图片说明、网址或注释里，没有改', '手工改掉'],
} as const;

export function tellChanged(changed: readonly Changed[], verb: string, names: readonly string[], folder: string): void {
  for (const { file, count, places } of changed) {
    const path = seen(join(folder, file.path), names);
    console.log(`${path}：${verb} ${count} 处`);
    for (const { line, column, why } of places)
      console.log(`${path}:${line}:${column} ${WHY[why][0]}\n    → ${WHY[why][1]}`);
  }
  if (changed.length === 0) console.log('文章里没有这个姓名。');
}

/** The commands that commit the change; their words hold no name. */
export function tellCommit(contentFolder: string, files: readonly string[], verb: string): void {
  if (files.length > 0) console.log(commitLines(contentFolder, files, `${verb}一个姓名`));
}

/** How to be rid of it. */
export function tellHistory(history: History | null, names: readonly string[]): void {
  if (!history) return;
  const { versions, paths, messages } = history;
  if (paths.length === 0 && messages === 0) {
    console.log(`git 的历史里没有这个姓名（看过 ${versions} 个旧版本和全部提交说明）。`);
    return;
  }
  console.log('git 的历史里还有这个姓名，谁拿到仓库都能翻出来。');
  if (messages > 0) console.log(`  提交说明：${messages} 条`);
  if (paths.length > 0) {
    const isNamed = (path: string) => names.some((name) => findName(path, name).length > 0);
    const all = withFingerprints(paths)
      .filter((path) => !isNamed(path))
      .map((path) => `--path ${shellWord(path) ?? path}`);
    console.log(
      `  旧版本：在 ${paths.length} 个文件里；段落表、原件的指纹要跟它们一起从历史里去掉，在稿件的仓库里运行：`,
    );
    console.log(`      git filter-repo --force --invert-paths ${all.join(' ')}`);
    const named = paths.filter(isNamed).length;
    if (named > 0) console.log(`  其中 ${named} 个文件的名字里就写着这个姓名，没有列出：用 --path-glob 把它们也去掉`);
  }
  console.log(
    '    → 先提交，存好这些文件现在的样子，再改写历史；全部步骤（分叉、平台的缓存、发布过的网站）在 CONTRIBUTING.md“从历史里清掉姓名”',
  );
}

/** What a person must look at beside the stories. */
export function tellElsewhere(elsewhere: readonly Elsewhere[], names: readonly string[]): void {
  for (const { file, what, cure } of elsewhere) console.log(`${seen(file, names)}：${what}\n    → ${cure}`);
}
