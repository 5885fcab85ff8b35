import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/command.ts';
import { refusal, writeInto } from '../../../src/hosting/output.ts';
import { precompress } from '../../../src/hosting/precompress.ts';
import { filesOf } from '../../support/built-files.ts';
import { makeSite } from '../../support/made-site.ts';

const made: string[] = [];
const temporary = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'headers-')));
  made.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

describe('configurations are written', () => {
  let folder = '';
  beforeEach(() => {
    folder = temporary();
  });
  const problem = (out: string, content = resolve('src/content'), site = resolve('dist')) =>
    refusal(out, site, { project: process.cwd(), content, home: homedir() });

  test('into a new or an empty folder, and again over what was written before', () => {
    const out = join(folder, 'deep/out');
    expect(problem(out)).toBeNull();
    expect(problem(folder)).toBeNull();
    writeInto(out, { a: '1', b: '2' });
    expect(problem(out)).toBeNull();
    writeInto(out, { a: '3', b: '2' });
    expect(readFileSync(join(out, 'a'), 'utf8')).toBe('3');
  });

  test.each<[string, (out: string) => void]>([
    ['another file', (out) => writeFileSync(join(out, 'notes.txt'), 'mine')],
    ['a folder', (out) => mkdirSync(join(out, 'mine'))],
    ['a file that was changed by hand', (out) => writeFileSync(join(out, 'a'), 'better')],
    ['a file of the same name that no run wrote', (out) => rmSync(join(out, '.written-by-headers.json'))],
  ])('not where there is %s', (_, spoil) => {
    writeInto(folder, { a: '1' });
    spoil(folder);
    expect(problem(folder)).toMatch(/^里面有/);
  });

  test('not into the project, above it, its source, content or site, a home or a root, whatever leads there', () => {
    const link = join(folder, 'link');
    symlinkSync(resolve('src'), link);
    const [content, site] = [join(folder, 'content'), join(folder, 'dist')];
    for (const out of [
      '.',
      '..',
      '/',
      homedir(),
      'src',
      'src/new',
      'src/../src/./x',
      'tests/x',
      'public',
      'node_modules/x',
      '.git',
      link,
      join(link, 'new'),
      content,
      site,
      join(site, 'new'),
      folder,
    ])
      expect(problem(out, content, site), out).not.toBeNull();
    expect(problem('hosting-that-is-new', content, site)).toBeNull();
  });

  test('not where a file is, below one, or through a link that leads nowhere', () => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    expect(problem(join(folder, 'file'))).toContain('文件');
    expect(problem(join(folder, 'file/new'))).toContain('文件');
    expect(problem(join(folder, 'link'))).toContain('断了的链接');
    expect(problem(join(folder, 'link/new'))).toContain('断了的链接');
  });

  test('not beside such a link, which is somebody’s', () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    expect(problem(folder)).toMatch(/^里面有.*link/);
  });
});

const print = (folder: string) =>
  filesOf(folder).map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]);

test('a wrong call is one sentence and code 2, and touches nothing', async () => {
  const site = makeSite('/');
  made.push(dirname(site));
  const before = print(dirname(site));
  const call = (...args: string[]) =>
    run(process.execPath, ['src/commands/headers.ts', '--precompress', ...args], {
      quiet: true,
      env: { INIT_CWD: process.cwd() },
    });
  for (const args of [
    ['--dist', site],
    ['--dist', site, '--out', site],
    ['--dist', site, '--out', dirname(site)],
    ['--dist', join(site, 'empty'), '--out', join(dirname(site), 'out')],
    ['--dist', site, '--out', join(dirname(site), 'out'), '--listen', '80; evil'],
    ['--dist', site, '--out', join(dirname(site), 'out'), '--root', '/srv\n}'],
    ['--nonsense'],
  ]) {
    const { code, output } = await call(...args);
    expect(code, output).toBe(2);
    expect(output).toMatch(/^[^\n]*(?:没有|不能|不认识|要写成)/);
    expect(output).not.toMatch(/\n\s+at /);
  }
  expect(print(dirname(site))).toEqual(before);
});

test('packed twins are the same each time, smaller than their text, and never outlive it', () => {
  const site = makeSite('/');
  made.push(dirname(site));
  writeFileSync(join(site, 'table.csv.gz'), 'published so');
  const plain = print(site);
  precompress(site);
  const first = print(site);
  expect(existsSync(join(site, 'index.html.br'))).toBe(true);
  expect(existsSync(join(site, 'assets/tiny.2b.json.gz'))).toBe(false);
  expect(existsSync(join(site, 'share.png.gz'))).toBe(false);
  for (const [file = ''] of first)
    if (/\.(?:br|gz)$/.test(file) && !file.endsWith('table.csv.gz'))
      expect(statSync(file).size, file).toBeLessThan(statSync(file.replace(/\.\w+$/, '')).size);
  precompress(site);
  expect(print(site)).toEqual(first);
  for (const path of ['index.html', 'sw.js']) rmSync(join(site, path));
  precompress(site);
  expect(readdirSync(site).filter((name) => /^(?:index\.html|sw\.js)/.test(name))).toEqual([]);
  expect(readFileSync(join(site, 'table.csv.gz'), 'utf8')).toBe('published so');
  expect(plain.every(([file = '']) => existsSync(file) || /index\.html$|sw\.js$/.test(file))).toBe(true);
});

test('a list of packed files that somebody has written takes nothing else away', () => {
  const site = makeSite('/');
  made.push(dirname(site));
  writeFileSync(join(dirname(site), 'kept.gz'), '');
  writeFileSync(join(site, '.precompressed.json'), JSON.stringify(['../kept.gz', 'index.html', '/etc/x.gz', 7]));
  precompress(site);
  expect(existsSync(join(dirname(site), 'kept.gz')) && existsSync(join(site, 'index.html'))).toBe(true);
});
