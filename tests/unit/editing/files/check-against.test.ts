import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAddresses } from '../../../../src/editing/files/addresses-file.ts';
import { checkAgainst } from '../../../../src/editing/files/check-targets.ts';
import { git } from '../../../../src/editing/files/git.ts';

const SLUG = 'qingtan-bridge';
let folder = '';
const file = (slug: string, county = 'qingtan') => join(folder, `stories/${county}/${slug}.mdx`);
const say = (more: string) => {
  const path = join(folder, 'addresses.yaml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(`at: stories/${SLUG}\n`, `at: stories/${SLUG}\n    ${more}\n`),
  );
};
const change = (slug: string, from: string, to: string) =>
  writeFileSync(file(slug), readFileSync(file(slug), 'utf8').replace(from, to));
const rules = async () => (await checkAgainst(folder, 'HEAD')).map(({ rule }) => rule);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'against-'));
  cpSync('tests/fixtures/archive', folder, { recursive: true });
  writeAddresses(folder, '2027-01-01');
  git(folder, 'init', '--quiet');
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a story that vanishes, or is called otherwise without a word, is told', async () => {
  renameSync(file(SLUG), file('again'));
  expect(await rules()).toEqual(['silent-removal']);
});

test('one that the table says to be called otherwise is not, and its words are looked at under its new name', async () => {
  renameSync(file(SLUG), file('again'));
  say('moved: stories/again');
  expect(await rules()).toEqual([]);
  change('again', '先走过去的', '最先走过去的');
  expect(await rules()).toEqual(['silent-change']);
});

test('one that lies in another folder now is the same', async () => {
  mkdirSync(dirname(file(SLUG, 'essays')), { recursive: true });
  renameSync(file(SLUG), file(SLUG, 'essays'));
  expect(await rules()).toEqual([]);
});

test('one that went into another story is told of by the table', async () => {
  rmSync(file(SLUG));
  say('moved: stories/qingtan-night-school');
  expect(await rules()).toEqual([]);
});

test('one that is gone says so there, with a reason', async () => {
  rmSync(file(SLUG));
  say('gone: { name: 便桥, date: "2027-01-01", reason: 重了 }');
  expect(await rules()).toEqual([]);
});
