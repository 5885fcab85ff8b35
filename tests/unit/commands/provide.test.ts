import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { provide } from '../../../src/commands/provide.ts';

let folder = '';
const inside = (...path: string[]) => join(folder, ...path);
const lock = (text: string) => writeFileSync(inside('manifest', 'package-lock.json'), text);
const calls = () => (existsSync(inside('calls')) ? readFileSync(inside('calls'), 'utf8').trim().split('\n') : []);

/** Stands in for npm: writes down how it is called, and makes what npm ci makes. */
function installNpm(code = 0): void {
  const script = `
    const { appendFileSync, mkdirSync } = require('node:fs');
    const args = process.argv.slice(2);
    appendFileSync(${JSON.stringify(inside('calls'))}, args.join(' ') + '\\n');
    mkdirSync(args[args.indexOf('--prefix') + 1] + '/node_modules', { recursive: true });
    console.error('as npm says it');
    process.exitCode = ${code};
  `;
  writeFileSync(inside('npm.cjs'), script);
  vi.stubEnv('npm_execpath', inside('npm.cjs'));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provide-'));
  mkdirSync(inside('manifest'));
  for (const name of ['package.json', '.npmrc']) writeFileSync(inside('manifest', name), name);
  lock('one');
  installNpm();
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const provideHere = () => provide(inside('manifest'), inside('target'), 'fetching …');

test('what is missing is installed as its lock file says, and that is said before', async () => {
  await provideHere();
  expect(calls()).toEqual([`ci --prefix ${inside('target')} --ignore-scripts`]);
  expect(console.log).toHaveBeenCalledWith('fetching …');
  for (const name of ['package.json', '.npmrc']) expect(readFileSync(inside('target', name), 'utf8')).toBe(name);
});

test('what is there is not asked for again, until another is locked', async () => {
  await provideHere();
  await provideHere();
  expect(calls()).toHaveLength(1);
  lock('two');
  await provideHere();
  expect(calls()).toHaveLength(2);
});

test('where it does not come, npm says why, and it is tried again the next time', async () => {
  installNpm(1);
  await expect(provideHere()).rejects.toThrow('as npm says it');
  installNpm();
  await provideHere();
  expect(calls()).toHaveLength(2);
});
