import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/command.ts';
import { forgetUndo } from '../../../src/editing/marking/undo-file.ts';
import { stripMarks } from '../../bench/strip-marks.ts';

const STORY = 'stories/luhe/luhe-water-ledger.mdx';

let folder = '';
let bare = '';
/** A content folder in which one story has lost its marks. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mark-'));
  cpSync('tests/fixtures/archive', folder, { recursive: true });
  bare = stripMarks(readFileSync(join(folder, STORY), 'utf8'));
  writeFileSync(join(folder, STORY), bare);
});
afterEach(() => {
  forgetUndo(join(folder, STORY));
  rmSync(folder, { recursive: true, force: true });
});

const text = () => readFileSync(join(folder, STORY), 'utf8');
const mark = (...args: string[]) =>
  run(process.execPath, ['src/commands/mark.ts', ...args], {
    quiet: true,
    env: { CONTENT_DIR: folder, INIT_CWD: folder },
  });

describe('npm run mark', () => {
  test('lists what could be marked, and touches nothing where nobody answers', async () => {
    const { code, output } = await mark('luhe-water-ledger');
    expect(code, output).toBe(0);
    expect(output).toMatch(/^stories\/luhe\/luhe-water-ledger\.mdx：\d+ 个数字/);
    expect(output).toMatch(/\n *1 第 \d+ 行“.+”\n/);
    expect(output).toContain('→ 收下：加上 --accept 全部，或 --accept 1,3-9');
    expect(text()).toBe(bare);
  });
  test('writes what is taken, once, and takes it back', async () => {
    const written = await mark(STORY, '--accept', '全部');
    expect(written.code, written.output).toBe(0);
    expect(written.output).toMatch(/已写 \d+ 条标记，正文的字没有变。/);
    expect(written.output).toContain('这篇已经发表');
    expect(text()).toMatch(/<Figure id="[a-z0-9-]+">/);
    const again = await mark('luhe-water-ledger', '--accept', '全部');
    expect(again.output).toContain('没有找到还可以标的');
    const undone = await mark('luhe-water-ledger', '--undo');
    expect(undone.code, undone.output).toBe(0);
    expect(text()).toBe(bare);
    expect((await mark('luhe-water-ledger', '--undo')).code).toBe(1);
  });
  test('takes some by their numbers, in two turns, and takes both back', async () => {
    await mark('luhe-water-ledger', '--accept', '1');
    const once = text();
    expect(once.match(/<(?:Figure|Milestone|Place|Person|Practice)\b/g)).toHaveLength(1);
    await mark('luhe-water-ledger', '--accept', '1-2');
    expect(text()).not.toBe(once);
    await mark('luhe-water-ledger', '--undo');
    expect(text()).toBe(bare);
  });
  test('undoes nothing that was changed since', async () => {
    await mark('luhe-water-ledger', '--accept', '全部');
    writeFileSync(join(folder, STORY), `${text()}\n又写了一段。\n`);
    const { code, output } = await mark('luhe-water-ledger', '--undo');
    expect(code).toBe(1);
    expect(output).toContain('写标记之后文件又改过');
    expect(text()).toContain('又写了一段。');
  });
  test('with --dry-run only lists', async () => {
    const { code } = await mark('luhe-water-ledger', '--dry-run', '--accept', '全部');
    expect(code).toBe(0);
    expect(text()).toBe(bare);
  });
  test.each([
    [['luhe-water-leger'], '是不是 luhe-water-ledger？'],
    [['luhe-water-ledger', '--accept', '999'], '没有第 999 条'],
    [[], '用法：npm run mark'],
  ])('%j is told how to be called', async (args, words) => {
    const { code, output } = await mark(...args);
    expect(code).toBe(2);
    expect(output).toContain(words);
    expect(text()).toBe(bare);
  });
  test('what cannot be read is said with its line', async () => {
    writeFileSync(join(folder, STORY), `${bare}\n浓度<35\n`);
    const { code, output } = await mark('luhe-water-ledger');
    expect(code).toBe(1);
    expect(output).toMatch(/luhe-water-ledger\.mdx:\d+:\d+ 错误 .*\n {4}→ .*\n先改好再标，没有动文件。/);
  });
});
