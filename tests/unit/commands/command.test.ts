import { expect, test } from 'vitest';
import { run } from '../../../src/commands/command.ts';

const node = (script: string) => run(process.execPath, ['-e', script], { quiet: true });

test('a command hands on the exit code and the output of what it runs', async () => {
  expect(await node('console.log(1); console.error(2); process.exit(3)')).toEqual({ code: 3, output: '1\n2\n' });
});

// Windows has no signals.
test.skipIf(process.platform === 'win32')('a program ended by a signal ends as shells say it', async () => {
  expect((await node('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 60000)')).code).toBe(143);
});

test('a program that is not there is told as such', async () => {
  expect((await run('no-such-program', [], { quiet: true })).code).toBe(127);
});

test('all that is run is told to report nothing to the makers of Astro', async () => {
  expect((await node('console.log(process.env.ASTRO_TELEMETRY_DISABLED)')).output).toBe('1\n');
});

test('what a test runs finds what it would find in a terminal', async () => {
  const names = ['BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SSR', 'VITEST'];
  const { output } = await node(
    `for (const name of ${JSON.stringify(names)}) if (name in process.env) console.log(name)`,
  );
  expect(output).toBe('');
});
