import { expectSoundPages } from './support/fits-and-passes.ts';
import { untilKept } from './support/kept.ts';
import { Live, test as onServer } from './support/releases.ts';
import { expect, test } from './support/test.ts';

// Run on the archive in tests/fixtures/alone: one story in traditional characters, sixty photographs, a place on no map.

test('every page fits into 390 and 1280 px, and axe finds no fault', async ({ page, build }) => {
  await expectSoundPages(page, build);
});

test('a front without a map has the first photograph in its stead, and sections without entries do not appear', async ({
  page,
}) => {
  await page.goto('.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page.locator('.lead img')).toBeVisible();
  await expect(page.locator('.locator')).toHaveCount(0);
  await expect(page.getByRole('navigation').first().getByRole('link')).toHaveText([
    '文章',
    '照相館',
    '年表',
    '數字',
    '檢索',
  ]);
  await page.goto('map/');
  await expect(page.locator('main')).toContainText('沒有寫下位置');
  await expect(page.locator('.map-frame, .map-filter')).toHaveCount(0);
});

test('sixty photographs: few come before they are scrolled to, each can be opened', async ({ page }) => {
  const asked = new Set<string>();
  page.on('request', (request) => request.resourceType() === 'image' && asked.add(request.url()));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('stories/sixty-plates/');
  await expect(page.locator('.gallery img')).toHaveCount(60);
  expect(await page.locator('.gallery img:not([loading="lazy"])').count()).toBe(0);
  await page.locator('#medium-plate-60 a, #plate-60 a').or(page.locator('.gallery a').last()).last().click();
  await expect(page.locator('.pswp img').first()).toBeVisible();
});

test('is found by what is typed in either script', async ({ page }) => {
  for (const word of ['網球場', '网球场']) {
    await page.goto(`search/?q=${encodeURIComponent(word)}`);
    await expect(page.getByRole('link', { name: '六十張底片' }).first()).toBeVisible();
  }
});

test('a story is read in the other language of the site, with its pictures, and the search of each answers', async ({
  page,
}) => {
  await page.goto('stories/sixty-plates/');
  await page.getByRole('navigation', { name: '語言' }).getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/stories\/sixty-plates\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('main h1')).toHaveAttribute('lang', 'zh-Hant');
  const photo = page.locator('.gallery img').first();
  await photo.scrollIntoViewIfNeeded();
  await expect
    .poll(() => photo.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(0);
  await page.goto('en/search/?q=網球場');
  await page.getByRole('link', { name: '六十張底片' }).first().click();
  await expect(page).toHaveURL(/\/en\/stories\/sixty-plates\//);
  await page.getByRole('navigation', { name: 'Languages' }).getByRole('link', { name: '繁體中文' }).click();
  await expect(page).toHaveURL(/\/stories\/sixty-plates\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
});

/** The site on a server of its own, so that it can be gone. */
const onItsOwn = onServer.extend({
  live: async ({ build }, use) => {
    const live = new Live(build.folder);
    await live.listen();
    await use(live);
    await live.close();
  },
});

onItsOwn.describe('without a network', () => {
  onItsOwn.use({ serviceWorkers: 'allow' });

  onItsOwn('what was read in each language is there: neither drives the other out', async ({ page, context }) => {
    for (const path of ['stories/sixty-plates/', 'en/stories/sixty-plates/']) {
      await page.goto(path);
      await untilKept(page, `/${path}`);
    }
    await context.setOffline(true);
    for (const [path, language] of [
      ['stories/sixty-plates/', 'zh-Hant'],
      ['en/stories/sixty-plates/', 'en'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('main h1')).toHaveText('六十張底片');
    }
    for (const path of ['search/', 'en/search/']) {
      await page.goto(`${path}?q=${encodeURIComponent('網球場')}`);
      await expect(page.getByRole('link', { name: '六十張底片' }).first()).toBeVisible();
    }
  });
});
