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

test('the live map has the river, San Francisco east of it, and says what it cannot show', async ({ page }) => {
  await page.goto('map/');
  const shape = (id: string) => page.locator(`.map-live path[data-county="${id}"]`);
  await expect(shape('han-river')).toHaveCSS('fill', 'none');
  await expect(shape('golden-mountain')).toBeVisible();
  const left = async (id: string) => (await shape(id).boundingBox())?.x ?? Number.NaN;
  expect(await left('golden-mountain')).toBeGreaterThan(await left('han-river'));
  await expect(shape('lost-ferry')).toHaveCount(0);
  await expect(page.locator('.map-frame figcaption')).toContainText('失渡没有写下位置，不在图上');
  await page.locator('.county-list').getByRole('heading', { name: '失渡' }).click();
  await expect(page.locator('.county-list').getByRole('link', { name: '失渡专页' })).toBeVisible();
  await page.goto('counties/lost-ferry/');
  await expect(page.locator('svg.locator-map')).toHaveCount(0);
});
