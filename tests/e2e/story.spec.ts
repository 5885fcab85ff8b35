import type { Page } from '@playwright/test';
import { PARAGRAPH_LINKS } from '#words/paragraph-links.ts';
import { manuscripts } from '../support/content.ts';
import { STORY, storyPages } from './support/pages.ts';
import { StoryPage } from './support/story-page.ts';
import { given, storyWithSections } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

for (const viewport of [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
]) {
  test.describe(`on a phone of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport, isMobile: true, hasTouch: true });

    test('the text of every story begins on the first screen', async ({ page }) => {
      for (const { path, slug } of manuscripts) {
        await page.goto(path);
        const top = await page
          .locator('.prose p')
          .first()
          .evaluate((element) => element.getBoundingClientRect().top);
        expect.soft(Math.round(top), slug).toBeLessThan(viewport.height);
      }
    });
  });
}

/** Where the words of each paragraph begin, in pixels from the top of the text. */
const topsOf = (page: Page) =>
  page.locator('.prose :is(p, li)[id]').evaluateAll((all) => {
    const start = document.querySelector('.prose')?.getBoundingClientRect().top ?? 0;
    return all.map((block) => Math.round(block.getBoundingClientRect().top - start));
  });

test('dates stand in the margin of a wide window, where the text keeps its place, and above the words of a narrow one', async ({
  page,
}) => {
  const { path } = given(
    manuscripts.find(({ data }) => data.milestones.some(({ date }) => date !== null)),
    'no milestone with a date',
  );
  for (const { width, isMoved } of [
    { width: 1280, isMoved: false },
    { width: 390, isMoved: true },
  ]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const story = new StoryPage(page);
    const before = await topsOf(page);
    await story.evidence.check();
    expect((await topsOf(page)).join() !== before.join()).toBe(isMoved);
    // A float that clears its like lies on none of them.
    const drawn = await page.locator('[data-dates]').evaluateAll((all) =>
      all.map((block) => {
        const { content, float, clear } = getComputedStyle(block, '::before');
        return { says: content.includes(block.getAttribute('data-dates')?.split('\n')[0] ?? '?'), float, clear };
      }),
    );
    expect(drawn.length).toBeGreaterThan(0);
    for (const date of drawn) expect(date).toEqual({ says: true, float: 'inline-start', clear: 'inline-start' });
    await story.evidence.uncheck();
  }
});

test('the contents mark the section being read', async ({ page }) => {
  const story = new StoryPage(page);
  for (const { path, blocks } of manuscripts) {
    const titles = blocks.filter((block) => block.kind === 'heading').map((block) => block.text);
    if (titles.length < 2) continue;
    await page.goto(path);
    const current = story.contents.locator('[aria-current]');
    await expect(current).toHaveText(titles[0] ?? '');
    for (const [index, title] of titles.entries()) {
      // Of short sections more than one may have been reached: the last of them is being read.
      const reached = await page.evaluate((n) => {
        const headings = [...document.querySelectorAll('.prose :is(h2, h3)')];
        const topOf = (heading?: Element) => heading?.getBoundingClientRect().top ?? 0;
        scrollTo({ top: scrollY + topOf(headings[n]) - 80, behavior: 'instant' });
        return headings.findLastIndex((heading) => topOf(heading) < innerHeight * 0.34);
      }, index);
      await expect(current, `${path} ${title}`).toHaveText(titles[Math.max(0, reached)] ?? '');
    }
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await expect(current).toHaveText(titles[0] ?? '');
  }
});

test('a jump over several sections moves the mark in the contents too', async ({ page }) => {
  const { path, blocks } = storyWithSections(3);
  const texts = blocks.filter((block) => block.kind === 'heading').map((block) => block.text);
  const story = new StoryPage(page);
  await page.goto(path);
  const last = story.paragraphs.last();
  await page.goto(`${path}#${await last.getAttribute('id')}`);
  await expect(story.contents.locator('[aria-current]')).toHaveText(texts.at(-1) ?? '');
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a paragraph’s link puts its address on the clipboard, and the address shows the paragraph', async ({
    page,
  }) => {
    const story = new StoryPage(page);
    await page.goto(STORY);
    await story.evidence.check();
    const paragraph = story.paragraphs.nth(Math.min(3, (await story.paragraphs.count()) - 1));
    const id = await paragraph.getAttribute('id');
    await paragraph.hover();
    await story.paragraphLink(paragraph).click();
    await expect(page.getByRole('status')).toHaveText(PARAGRAPH_LINKS.copied);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(new URL(`${STORY}#${id}`, page.url().replace(/stories\/.*$/, '')).href);
    await page.goto('about:blank');
    await page.goto(copied);
    await expect(paragraph).toBeInViewport();
    await expect(page.locator(':target')).toHaveAttribute('id', id ?? '');
  });
});

test('previous and next lead through all stories, there and back', async ({ page }) => {
  given(storyPages[1], 'only one story');
  const story = new StoryPage(page);
  const follow = async (rel: 'prev' | 'next') => {
    const seen = [new URL(page.url()).pathname.slice(1)];
    while (seen.length <= storyPages.length && (await story.follow(rel)))
      seen.push(new URL(page.url()).pathname.slice(1));
    return seen;
  };
  await page.goto(storyPages[0] ?? '');
  await follow('prev');
  const there = await follow('next');
  expect([...there].sort()).toEqual([...storyPages].sort());
  expect(await follow('prev')).toEqual(there.reverse());
});

/** Figures on more than one line, and paragraphs whose last line holds no words. */
function brokenLines() {
  const broken = [...document.querySelectorAll('.prose .figure')]
    // A span within it has a rectangle of its own on the same line.
    .filter((figure) => new Set([...figure.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
    .map((figure) => figure.textContent);
  const empty = [...document.querySelectorAll('.prose :is(p, li)[id]')].filter((paragraph) => {
    const link = paragraph.querySelector('.paragraph-link');
    const words = document.createRange();
    words.selectNodeContents(paragraph);
    if (link) words.setEndBefore(link);
    const last = [...words.getClientRects()].at(-1);
    return last && paragraph.getBoundingClientRect().bottom - last.bottom > last.height;
  });
  return { broken, empty: empty.map(({ id }) => id) };
}

for (const width of [390, 768, 1280]) {
  test(`the paragraph link takes no line of its own, long lines keep figures whole, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await remember(page, { evidence: 'on' });
    for (const { path } of manuscripts) {
      await page.goto(path);
      const { broken, empty } = await page.evaluate(brokenLines);
      expect.soft(empty, path).toEqual([]);
      if (width > 640) expect.soft(broken, path).toEqual([]);
    }
  });
}
