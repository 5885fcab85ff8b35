import type { Page } from '@playwright/test';
import { milestoneAnchor } from '../../src/lib/urls.ts';
import { manuscripts } from '../support/content.ts';
import { StoryPage } from './support/story-page.ts';
import { given, mostOf } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

/** The story with most milestones. */
const subject = () =>
  given(
    mostOf(manuscripts, ({ data }) => data.milestones.length),
    'no story with milestones',
  );

/** Scrolls the words of a milestone to the upper edge of the window; tells which are the last in its upper third. */
const readTo = (page: Page, id: string) =>
  page.evaluate((anchor) => {
    const top = document.getElementById(anchor)?.getBoundingClientRect().top ?? 0;
    scrollTo({ top: scrollY + top - 80, behavior: 'instant' });
    const words = [...document.querySelectorAll('.prose .milestone')];
    return words.findLast((element) => element.getBoundingClientRect().top < innerHeight * 0.34)?.id ?? '';
  }, milestoneAnchor(id));

test('本篇记事 marks the milestone whose words are passed, and keeps it in sight', async ({ page }) => {
  const { path, data } = subject();
  const reading = new StoryPage(page);
  await page.goto(path);
  const current = reading.milestoneLinks.and(page.locator('[aria-current="true"]'));
  await expect(current).toHaveCount(0);
  const order = await page.locator('.prose .milestone').evaluateAll((all) => all.map((element) => element.id));
  for (const anchor of new Set([order[0], order[Math.floor(order.length / 2)], order.at(-2) ?? order[0]])) {
    const milestone = data.milestones.find(({ id }) => milestoneAnchor(id) === anchor);
    const last = await readTo(page, milestone?.id ?? '');
    await expect(current).toHaveAttribute('href', `#${last}`);
  }
  await expect(current).toBeInViewport();
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('it stays as it is', async ({ page }) => {
    const { path, data } = subject();
    const reading = new StoryPage(page);
    await page.goto(path);
    await readTo(page, data.milestones[0]?.id ?? '');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect(reading.milestoneLinks.and(page.locator('[aria-current]'))).toHaveCount(0);
  });
});
