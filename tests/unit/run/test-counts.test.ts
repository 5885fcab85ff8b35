import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { count, readPlaywright, readVitest, sum, toCounts } from '../../run/test-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A runner that leaves this report and ends with this code. */
const runner = (report: object | null, code: number) => async (file: string) => {
  if (report) writeFileSync(file, JSON.stringify(report));
  return { code, output: '' };
};
const file = join(folder, 'report.json');
const vitest = (passed: number, failed = 0, pending = 0) => {
  return { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 };
};
const playwright = (expected: number, unexpected = 0, flaky = 0, skipped = 0) => {
  return { stats: { expected, unexpected, flaky, skipped } };
};

describe('what a runner reports', () => {
  test('is counted', async () => {
    expect(await readVitest(file, runner(vitest(5, 0, 2), 0))).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(await readVitest(file, runner(vitest(5, 1), 1))).toEqual({ passed: 5, failed: 1, skipped: 0 });
    expect(await readPlaywright(file, runner(playwright(7, 1, 1, 1), 1))).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  test('is one failure more where it fails without a failed test: a file did not load', async () => {
    expect(await readVitest(file, runner(vitest(5), 1))).toMatchObject({ passed: 5, failed: 1 });
    expect(await readPlaywright(file, runner(playwright(5), 1))).toMatchObject({ passed: 5, failed: 1 });
  });

  test('is a failure where nothing was tested', async () => {
    expect(await readVitest(file, runner(vitest(0), 0))).toMatchObject({ failed: 1 });
    expect(await readPlaywright(file, runner(playwright(0, 0, 0, 9), 0))).toMatchObject({ failed: 1, skipped: 9 });
  });

  test('is never that of an earlier run', async () => {
    writeFileSync(file, JSON.stringify(vitest(5)));
    await expect(readVitest(file, runner(null, 0))).rejects.toThrow();
  });
});

test('the last line holds the sum', () => {
  const total = sum([toCounts(0), toCounts(1), { passed: 3, failed: 0, skipped: 0 }]);
  expect(count(total)).toBe('4 passed, 1 failed');
  expect(count(sum([total, { passed: 0, failed: 0, skipped: 2 }]))).toBe('4 passed, 1 failed, 2 skipped');
});
