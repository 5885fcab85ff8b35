import { FIGURES_PAGE } from '#words/figures.ts';
import { MAP_PAGE } from '#words/map.ts';
import { T } from '#words/site.ts';
import { TIMELINE } from '#words/timeline.ts';
import { MapPage } from './support/map-page.ts';
import { expect, test } from './support/test.ts';

// Run on the archive in tests/fixtures/archive: what the content at hand need not hold, or must not lack.

/** Of this county there is no outline. */
const POINT = { id: 'luhe', name: '芦禾县', shortName: '芦禾' };
const STORY = 'stories/luhe-tea-terraces/';

test.describe('a county without an outline', () => {
  test('is a point with its name on the live map, and is worked like any other', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await expect(map.areas).toHaveCount(3);
    const box = await map.area(POINT.id).boundingBox();
    expect(box?.width).toBeGreaterThan(8);
    expect(box?.width).toBeCloseTo(box?.height ?? 0, 0);
    await expect(page.locator('.live-name').getByText(POINT.shortName, { exact: true })).toBeVisible();
    await map.area(POINT.id).press('Enter');
    await expect(map.panel.getByRole('heading', { name: POINT.name })).toBeFocused();
    await expect(page).toHaveURL(/county=luhe$/);
  });

  test('is a point on the still maps of all pages that have one', async ({ page }) => {
    // On the front a map of points alone would be nothing to look at.
    for (const path of ['counties/']) {
      await page.goto(path);
      const point = page.locator('.locator-county', { hasText: POINT.shortName }).locator('circle');
      await expect(point.filter({ visible: true }).first(), `/${path}`).toBeVisible();
    }
    await page.goto(`counties/${POINT.id}/`);
    const sheet = page.getByRole('group', { name: MAP_PAGE.countyMap(POINT.name) });
    await expect(sheet.locator('.locator-county-current circle')).toBeVisible();
  });

  test('has stories without a silhouette', async ({ page }) => {
    await page.goto(STORY);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.story-silhouette')).toHaveCount(0);
  });
});

test.describe('what an archive lacks', () => {
  test('leaves no heading behind: comparisons, undated milestones, a story’s figures', async ({ page }) => {
    await page.goto('figures/');
    await expect(page.getByText(FIGURES_PAGE.comparisons)).toHaveCount(0);
    await page.goto('timeline/');
    await expect(page.getByRole('region', { name: TIMELINE.undated })).toHaveCount(0);
    await page.goto('stories/qingtan-bridge/');
    for (const name of [T.figures, T.milestones]) await expect(page.locator(`[aria-label="${name}"]`)).toHaveCount(0);
    await expect(page.locator('.prose p').first()).toBeVisible();
  });

  test('a county without milestones of a year shows none of it, and is drawn so', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    const stops = Number(await map.slider.getAttribute('max'));
    await map.slider.fill(String(stops));
    const counts = await map.counts();
    expect(counts.filter(({ isEmpty }) => !isEmpty).map(({ county }) => county)).toEqual([POINT.id]);
    expect(counts.filter(({ live }) => live !== '0').map(({ county }) => county)).toEqual([POINT.id]);
  });
});

test('two decades of milestones are a strip of decades, each of which leads to its first year', async ({ page }) => {
  await page.goto('');
  const links = page.locator('.strip h3 a');
  await expect(links).toHaveText(['2000 年代', '2010 年代', '2020 年代']);
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    await page.goto(href.slice(1));
    // A wide window has the table, whose years stand at its head; a narrow one goes to the year.
    await expect(page.locator(':target:visible, thead:visible').first()).toBeInViewport();
    await page.goto('');
  }
});

test('hidden stories are nowhere to be found', async ({ page, request }) => {
  for (const slug of ['luhe-field-draft', 'shanbei-orchard', 'qingtan-old-market'])
    expect((await request.get(`stories/${slug}/`)).status(), slug).toBe(404);
  await page.goto('stories/');
  for (const title of ['一块田的账', '明年的果园', '撤下的一篇']) await expect(page.getByText(title)).toHaveCount(0);
});
