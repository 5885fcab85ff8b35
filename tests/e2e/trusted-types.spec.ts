import type { Page } from '@playwright/test';
import { MAP_PAGE } from '#words/map.ts';
import { MapPage } from './support/map-page.ts';
import { FRAMED, MISSING, TEMPLATES } from './support/pages.ts';
import { COMMON } from './support/queries.ts';
import { ReadingSettings } from './support/reading-settings.ts';
import { SearchPage } from './support/search-page.ts';
import { expect, test } from './support/test.ts';

/** Counts what the policy of the page refuses from its first script on. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      refused.push(`${violatedDirective} ${sample}`),
    );
  });
  return () => page.evaluate(() => Reflect.get(window, 'refused'));
}

/** Puts text where a browser makes markup or a script of it. @returns what it did with it */
const plant = (page: Page) =>
  page.evaluate(() => {
    const tryOut = (name: string, put: () => unknown) => {
      try {
        put();
        return [name, 'let pass'];
      } catch (error) {
        return [name, error instanceof TypeError ? 'refused' : String(error)];
      }
    };
    const box = document.createElement('div');
    document.body.append(box);
    const script = document.createElement('script');
    return Object.fromEntries([
      tryOut('markup', () => Object.assign(box, { innerHTML: '<b>planted</b>' })),
      tryOut('markup in a frame', () => Object.assign(document.createElement('iframe'), { srcdoc: '<b>x</b>' })),
      tryOut('markup beside', () => box.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')),
      tryOut('parser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')),
      tryOut('text of a script', () => Object.assign(script, { text: 'window.planted = 1' })),
      tryOut('a script from elsewhere', () => Object.assign(script, { src: 'https://evil.example/x.js' })),
      tryOut('a script beside ours', () => Object.assign(script, { src: '/stories/x.js' })),
      tryOut('a service worker beside ours', () => Object.assign(script, { src: '/assets/../stories/x.js' })),
      ['left', box.innerHTML],
    ]);
  });

const REFUSED = {
  markup: 'refused',
  'markup in a frame': 'refused',
  'markup beside': 'refused',
  parser: 'refused',
  'text of a script': 'refused',
  'a script from elsewhere': 'refused',
  'a script beside ours': 'refused',
  'a service worker beside ours': 'refused',
  left: '',
};

// A refusal is told on the console, where the other tests of this folder fail at it.
test.use({ faults: [] });

for (const [kind, path] of [...Object.entries(TEMPLATES), ...FRAMED.map((path) => [path, path] as const)]) {
  test(`on a page of the kind ${kind} text becomes nothing else`, async ({ page }) => {
    const refused = await watch(page);
    await page.goto(path);
    expect(await refused()).toEqual([]);
    expect(await plant(page)).toEqual(REFUSED);
  });
}

test('the live map, its controls and its panel need nothing that is refused, and open no door', async ({ page }) => {
  const refused = await watch(page);
  const map = new MapPage(page);
  for (const path of ['map/', 'map/embed/']) {
    await map.open('', path);
    await page.getByRole('button', { name: MAP_PAGE.zoomIn, exact: true }).click();
    await page.getByRole('button', { name: MAP_PAGE.zoomOut }).click();
    await page.getByRole('button', { name: MAP_PAGE.whole }).click();
    await map.areas.first().focus();
    await page.keyboard.press('Enter');
    await expect(map.panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('.leaflet-control-scale-line')).not.toBeEmpty();
    await expect(page.locator('.leaflet-control-attribution')).toHaveText(MAP_PAGE.attribution);
    expect(await refused()).toEqual([]);
    expect(await plant(page)).toEqual(REFUSED);
    // What Leaflet tries out, and the site's own scripts, do pass.
    const passed = await page.evaluate(() => {
      document.createElement('div').innerHTML = '<svg/>';
      document.createElement('script').src = '/assets/x.js';
      return true;
    });
    expect(passed).toBe(true);
  }
});

test('search, timeline and dialogs need nothing that is refused', async ({ page }) => {
  const refused = await watch(page);
  const search = new SearchPage(page);
  await search.open(COMMON ?? '');
  await expect(search.results.first()).toBeVisible();
  expect(await refused()).toEqual([]);
  await search.results.first().getByRole('link').first().click();
  await page.waitForURL(/stories\//);
  await page.locator('main').waitFor();
  expect(await refused()).toEqual([]);
  await page.goto('timeline/');
  await page.locator('main').press('+');
  const settings = new ReadingSettings(page);
  await settings.open();
  await settings.done.click();
  expect(await refused()).toEqual([]);
  await page.goto(MISSING);
  expect(await refused()).toEqual([]);
});
