import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withVariables } from '../../../src/commands/env-lines.ts';
import { idOfName } from '../../../src/editing/begin/archive-files.ts';
import { licenceOf } from '../../../src/editing/begin/licences.ts';
import { git, repositoryOf } from '../../../src/editing/files/git.ts';
import { manifestFiles } from '../../../src/release/manifest.ts';
import {
  command,
  commitAll,
  makeFolder,
  makeRepository,
  nameAuthor,
  removeFolder,
} from '../../support/repositories.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder('init');
});
afterEach(() => removeFolder(folder));

const NAMED = ['--name', '清潭河记', '--licence', 'CC-BY-NC-4.0'];
/** The command, as somebody calls it who has no archive yet. */
const init = (...args: string[]) => command('init', '', ...args);
const pathsIn = (at: string) =>
  readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('.git/'));

describe('a new archive', () => {
  test('is whole at once: nothing is wrong with it, git guards it, and its host knows what to do', async () => {
    const archive = join(folder, '清潭 档案');
    const { code, output } = await init(archive, ...NAMED, '--unit', '流域', '--first', '清潭溪');
    expect(code, output).toBe(0);
    expect(output).toMatch(/npm start.*\n.*npm run new/);
    expect(parse(readFileSync(join(archive, 'site.yaml'), 'utf8'))).toMatchObject({
      name: '清潭河记',
      licence: { id: 'CC-BY-NC-4.0' },
      unit: { name: '流域' },
    });
    expect(pathsIn(archive)).toEqual(
      expect.arrayContaining(
        [
          'README.md',
          'LICENSE.md',
          '.gitattributes',
          '.gitignore',
          '.githooks/pre-commit',
          '.github/workflows/check.yml',
          '.github/workflows/publish.yml',
          '.github/CODEOWNERS.example',
          '.vscode/settings.json',
          'counties/qingtanxi.yaml',
          'stories/qingtanxi/qingtanxi-begin.mdx',
          'anchors/qingtanxi-begin.json',
        ].map((path) => expect.stringMatching(new RegExp(`^${path.replaceAll('.', '\\.')}$`))),
      ),
    );
    expect(readFileSync(join(archive, 'README.md'), 'utf8')).toMatch(/^# 清潭河记\n/);
    expect(readFileSync(join(archive, 'LICENSE.md'), 'utf8')).toContain('CC-BY-NC-4.0');
    for (const file of ['README.md', 'LICENSE.md'])
      expect(readFileSync(join(archive, file), 'utf8')).not.toMatch(/(?:__|\*\*)(?:name|licenceLine)/);
    const check = await command('check', archive);
    expect(check, check.output).toMatchObject({ code: 0, output: '稿件检查通过。\n' });
    // Nothing that a template names is left unsaid.
    for (const path of pathsIn(archive).filter((one) => /\.(?:ya?ml|mdx|md)$/.test(one)))
      expect(readFileSync(join(archive, path), 'utf8'), path).not.toMatch(/__[a-z]/);
    nameAuthor(archive);
    git(archive, 'add', '.');
    git(archive, 'commit', '--quiet', '-m', '建立');
    expect(git(archive, 'status', '--porcelain')).toBe('');
    expect(git(archive, 'ls-files', '--eol', '*.yaml')).not.toMatch(/crlf/);
  });

  test('may bear any name', async () => {
    for (const [index, name] of ['“是”: 2 & #真的', '2020 年的河', '- 一', 'true'].entries()) {
      const archive = join(folder, `a${index}`);
      expect(await init(archive, `--name=${name}`, '--licence', '版权所有')).toMatchObject({ code: 0 });
      expect(parse(readFileSync(join(archive, 'site.yaml'), 'utf8')).name).toBe(name);
      if (index === 0) expect((await command('check', archive)).output).toBe('稿件检查通过。\n');
    }
  });

  test('keeps the repository that is there', async () => {
    makeRepository(folder);
    git(folder, 'remote', 'add', 'origin', 'git@github.com:example/stories.git');
    expect(await init(folder, ...NAMED)).toMatchObject({ code: 0 });
    expect(git(folder, 'remote').trim()).toBe('origin');
    expect(existsSync(join(folder, '.github/workflows/check.yml'))).toBe(true);
  });

  test('in a repository makes no other, and leaves its workflows alone', async () => {
    makeRepository(folder);
    writeFileSync(join(folder, 'notes.txt'), 'notes');
    commitAll(folder);
    const archive = join(folder, 'archive');
    const { output } = await init(archive, ...NAMED);
    expect(output).toContain(`在仓库 ${folder} 里面`);
    expect(repositoryOf(archive)).toBe(folder);
    expect(existsSync(join(archive, '.github'))).toBe(false);
  });

  test.each<[string, () => string, RegExp]>([
    ['a folder with something in it', () => folder, /那里已经有文件/],
    ['a file', () => join(folder, 'notes.txt'), /那里有一个文件/],
    ['the program', () => '.', /那是程序的文件夹/],
    ['the program’s source', () => 'src/content/mine', /那是程序的文件夹/],
    ['the program by a link', () => join(folder, 'link/src/mine'), /那是程序的文件夹/],
    ['a built site', () => join(folder, 'site/mine'), /生成好的网站/],
    ['a home that no shell put in', () => '~/mine', /“~”没有换成主目录/],
  ])('is not made in %s', async (_, where, says) => {
    writeFileSync(join(folder, 'notes.txt'), 'notes');
    symlinkSync(resolve('.'), join(folder, 'link'));
    mkdirSync(join(folder, 'site'));
    for (const [path, text] of manifestFiles({ release: 'a', files: {}, former: [], withheld: '' }))
      writeFileSync(join(folder, 'site', path), text);
    const before = pathsIn(folder).filter((path) => !path.startsWith('link/'));
    const { code, output } = await init(where(), ...NAMED);
    expect(output).toMatch(says);
    expect(code).toBe(2);
    expect(pathsIn(folder).filter((path) => !path.startsWith('link/'))).toEqual(before);
  });

  test.each([
    ['no folder', [], /写一个文件夹/],
    ['no licence', ['NEW', '--name', '河'], /要写 --licence/],
    ['no name', ['NEW', '--licence', 'CC0'], /要写 --name/],
    [
      'an unknown licence',
      ['NEW', '--name', '河', '--licence', 'MIT'],
      /--licence 只能是 CC-BY-4.0、CC-BY-NC-4.0、CC0-1.0、InC/,
    ],
  ])('with %s is asked for, and where nobody answers nothing is made', async (_, args, says) => {
    const archive = join(folder, 'new');
    const { code, output } = await init(...args.map((arg) => (arg === 'NEW' ? archive : arg)));
    expect(output).toMatch(says);
    expect(code).toBe(2);
    expect(existsSync(archive)).toBe(false);
  });
});

test('an update of the program touches nothing of an archive', async () => {
  const archive = join(folder, 'archive');
  await init(archive, ...NAMED);
  nameAuthor(archive);
  commitAll(archive);
  const [upstream, engine] = [join(folder, 'upstream'), join(folder, 'engine')];
  git('.', 'clone', '--quiet', '--no-checkout', resolve('.'), upstream);
  nameAuthor(upstream);
  git(upstream, 'clone', '--quiet', upstream, engine);
  git(upstream, 'commit', '--quiet', '--allow-empty', '--no-verify', '-m', 'Another version');
  git(engine, 'pull', '--quiet', '--ff-only');
  expect(git(engine, 'log', '-1', '--format=%s').trim()).toBe('Another version');
  expect(git(archive, 'status', '--porcelain')).toBe('');
  expect(await command('check', archive)).toMatchObject({ code: 0 });
});

test.each([
  ['清潭溪', 'qingtanxi'],
  ['吕梁 2 号', 'lvliang-2-hao'],
  ['San Francisco', 'san-francisco'],
  ['１２３', 'sample'],
  ['…', 'sample'],
])('%s is known by %s', (name, id) => expect(idOfName(name)).toBe(id));

test.each([
  ['1', 'CC-BY-4.0'],
  ['cc0', 'CC0-1.0'],
  ['版权所有', 'InC'],
  ['cc-by-nc-4.0', 'CC-BY-NC-4.0'],
  ['5', null],
  ['', null],
])('“%s” is the licence %s', (word, id) => expect(licenceOf(word)).toBe(id));

describe('.env', () => {
  test('is begun, and later keeps what else stands in it', () => {
    expect(withVariables('', { CONTENT_DIR: '../a' })).toBe('CONTENT_DIR=../a\n');
    expect(withVariables('# 我们的\nCONTENT_DIR=../a\r\nPORT=5000', { CONTENT_DIR: '../我的 档案' })).toBe(
      '# 我们的\nCONTENT_DIR="../我的 档案"\nPORT=5000\n',
    );
  });
});
