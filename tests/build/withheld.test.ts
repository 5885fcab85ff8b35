import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { filesOf, readable } from '../support/built-files.ts';

/** Of characters that nothing else in a built site holds, so that one of them in an index gives the name away. */
const NAME = '龘靐皛';
const INSTEAD = '某女士';

let folder = '';
let env: Record<string, string> = {};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-'));
  env = { CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist'), WITHHELD_FILE: join(folder, 'names') };
  cpSync('tests/fixtures/content', join(folder, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the site. @returns paths of the files that hold a character of the name */
async function buildAndLook(): Promise<string[]> {
  const dist = join(folder, 'dist');
  const { code, output } = await runPackage('astro', ['build'], { quiet: true, env });
  expect(code, output).toBe(0);
  return filesOf(dist)
    .filter((file) => [...NAME].some((character) => readable(file).includes(character)))
    .map((file) => relative(dist, file).replaceAll('\\', '/'));
}

/** A name in the title, the fields and the text, often enough to become a word of the lexicon. */
function plant(): void {
  const story = join(folder, 'content/stories/jianan/sample-story.mdx');
  const text = readFileSync(story, 'utf8')
    .replace('title: 一个春天', `title: ${NAME}的春天`)
    .replace('headline: null', `headline: ${NAME}的账`)
    .replace('第一本记支出', `${NAME}的第一本记支出。账本归${NAME}管`)
    .replace('第二本记收入', `${NAME}的第二本记收入`);
  writeFileSync(story, text);
}

test('a withheld name leaves the pages, the texts, the index and the lexicon of the search', {
  timeout: 600_000,
}, async () => {
  plant();
  const before = (await buildAndLook()).join('\n');
  for (const place of [
    /^stories\/sample-story\/index\.html$/m,
    /^assets\/search\/\w+\/text\//m,
    /^assets\/search\/\w+\/index\//m,
    /^assets\/search\/\w+\/lexicon\.json$/m,
  ]) {
    expect(before).toMatch(place);
  }
  execFileSync(process.execPath, ['src/commands/redact.ts', '--as', INSTEAD], {
    input: `${NAME}\n`,
    env: { ...process.env, ...env },
  });
  expect(await buildAndLook()).toEqual([]);
  const texts = filesOf(join(folder, 'dist/assets/search'))
    .filter((file) => /[\\/]text[\\/]/.test(file))
    .map(readable)
    .join('');
  expect(texts).toContain(`${INSTEAD}的春天`);
  expect(texts).toContain(`${INSTEAD}的第二本记收入`);
});
