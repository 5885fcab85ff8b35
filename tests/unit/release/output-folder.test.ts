import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MARKER } from '../../../src/release/manifest.ts';
import { additionProblem, outputProblem } from '../../../src/release/output-folder.ts';

let room = '';
let project = '';
const marker = JSON.stringify({ program: 'county-chronicle', release: '0'.repeat(16), files: {} });

function write(path: string, text = 'x'): void {
  const file = join(room, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A machine with two people, a project, its content outside of it, and a neighbour. */
beforeEach(() => {
  room = realpathSync(mkdtempSync(join(tmpdir(), 'outputs-')));
  project = join(room, 'home/li/work/project');
  for (const path of [
    'src/pages/a.astro',
    'public/a.svg',
    'tests/a.ts',
    '.git/HEAD',
    'node_modules/a/b.js',
    '.cache/a',
  ])
    write(`home/li/work/project/${path}`);
  write('home/li/work/other/notes.txt');
  write('home/li/work/manuscripts/stories/a/b.mdx');
  write('home/wang/letter.txt');
  write(`home/li/work/former/${MARKER}`, marker);
  write('home/li/work/former/index.html');
  write(`home/li/work/forged/${MARKER}`, '{"program":"another"}');
  mkdirSync(join(room, 'home/li/work/empty'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const problem = (folder: string) =>
  outputProblem(folder, { project, content: join(room, 'home/li/work/manuscripts'), home: join(room, 'home/li') });

describe('a build may go', () => {
  test.each(['dist', './dist/', 'site/new', '../new', '../empty', '../former', '.cache/archive', '.dist.next'])(
    '%s',
    (folder) => {
      expect(problem(folder)).toBeNull();
    },
  );

  test('beside a home that has the folders of the system beside it, as root’s does', () => {
    const surroundings = { project, content: join(project, 'src/content'), home: '/root' };
    expect(outputProblem('/site-that-is-new', surroundings)).toBeNull();
    expect(outputProblem('/root', surroundings)).toContain('主目录');
  });

  test('through a link to such a folder', () => {
    symlinkSync(join(room, 'home/li/work/former'), join(project, 'www'));
    expect(problem('www')).toBeNull();
  });
});

describe('a build must not go', () => {
  const LINKED = 'home/li/work/project/link';
  test.each([
    ['..', '项目'],
    ['.', '项目'],
    ['', '项目'],
    ['src', 'src'],
    ['SRC', 'SRC'],
    ['src/new', 'src'],
    ['src/../src/./new', 'src'],
    ['public', 'public'],
    ['public/new', 'public'],
    ['tests/new', 'tests'],
    ['node_modules', 'node_modules'],
    ['node_modules/new', 'node_modules'],
    ['.git', '.git'],
    ['.git/new', '.git'],
    ['.github/new', '.github'],
    ['.cache', '.cache'],
    ['../other', '不是本程序生成的'],
    ['../forged', '不是本程序生成的'],
    ['../other/notes.txt', '文件'],
    ['../other/notes.txt/new', '不是文件夹'],
    ['../manuscripts', '稿件'],
    ['../manuscripts/new', '稿件'],
    ['../manuscripts/stories', '稿件'],
    ['../..', '主目录'],
    ['../../../wang', '主目录'],
    ['../../..', '主目录'],
    ['/', '根目录'],
    ['../former/new', '另一个生成好的网站'],
    ['~/site', '主目录'],
  ])('%s', (folder, why) => {
    expect(problem(folder)).toContain(why);
  });

  test.each([
    ['the project', 'home/li/work/project', '', '项目'],
    ['what holds the project', 'home/li/work', '', '项目'],
    ['its source', 'home/li/work/project/src', '', 'src'],
    ['below its source', 'home/li/work/project/src', '/new', 'src'],
    ['the manuscripts', 'home/li/work/manuscripts', '/new', '稿件'],
    ['another folder', 'home/li/work/other', '', '不是本程序生成的'],
    ['nothing', 'home/li/work/gone', '', '断了的链接'],
    ['itself', LINKED, '', '断了的链接'],
  ])('through a link to %s', (_, target, deeper, why) => {
    symlinkSync(join(room, target), join(room, LINKED));
    expect(problem(`link${deeper}`)).toContain(why);
  });

  test('above a project that is itself reached through a link', () => {
    const alias = join(room, 'alias');
    symlinkSync(project, alias);
    const surroundings = { project: alias, content: join(alias, 'src/content'), home: join(room, 'home/li') };
    expect(outputProblem(join(room, 'home/li/work'), surroundings)).toContain('项目');
    expect(outputProblem('src/content', surroundings)).toContain('稿件');
  });
});

test('files are added neither to a file nor to a site that readers see', () => {
  expect(additionProblem(join(room, 'home/li/work/other/new'))).toBeNull();
  expect(additionProblem(join(room, 'home/li/work/other/notes.txt/new'))).toContain('文件');
  expect(additionProblem(join(room, 'home/li/work/former/stories'))).toContain('公开');
  symlinkSync(join(room, 'home/li/work/former'), join(room, 'www'));
  expect(additionProblem(join(room, 'www'))).toContain('公开');
});

test('asking changes nothing', () => {
  for (const folder of ['..', 'src', 'new/a/b', '../former']) problem(folder);
  expect(existsSync(join(project, 'new'))).toBe(false);
});
