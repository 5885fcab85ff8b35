import { expectSoundPages } from './support/fits-and-passes.ts';
import { expect, test } from './support/test.ts';

// Run on the archive in tests/fixtures/far: four thousand years, both shores of an ocean, a river as a line, a place that nobody knows.

test('every page fits into 390 and 1280 px, and axe finds no fault', async ({ page, build }) => {
  await expectSoundPages(page, build);
});

test('years before our era stand in their order, an interval of three hundred years is one entry', async ({ page }) => {
  await page.goto('timeline/');
  const years = page.locator('.year h2');
  await expect(years.first()).toContainText('前 3300');
  await expect(years.nth(1)).toContainText('前 214');
  await page.goto('stories/');
  await expect(page.getByText('17—20 世纪')).toHaveCount(1);
});

test('a river is drawn as a line on the map of all, on its own and as its sign', async ({ page }) => {
  await page.goto('counties/han-river/');
  const river = page.locator('.sheet .locator-county-current path');
  await expect(river).toHaveAttribute('fill', 'none');
  await expect(river).toHaveCSS('stroke-width', /[4-9]px/);
  await expect(page.locator('.county-silhouette path')).toHaveAttribute('fill', 'none');
  await expect(page.locator('.county-header .locator-county-current path')).toHaveAttribute('fill', 'none');
});

test('the map has a panel for each shore, with the river as a line, and says what it cannot show', async ({ page }) => {
  await page.goto('map/');
  await expect(page.locator('.panel')).toHaveCount(2);
  const river = page.locator('.panel-county[data-county="han-river"]');
  await expect(river).toHaveCSS('fill', 'none');
  await river.focus();
  await page.keyboard.press('Enter');
  const shape = page.locator('.map-live path[data-county="han-river"]');
  await expect(shape).toHaveCSS('fill', 'none');
  await expect(page.locator('.panel').filter({ has: page.locator('[data-county="golden-mountain"]') })).toBeVisible();
  // On the small map of both San Francisco lies east of the river.
  const frames = page.locator('.key-map rect');
  const [west, east] = [await frames.first().boundingBox(), await frames.last().boundingBox()];
  expect(east?.x).toBeGreaterThan(west?.x ?? Number.NaN);
  await expect(page.locator('.panel-county[data-county="lost-ferry"]')).toHaveCount(0);
  await expect(page.locator('.map-notes')).toContainText('失渡没有写下位置，不在图上');
  await page.locator('.county-list').getByRole('heading', { name: '失渡' }).click();
  await expect(page.locator('.county-list').getByRole('link', { name: '失渡专页' })).toBeVisible();
  await page.goto('counties/lost-ferry/');
  await expect(page.locator('svg.locator-map')).toHaveCount(0);
});
