import { faultsOf } from './support/axe.ts';
import { pagesOf } from './support/pages.ts';
import { expect, test } from './support/test.ts';

// Run on the archive in tests/fixtures/alone: one story in traditional characters, sixty photographs, a place on no map.

test('every page fits into 390 and 1280 px, and axe finds no fault', async ({ page, build }) => {
  for (const path of pagesOf(build)) {
    await page.goto(path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, `/${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
    expect.soft(await faultsOf(page), `/${path}`).toEqual([]);
  }
});

test('a front without a map has the first photograph in its stead, and sections without entries do not appear', async ({
  page,
}) => {
  await page.goto('.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page.locator('.lead img')).toBeVisible();
  await expect(page.locator('.locator')).toHaveCount(0);
  await expect(page.getByRole('navigation').first().getByRole('link')).toHaveText([
    '故事',
    '照相館',
    '年表',
    '數字',
    '檢索',
  ]);
  await page.goto('map/');
  await expect(page.locator('main')).toContainText('沒有寫下位置');
  await expect(page.locator('.map-frame, .map-filter')).toHaveCount(0);
});

test('sixty photographs: few come before they are scrolled to, each can be opened', async ({ page }) => {
  const asked = new Set<string>();
  page.on('request', (request) => request.resourceType() === 'image' && asked.add(request.url()));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('stories/sixty-plates/');
  await expect(page.locator('.gallery img')).toHaveCount(60);
  expect(await page.locator('.gallery img:not([loading="lazy"])').count()).toBe(0);
  await page.locator('#medium-plate-60 a, #plate-60 a').or(page.locator('.gallery a').last()).last().click();
  await expect(page.locator('.pswp img').first()).toBeVisible();
});

test('is found by what is typed in either script', async ({ page }) => {
  for (const word of ['網球場', '网球场']) {
    await page.goto(`search/?q=${encodeURIComponent(word)}`);
    await expect(page.getByRole('link', { name: '六十張底片' }).first()).toBeVisible();
  }
});
