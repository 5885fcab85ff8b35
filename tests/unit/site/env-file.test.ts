import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../../src/commands/command.ts';
import { readConfig } from '../../../src/site/config.ts';
import { LASTING, readEnvFile } from '../../../src/site/env-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a file of this text sets. */
function read(text: string) {
  writeFileSync(join(folder, 'env'), text);
  return readEnvFile(join(folder, 'env'));
}

describe('the file of variables', () => {
  test.each([
    ['a plain line', 'CONTENT_DIR=../stories\n', '../stories'],
    ['blanks and Chinese', 'CONTENT_DIR=../我的 档案\n', '../我的 档案'],
    ['quotes', 'CONTENT_DIR="../a # b"\n', '../a # b'],
    ['a remark', '# 说明\nCONTENT_DIR=../a # 这里\n', '../a'],
    ['Windows’ way to write it', '\uFEFFCONTENT_DIR=..\\stories\r\nPORT=1\r\n', '..\\stories'],
    ['what a shell would run', 'export CONTENT_DIR=../a\n', '../a'],
  ])('takes %s', (_, text, folder) => expect(read(text).CONTENT_DIR).toBe(folder));

  test('sets every variable that lasts, and no other', () => {
    const text = [...LASTING, 'DRAFTS', 'EDIT_FORM', 'NODE_OPTIONS', 'PATH', 'HOST']
      .map((name) => `${name}=1`)
      .join('\n');
    expect(Object.keys(read(text))).toEqual([...LASTING]);
  });

  test('says so where a name is misspelt', () => {
    expect(() => read('CONTNT_DIR=a')).toThrow(/不认识的变量 CONTNT_DIR：是不是 CONTENT_DIR？/);
  });

  test('may be missing, and may be switched off', () => {
    expect(readEnvFile(join(folder, 'nowhere'))).toEqual({});
    expect(readEnvFile('none')).toEqual({});
  });
});

test('the environment wins over the file, for every command', async () => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  writeFileSync(join(folder, 'env'), `CONTENT_DIR=${folder}/from-file\n`);
  vi.stubEnv('CONTENT_DIR', undefined);
  const check = (env: Record<string, string>) =>
    run(process.execPath, ['src/commands/run.mjs', 'src/commands/check.ts'], {
      quiet: true,
      env: { ENV_FILE: join(folder, 'env'), ...env },
    });
  expect((await check({})).output).toContain('from-file');
  expect((await check({ CONTENT_DIR: join(folder, 'from-environment') })).output).toContain('from-environment');
  vi.unstubAllEnvs();
});

test('~ stands for the home, as in a shell', () => {
  const { contentFolder, withheldFile } = readConfig({ CONTENT_DIR: '~/no-such-archive', WITHHELD_FILE: '~/w.json' });
  expect(contentFolder).toBe(join(homedir(), 'no-such-archive'));
  expect(withheldFile).toBe(join(homedir(), 'w.json'));
});
