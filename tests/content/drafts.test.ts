import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPackage } from '../../src/tools/command.ts';
import { filesOf, readable } from '../support/built-files.ts';

/** Words that only hidden stories and their pictures hold. */
const CANARY = 'zhenniaojinsique';
const WORDS = '真鸟金丝雀';
/** No picture of the site has this size; a copy of a hidden one would. */
const SIZE = { width: 613, height: 419 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drafts-'));
  cpSync('src/content', join(folder, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function plantHidden(status: string): Promise<void> {
  const stories = join(folder, 'content/stories/jianan');
  const picture = `canary-${/status: (\w+)/.exec(status)?.[1]}-${CANARY}.jpg`;
  const image = sharp({ create: { ...SIZE, channels: 3, background: '#d4af37' } });
  const exif = { IFD0: { Copyright: CANARY, ImageDescription: CANARY } };
  writeFileSync(join(stories, picture), await image.withExif(exif).jpeg().toBuffer());
  const model = readFileSync('tests/fixtures/content/stories/jianan/sample-story.mdx', 'utf8');
  const [head = ''] = model.split('---\n\n');
  const lists = head
    .replace(/^(people|places|practices): .*$/gm, '$1: []')
    .replace(/^(milestones|figures|gaps):\n(?: {2}- .*\n)+/gm, '');
  const frontmatter = lists
    .replace('status: published', status)
    .replace('一个春天，两本账', `${WORDS}的故事`)
    .replace('headline: null', `headline: ${CANARY}`);
  writeFileSync(
    join(stories, `${picture.replace('.jpg', '')}.mdx`),
    `${frontmatter}---\n\n${WORDS}说了一件还不能让人知道的事情，有二十个字那么长。${CANARY}\n\n![${WORDS}](./${picture})\n`,
  );
}

test('hidden stories, their words, pictures and what pictures carry are found nowhere in the output', {
  timeout: 600_000,
}, async () => {
  for (const status of ['status: draft', 'status: retired', 'status: scheduled\nscheduledFor: "2099-01-01"']) {
    await plantHidden(status);
  }
  const dist = join(folder, 'dist');
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: join(folder, 'content'), OUT_DIR: dist, DRAFTS: '1' },
  });
  expect(code, output).toBe(0);
  const files = filesOf(dist);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    expect(file).not.toMatch(/canary|zhenniao/);
    const text = readable(file);
    expect(text.includes(CANARY) || text.includes(WORDS), file).toBe(false);
    if (!/\.(?:jpe?g|png|webp|avif)$/.test(file)) continue;
    const { width, height } = await sharp(file).metadata();
    expect(`${width}×${height}`, file).not.toBe(`${SIZE.width}×${SIZE.height}`);
  }
});

test('a build that the check stops leaves the last good output as it was', { timeout: 300_000 }, async () => {
  const dist = join(folder, 'last-good');
  cpSync('tests/fixtures/content', dist, { recursive: true });
  const content = join(folder, 'broken');
  cpSync('tests/fixtures/content', content, { recursive: true });
  const story = join(content, 'stories/jianan/sample-story.mdx');
  writeFileSync(story, readFileSync(story, 'utf8').replace('32168 户</Figure>', '3216 户</Figure>'));
  const before = readdirSync(dist, { recursive: true });
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: content, OUT_DIR: dist },
  });
  expect(code).not.toBe(0);
  expect(output).toMatch(/sample-story\.mdx:32:\d+ 错误 数字 households/);
  expect(readdirSync(dist, { recursive: true })).toEqual(before);
});
