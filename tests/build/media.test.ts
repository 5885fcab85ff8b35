import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';
import { filesOf, readable } from '../support/built-files.ts';
import { readIndex } from '../support/search-index.ts';

const ARCHIVE = 'tests/fixtures/media';
const SITE = 'https://chronicle.example';
/** What every picture, recording and document of the archive says of who made it. */
const TELLING = 'tellingcanary';
/** Pixels of the draft's photograph; no other has them. */
const DRAFT = { width: 613, height: 419 };

let folder = '';
const dist = (name = 'dist') => join(folder, name);
const page = (story: string, site = 'dist') => readFileSync(join(dist(site), `stories/${story}/index.html`), 'utf8');
const paths = (site = 'dist') => filesOf(dist(site)).map((file) => relative(dist(site), file).replaceAll('\\', '/'));

async function build(out: string): Promise<void> {
  const env = { CONTENT_DIR: join(folder, 'content'), OUT_DIR: dist(out), SITE_URL: SITE };
  const { code, output } = await runPackage('astro', ['build'], { quiet: true, env });
  expect(code, output).toBe(0);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'media-'));
  cpSync(ARCHIVE, join(folder, 'content'), { recursive: true });
  await build('dist');
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('nothing tells who made a picture, a recording or a document, with what, when and where', async () => {
  const files = filesOf(dist());
  expect(files.filter((file) => file.includes('/media/')).length).toBeGreaterThan(100);
  for (const file of files) {
    expect(readable(file).includes(TELLING) || readFileSync(file).includes(TELLING), file).toBe(false);
    if (!/\.(?:webp|jpe?g|png)$/.test(file)) continue;
    const { exif, xmp, iptc } = await sharp(file).metadata();
    expect({ exif, xmp, iptc }, file).toEqual({});
  }
});

test('no file is called what the original is called, and no page names it', () => {
  for (const name of ['码头照片', 'sideways', 'interview.', 'launch.', 'ledger.', 'page-1931', 'tide', 'poster.']) {
    expect(paths().filter((path) => path.includes(name))).toEqual([]);
    expect(
      filesOf(dist()).filter((file) => readable(file).includes(`${name}jpg`) || readable(file).includes(`/${name}`)),
    ).toEqual([]);
  }
});

test('of a draft no picture, no recording and no word is there', async () => {
  for (const file of filesOf(dist())) {
    expect(readable(file), file).not.toMatch(/还不能让人[看听]见|draft-only/);
    if (!/\.(?:webp|jpe?g)$/.test(file)) continue;
    const { width = 0, height = 0 } = await sharp(file).metadata();
    expect(Math.abs(height / width - DRAFT.height / DRAFT.width), file).toBeGreaterThan(0.001);
  }
});

test('only pages that show media have their rules, their script and their policy', () => {
  expect(page('voices')).toMatch(/media-src 'self'/);
  expect(page('ten-views')).not.toMatch(/media-src/);
  for (const story of ['voices', 'ten-views']) expect(page(story)).toMatch(/\.zoom\b/);
  const read = (path: string) => readFileSync(join(dist(), path), 'utf8');
  expect(read('stories/index.html')).not.toMatch(/media-src|\.zoom\b|\/media\//);
  // Where no land is drawn the front has the picture of its lead, and nothing more of media.
  expect(read('index.html')).not.toMatch(/media-src|\.zoom\b/);
});

test('a page leads to the largest size, says the size of every picture, and has no style in its markup', () => {
  for (const story of ['voices', 'ten-views']) {
    const html = page(story);
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
    const pictures = html.match(/<img\b[^>]*>/g) ?? [];
    expect(pictures.length).toBeGreaterThan(3);
    for (const picture of pictures) expect(picture).toMatch(/width="\d+".*height="\d+".*alt="[^"]+"/);
    for (const [, path = ''] of html.matchAll(/class="zoom" href="\/([^"]+)"/g)) expect(paths()).toContain(path);
  }
});

test('a page in tiles says where it is, as IIIF has it', async () => {
  const [, info = ''] = /href="\/(media\/[^"]+\/info\.json)"/.exec(page('voices')) ?? [];
  const told = JSON.parse(readFileSync(join(dist(), info), 'utf8'));
  expect(told).toMatchObject({
    '@context': 'http://iiif.io/api/image/3/context.json',
    id: `${SITE}/${info.replace('/info.json', '')}`,
    type: 'ImageService3',
    profile: 'level0',
    width: 1701,
    height: 2403,
    tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
  });
  const whole = await sharp(join(dist(), info, '../full/max/0/default.jpg')).metadata();
  expect([whole.width, whole.height]).toEqual([1701, 2403]);
});

test('what is said in a recording, and what a picture shows, is in the page and in the search', () => {
  const html = page('voices');
  expect(html).toMatch(/<details[^>]*open[\s\S]*鲤鱼游进了堂屋/);
  expect(html).toMatch(/船主：下水了！/);
  const searched = readIndex(dist())
    .texts.flatMap(({ blocks }) => blocks.map(({ text }) => text))
    .join('\n');
  for (const words of [
    '鲤鱼游进了堂屋',
    '岸上放起鞭炮来',
    '一步一步上滩来',
    '滩上留着船',
    '老船工说涨水',
    '通栏是涨水的消息',
  ])
    expect(searched, words).toContain(words);
});

test('a recording is fetched when it is asked for, and on paper is its address', () => {
  const html = page('voices');
  for (const [player] of html.matchAll(/<(?:audio|video)\b[^>]*>/g)) expect(player).toMatch(/controls.*preload="none"/);
  expect(html).toContain(`录音：${SITE}/media/`);
});

test('saving everything takes one width of each picture, no recording and no tile, and says so', () => {
  const worker = readFileSync(join(dist(), 'sw.js'), 'utf8');
  const { files } = JSON.parse(/^const MANIFEST=(.*);\n/.exec(worker)?.[1] ?? '') as { files: string };
  const kept = (JSON.parse(readFileSync(join(dist(), files), 'utf8')) as string[]).filter((path) =>
    path.startsWith('media/'),
  );
  expect(kept.length).toBe(14);
  expect(new Set(kept.map((path) => path.split('/')[1])).size).toBe(kept.length);
  for (const path of kept) expect(path).toMatch(/\/\d+\.webp$/);
  expect(readFileSync(join(dist(), 'offline/index.html'), 'utf8')).toContain('每张留一种大小');
});

test('a story that is taken down takes its media with it, and so does a photograph that is taken out', {
  timeout: 600_000,
}, async () => {
  const stories = join(folder, 'content/stories/hegang');
  const change = (name: string, from: string | RegExp, to: string) => {
    const file = join(stories, name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(from, to));
    expect(readFileSync(file, 'utf8')).not.toBe(text);
  };
  const [, first = ''] = /(media\/[0-9a-f]{20})\//.exec(page('ten-views')) ?? [];
  expect(paths().some((path) => path.startsWith(first))).toBe(true);
  change('voices.mdx', 'status: published', 'status: retired');
  change('ten-views.mdx', / {2}- id: quay-1\n(?: {4}.*\n)+/, '');
  change('ten-views.mdx', '<Photo id="quay-1" />\n\n', '');
  await build('later');
  expect(existsSync(join(dist('later'), 'stories/voices'))).toBe(false);
  expect(paths('later').filter((path) => /\.(?:mp3|m4a|mp4|vtt|pdf)$|info\.json$/.test(path))).toEqual([]);
  expect(paths('later').some((path) => path.startsWith(first))).toBe(false);
  expect(paths('later').filter((path) => path.endsWith('large.jpg'))).toHaveLength(9);
});
