import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { MAP_PAGE } from '#words/map.ts';
import { MISSING } from '#words/missing.ts';
import { counties } from '../support/content.ts';
import { MapPage } from './support/map-page.ts';
import { movesOf, watchMoves } from './support/moves.ts';
import { COUNTY, mostOf, placeNames } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

const PHONE = { width: 390, height: 844 };
const weigh = (file: string) => brotliCompressSync(readFileSync(file)).length;

/** Paths of everything that the page has asked for so far. */
const asked = (requests: string[], kind: RegExp) => requests.filter((path) => kind.test(path));

test('no byte of Leaflet comes before the map is in sight', async ({ page, build }) => {
  // So low that the map lies below it, however short the list above.
  await page.setViewportSize({ ...PHONE, height: 200 });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('map/', { waitUntil: 'networkidle' });
  expect(asked(requests, /atlas|CountyMap|map-live/)).toEqual([]);
  expect(readFileSync(join(build.folder, 'map/index.html'), 'utf8')).not.toContain('leaflet-');
  await page.locator('.map-frame').scrollIntoViewIfNeeded();
  await expect(page.locator('.map-live path')).not.toHaveCount(0);
  expect(asked(requests, /atlas/)).toHaveLength(1);
});

test('the scripts weigh at most 118 kB, brotli', async ({ page, build }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname.slice(build.base.length)));
  await new MapPage(page).open();
  await page.waitForLoadState('networkidle');
  const scripts = asked(requests, /\.js$/).map((path) => weigh(join(build.folder, path)));
  expect(scripts.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(118_000);
});

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`nothing moves when the live map takes the place of the still one, ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await watchMoves(page);
    await new MapPage(page).open();
    await page.waitForLoadState('networkidle');
    expect(await movesOf(page)).toEqual([]);
  });
}

test.describe('the still map stands', () => {
  test('where the outlines do not come, and can be asked for again', async ({ page }) => {
    const map = new MapPage(page);
    await page.route('**/atlas.*.json', (route) => route.abort());
    await page.goto('map/');
    await map.frame.scrollIntoViewIfNeeded();
    await expect(page.getByText(MAP_PAGE.failed)).toBeVisible();
    await expect(map.still).toBeVisible();
    await expect(map.frame.getByText(COUNTY.shortName).first()).toBeAttached();
    await page.unroute('**/atlas.*.json');
    await page.getByRole('button', { name: MISSING.again }).click();
    await expect(map.areas).toHaveCount(counties.length);
  });

  test('where the script does not come', async ({ page }) => {
    const map = new MapPage(page);
    await page.route('**/CountyMap*.js', (route) => route.abort());
    await page.goto('map/');
    await map.frame.scrollIntoViewIfNeeded();
    await expect(page.getByText(MAP_PAGE.failed)).toBeVisible();
    await expect(map.still).toBeVisible();
  });

  test('on paper', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await page.emulateMedia({ media: 'print' });
    await expect(map.still).toBeVisible();
    await expect(map.live).toBeHidden();
  });

  test('until it is asked for by those who save data', async ({ page }) => {
    const map = new MapPage(page);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    await page.goto('map/');
    await map.frame.scrollIntoViewIfNeeded();
    await expect(map.still).toBeVisible();
    await page.getByRole('button', { name: MAP_PAGE.load }).click();
    await expect(map.areas).toHaveCount(counties.length);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the list opens and the still map is there', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    await expect(map.still).toBeVisible();
    const county = mostOf(counties, (one) => placeNames(one).length) ?? COUNTY;
    const entry = map.entry(county.id);
    await entry.getByRole('heading').click();
    for (const name of [...county.stories.map(({ data }) => data.title), ...placeNames(county)])
      await expect(entry.getByRole('link', { name, exact: true }).first()).toBeVisible();
  });
});
