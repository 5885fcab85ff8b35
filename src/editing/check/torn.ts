import type { Finding } from '../../lib/manuscript/problem.ts';

/** What Git leaves where two versions met: nothing else in such a file is worth reading yet. */
export function findConflict(source: string): Finding[] {
  const index = source.split('\n').findIndex((line) => /^(?:<{7} |\|{7} |>{7} )/.test(line));
  if (index === -1) return [];
  const cure = '留下要的一份，删掉 <<<<<<<、=======、>>>>>>> 三行';
  return [{ line: index + 1, column: 1, rule: 'merge-conflict', message: '有没处理完的合并冲突', cure }];
}

/** Why a manuscript does not begin with fields between two lines of `---`. */
export function explainMissingHead(source: string): Finding {
  const place = { line: 1, column: 1 };
  if (/^---[ \t]+\n/.test(source))
    return {
      ...place,
      rule: 'head-missing',
      message: '开头的“---”后面有空格',
      cure: '运行 npm run check -- --fix 可自动改好',
    };
  if (source.startsWith('---\n'))
    return {
      ...place,
      rule: 'head-missing',
      message: '开头的“---”没有配对的结束“---”',
      cure: '在栏目之后另起一行写 ---',
    };
  return {
    ...place,
    rule: 'head-missing',
    message: '文件要以“---”之间的栏目开头',
    cure: '参照已有的文章，或用 npm run new 建一篇',
  };
}
