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
      const answer = (await terminal.question(`${question} `)).trim();
      const fault = check(answer);
      if (fault === null) return answer;
      console.log(`  ${fault}`);
    }
  } finally {
    terminal.close();
  }
}

/** Reads all lines from a pipe, for names that must not stand in a command's history. */
export async function readLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: process.stdin })) lines.push(line.trim());
  return lines.filter((line) => line !== '');
}
