import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { git, repositoryOf } from '../../../src/editing/files/git.ts';
import {
  command,
  commitAll,
  makeFolder,
  makeRepository,
  nameAuthor,
  removeFolder,
} from '../../support/repositories.ts';

const STORY = 'stories/qingtan/qingtan-bridge.mdx';
let folder = '';
afterEach(() => removeFolder(folder));

function put(content: string): void {
  cpSync('tests/fixtures/archive', content, { recursive: true });
  const file = join(content, STORY);
  writeFileSync(file, readFileSync(file, 'utf8').replace('status: published', 'status: draft'));
}

/** Where a newsroom may keep its stories, each with the repository that they are committed to. */
const KEPT: Record<string, () => { content: string; repository: string | null }> = {
  'a repository of their own': () => {
    put(folder);
    makeRepository(folder);
    commitAll(folder);
    return { content: folder, repository: folder };
  },
  'a folder of a repository': () => {
    const content = join(folder, 'docs/我们的 稿件');
    put(content);
    makeRepository(folder);
    commitAll(folder);
    return { content, repository: folder };
  },
  'a submodule': () => {
    const [origin, outer] = [join(folder, 'origin'), join(folder, 'outer')];
    put(origin);
    makeRepository(origin);
    commitAll(origin);
    mkdirSync(outer);
    makeRepository(outer);
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin, 'content');
    commitAll(outer);
    const content = join(outer, 'content');
    nameAuthor(content);
    return { content, repository: content };
  },
  'a worktree': () => {
    const origin = join(folder, 'origin');
    put(origin);
    makeRepository(origin);
    commitAll(origin);
    const content = join(folder, 'tree');
    git(origin, 'worktree', 'add', '--quiet', '-b', 'draft', content);
    return { content, repository: content };
  },
  'no repository': () => {
    put(folder);
    return { content: folder, repository: null };
  },
};

describe.each(Object.entries(KEPT))('stories in %s', (name, keep) => {
  test('are published, checked and guarded where they lie, and nowhere else', async () => {
    folder = makeFolder('kept');
    const { content, repository } = keep();
    expect(repositoryOf(content)).toBe(repository);
    const here = { head: git('.', 'rev-parse', 'HEAD'), hooks: git('.', 'config', '--list', '--local') };

    const hooks = await command('hooks', content);
    const published = await command('publish', content, 'qingtan-bridge', '--commit');
    const base = await command('check', content, '--base', 'HEAD');
    const staged = await command('check', content, '--staged');

    expect(git('.', 'rev-parse', 'HEAD')).toBe(here.head);
    expect(git('.', 'config', '--list', '--local')).toBe(here.hooks);
    if (repository === null) {
      for (const { code, output } of [hooks, published, base, staged]) {
        expect(output).toMatch(/不在 git 仓库里/);
        expect(code).not.toBe(0);
      }
      expect(readFileSync(join(content, STORY), 'utf8')).toContain('status: draft');
      const without = await command('publish', content, 'qingtan-bridge');
      expect(without).toMatchObject({ code: 0, output: expect.stringMatching(/没有什么要提交/) });
      return;
    }
    expect(hooks).toMatchObject({ code: 0 });
    expect(published, published.output).toMatchObject({ code: 0 });
    expect(base, base.output).toMatchObject({ code: 0 });
    expect(staged, staged.output).toMatchObject({ code: 0 });
    expect(git(repository, 'log', '-1', '--format=%s')).toMatch(/^发表：便桥通车/);
    expect(git(repository, 'status', '--porcelain')).toBe('');

    // What is wrong is not committed, whichever way git is told to.
    const file = join(content, STORY);
    writeFileSync(file, readFileSync(file, 'utf8').replace('privacy: reviewed', 'privacy: 看过了'));
    for (const way of name === 'a repository of their own' ? [['-a'], ['--', file]] : [['-a']])
      expect(() => git(repository, 'commit', '--quiet', '-m', 'Wrong', ...way)).toThrow(/privacy/);
  });
});

test('a submodule: the repository around it is told of', async () => {
  folder = makeFolder('kept');
  const { content } = KEPT['a submodule']?.() ?? { content: '' };
  const { output } = await command('publish', content, 'qingtan-bridge');
  expect(output).toMatch(/子模块：推送以后，那里也要提交一次/);
});

test('hooks of another program are left alone', async () => {
  folder = makeFolder('kept');
  put(folder);
  makeRepository(folder);
  git(folder, 'config', 'core.hooksPath', '.husky');
  mkdirSync(join(folder, '.githooks'));
  writeFileSync(join(folder, '.githooks/pre-commit'), '#!/bin/sh\ntrue\n');
  const { code, output } = await command('hooks', folder);
  expect(code).not.toBe(0);
  expect(output).toContain('已经有别的程序的钩子');
  expect(git(folder, 'config', 'core.hooksPath').trim()).toBe('.husky');
});

test('tables of paragraphs and versions that two branches have written merge, and are still tables', async () => {
  folder = makeFolder('kept');
  put(folder);
  makeRepository(folder);
  writeFileSync(join(folder, '.gitattributes'), 'anchors/*.json merge=anchors\nversions/*.json merge=anchors\n');
  commitAll(folder);
  expect(await command('hooks', folder)).toMatchObject({ code: 0 });
  const file = join(folder, 'stories/luhe/luhe-tea-terraces.mdx');
  for (const [branch, words] of [
    ['one', '甲说了一句话，有二十个字那么长，别处没有写到。'],
    ['two', '乙说了另一句话，也有二十个字那么长，没有写过。'],
  ]) {
    git(folder, 'switch', '--quiet', '--create', branch ?? '', 'main');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${words}\n`);
    expect((await command('anchors', folder)).code).toBe(0);
    commitAll(folder, branch);
  }
  expect(() => git(folder, 'merge', '--no-edit', 'one')).toThrow();
  // The words are for a person to sort out; the table is whole.
  expect(git(folder, 'diff', '--name-only', '--diff-filter=U').trim()).toBe('stories/luhe/luhe-tea-terraces.mdx');
  const table = JSON.parse(readFileSync(join(folder, 'anchors/luhe-tea-terraces.json'), 'utf8'));
  expect(table.paragraphs.length).toBeGreaterThan(1);
  const versions = JSON.parse(readFileSync(join(folder, 'versions/luhe-tea-terraces.json'), 'utf8'));
  expect(versions.versions.length).toBeGreaterThan(0);
});
