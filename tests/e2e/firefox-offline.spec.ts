import puppeteer, { type Page } from 'puppeteer-core';
import { SEARCH } from '#words/search.ts';
import { OFF } from '../../src/offline/names.ts';
import { firefox, NO_FIREFOX } from './support/firefox.ts';
import { pagesWith, test } from './support/releases.ts';
import { expect } from './support/test.ts';

const STORY = 'stories/luhe-tea-terraces/';
const WORDS = '合作社';

test('Firefox ESR reads without a network what it has seen, and searches again where a script did not come', async ({
  live,
}) => {
  test.skip(!firefox, NO_FIREFOX);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.setViewport({ width: 1280, height: 800 });

    // It remembers a script that did not load for as long as the page is open.
    await page.goto(live.address);
    await page.evaluate((key) => localStorage.setItem(key, '1'), OFF);
    live.breaks = (path) => path.endsWith('/pagefind.js');
    await page.goto(`${live.address}search/?q=${encodeURIComponent(WORDS)}`);
    await expect.poll(() => statusOf(page)).toBe(SEARCH.failed);
    const before = live.asked.length;
    await page.click('[data-retry]');
    await expect.poll(() => live.asked.slice(before).some(live.breaks)).toBe(true);
    await expect.poll(() => statusOf(page)).toBe(SEARCH.failed);
    live.breaks = () => false;
    await page.click('[data-retry]');
    await expect.poll(() => found(page)).toEqual(pagesWith('old', WORDS));

    await page.evaluate((key) => localStorage.removeItem(key), OFF);
    for (const path of [STORY, 'map/', 'timeline/']) {
      await page.goto(live.address + path);
      await expect.poll(() => isKept(page)).toBe(true);
    }
    live.breaks = () => true;
    await page.goto(live.address + STORY);
    expect(await page.$eval('h1', (heading) => heading.textContent?.trim())).toContain('一坡茶');
    await page.goto(`${live.address}map/`);
    await page.waitForSelector('[data-enlarge]', { visible: true });
    await page.$eval('[data-enlarge]', (button) => (button as HTMLElement).click());
    await page.waitForSelector('.map-live path');
    await page.goto(`${live.address}timeline/`);
    await page.waitForSelector('.filters-box:not(.needs-script)');
    await page.goto(`${live.address}search/?q=${encodeURIComponent(WORDS)}`);
    await expect.poll(() => found(page)).toEqual(pagesWith('old', WORDS));
    await page.goto(`${live.address}figures/`);
    await page.waitForSelector('[data-part="missing"]:not([hidden])');
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
});

const statusOf = (page: Page) => page.$eval('[data-part="status"]', (status) => status.textContent);

const found = async (page: Page) =>
  (await page.$$eval('[data-search-result]', (all) => all.map((one) => one.getAttribute('data-search-result'))))
    .map((path) => path?.slice(1))
    .sort();

const isKept = (page: Page) =>
  page.evaluate(
    async () => (await caches.match(location.pathname)) !== undefined && (await caches.match('/search/')) !== undefined,
  );
