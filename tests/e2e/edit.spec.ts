import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { freePort } from '../../src/commands/static-server.ts';
import { readYaml, validate } from '../../src/lib/manuscript/frontmatter.ts';
import { splitManuscript } from '../../src/lib/manuscript/tree.ts';
import { storySchema } from '../../src/lib/schema/story.ts';
import { SECOND_CONTENT, SITE } from '../run/test-builds.ts';
import { manuscripts } from '../support/content.ts';
import { STORY as LONGEST } from './support/pages.ts';

const story = manuscripts.find(({ path }) => path === LONGEST);
if (!story) throw new Error('There is no published story to test with');

/** Where the form looks for stories, whatever folder the site is built from. */
const STORY = `src/content/${story.file}`;
const LETTER = 'src/content/stories/dukou/letters-about-a-bell.mdx';
let server: ChildProcess;
let port = 0;

/** A folder inside the browser stands in for the one that the editor would pick. */
async function standInForFolder(page: Page, path: string, text: string): Promise<void> {
  await page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('project');
    Object.assign(window, { showDirectoryPicker: pick });
  });
  await page.goto(`http://localhost:${port}/edit/`);
  await page.evaluate(
    async ({ path, text }) => {
      const top = await navigator.storage.getDirectory();
      let folder = await top.getDirectoryHandle('project', { create: true });
      await folder.getDirectoryHandle('.git', { create: true });
      const parts = path.split('/');
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await (await folder.getFileHandle(parts.at(-1) ?? '', { create: true })).createWritable();
      await file.write(text);
      await file.close();
    },
    { path, text },
  );
}

const readBack = (page: Page, path: string) =>
  page.evaluate(async (path) => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('project');
    const parts = path.split('/');
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    try {
      return await (await (await folder.getFileHandle(parts.at(-1) ?? '')).getFile()).text();
    } catch (error) {
      // The form has written it since it was opened here: it is to be read anew.
      if (error instanceof DOMException && error.name === 'NotReadableError') return '';
      throw error;
    }
  }, path);

const bodyOf = (source: string) => source.slice(source.indexOf('\n---\n', 4));
/** As written, whatever vocabulary the site at hand has. */
const rawOf = (source: string) =>
  readYaml(splitManuscript(source)?.frontmatter ?? '', 2).data as Record<string, unknown>;
const dataOf = (source: string) => validate(storySchema, readYaml(splitManuscript(source)?.frontmatter ?? '', 2)).value;

test.describe('under npm run edit', () => {
  // One server for all: two of one folder would share Astro's own files.
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    port = await freePort(4390);
    server = spawn(process.execPath, ['src/commands/run.mjs', 'src/commands/edit.ts', '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    await new Promise<void>((resolve, reject) => {
      server.stdout?.on('data', (chunk: Buffer) => {
        if (/Local/.test(String(chunk))) resolve();
      });
      server.once('exit', (code) => reject(new Error(`npm run edit ended with ${code}`)));
    });
  });
  test.afterAll(() => {
    // The command and the dev server that it started.
    if (server.pid) process.kill(-server.pid);
  });

  test('a title saved in the form leaves the text byte for byte, and every other field', async ({ page }) => {
    const before = story.source;
    const title = '改过的标题，两句话';
    const strangers: string[] = [];
    page.on('response', (answer) => {
      if (answer.url().startsWith('https:')) strangers.push(answer.url());
    });
    await standInForFolder(page, STORY, before);
    await page.getByRole('button', { name: '使用本地仓库' }).click();
    await page.getByText(story.data.title).first().click();
    await page.getByRole('textbox').first().fill(title);
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => readBack(page, STORY)).toContain(title);
    const after = await readBack(page, STORY);
    expect(bodyOf(after)).toBe(bodyOf(before));
    expect(dataOf(after)).toStrictEqual({ ...dataOf(before), title });
    expect(strangers).toEqual([]);
  });

  test('a letter shows its kind, series, tags, authors and rights, and what is not touched stays', async ({ page }) => {
    const folder = `${SECOND_CONTENT}/stories/dukou`;
    const before = readFileSync(`${folder}/letters-about-a-bell.mdx`, 'utf8');
    // What is out of sight is not drawn yet.
    await page.setViewportSize({ width: 1280, height: 12_000 });
    await standInForFolder(page, LETTER, before);
    await page.getByRole('button', { name: '使用本地仓库' }).click();
    await page.getByText('三封信，一口钟').first().click();
    const group = (name: RegExp) => page.getByRole('group', { name });
    for (const name of [/正文的语言/, /还讲到的别处/, /所属系列/, /标签/, /为本站写/, /文字的权利/])
      await expect(group(name).first()).toBeVisible();
    await expect(group(/标签/).getByRole('textbox').first()).toHaveValue('钟');
    const source = group(/原件的出处/);
    await source.getByRole('button', { name: '展开' }).click();
    await expect(source.getByRole('textbox', { name: '写信人' })).toHaveValue('冼阿福');
    await source.getByRole('textbox', { name: '收信人' }).fill('渡口小学门房');
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => readBack(page, LETTER)).toMatch(/recipient: "?渡口小学门房"?$/m);
    const after = await readBack(page, LETTER);
    expect(bodyOf(after)).toBe(bodyOf(before));
    const letter = rawOf(before);
    expect(rawOf(after)).toStrictEqual({
      ...letter,
      source: { ...(letter.source as object), recipient: '渡口小学门房' },
    });
  });
});

test('nothing of the form is in the built site', () => {
  expect(existsSync(join(SITE.folder, 'edit'))).toBe(false);
});
