import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/command.ts';
import { git } from '../../../src/editing/files/git.ts';

const STORY = 'stories/qingtan/qingtan-bridge.mdx';

let folder = '';
/** A content folder in a repository of its own, as a newsroom may have it, with one draft that is ready. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  cpSync('tests/fixtures/archive', join(folder, 'content'), { recursive: true });
  const file = join(folder, 'content', STORY);
  writeFileSync(file, readFileSync(file, 'utf8').replace('status: published', 'status: draft'));
  git(folder, 'init', '--quiet');
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const publish = (...args: string[]) =>
  run(process.execPath, ['src/commands/publish.ts', 'qingtan-bridge', ...args], {
    quiet: true,
    env: { CONTENT_DIR: join(folder, 'content'), SITE_DATE: '2026-12-01' },
  });

describe('a story that is scheduled', () => {
  test('comes with a word on the build that it needs, by who does it', async () => {
    git(folder, 'remote', 'add', 'origin', 'git@github.com:example/archive.git');
    const { code, output } = await publish('--on', '2026-12-10');
    expect(code, output).toBe(0);
    expect(output).toMatch(/2026-12-10 起可见。\n {4}→ 那天零点（中国时间）以后重新生成的网站才有这一篇：GitHub/);
  });

  test('is told so where nobody builds by schedule', async () => {
    const { output } = await publish('--on', '2026-12-10');
    expect(output).toContain('要有人或定时任务在那天运行 npm run build');
  });

  test('a story that is published at once is told nothing of it', async () => {
    expect((await publish()).output).not.toContain('重新生成');
  });
});

describe('a content folder with a repository of its own', () => {
  test('is committed to by --commit', async () => {
    const { code, output } = await publish('--commit');
    expect(code, output).toBe(0);
    expect(git(folder, 'log', '-1', '--format=%s')).toMatch(/^发表：/);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('is committed to by the lines to paste', async () => {
    const { output } = await publish();
    const lines = output.split('\n').filter((line) => /^ +git /.test(line));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect((await run('sh', ['-c', line], { quiet: true })).code, line).toBe(0);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });
});

describe('a story that is taken down', () => {
  const text = () => readFileSync(join(folder, 'content', STORY), 'utf8');

  test('has to say why, where readers have seen it', async () => {
    await publish();
    const { code, output } = await publish('--retire');
    expect(code, output).toBe(2);
    expect(output).toContain('为什么撤');
    expect(text()).toContain('status: published');
    expect((await publish('--retire', '--reason', '短')).code).toBe(2);
    const retired = await publish('--retire', '--reason', '原报有误', '--private');
    expect(retired.code, retired.output).toBe(0);
    expect(text()).toContain('retired: { date: "2026-12-01", reason: "原报有误", private: true }');
  });

  test('goes without a word while it is a draft', async () => {
    expect((await publish('--retire')).code).toBe(0);
    expect(text()).not.toContain('retired: {');
  });

  test('keeps what it said since it was published, and forgets it when it comes back', async () => {
    const kept = join(folder, 'content/versions/qingtan-bridge.json');
    await publish();
    expect(readFileSync(kept, 'utf8')).toContain('便桥');
    writeFileSync(kept, readFileSync(kept, 'utf8').replace('便桥通车', '从前的题目'));
    await publish('--retire', '--reason', '原报有误');
    expect((await publish()).code).toBe(0);
    expect(readFileSync(kept, 'utf8')).not.toContain('从前的题目');
    expect(text()).not.toContain('retired:');
  });
});
