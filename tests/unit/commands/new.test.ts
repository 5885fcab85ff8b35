import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command, makeFolder, removeFolder } from '../../support/repositories.ts';

let folder = '';
beforeEach(() => {
  folder = makeFolder('new');
  writeFileSync(join(folder, 'site.yaml'), 'name: 河\nunit: { name: 流域 }\n');
});
afterEach(() => removeFolder(folder));

const create = (...args: string[]) => command('new', folder, ...args);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('in an archive of nothing', () => {
  test('a story is told to wait for a place, and everything is made from there on', async () => {
    const early = await create('--title', '大水那年', '--county', 'heliu', '--genre', 'report', '--slug', 'da-shui');
    expect(early).toMatchObject({ code: 2, output: '还没有登记流域，先建一个：npm run new -- county\n' });

    for (const args of [
      ['county', '--name', '上游', '--summary', '一条河的上游: 山里。'],
      ['person', '--name', '王水生', '--county', '上游', '--role', '闸工'],
      ['person', '--name', '李远'],
      ['place', '--name', '水尾坝', '--county', 'shangyou', '--level', 'village'],
      ['practice', '--name', '轮水', '--kind', 'mechanism', '--summary', '轮流放水的办法，各村排好日子，谁也不多占。'],
      ['--title', '大水那年', '--county', '上游', '--genre', 'report', '--slug', 'da-shui'],
    ]) {
      const { code, output } = await create(...args);
      expect(code, output).toBe(0);
      expect(output).toMatch(/^已建 .*\n {4}→ /);
    }
    expect(read('people/wangshuisheng.yaml')).toBe('name: 王水生\nrole: 闸工\ncounty: shangyou\n');
    expect(read('people/liyuan.yaml')).toBe('name: 李远\n');
    expect(read('places/shangyou/shangyou-shuiweiba.yaml')).toBe('name: 水尾坝\nlevel: village\n');
    const check = await command('check', folder);
    expect(check.output).not.toContain('错误');
    expect(check.code).toBe(0);
  });
});

test('an id that a list has already is not used again', async () => {
  await create('county', '--name', '上游', '--summary', '一条河的上游。');
  mkdirSync(join(folder, 'people'));
  writeFileSync(join(folder, 'people.yaml'), 'people:\n  - { id: liyuan, name: 李远, role: 记者, county: shangyou }\n');
  const { code, output } = await create('person', '--name', '李远', '--id', 'liyuan');
  expect(output).toContain('liyuan 已经有了，换一个');
  expect(code).toBe(2);
});

test.each([
  [['village'], /不认识“village”/],
  [['person', 'place'], /不认识“place”/],
  [['county', '--name', '上游', '--summary', '一句话', '--id', '1'], /编号只用小写字母/],
])('%j is told how to say it', async (args, says) => {
  const { code, output } = await create(...args);
  expect(output).toMatch(says);
  expect(code).toBe(2);
});

test('an essay is of several places, and lies with the essays', async () => {
  for (const name of ['上游', '下游']) await create('county', '--name', name, '--summary', '一条河的一段。');
  const one = await create('--title', '两处的水', '--genre', 'essay', '--county', '上游', '--slug', 'two-waters');
  expect(one).toMatchObject({ code: 2, output: expect.stringContaining('至少两个') });
  const strange = await create(
    '--title',
    '两处的水',
    '--genre',
    'essay',
    '--county',
    '上游,中游',
    '--slug',
    'two-waters',
  );
  expect(strange).toMatchObject({ code: 2, output: expect.stringContaining('没有“中游”') });
  const both = await create(
    '--title',
    '两处的水',
    '--genre',
    'essay',
    '--county',
    '上游，xiayou',
    '--slug',
    'two-waters',
  );
  expect(both.code, both.output).toBe(0);
  expect(read('stories/essays/two-waters.mdx')).toContain('counties: [shangyou, xiayou]\n');
  const check = await command('check', folder);
  expect(check.output).not.toContain('错误');
});
