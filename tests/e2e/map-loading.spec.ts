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

test('no byte of Leaflet comes before a panel is enlarged', async ({ page, build }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('map/', { waitUntil: 'networkidle' });
  await page.locator('.panel').last().scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(asked(requests, /atlas|CountyMap|map-live/)).toEqual([]);
  expect(readFileSync(join(build.folder, 'map/index.html'), 'utf8')).not.toContain('leaflet-');
  await page.locator('[data-enlarge]').first().click();
  await expect(page.locator('.map-live path')).not.toHaveCount(0);
  expect(asked(requests, /atlas/)).toHaveLength(1);
});

test('what the live map asks for beyond any page weighs at most 115 kB, brotli', async ({ page, build }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname.slice(build.base.length)));
  await page.goto('about/', { waitUntil: 'networkidle' });
  const everywhere = new Set(requests.splice(0));
  await new MapPage(page).open();
  await page.waitForLoadState('networkidle');
  const scripts = asked(requests, /\.js$/).filter((path) => !everywhere.has(path));
  const sizes = [...new Set(scripts)].map((path) => weigh(join(build.folder, path)));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(115_000);
});

test('the page weighs at most 20 kB, brotli', ({ build }) => {
  expect(weigh(join(build.folder, 'map/index.html'))).toBeLessThanOrEqual(20_000);
});

for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
  test(`nothing moves while the page comes, and when the live map takes the place of the still one, ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await watchMoves(page);
    await page.goto('map/', { waitUntil: 'networkidle' });
    expect(await movesOf(page)).toEqual([]);
    const map = new MapPage(page);
    const panel = page.locator('.panel').first();
    // The panel grows when it is asked to, and not again when the map has come.
    await page.locator('[data-enlarge]').first().click();
    const size = async () => {
      const { width, height } = (await panel.boundingBox()) ?? {};
      return { width, height };
    };
    const before = await size();
    await map.areas.first().waitFor({ state: 'attached' });
    await page.locator('.panel[data-live]').waitFor();
    expect(await size()).toEqual(before);
  });
}

test.describe('the still map stands', () => {
  test('where the outlines do not come, and can be asked for again', async ({ page }) => {
    const map = new MapPage(page);
    await page.route('**/atlas.*.json', (route) => route.abort());
    await page.goto('map/');
    await page.locator('[data-enlarge]').first().click();
    await expect(page.getByText(MAP_PAGE.failed)).toBeVisible();
    await expect(map.still.first()).toBeVisible();
    await page.unroute('**/atlas.*.json');
    await page.getByRole('button', { name: MISSING.again }).click();
    await expect(map.areas).toHaveCount((await map.onLargest()).length);
  });

  test('where the script does not come', async ({ page }) => {
    const map = new MapPage(page);
    await page.route('**/CountyMap*.js', (route) => route.abort());
    await page.goto('map/');
    await page.locator('[data-enlarge]').first().click();
    await expect(page.getByText(MAP_PAGE.failed)).toBeVisible();
    await expect(map.still.first()).toBeVisible();
  });

  test('on paper', async ({ page }) => {
    const map = new MapPage(page);
    await map.open();
    await page.emulateMedia({ media: 'print' });
    await expect(map.still).toHaveCount(await page.locator('.panel').count());
    await expect(map.live).toBeHidden();
  });

  test('for those who save data, whatever the address says, until they ask', async ({ page }) => {
    const map = new MapPage(page);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`map/?county=${COUNTY.id}`, { waitUntil: 'networkidle' });
    await map.panelOf(COUNTY.id).scrollIntoViewIfNeeded();
    await expect(map.on(COUNTY.id)).toHaveAttribute('aria-current', 'true');
    expect(asked(requests, /atlas|CountyMap/)).toEqual([]);
    await map.enlarge(COUNTY.id);
    await expect(map.area(COUNTY.id)).toBeAttached();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the list opens, the panels are there and lead to the counties', async ({ page }) => {
    const map = new MapPage(page);
    await page.goto('map/');
    for (const panel of await page.locator('.panel-map').all()) await expect(panel).toBeVisible();
    await expect(map.on(COUNTY.id)).toHaveAttribute('href', `/counties/${COUNTY.id}/`);
    const county = mostOf(counties, (one) => placeNames(one).length) ?? COUNTY;
    const entry = map.entry(county.id);
    await entry.getByRole('heading').click();
    for (const name of [...county.stories.map(({ data }) => data.title), ...placeNames(county)])
      await expect(entry.getByRole('link', { name, exact: true }).first()).toBeVisible();
  });
});
