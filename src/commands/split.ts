// npm run split: gives every person and every place a file of its own, so that two editors who add one do not collide.
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readContent } from '../editing/files/read-content.ts';
import { type Split, splitLists } from '../editing/split.ts';
import { openContent } from './open-content.ts';
import { callerFolder, EXIT, readArguments, runCommand, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run split -- [选项]      把 people.yaml、places/县区.yaml 拆成一条一个文件
  --dry-run     只列出，不动文件`;
const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

await runCommand(() => {
  const { values } = readArguments({ options: OPTIONS }, USAGE);
  if (values.help) {
    console.log(USAGE);
    return EXIT.fine;
  }
  const { contentFolder } = openContent();
  const seen = (path: string) => relative(callerFolder(), join(contentFolder, path));
  const dryRun = values['dry-run'];
  let faults = 0;
  let count = 0;
  for (const answer of splitLists(readContent(contentFolder))) {
    const list = seen(answer.list.path);
    if ('fault' in answer) {
      console.log(`${list} 没有拆：${answer.fault}`);
      faults++;
      continue;
    }
    if (!dryRun) write(contentFolder, answer);
    count += answer.entries.length;
    console.log(`${dryRun ? '会拆' : '已拆'} ${list}：${tell(answer)}`);
  }
  if (count === 0 && faults === 0) console.log('没有要拆的：人物和地点都已经是一条一个文件。');
  else if (!dryRun && count > 0) console.log(`    → 网址都没有变。运行 npm run check 看一遍，再一起提交`);
  return faults === 0 ? EXIT.fine : EXIT.problems;
});

/** The entries first: whatever happens, nothing is in no file. */
function write(folder: string, { list, entries, rest }: Split): void {
  for (const { path, text } of entries) writeWhole(join(folder, path), text);
  if (rest === null) rmSync(join(folder, list.path));
  else writeWhole(join(folder, list.path), rest);
}

function tell({ entries, rest }: Split): string {
  const what = entries.length > 0 ? `${entries.length} 条，各成一个文件` : '里面没有条目';
  return `${what}${rest === null ? '，原文件删去' : '；余下的说明留在原文件'}`;
}
