import { faultsOf, MODES } from './support/axe.ts';
import { MapPage } from './support/map-page.ts';
import { expect, remember, test } from './support/test.ts';

for (const [mode, settings] of Object.entries(MODES)) {
  test(`${mode}: axe finds nothing in the live map with its panel and an open entry`, async ({ page }) => {
    const map = new MapPage(page);
    await remember(page, settings);
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('map/');
      expect.soft(await faultsOf(page), `${width} px, still`).toEqual([]);
      await map.open();
      const [own, { id: other }] = await map.two();
      await map.entry(own.id).getByRole('heading').click();
      await map.area(other).focus();
      await expect(map.area(other)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(map.panel).toBeVisible();
      expect.soft(await faultsOf(page, '.map-panel, .map-filter, .map-live'), `${width} px`).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(wide, `${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test('in forced colours counties, the chosen one and the focus can be told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const map = new MapPage(page);
  await page.goto('map/');
  const [{ id: own }, { id: other }] = await map.two();
  await map.open(`?county=${own}`);
  const look = (county: string) =>
    map.area(county).evaluate((path) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(path);
      return { fill, stroke, strokeWidth };
    });
  expect((await look(own)).fill).not.toBe((await look(other)).fill);
  const before = await look(other);
  await map.area(other).focus();
  expect(await look(other)).not.toEqual(before);
});

test('with reduced motion the map does not glide', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await new MapPage(page).open();
  await expect(page.locator('.leaflet-zoom-animated')).not.toHaveCount(0);
  await expect(page.locator('.leaflet-fade-anim')).toHaveCount(0);
});
