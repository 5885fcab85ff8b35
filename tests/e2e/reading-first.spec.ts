import type { Page } from '@playwright/test';
import { READING_STATUS } from '#words/reading.ts';
import { figureText } from '../../src/lib/numbers/figures.ts';
import { figureAnchor } from '../../src/lib/urls.ts';
import { manuscripts } from '../support/content.ts';
import { movesOf, watchMoves } from './support/moves.ts';
import { STORY } from './support/pages.ts';
import { ReadingSettings } from './support/reading-settings.ts';
import { StoryPage } from './support/story-page.ts';
import { storyWithFigures } from './support/subjects.ts';
import { expect, remember, test } from './support/test.ts';

// Reading and checking are two things: the text comes first, what it rests on is one switch away.

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What a reader sees of the first figure of the text. */
const lineUnder = (page: Page) =>
  page
    .locator('.prose .figure')
    .first()
    .evaluate((figure) => getComputedStyle(figure).textDecorationLine);

test('a text is words and links, until the switch shows what it rests on; the choice is kept', async ({ page }) => {
  const story = new StoryPage(page);
  await watchMoves(page);
  await page.goto(storyWithFigures().path);
  expect(await lineUnder(page)).toBe('none');
  await expect(page.locator('.paragraph-link').filter({ visible: true })).toHaveCount(0);
  await story.evidence.check();
  expect(await lineUnder(page)).toBe('underline');
  await page.reload();
  await expect(story.evidence).toBeChecked();
  expect(await lineUnder(page)).toBe('underline');
  expect(await movesOf(page)).toEqual([]);
  await story.evidence.uncheck();
  await page.reload();
  await expect(story.evidence).not.toBeChecked();
  expect(await lineUnder(page)).toBe('none');
});

test('a link to a figure shows the sources of its paragraph, and of no other', async ({ page }) => {
  const { path, data } = storyWithFigures();
  const { id } = data.figures.at(-1) ?? { id: '' };
  await page.goto(`${path}#${figureAnchor(id)}`);
  const shown = await page
    .locator('.prose :is(p, li)[id]')
    .evaluateAll((all) => all.map((block) => getComputedStyle(block).getPropertyValue('--marks') !== ''));
  expect(shown.filter(Boolean)).toHaveLength(1);
  const hasTarget = await page
    .locator('.prose :is(p, li)[id]')
    .evaluateAll((all) => all.map((block) => block.querySelector(':target') !== null));
  expect(shown).toEqual(hasTarget);
});

test('a figure opens what is known of it, by key and by pointer, and gives the focus back', async ({ page }) => {
  const { path, data } = storyWithFigures();
  await remember(page, { evidence: 'on' });
  await page.goto(path);
  const figure = page.locator('.prose .figure[role="button"]').first();
  const id = (await figure.getAttribute('id'))?.replace(/^f-/, '');
  const stated = data.figures.find((one) => one.id === id);
  await figure.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: stated?.label ?? '?' });
  await expect(note).toBeFocused();
  await expect(note).toContainText(stated ? figureText(stated) : '?');
  if (stated?.note) await expect(note).toContainText(stated.note);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(figure).toBeFocused();
  await figure.click();
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: READING_STATUS.close }).click();
  await expect(note).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('what to read next stands at most one and a half windows after the last sentence', async ({ page }) => {
    for (const { path, slug } of manuscripts) {
      await page.goto(path);
      const story = new StoryPage(page);
      const next = await story.nextReads.getByRole('link').first().boundingBox();
      const last = await story.paragraphs.last().boundingBox();
      if (manuscripts.length > 1)
        expect.soft((next?.y ?? 9e9) - (last?.y ?? 0) - (last?.height ?? 0), slug).toBeLessThan(844 * 1.5);
    }
  });
});

test('the line of progress counts the text, and nothing that comes after it', async ({ page }) => {
  await page.goto(STORY);
  const story = new StoryPage(page);
  const line = page.getByRole('progressbar', { name: READING_STATUS.progress });
  await page.mouse.wheel(0, 500);
  await expect(line).toBeVisible();
  const read = Number(await line.evaluate((element: HTMLProgressElement) => element.value));
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(0.9);
  await story.paragraphs.last().evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await page.mouse.wheel(0, 200);
  await expect(line).toBeHidden();
});

test('who stopped is led back to the paragraph; who wants nothing kept finds nothing kept', async ({ page }) => {
  await page.goto(STORY);
  const story = new StoryPage(page);
  const line = page.getByRole('progressbar', { name: READING_STATUS.progress });
  const middle = story.paragraphs.nth(Math.floor((await story.paragraphs.count()) / 2));
  await middle.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await page.mouse.wheel(0, 10);
  await expect(line).toBeVisible();
  await page.goto('about/');
  await page.goto(STORY);
  await page.getByRole('button', { name: READING_STATUS.resume }).click();
  await expect(middle).toBeInViewport();
  await expect(page.getByRole('button', { name: READING_STATUS.resume })).toHaveCount(0);

  const settings = new ReadingSettings(page);
  await settings.open();
  await page.locator('input[name="progress"][value="off"]').check();
  await settings.done.click();
  await expect(line).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('reading-places'))).toBeNull();
  await page.goto('about/');
  await page.goto(STORY);
  await expect(page.getByRole('button', { name: READING_STATUS.resume })).toHaveCount(0);
});
