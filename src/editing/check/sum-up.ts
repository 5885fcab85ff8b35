import type { Problem } from '../../lib/manuscript/problem.ts';

/** Of one rule in one file. Nobody mends more before looking again. */
const MOST = 100;
/** Words of a message: what it quotes may be a whole file. */
const LONGEST = 300;

/** Problems as an editor can take them in: of one kind in one file so many, and word of how many more there are. */
export function sumUp(problems: readonly Problem[]): Problem[] {
  const kinds = Map.groupBy(problems, ({ file, rule, hint }) => `${rule} ${hint ?? false} ${file}`);
  return [...kinds.values()].flatMap((all) => {
    const next = all[MOST];
    const told = all.slice(0, MOST).map(shorten);
    if (!next) return told;
    const message = `同样的问题还有 ${all.length - MOST} 处，没有一一列出`;
    return [...told, { ...next, message, cure: '改好上面的，再检查一遍' }];
  });
}

function shorten(problem: Problem): Problem {
  const { message, cure } = problem;
  if (message.length <= LONGEST && (cure?.length ?? 0) <= LONGEST) return problem;
  return { ...problem, message: cut(message), ...(cure ? { cure: cut(cure) } : {}) };
}

const cut = (words: string) =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST * 0.7)}…${words.slice(-LONGEST * 0.2)}`;
