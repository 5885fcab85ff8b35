import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { firefox, NO_FIREFOX } from './support/firefox.ts';
import { MapPage } from './support/map-page.ts';
import { COUNTY } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

// A map that is not in sight when it comes, or goes out of sight, is there when it is shown: in a tab, in a <details>, in a
// frame of another page.

/** A page of another host that has the map in a closed tab and in a closed <details>. */
async function hostOf(baseURL: string) {
  const frame = `<iframe src="${baseURL}map/embed/?county=${COUNTY.id}" width="360" height="520"></iframe>`;
  const host = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<!doctype html><title>host</title>
      <button id="tab">tab</button><div id="sheet" style="display:none">${frame}</div>
      <details><summary>map</summary>${frame}</details>
      <script>tab.onclick = () => sheet.style.display = sheet.style.display ? '' : 'none'</script>`);
  });
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(host.address() as AddressInfo).port}/`, close: () => host.close() };
}

/** How large the county is on the live map; 0 where there is none. */
const widthIn = (page: Page) =>
  page.locator(`.map-live path[data-county="${COUNTY.id}"]`).evaluate((path) => path.getBoundingClientRect().width);

test('in a closed tab and a closed <details> of another page the map comes up as large as when they are open', async ({
  browser,
  baseURL,
}) => {
  const host = await hostOf(baseURL ?? '');
  const page = await browser.newPage();
  await page.goto(host.url, { waitUntil: 'networkidle' });
  for (const [opener, i] of [
    ['#tab', 0],
    ['summary', 1],
  ] as const) {
    await page.locator(opener).click();
    const shape = page.frameLocator('iframe').nth(i).locator(`.map-live path[data-county="${COUNTY.id}"]`);
    await expect(shape).toHaveClass(/live-chosen/);
    await expect.poll(async () => (await shape.boundingBox())?.width ?? 0, opener).toBeGreaterThan(60);
  }
  // Closed and opened again it is as it was.
  const shape = page.frameLocator('iframe').first().locator(`.map-live path[data-county="${COUNTY.id}"]`);
  const widthOf = () => shape.evaluate((path) => Math.round(path.getBoundingClientRect().width));
  const before = await widthOf();
  await page.locator('#tab').click();
  await page.locator('#tab').click();
  await expect.poll(widthOf).toBe(before);
  await page.close();
  host.close();
});

test('what holds the live map may be hidden, resized and shown again', async ({ page }) => {
  const map = new MapPage(page);
  await map.open(`?county=${COUNTY.id}`);
  const before = await widthIn(page);
  const display = (value: string) =>
    page.locator('main').evaluate((main, one) => main.style.setProperty('display', one), value);
  await display('none');
  await page.setViewportSize({ width: 390, height: 844 });
  const address = page.url();
  await display('');
  await expect.poll(() => widthIn(page)).toBeGreaterThan(60);
  await display('none');
  await page.setViewportSize({ width: 1280, height: 800 });
  await display('');
  await expect.poll(async () => Math.abs((await widthIn(page)) - before) / before).toBeLessThan(0.1);
  expect(page.url()).toBe(address);
});

test('a map that is asked for while it is hidden waits for its room', async ({ page }) => {
  await page.goto('map/');
  const map = new MapPage(page);
  await page.locator('.map-frame').evaluate((frame) => frame.style.setProperty('display', 'none'));
  await page
    .locator('[data-enlarge]')
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await page.waitForLoadState('networkidle');
  await expect(map.areas).toHaveCount(0);
  await page.locator('.map-frame').evaluate((frame) => frame.style.removeProperty('display'));
  await expect(map.areas).toHaveCount((await map.onLargest()).length);
  const [first] = await map.onLargest();
  await expect.poll(async () => (await map.area(first?.id ?? '').boundingBox())?.width ?? 0).toBeGreaterThan(30);
});

test('turned round, and back from another page, the map fills its box', async ({ page }) => {
  const map = new MapPage(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await map.open();
  const [first] = await map.onLargest();
  const fills = async () => {
    const [box, canvas] = [await page.locator('.panel-live .panel-box').boundingBox(), await map.live.boundingBox()];
    return (
      Math.abs((box?.width ?? 0) - (canvas?.width ?? 1)) < 2 &&
      ((await map.area(first?.id ?? '').boundingBox())?.width ?? 0) > 20
    );
  };
  await page.setViewportSize({ width: 844, height: 390 });
  await expect.poll(fills).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(fills).toBe(true);
  await page.goto('about/');
  await page.goBack();
  await expect(page.locator('.panel-map').first()).toBeVisible();
});

test('Firefox ESR: the same in a closed tab', async ({ baseURL }) => {
  test.skip(!firefox, NO_FIREFOX);
  const host = await hostOf(baseURL ?? '');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(host.url);
    for (const opener of ['#tab', 'summary']) await page.click(opener);
    const shape = `.map-live path[data-county="${COUNTY.id}"]`;
    for (const handle of await page.$$('iframe')) {
      const frame = await handle.contentFrame();
      await handle.scrollIntoView();
      await frame?.waitForSelector(shape);
      await frame?.waitForFunction(
        (one) => (document.querySelector(one)?.getBoundingClientRect().width ?? 0) > 60,
        {},
        shape,
      );
    }
  } finally {
    await browser.close();
    host.close();
  }
});
