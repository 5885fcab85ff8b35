import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { filesOf, readable } from '../support/built-files.ts';

/** The archive that stories are planted in: what holds here holds whatever the content is. */
const ARCHIVE = 'tests/fixtures/archive';
/** Of this one: it states nothing. */
const BARE = 'stories/qingtan/qingtan-bridge.mdx';
/** Words of its own hidden stories: scheduled, retired, draft. */
const ITS_HIDDEN = /明年的果园|撤下的一篇|一块田的账/;
/** Words that only hidden stories and their pictures hold. */
const CANARY = 'zhenniaojinsique';
const WORDS = '真鸟金丝雀';
/** No picture of the site has this size; a copy of a hidden one would. */
const SIZE = { width: 613, height: 419 };

let folder = '';
let dist = '';
/** One build under a path, with hidden stories and one that states nothing. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drafts-'));
  dist = join(folder, 'dist');
  cpSync(ARCHIVE, join(folder, 'content'), { recursive: true });
  for (const status of ['status: draft', 'status: retired', 'status: scheduled\nscheduledFor: "2099-01-01"']) {
    await plantHidden(status);
  }
  plantBare();
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: join(folder, 'content'), OUT_DIR: dist, BASE_PATH: '/archive/', DRAFTS: '1' },
  });
  expect(code, output).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bareStory = (): string => readFileSync(join(ARCHIVE, BARE), 'utf8');

/** The bare story with links of both kinds to pages of the site. */
function plantBare(): void {
  const links = '又见[故事](/stories/luhe-tea-terraces/)、[县](/counties/luhe/)和[图][m]。\n\n[m]: /map/\n';
  writeFileSync(join(folder, 'content', BARE), `${bareStory()}\n${links}`);
}

async function plantHidden(status: string): Promise<void> {
  const stories = join(folder, 'content/stories/qingtan');
  const picture = `canary-${/status: (\w+)/.exec(status)?.[1]}-${CANARY}.jpg`;
  const image = sharp({ create: { ...SIZE, channels: 3, background: '#d4af37' } });
  const exif = { IFD0: { Copyright: CANARY, ImageDescription: CANARY } };
  writeFileSync(join(stories, picture), await image.withExif(exif).jpeg().toBuffer());
  const frontmatter = bareStory()
    .replace(/(?<=\n---\n)[\s\S]*/, '')
    .replace(/^places: .*$/m, 'places: []')
    .replace('status: published', status)
    .replace(/^title: .*$/m, `title: ${WORDS}的故事`)
    .replace(/^( *headline): .*$/m, `$1: ${CANARY}`);
  writeFileSync(
    join(stories, `${picture.replace('.jpg', '')}.mdx`),
    `${frontmatter}\n${WORDS}说了一件还不能让人知道的事情，有二十个字那么长。${CANARY}\n\n![${WORDS}](./${picture})\n`,
  );
}

test('hidden stories, their words, pictures and what pictures carry are found nowhere in the output', async () => {
  const files = filesOf(dist);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    expect(file).not.toMatch(/canary|zhenniao/);
    const text = readable(file);
    expect(text.includes(CANARY) || text.includes(WORDS) || ITS_HIDDEN.test(text), file).toBe(false);
    if (!/\.(?:jpe?g|png|webp|avif)$/.test(file)) continue;
    const { width, height } = await sharp(file).metadata();
    expect(`${width}×${height}`, file).not.toBe(`${SIZE.width}×${SIZE.height}`);
  }
});

test('a story that states nothing leads to nothing; its links lead under the path of the site', () => {
  const html = readFileSync(join(dist, 'stories/qingtan-bridge/index.html'), 'utf8');
  expect(html).not.toMatch(/(?:href="#|id=")(?:figures|milestones)"/);
  for (const page of ['stories/luhe-tea-terraces/', 'counties/luhe/', 'map/']) {
    expect(html).toContain(`<a href="/archive/${page}">`);
  }
  const full = readFileSync(join(dist, 'stories/luhe-tea-terraces/index.html'), 'utf8');
  expect(full).toMatch(/id="figures"[\s\S]*id="milestones"/);
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Every file of a folder with what its bytes are. */
const bytesIn = (path: string) => filesOf(path).map((file) => [file, sha256(readFileSync(file))]);

test('a build that the check stops leaves the last good output as it was', { timeout: 300_000 }, async () => {
  const good = join(folder, 'last-good');
  cpSync(dist, good, { recursive: true });
  const content = join(folder, 'broken');
  cpSync('tests/fixtures/content', content, { recursive: true });
  const story = join(content, 'stories/jianan/sample-story.mdx');
  writeFileSync(story, readFileSync(story, 'utf8').replace('32168 户</Figure>', '3216 户</Figure>'));
  const before = bytesIn(good);
  expect(before.length).toBeGreaterThan(20);
  const { code, output } = await runPackage('astro', ['build'], {
    quiet: true,
    env: { CONTENT_DIR: content, OUT_DIR: good },
  });
  expect(code).not.toBe(0);
  expect(output).toMatch(/sample-story\.mdx:32:\d+ 错误 数字 households/);
  expect(bytesIn(good)).toEqual(before);
});
