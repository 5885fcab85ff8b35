import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../../src/editing/check/content.ts';
import { findAnchorProblems, writeAnchors } from '../../../src/editing/files/anchors-file.ts';
import { git } from '../../../src/editing/files/git.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { isError } from '../../../src/lib/manuscript/problem.ts';

const STORY = 'stories/qingtan/qingtan-bridge.mdx';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
  cpSync('tests/fixtures/archive', folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'config', 'user.name', 'An Editor');
  git(folder, 'config', 'user.email', 'editor@example.org');
  commit('Begin');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function commit(message: string): void {
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', message);
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** What an editor does on a branch: a story with its table of paragraphs, a person and a place of whom it speaks. */
function write(branch: string, name: string): void {
  git(folder, 'switch', '--quiet', '--create', branch, 'main');
  const slug = `qingtan-${branch}`;
  put(`people/${branch}-person.yaml`, `name: ${name}\nrole: 记者\ncounty: qingtan\n`);
  put(`places/qingtan/${branch}-town.yaml`, `name: ${name}镇\nlevel: township\n`);
  const marks = `<Person id="${branch}-person">${name}</Person>到了<Place id="${branch}-town">${name}镇</Place>，看了一整天才回来。`;
  const text = readFileSync(join(folder, STORY), 'utf8')
    .replace(/^people: .*$/m, `people: [${branch}-person]`)
    .replace(/^places: .*$/m, (line) =>
      line.replace(/\[(.*)\]/, (_, all) => `[${[all, `${branch}-town`].filter(Boolean).join(', ')}]`),
    );
  put(`stories/qingtan/${slug}.mdx`, `${text.trimEnd()}\n\n${marks}\n`);
  writeAnchors(folder, [slug]);
  commit(`Publish ${slug}`);
}

test('two branches that each add a story, a person and a place merge without conflict', () => {
  write('east', '郑东升');
  write('west', '钱西行');
  git(folder, 'switch', '--quiet', 'main');
  git(folder, 'merge', '--quiet', '--no-edit', 'east');
  git(folder, 'merge', '--quiet', '--no-edit', 'west');
  expect(git(folder, 'status', '--porcelain')).toBe('');
  const files = readContent(folder);
  expect(files.filter(({ path }) => /east|west/.test(path))).toHaveLength(6);
  const problems = [...checkContent(files, { day: '2026-12-01' }), ...findAnchorProblems(folder, files)];
  expect(problems.filter(isError)).toEqual([]);
  expect(problems.filter(({ file }) => /east|west/.test(file))).toEqual([]);
});

test('in one list they would not: the test can fail', () => {
  for (const [branch, id] of [
    ['one', 'a-a'],
    ['two', 'b-b'],
  ] as const) {
    git(folder, 'switch', '--quiet', '--create', branch, 'main');
    appendFileSync(join(folder, 'people.yaml'), `  - { id: ${id}, name: 某, role: 记者, county: qingtan }\n`);
    commit(branch);
  }
  expect(() => git(folder, 'merge', '--no-edit', 'one')).toThrow();
});
