import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBesideContent } from '../../../../src/editing/files/beside-content.ts';
import { contentFolderFault } from '../../../../src/editing/files/content-folder.ts';
import { readConfig } from '../../../../src/site/config.ts';
import { FOLDER_STATES, makeStates } from '../../../support/folder-states.ts';
import { command, makeFolder, removeFolder } from '../../../support/repositories.ts';

let folder = '';
beforeAll(() => {
  folder = makeFolder('states');
  makeStates(folder);
});
afterAll(() => removeFolder(folder));

describe('a folder that is no archive', () => {
  test.each(FOLDER_STATES)('$name is told in one sentence with the way out', ({ path, says }) => {
    const told = contentFolderFault(join(folder, path));
    expect(told).toMatch(says);
    expect(told).not.toContain('\n');
    expect(told).toMatch(/CONTENT_DIR|npm run init|允许读取/);
  });
});

describe('an archive', () => {
  test.each(['one', 'site', 'one/', './one/../one', '我的 档案', 'link', 'people'])('is %s', (path) => {
    expect(contentFolderFault(readConfig({ CONTENT_DIR: join(folder, path) }).contentFolder)).toBeNull();
  });

  test('is known by its real name, whatever link leads to it', () => {
    const [one, link] = ['one', 'link'].map((path) => readConfig({ CONTENT_DIR: join(folder, path) }).contentFolder);
    expect(link).toBe(one);
  });

  test('may be named with a slash at the end, or from the project’s folder', () => {
    expect(readConfig({ CONTENT_DIR: 'tests/fixtures/archive/' }).contentFolder).toBe(
      readConfig({ CONTENT_DIR: './tests/fixtures/archive' }).contentFolder,
    );
  });
});

/** Commands that need no archive: they read the built site, or the program. */
const WITHOUT = ['init', 'headers', 'epub', 'wacz', 'words', 'sbom', 'advisories'];

test('every command that needs an archive asks for one', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = Object.values(scripts).flatMap((line) => /src\/commands\/([\w-]+)\.ts/.exec(line)?.[1] ?? []);
  const opens = (name: string) => /openContent\(\)|buildSite\(/.test(readFileSync(`src/commands/${name}.ts`, 'utf8'));
  expect([...new Set(commands)].filter((name) => !WITHOUT.includes(name) && !opens(name))).toEqual([]);
  expect(WITHOUT.filter(opens)).toEqual([]);
});

test('says so before anything else, and leaves the folder as it is', async () => {
  const { code, output } = await command('check', join(folder, 'hugo'));
  expect(output).toMatch(/^.*不是档案，像是 Hugo 的网站.*\n$/);
  expect(code).toBe(2);
  expect(readdirSync(join(folder, 'hugo'))).toEqual(['archetypes', 'content', 'hugo.toml']);
});

describe('beside the archive in its repository', () => {
  test.each([
    'README.md',
    'readme.txt',
    'LICENSE',
    'LICENSE.md',
    'package.json',
    'package-lock.json',
    '.github/workflows/check.yml',
    '.gitattributes',
    'docs/how/to.md',
    'node_modules/a/b.mdx',
    'stories/README.md',
    'stories/jianan/.DS_Store',
    'Thumbs.db',
    'CONTRIBUTING.md',
    'Makefile',
  ])('%s is left alone', (path) => expect(isBesideContent(path)).toBe(true));

  test.each([
    'stories/jianan/readme-first.mdx',
    'stories/docs/a.mdx',
    'people/license.yaml',
    'about.md',
    'site.yaml',
    'stories/jianan/licence.mdx',
  ])('%s is not', (path) => expect(isBesideContent(path)).toBe(false));
});
