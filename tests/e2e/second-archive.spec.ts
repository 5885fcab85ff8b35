import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAP_PAGE } from '#words/map.ts';
import { SECOND_CONTENT, SITE } from '../run/test-builds.ts';
import { foreignNames, licenceOf, otherYears } from '../support/archive-names.ts';
import { filesOf, readable } from '../support/built-files.ts';
import { FOLDER } from '../support/content.ts';
import { faultsOf, MODES } from './support/axe.ts';
import { pagesOf } from './support/pages.ts';
import { expect, remember, test } from './support/test.ts';

// Run on the archive in tests/fixtures/second-archive: another name, other places, other kinds of source, another licence.

/** Pictures, sounds and programs, in which no words stand. */
const WORDLESS = /\.(?:png|ico|jpe?g|webp|mp3|m4a|mp4|pdf|wasm)$/;
/** The licences of packages have years and names of their own. */
const LEGAL = /<pre[\s>][\s\S]*?<\/pre>|licence-texts?/g;

/** What readers, engines and programs read of a built site, file by file. */
const wordsIn = (folder: string): [file: string, words: string][] =>
  filesOf(folder)
    .filter((file) => !WORDLESS.test(file))
    .map((file) => [file, readable(file).replace(LEGAL, '')]);

/** Pages of numbers that are no years, and of days on which words were changed: those are of whoever keeps the archive. */
const OF_FILES = /[\\/](?:files|versions)[\\/]/;

/** What stands on its pages. */
const pagesIn = (folder: string): [file: string, words: string][] =>
  filesOf(folder)
    .filter((file) => file.endsWith('.html') && !OF_FILES.test(file))
    .map((file) => [file, readFileSync(file, 'utf8').replace(LEGAL, '')]);

const visible = (html: string): string =>
  html.replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');

/** Two archives, each looked at for what the other calls its own. */
const PAIRS = [
  { of: 'the other archive', theirs: FOLDER, own: SECOND_CONTENT, second: true },
  { of: 'this archive', theirs: SECOND_CONTENT, own: FOLDER, second: false },
];

test.describe('two archives have nothing of each other:', () => {
  test.skip(resolve(FOLDER) === resolve(SECOND_CONTENT), 'This archive is the second one.');
  for (const { of, theirs, own, second } of PAIRS) {
    test(`names of ${of}`, ({ build }) => {
      const names = foreignNames(theirs, own);
      expect(names.length).toBeGreaterThan(20);
      const found = wordsIn(second ? build.folder : SITE.folder).flatMap(([file, words]) =>
        names.filter((name) => words.includes(name)).map((name) => `${file}: ${name}`),
      );
      expect(found).toEqual([]);
    });

    test(`years of ${of}`, ({ build }) => {
      const years = otherYears(theirs, own);
      const found = pagesIn(second ? build.folder : SITE.folder).flatMap(([file, html]) =>
        years
          .filter((year) => new RegExp(`(?<!\\d)${year}(?!\\d)`).test(visible(html)))
          .map((year) => `${file}: ${year}`),
      );
      expect(found).toEqual([]);
    });

    test(`the licence of ${of}`, ({ build }) => {
      const [theirLicence, ownLicence] = [licenceOf(theirs), licenceOf(own)];
      test.skip(theirLicence.id === ownLicence.id, 'Both archives have the same licence.');
      // Addresses that only lead on have no foot with a licence.
      const pages = pagesIn(second ? build.folder : SITE.folder).filter(
        ([, html]) => !/http-equiv="refresh"/.test(html),
      );
      const found = pages.filter(([, html]) => theirLicence.pattern.test(html)).map(([file]) => file);
      expect(found).toEqual([]);
      expect(pages.filter(([, html]) => ownLicence.pattern.test(html)).length).toBeGreaterThan(pages.length / 2);
    });
  }
});

test.describe('every page', () => {
  for (const [mode, settings] of Object.entries(MODES)) {
    test(`has no fault that axe finds, ${mode}`, async ({ page, build }) => {
      await remember(page, settings);
      await page.setViewportSize({ width: 390, height: 800 });
      for (const path of pagesOf(build)) {
        await page.goto(path);
        expect.soft(await faultsOf(page), `/${path}`).toEqual([]);
      }
    });
  }

  test('fits into windows of 320, 390 and 1280 px', async ({ page, build }) => {
    for (const path of pagesOf(build)) {
      await page.goto(path);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(over, `/${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
});

test('a place that is known to its town is drawn hollow and named so, on the map and in lists', async ({ page }) => {
  await page.goto('map/');
  const place = page.locator('.map-place-rough').filter({ hasText: '盘龙城', visible: true });
  await expect(place).toHaveCount(1);
  const circle = place.locator('circle');
  expect(await circle.evaluate((dot) => getComputedStyle(dot).fill)).not.toBe(
    await circle.evaluate((dot) => getComputedStyle(dot).stroke),
  );
  await expect(page.locator('.map-notes')).toContainText(MAP_PAGE.approximatePlaces('盘龙城'));
  await page.goto('counties/hankou/');
  await expect(page.locator('.sheet-place-rough')).toBeVisible();
  await expect(page.locator('.county-map')).toContainText(MAP_PAGE.hollow);
  await expect(page.locator('.place-names li').filter({ hasText: '盘龙城' })).toContainText(MAP_PAGE.approximate);
});
