import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { MARKER } from '../../src/release/manifest.ts';
import { filesOf, readable } from '../support/built-files.ts';

/** Of characters that nothing else in a built site holds, so that one of them in an index gives the name away. */
const NAME = '龘靐皛';
const INSTEAD = '某女士';

let folder = '';
let env: Record<string, string> = {};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'withheld-'));
  env = {
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, 'dist'),
    WITHHELD_FILE: join(folder, 'names'),
    SEARCH_WHOLE_UP_TO: '0',
  };
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
function plant(name: string, content: string): void {
  const story = join(content, 'stories/jianan/sample-story.mdx');
  const text = readFileSync(story, 'utf8')
    .replace('title: 一个春天', `title: ${name}的春天`)
    .replace('headline: null', `headline: ${name}的账`)
    .replace('第一本记支出', `${name}的第一本记支出。账本归${name}管`)
    .replace('第二本记收入', `${name}的第二本记收入`);
  writeFileSync(story, text);
}

test('a withheld name leaves the pages, the texts, the index and the lexicon of the search', {
  timeout: 600_000,
}, async () => {
  plant(NAME, join(folder, 'content'));
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

test('the site is the same, byte for byte, whatever the name was and however long', { timeout: 600_000 }, async () => {
  const [one, other] = ['鱻爨', '古丽·买买提'].map((name, index) => ({ name, own: join(folder, `twin-${index}`) }));
  for (const { name, own } of [one, other].filter((twin) => twin !== undefined)) {
    const twin = { CONTENT_DIR: join(own, 'content'), OUT_DIR: join(own, 'dist'), WITHHELD_FILE: join(own, 'names') };
    cpSync('tests/fixtures/content', twin.CONTENT_DIR, { recursive: true });
    plant(name, twin.CONTENT_DIR);
    const environment = { ...process.env, ...twin };
    execFileSync(process.execPath, ['src/commands/anchors.ts'], { env: environment });
    execFileSync(process.execPath, ['src/commands/redact.ts', '--as', INSTEAD], {
      input: `${name}\n`,
      env: environment,
    });
    const { code, output } = await runPackage('astro', ['build'], { quiet: true, env: twin });
    expect(code, output).toBe(0);
  }
  const bytesIn = (dist: string) =>
    filesOf(dist)
      // It holds a hash of the keyed numbers of the names, by which a build knows that one was added.
      .filter((file) => !file.endsWith(MARKER))
      .map((file) => [relative(dist, file), createHash('sha256').update(readFileSync(file)).digest('hex')])
      .sort();
  const built = bytesIn(join(one?.own ?? '', 'dist'));
  expect(built.length).toBeGreaterThan(20);
  expect(built).toEqual(bytesIn(join(other?.own ?? '', 'dist')));
});
