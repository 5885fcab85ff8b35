import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { manuscripts } from '../support/content.ts';
import { expect, test } from './support/test.ts';

/** What the first round trip of a connection brings. */
const BUDGET = 14_000;
/** Characters, punctuation included, of the story that the budget is set for; a longer one may weigh more in proportion. */
const MEASURED_AT = 2_500;
/** Marks in a story of that length; each more has its entry in a list, its link and its anchor. */
const MARKS = { within: 60, bytes: 70 };
/** What drawings add: their styles, once, and each of them. */
const DRAWINGS = { styles: 300, bytes: 150 };
/** All scripts of a story page together; none is needed to read it. A quarter of it asks for the worker and trusts its address, another part finds the root of a copy. */
const SCRIPTS = 4_700;

/** What a page is not made of: icons, and pictures that an article may bring. */
const PICTURES = /^(favicon|apple-touch-icon)|\.(?:jpe?g|png|webp|avif)$/;
const weigh = (file: string) => brotliCompressSync(readFileSync(file)).length;

/** Paths of all that a page asks for but pictures, relative to the base. */
async function requestsOf(
  page: Page,
  path: string,
  base: string,
  waitUntil: 'load' | 'networkidle',
): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: { url(): string }) => asked.push(new URL(request.url()).pathname.slice(base.length));
  page.on('request', note);
  await page.goto(path, { waitUntil });
  page.off('request', note);
  return asked.filter((file) => !PICTURES.test(file));
}

test(`a story of ${MEASURED_AT} characters weighs at most ${BUDGET} bytes, with its style`, async ({ build }) => {
  for (const { path, slug, blocks } of manuscripts) {
    const characters = blocks.map(({ text }) => text.replace(/\s/g, '')).join('').length;
    const marks = blocks.flatMap((block) => block.marks).length;
    const times = Math.max(1, characters / MEASURED_AT);
    const file = join(build.folder, path, 'index.html');
    const drawings = readFileSync(file, 'utf8').match(/<figure class="drawing"/g)?.length ?? 0;
    const drawn = drawings > 0 ? DRAWINGS.styles + DRAWINGS.bytes * drawings : 0;
    const budget = BUDGET * times + MARKS.bytes * Math.max(0, marks - MARKS.within * times) + drawn;
    const size = weigh(file);
    test.info().annotations.push({
      type: slug,
      description: `${characters} characters, ${marks} marks, ${drawings} drawings, ${size} bytes`,
    });
    expect.soft(size, slug).toBeLessThanOrEqual(budget);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a story is one request', async ({ page, build }) => {
    for (const { path } of manuscripts) expect.soft(await requestsOf(page, path, build.base, 'load')).toEqual([path]);
  });
});

test('with script a story asks for its small scripts too, and for nothing else', async ({ page, build }) => {
  const first = manuscripts.find(({ data }) => data.media.length === 0);
  const [document, ...scripts] = await requestsOf(page, first?.path ?? '', build.base, 'networkidle');
  expect(document).toBe(first?.path);
  expect(scripts.filter((file) => !/^assets\/.*\.js$/.test(file))).toEqual([]);
  const sizes = scripts.map((file) => weigh(join(build.folder, file)));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPTS);
});
