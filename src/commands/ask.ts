import { createInterface } from 'node:readline/promises';
import { UsageError } from './terminal.ts';

/** Whether somebody sits at the keyboard. */
export const isInteractive = (): boolean => process.stdin.isTTY === true && process.env.CI === undefined;

/**
 * Asks until the answer will do.
 * @param check why an answer will not do, or null
 */
export async function ask(question: string, check: (answer: string) => string | null = () => null): Promise<string> {
  if (!isInteractive()) throw new UsageError(`这里没有人可以回答“${question}”，请把答案写成选项`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const answer = (await terminal.question(`${question} `).catch(giveUp)).trim();
      const fault = check(answer);
      if (fault === null) return answer;
      console.log(`  ${fault}`);
    }
  } finally {
    terminal.close();
  }
}

/**
 * The given answer if it will do, else what the editor says.
 * @param check why an answer will not do, or null
 * @throws UsageError where what was given will not do, or nobody can be asked
 */
export async function choose(
  given: string | undefined,
  question: string,
  check: (answer: string) => string | null,
): Promise<string> {
  if (given === undefined) return ask(question, check);
  const fault = check(given);
  if (fault) throw new UsageError(fault);
  return given;
}

/** Terms of a list: said by their ids or names, and listed where neither is known. */
export interface Choice {
  id: string;
  name: string;
}

/**
 * One of a list, by its id or name; '' where it need not be one and nobody names it.
 * @throws as `choose` does
 */
export async function chooseFrom(
  given: string | undefined,
  question: string,
  all: readonly Choice[],
  { optional = false } = {},
): Promise<string> {
  if (optional && given === undefined && !isInteractive()) return '';
  const listed = all.map(({ id, name }) => `${id} ${name}`).join('、');
  const find = (word: string) => all.find(({ id, name }) => id === word || name === word)?.id;
  const word = await choose(given, `${question}（${listed}${optional ? '；没有就按回车' : ''}）`, (text) =>
    find(text) || (optional && text === '') ? null : `没有“${text}”，可选：${listed}`,
  );
  return find(word) ?? '';
}

/**
 * At least two of a list, by their ids or names, in one line.
 * @throws as `choose` does
 */
export async function chooseSome(
  given: string | undefined,
  question: string,
  all: readonly Choice[],
): Promise<string[]> {
  const listed = all.map(({ id, name }) => `${id} ${name}`).join('、');
  const find = (word: string) => all.find(({ id, name }) => id === word || name === word)?.id;
  const split = (text: string) => text.split(/[\s,，、]+/).filter(Boolean);
  const line = await choose(given, `${question}（${listed}；至少两个，用逗号隔开）`, (text) => {
    const stranger = split(text).find((word) => !find(word));
    if (stranger) return `没有“${stranger}”，可选：${listed}`;
    return new Set(split(text).map(find)).size < 2 ? '至少两个，用逗号隔开' : null;
  });
  return [...new Set(split(line).flatMap((word) => find(word) ?? []))];
}

/** Ctrl-C and Ctrl-D: whoever sits there has thought better of it. */
function giveUp(): never {
  throw new UsageError('没有回答完，就此停下');
}

/** Reads all lines from a pipe, for names that must not stand in a command's history. */
export async function readLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(line.trim());
  return lines.filter((line) => line !== '');
}
