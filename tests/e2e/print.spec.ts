import { T } from '#words/site.ts';
import { KIND_WORDS } from '#words/sources.ts';
import { kindLike } from '../../src/lib/schema/source-kinds.ts';
import { manuscripts } from '../support/content.ts';
import { STORY, TEMPLATES } from './support/pages.ts';
import { StoryPage } from './support/story-page.ts';
import { expect, remember, test } from './support/test.ts';

const printed = manuscripts.find(({ path }) => path === STORY);
const headlineWord = KIND_WORDS[kindLike(printed?.data.source?.kind ?? 'newspaper')].headline;

const A4 = { width: 643, height: 956 }; // 170 × 253 mm within the margins, at 96 px an inch.

for (const theme of ['light', 'dark'] as const) {
  test(`a printed story has its text, source and address, and no controls (theme ${theme})`, async ({
    page,
    build,
  }) => {
    await remember(page, { theme, size: 'elder' });
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: 'print' });
    const story = new StoryPage(page);
    await page.goto(STORY);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const paragraph of await story.paragraphs.all()) await expect(paragraph).toBeVisible();
    await expect(story.source.getByText(headlineWord, { exact: true })).toBeVisible();
    await expect(story.sourceRow(T.cite)).toContainText(`${build.origin}${build.base}${STORY}`);
    await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('.paragraph-link').filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.locator('.prose p').first()).toHaveCSS('font-size', '14px');
    await expect(page.locator('.prose p').first()).toHaveCSS('font-family', /^"Songti SC"/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(A4.width);
  });
}

test('the longest story prints on a few pages', async ({ page }) => {
  const { characters } = manuscripts.find(({ path }) => path === STORY) ?? { characters: 0 };
  await page.goto(STORY);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  // A page holds some 900 characters with their headings; map, lists, what is unsaid and source card take up to four more.
  expect(pages).toBeLessThanOrEqual(Math.ceil(characters / 750) + 4);
});

test('the paper of a long story is its text: the record under it takes at most a quarter', async ({ page }) => {
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  // A brief of a few lines has a record as long as any other's.
  const long = manuscripts.filter(({ characters }) => characters > 800);
  for (const { path } of long) {
    await page.goto(path);
    const share = await page.evaluate(() => {
      const end = document.querySelector('.prose')?.getBoundingClientRect().bottom ?? 0;
      const all = document.documentElement.scrollHeight;
      return (all - end) / all;
    });
    expect.soft(share, path).toBeLessThanOrEqual(0.25);
  }
});

test('no page ends with a heading', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  let headings = 0;
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    const loose = await page.evaluate(() => {
      const holds = (element: Element, property: 'breakAfter') => getComputedStyle(element)[property] === 'avoid';
      const headings = [...document.querySelectorAll('main :is(h2, h3)')].filter((heading) =>
        heading.checkVisibility(),
      );
      return {
        count: headings.length,
        loose: headings.filter((heading) => !holds(heading, 'breakAfter')).map(({ textContent }) => textContent),
      };
    });
    headings += loose.count;
    expect.soft(loose.loose, `/${path}`).toEqual([]);
  }
  expect(headings).toBeGreaterThan(0);
});

test('tints, bars and dots are printed', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(STORY);
  await expect(page.locator('main')).toHaveCSS('print-color-adjust', 'exact');
});

test('no section prints as a heading alone', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  let sections = 0;
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(path);
    const { headings, bare } = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('main section')]
        .map((section) => ({ section, heading: section.querySelector('h2, h3') }))
        .filter(({ heading }) => heading?.checkVisibility());
      const isBare = ({ section, heading }: (typeof shown)[number]) =>
        ![...section.querySelectorAll('*')].some(
          (element) => !element.contains(heading) && !heading?.contains(element) && element.checkVisibility(),
        );
      return { headings: shown.length, bare: shown.filter(isBare).map(({ heading }) => heading?.textContent) };
    });
    sections += headings;
    expect.soft(bare, `/${path}`).toEqual([]);
  }
  expect(sections).toBeGreaterThan(Object.keys(TEMPLATES).length);
});
