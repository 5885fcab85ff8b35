import puppeteer from 'puppeteer-core';
import { firefox, NO_FIREFOX } from './support/firefox.ts';
import { COUNTY } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

/** What a reader sees of a county on the map. */
function read() {
  return [...document.querySelectorAll<SVGElement>('.map-live path[data-county]')].map((path) => ({
    name: path.getAttribute('aria-label'),
    role: path.getAttribute('role'),
    isEmpty: path.classList.contains('live-empty'),
    drawn: path.getBoundingClientRect().width > 1,
  }));
}

test('Firefox ESR shows the same counties and panels as Chromium', async ({ page, baseURL }) => {
  test.skip(!firefox, NO_FIREFOX);
  const url = `${baseURL}map/?county=${COUNTY.id}`;
  await page.goto(url);
  await page.locator('.live-name').first().waitFor();
  const shape = `.map-live path[data-county="${COUNTY.id}"]`;
  await page.locator(shape).focus();
  await page.keyboard.press('Enter');
  const expected = { counties: await page.evaluate(read), panel: await page.locator('.map-panel').textContent() };

  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox ?? '', headless: true });
  try {
    const other = await browser.newPage();
    const faults: string[] = [];
    other.on('pageerror', (error) => faults.push(String(error)));
    other.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await other.setViewport({ width: 1280, height: 800 });
    await other.goto(url);
    await other.waitForSelector('.live-name');
    await other.$eval(shape, (path) => (path as SVGElement).focus());
    await other.keyboard.press('Enter');
    await other.waitForSelector('.map-panel button');
    expect(await other.evaluate(read)).toEqual(expected.counties);
    const plain = (text: string) => text.replace(/\s+/g, '');
    const panel = await other.$eval('.map-panel', (element) => element.textContent);
    expect(plain(panel ?? '')).toBe(plain(expected.panel ?? ''));
    await other.keyboard.press('Escape');
    expect(await other.$('.map-panel')).toBeNull();
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
  }
});
