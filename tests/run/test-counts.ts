import { readFileSync, rmSync } from 'node:fs';
import type { Outcome } from '../../src/commands/command.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A step that is one test: passed when its command ended with 0. */
export const toCounts = (code: number): Counts => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/** 「3 passed, 1 failed」, and the skipped ones if there are any. */
export const count = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));

/** Runs Vitest and reads its counts from the report it leaves in `file`. */
export const readVitest = (file: string, run: (file: string) => Promise<Outcome>): Promise<Counts> =>
  readReport(file, run, (report) => ({
    passed: Number(report.numPassedTests),
    failed: Number(report.numFailedTests),
    skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
  }));

/** Runs Playwright and reads its counts from the report it leaves in `file`. */
export const readPlaywright = (file: string, run: (file: string) => Promise<Outcome>): Promise<Counts> =>
  readReport(file, run, ({ stats }) => {
    const { expected, unexpected, flaky, skipped } = stats as Record<string, number>;
    return { passed: Number(expected), failed: Number(unexpected) + Number(flaky), skipped: Number(skipped) };
  });

/** A runner that fails without a failed test (a file did not load), or tests nothing, counts as one failure. */
async function readReport(
  file: string,
  run: (file: string) => Promise<Outcome>,
  read: (report: Record<string, unknown>) => Counts,
): Promise<Counts> {
  rmSync(file, { force: true });
  const { code } = await run(file);
  const counts = read(JSON.parse(readFileSync(file, 'utf8')));
  const isFine = code === 0 && counts.passed > 0;
  return !isFine && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
