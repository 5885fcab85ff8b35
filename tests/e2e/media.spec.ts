import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { MEDIA_WORDS } from '#words/media.ts';
import { createSiteServer } from '../../src/commands/static-server.ts';
import { WITH_MEDIA } from '../run/test-builds.ts';
import { faultsOf } from './support/axe.ts';
import { test as base, expect } from './support/test.ts';

// Run on the archive in tests/fixtures/media, of which each worker has a server of its own.
const test = base.extend<object, { served: string }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument.
    async ({}, use) => {
      if (!existsSync(WITH_MEDIA)) throw new Error(`There is no ${WITH_MEDIA}: npm test builds it`);
      const server = createSiteServer({ folder: WITH_MEDIA, base: '/' });
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}/`);
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ served }, use) => use(served),
});

const VIEWS = 'stories/ten-views/';
const VOICES = 'stories/voices/';

/** Brings every picture of a page in sight, so that the browser fetches it in the width that it chooses. */
async function seeAll(page: Page): Promise<void> {
  for (const picture of await page.locator('.prose img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
  }
}

for (const density of [1, 2, 3]) {
  test.describe(`a phone of 390 pixels, ${density} to one`, () => {
    test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: density, isMobile: true, hasTouch: true });

    test('never loads half as much again of what it shows, and nothing moves', async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(globalThis, { moved: 0 });
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          for (const { value } of shifts)
            Object.assign(globalThis, { moved: Reflect.get(globalThis, 'moved') + value });
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const path of [VIEWS, VOICES]) {
        await page.goto(path);
        await seeAll(page);
        const shares = await page.locator('.prose img').evaluateAll((images: HTMLImageElement[]) =>
          images.map((image) => {
            const { width, height } = image.getBoundingClientRect();
            const loaded = Number(/(\d+)\.webp$/.exec(image.currentSrc)?.[1]);
            const pixels = (loaded * loaded * height) / width;
            return pixels / (width * height * devicePixelRatio ** 2);
          }),
        );
        expect(shares.length).toBeGreaterThan(3);
        expect(Math.max(...shares)).toBeLessThanOrEqual(1.5);
        expect(await page.evaluate(() => Reflect.get(globalThis, 'moved')), path).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      }
    });
  });
}

test('the room of every picture is kept before it comes', async ({ page }) => {
  await page.route(/\.webp$/, (route) => route.abort());
  for (const path of [VIEWS, VOICES]) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const kept = await page.locator('.prose img').evaluateAll((images: HTMLImageElement[]) =>
      images.map((image) => {
        const { width, height } = image.getBoundingClientRect();
        const whole = (width * Number(image.getAttribute('height'))) / Number(image.getAttribute('width'));
        return width > 0 && Math.abs(height - whole) < 1;
      }),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept, path).toEqual(kept.map(() => true));
  }
});

test('rows of a gallery have no hole, however many pictures it has', async ({ page }) => {
  await page.goto(VIEWS);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (let count = 2; count <= 8; count++) {
      const filled = await page
        .locator('.gallery')
        .first()
        .evaluate((gallery, count) => {
          const [one] = gallery.children;
          if (!one) return [];
          gallery.replaceChildren(...Array.from({ length: count }, () => one.cloneNode(true)));
          const rows = Map.groupBy([...gallery.children], (child) => Math.round(child.getBoundingClientRect().top));
          const all = gallery.getBoundingClientRect();
          return [...rows.values()].map(
            (row) => (row.at(-1)?.getBoundingClientRect().right ?? 0) > all.right - 2 && row.length <= 3,
          );
        }, count);
      expect.soft(filled, `${count} at ${width}`).toEqual(filled.map(() => true));
      expect(filled.length).toBeGreaterThan(0);
    }
  }
});

test('a photograph opens by the keyboard, leads on in its gallery, and gives the focus back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(VIEWS);
  const link = page.locator('.gallery .zoom').first();
  await link.press('Enter');
  const viewer = page.getByRole('dialog', { name: MEDIA_WORDS.viewer });
  await expect(viewer).toBeVisible();
  await expect(viewer).toHaveClass(/pswp--ui-visible/);
  await expect(viewer.getByRole('status')).toContainText('1 / 3');
  await page.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('status')).toContainText('2 / 3');
  await expect(viewer.locator('img[src$="/large.jpg"]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('a page of a newspaper is read in tiles, by the keyboard, and gives the focus back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(VOICES);
  const link = page.locator('.scan .zoom');
  await link.press('Enter');
  const viewer = page.getByRole('dialog');
  const sheet = viewer.getByRole('application');
  await expect(sheet).toBeFocused();
  await expect(viewer.locator('.leaflet-tile-loaded').first()).toBeVisible();
  expect(asked.some((url) => url.endsWith('full/max/0/default.jpg'))).toBe(false);
  for (let step = 0; step < 5; step++) await viewer.getByRole('button', { name: MEDIA_WORDS.zoomIn }).click();
  // At its closest a pixel of the page is one of the screen.
  await expect(viewer.locator('.leaflet-tile-loaded img[src*=",512,512/512,512"]').first()).toBeVisible();
  await sheet.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('a recording is fetched when it is played, in parts, and its words are there', async ({
  page,
  request,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(VOICES);
  await seeAll(page);
  expect(asked.filter((url) => /\.(?:mp3|m4a|mp4|pdf)$|default\.jpg$|large\./.test(url))).toEqual([]);
  await expect(page.getByText('到第三级台阶，鲤鱼游进了堂屋')).toBeVisible();
  const source = await page.locator('audio').first().getAttribute('src');
  const part = await request.get(new URL(source ?? '', baseURL).href, { headers: { Range: 'bytes=100-199' } });
  expect([part.status(), (await part.body()).length, part.headers()['content-type']]).toEqual([206, 100, 'audio/mpeg']);
  const played = await page
    .locator('audio')
    .first()
    .evaluate(async (player: HTMLAudioElement) => {
      player.muted = true;
      await player.play();
      return player.duration;
    });
  expect(played).toBeGreaterThan(1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a picture leads to its largest size, and what is said can be read', async ({ page, request, baseURL }) => {
    await page.goto(VOICES);
    await expect(page.getByText('一步一步上滩来')).toBeVisible();
    for (const link of await page.locator('.zoom').all()) {
      const answer = await request.get(new URL((await link.getAttribute('href')) ?? '', baseURL).href);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    }
  });
});

test('on paper a recording is its address and whose it is, and its words', async ({ page }) => {
  await page.goto(VOICES);
  await page.emulateMedia({ media: 'print' });
  const recording = page.locator('.medium', { has: page.locator('audio') }).first();
  await expect(recording.locator('audio')).toBeHidden();
  await expect(recording.locator('.medium-address')).toContainText(/http.*\/media\/\w+\/file\.mp3/);
  await expect(recording.locator('.medium-credit')).toContainText('河港广播站');
  await expect(recording.getByText('鲤鱼游进了堂屋')).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page that was read has its pictures, also those that were not in sight', async ({ page, context }) => {
    await page.goto(VIEWS);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    const folders = await page
      .locator('.prose img')
      .evaluateAll((images: HTMLImageElement[]) => images.map(({ src }) => src.replace(/[^/]*$/, '')));
    await expect
      .poll(() =>
        page.evaluate(async (wanted) => {
          const names = await caches.keys();
          const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          const kept = keys.flat().map(({ url }) => url.replace(/[^/]*$/, ''));
          return wanted.filter((folder) => !kept.includes(folder)).length;
        }, folders),
      )
      .toBe(0);
    await context.setOffline(true);
    await page.reload();
    await seeAll(page);
    await context.setOffline(false);
  });
});

test('nothing keeps anybody from using it', async ({ page }) => {
  for (const path of [VIEWS, VOICES]) {
    await page.goto(path);
    expect(await faultsOf(page)).toEqual([]);
  }
});
