import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { OFFLINE } from '#words/offline.ts';
import { T } from '#words/site.ts';
import { ARCHIVE, RELEASES } from '../run/test-builds.ts';
import { expectKeptFrom, keptPages, keptPaths, untilKept, untilReleased } from './support/kept.ts';
import { MapPage } from './support/map-page.ts';
import { movesOf, watchMoves } from './support/moves.ts';
import { LISTING, pagesOf } from './support/pages.ts';
import { Live, pagesWith, type ReleaseName, test, WAYS } from './support/releases.ts';
import { SearchPage } from './support/search-page.ts';
import { expect } from './support/test.ts';

// The small archive for tests, on a site of its own that is published anew and breaks down.
test.use({ serviceWorkers: 'allow' });

const STORY = 'stories/luhe-tea-terraces/';
const WORDS = ['合作社', '通了车', '茶园', '的'];
const fly = (context: BrowserContext) => context.setOffline(true);
const land = (context: BrowserContext) => context.setOffline(false);

/** Opens a page and waits until it is kept. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await untilKept(page, new URL(page.url()).pathname);
}

async function expectAnswers(page: Page, release: ReleaseName): Promise<void> {
  const search = new SearchPage(page);
  for (const words of WORDS) {
    await search.open(words);
    expect(await search.tier(), words).toBe('exact');
    const shown = await search.results.evaluateAll((all) => all.map((one) => one.getAttribute('data-search-result')));
    expect(shown.map((path) => path?.slice(1)).sort()).toEqual(pagesWith(release, words));
  }
}

/** Waits until no newer worker is on its way. */
const untilIdle = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return Boolean(registration?.installing || registration?.waiting);
      }),
    )
    .toBe(false);

const workersOf = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('the page of what is kept stays where it is when the first worker is ready', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await watchMoves(page);
  await page.goto('offline/');
  await expect(page.getByRole('button', { name: OFFLINE.remove })).toBeVisible();
  await expect(page.getByRole('link', { name: T.toFront, exact: true })).toBeVisible();
  expect(await movesOf(page)).toEqual([]);
});

test.describe('in airplane mode', () => {
  test('the pages that were seen can be read, and the map, the timeline and the search answer', async ({
    page,
    context,
  }) => {
    for (const path of [STORY, 'map/', 'timeline/']) await visit(page, path);
    await fly(context);
    await page.goto(STORY);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
    await page.goto('map/?county=luhe');
    await expect(page.locator('.map-live path').first()).toBeAttached();
    await page.goto('timeline/?county=luhe');
    await expect(page.locator('.filters-box > summary')).toBeVisible();
    await expectAnswers(page, 'old');
    const search = new SearchPage(page);
    await search.open('合作社', '&sort=newest&view=lines');
    await search.results.first().getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('one story was read, and the search answers', async ({ page, context }) => {
    await visit(page, STORY);
    await untilKept(page, '/search/');
    await fly(context);
    await expectAnswers(page, 'old');
  });

  test('a page that is not kept says so, and names what is', async ({ page, context }) => {
    await visit(page, STORY);
    await fly(context);
    await page.goto('stories/qingtan-bridge/?mark=桥');
    await expect(page.getByText(OFFLINE.missing)).toBeVisible();
    expect(page.url()).toContain('/stories/qingtan-bridge/');
    await page.getByRole('main').getByRole('link', { name: '一坡茶，十二年' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
    await land(context);
    await page.goto('stories/qingtan-bridge/');
    await expect(page.getByText(OFFLINE.missing)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('便桥通车');
  });

  test('an address without its slash, or with the name of the file, leads to the page', async ({ page, context }) => {
    await visit(page, STORY);
    await fly(context);
    for (const path of [STORY.replace(/\/$/, '?a=1'), `${STORY}index.html`, `${STORY}?utm=1#source`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
    }
  });
});

test('a line that is very slow shows the page that is kept', async ({ page, live }) => {
  await visit(page, STORY);
  live.stalls = () => true;
  await page.goto(STORY);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
});

test('a host that is out of order shows the page that is kept', async ({ page, live }) => {
  await visit(page, STORY);
  live.breaks = () => true;
  await page.goto(STORY);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
});

test.describe('after a release in between', () => {
  for (const next of ['content', 'program'] as const)
    for (const [way, publish] of Object.entries(WAYS)) {
      // What the program is does not depend on how it came.
      if (next === 'program' && way !== 'swap') continue;
      test(`the new site, whole (${next}, ${way})`, async ({ page, context, live }) => {
        for (const path of [STORY, 'map/', 'timeline/', 'stories/qingtan-bridge/']) await visit(page, path);
        await expectKeptFrom(page, RELEASES.old);
        live.publish(next, publish);
        await page.goto('');
        await untilReleased(page, RELEASES[next]);
        await fly(context);
        await expectKeptFrom(page, RELEASES[next]);
        expect(await keptPages(page)).toEqual(
          expect.arrayContaining(['/', `/${STORY}`, '/map/', '/timeline/', '/stories/qingtan-bridge/', '/search/']),
        );
        await new MapPage(page).open();
        await page.goto('timeline/');
        await expect(page.locator('.filters-box > summary')).toBeVisible();
        await expectAnswers(page, next);
      });
    }

  test('the old site, whole, where the new one did not come to its end', async ({ page, context, live }) => {
    for (const path of [STORY, 'map/', 'timeline/']) await visit(page, path);
    await untilKept(page, '/search/');
    live.publish('content', WAYS.swap);
    // The last pages and texts of the new one do not come.
    live.breaks = (path) => /\/text\/[3-9]|timeline/.test(path);
    await page.goto('about/');
    await expect.poll(() => live.asked.some(live.breaks)).toBe(true);
    await untilIdle(page);
    await fly(context);
    await page.goto(STORY);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
    await expectAnswers(page, 'old');
    await land(context);
    live.breaks = () => false;
    await page.goto('about/');
    await untilReleased(page, RELEASES.content);
    await fly(context);
    await expectKeptFrom(page, RELEASES.content);
    await expectAnswers(page, 'content');
  });

  test('the old site, whole, while the new one is still being copied', async ({ page, context, live }) => {
    for (const path of [STORY, 'map/']) await visit(page, path);
    await untilKept(page, '/search/');
    // The worker is there before the pages are.
    for (const path of ['sw.js', 'assets'])
      cpSync(join(RELEASES.content, path), join(live.folder, path), { recursive: true });
    await page.goto('about/');
    await expect.poll(() => live.asked.filter((path) => path === '/offline/').length).toBeGreaterThan(1);
    await untilIdle(page);
    await fly(context);
    await expectKeptFrom(page, RELEASES.old);
    expect(await keptPages(page)).toEqual(expect.arrayContaining([`/${STORY}`, '/map/', '/search/']));
    await expectAnswers(page, 'old');
    await land(context);
    live.publish('content', WAYS.copy);
    await page.goto('about/');
    await untilReleased(page, RELEASES.content);
    await expectKeptFrom(page, RELEASES.content);
  });

  test('an open page of the old one goes on with its own files', async ({ page, context, live }) => {
    await visit(page, STORY);
    const search = new SearchPage(page);
    await search.open('茶园');
    const other = await context.newPage();
    live.publish('content', WAYS.swap);
    await other.goto('about/');
    await untilReleased(other, RELEASES.content);
    for (const words of WORDS) {
      await search.box.fill(words);
      await search.box.press('Enter');
      await search.done();
      const shown = await search.results.evaluateAll((all) => all.map((one) => one.getAttribute('data-search-result')));
      expect(shown.map((path) => path?.slice(1)).sort()).toEqual(pagesWith('old', words));
    }
  });

  test('a page that was taken off the site is not kept either', async ({ page, context, live }) => {
    await visit(page, 'stories/qingtan-bridge/');
    rmSync(join(live.folder, 'stories/qingtan-bridge'), { recursive: true });
    expect((await page.goto('stories/qingtan-bridge/'))?.status()).toBe(404);
    await expect.poll(() => keptPages(page)).not.toContain('/stories/qingtan-bridge/');
    await fly(context);
    await page.goto('stories/qingtan-bridge/');
    await expect(page.getByText(OFFLINE.missing)).toBeVisible();
  });
});

test('only whole answers of the site itself are kept', async ({ page, live }) => {
  await visit(page, STORY);
  const before = await keptPaths(page);
  await page.goto('about');
  await page.goto('no-such-page/');
  await page.evaluate(async () => {
    await fetch('/assets/no-such-file.js');
    await fetch('/release.json');
    await fetch('/favicon.ico', { headers: { Range: 'bytes=0-9' } });
    const [file] = [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? '');
    await fetch(file ?? '', { headers: { Range: 'bytes=0-9' } });
  });
  // A host may have a page, with status 200, for what is not there; and may change pages on the way.
  live.change('404.html', (html) => html);
  cpSync(join(live.folder, '404.html'), join(live.folder, 'assets/missing.js.html'));
  live.change('people/index.html', (html) => html.replace('</body>', '<!-- counted --></body>'));
  await page.evaluate(() => fetch('/assets/missing.js.html'));
  await page.goto('people/');
  await visit(page, 'about/');
  const after = await keptPaths(page);
  expect(after.filter((path) => !before.includes(path)).sort()).toEqual(['/about/']);
});

test.describe('where nothing can be kept, the site is as it would be without', () => {
  const QUOTA = "throw new DOMException('full', 'QuotaExceededError')";
  const IN_WORKER: Record<string, string> = {
    'no cache opens': "caches.open = async () => { throw new DOMException('denied', 'SecurityError') };",
    'nothing of the kind answers':
      "for (const f of ['open','has','keys','match','delete']) caches[f] = async () => { throw new DOMException('denied', 'SecurityError') };",
    'storage is full': `Cache.prototype.put = async () => { ${QUOTA} };`,
    'storage is soon full': `const put = Cache.prototype.put; let n = 0; Cache.prototype.put = async function (...a) { if (++n > 9) ${QUOTA}; return put.apply(this, a) };`,
    'there are no caches': "Object.defineProperty(self, 'caches', { value: undefined });",
  };
  for (const [name, script] of Object.entries(IN_WORKER))
    test(name, async ({ page, live }) => {
      live.change('sw.js', (text) => `${script}\n${text}`);
      await expectOnline(page);
    });

  const IN_PAGE: Record<string, () => void> = {
    'the browser has no workers': () =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
    'the worker is refused': () => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'));
    },
    'the browser stores nothing': () => {
      const refuse = {
        get: () => {
          throw new DOMException('', 'SecurityError');
        },
      };
      for (const name of ['localStorage', 'caches']) Object.defineProperty(window, name, refuse);
    },
  };
  for (const [name, script] of Object.entries(IN_PAGE))
    test(name, async ({ page }) => {
      await page.addInitScript(script);
      await expectOnline(page);
      await page.goto('offline/');
      await expect(page.getByText(OFFLINE.unable)).toBeVisible();
      await expect(page.getByRole('button', { name: /保存全部/ })).toBeHidden();
    });

  async function expectOnline(page: Page): Promise<void> {
    for (const path of [STORY, 'about/', STORY]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await new MapPage(page).open();
    await expectAnswers(page, 'old');
  }
});

test.describe('the reader', () => {
  const all = pagesOf({ ...ARCHIVE, folder: RELEASES.old })
    .filter((path) => path !== LISTING)
    .map((path) => `/${path}`);
  const save = (page: Page) => page.getByRole('button', { name: /保存全部/ });

  async function open(page: Page): Promise<void> {
    await page.goto('offline/');
    await expect(save(page)).toBeVisible();
  }

  test('saves everything, and reads all of it without a network', async ({ page, context }) => {
    await open(page);
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/都已留在这台设备上/);
    await expect(save(page)).toBeHidden();
    expect(await keptPages(page)).toEqual([...all].sort());
    await expectKeptFrom(page, RELEASES.old);
    await fly(context);
    for (const path of all) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await new MapPage(page).open();
    await expectAnswers(page, 'old');
  });

  test('has everything saved of the next release too', async ({ page, context, live }) => {
    await open(page);
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/都已留在这台设备上/);
    live.publish('program', WAYS.swap);
    await page.goto('');
    await untilReleased(page, RELEASES.program);
    await fly(context);
    expect(await keptPages(page)).toEqual([...all].sort());
    await expectKeptFrom(page, RELEASES.program);
  });

  test('is asked first where it is much, and may say no', async ({ page, live }) => {
    live.change('sw.js', (text) =>
      text.replace(
        /"stories":\d+,"transfer":\d+,"stored":\d+/,
        '"stories":2000,"transfer":38000000,"stored":161000000',
      ),
    );
    await open(page);
    const before = live.asked.length;
    await save(page).click();
    await expect(page.getByText(OFFLINE.ask(2000, '38 MB', '161 MB'))).toBeVisible();
    await page.getByRole('button', { name: OFFLINE.no, exact: true }).click();
    await expect(save(page)).toBeFocused();
    expect(live.asked.slice(before)).toEqual([]);
    await save(page).click();
    await page.getByRole('button', { name: OFFLINE.yes, exact: true }).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/都已留在这台设备上/);
  });

  test('is told when the line breaks, and goes on from there', async ({ page, live }) => {
    await open(page);
    live.breaks = (path) => /\/assets\/offline\//.test(path);
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/网络断了/);
    live.breaks = () => false;
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/都已留在这台设备上/);
  });

  test('is told when there is no room, and keeps what there is', async ({ page, context, live }) => {
    live.change(
      'sw.js',
      (text) =>
        `const put = Cache.prototype.put; Cache.prototype.put = async function (key, ...a) { if (String(key).includes('/counties/')) throw new DOMException('full', 'QuotaExceededError'); return put.call(this, key, ...a) };\n${text}`,
    );
    await open(page);
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/没有空间了/);
    await fly(context);
    await page.goto('about/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAnswers(page, 'old');
  });

  test('is told when the site has become another', async ({ page, live }) => {
    await open(page);
    rmSync(join(live.folder, 'assets/offline'), { recursive: true });
    await save(page).click();
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/本站已更新/);
  });

  test('turns it off for good, and on again', async ({ page }) => {
    await visit(page, STORY);
    await open(page);
    await page.getByRole('button', { name: OFFLINE.remove }).click();
    await expect(page.getByText(OFFLINE.off)).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    for (const path of [STORY, 'search/', 'offline/']) await page.goto(path, { waitUntil: 'networkidle' });
    expect(await workersOf(page)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.getByRole('button', { name: OFFLINE.turnOn }).click();
    await untilKept(page, '/offline/');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});

test('whoever runs the site takes it off all devices by one file', async ({ page, live }) => {
  await visit(page, STORY);
  cpSync(join(live.folder, 'sw-off.js'), join(live.folder, 'sw.js'));
  await page.goto('about/');
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await expect.poll(() => workersOf(page)).toBe(0);
  await page.goto(STORY);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('一坡茶');
});

test('pages made for frames have no worker, and one that is there leaves them alone', async ({ page, context }) => {
  for (const path of ['map/embed/', 'timeline/embed/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await workersOf(page)).toBe(0);
  }
  await visit(page, 'about/');
  const before = await keptPaths(page);
  for (const path of ['map/embed/', 'timeline/embed/']) {
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    expect(answer?.fromServiceWorker()).toBe(false);
  }
  await expect(page.locator('.filters-box > summary')).toBeVisible();
  await page.goto('about/');
  const after = await keptPaths(page);
  expect(after.sort()).toEqual(before.sort());
  await fly(context);
  await expect(page.goto('map/embed/')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
});

test('under a path: pages, search and the rest stay under it, and a neighbour is left alone', async ({ browser }) => {
  const live = new Live(ARCHIVE.folder, ARCHIVE.base);
  await live.listen();
  const context = await browser.newContext({ baseURL: live.address, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto('about/');
  await untilKept(page, `${ARCHIVE.base}about/`);
  await page.evaluate(() => caches.open('county-chronicle / of-a-neighbour'));
  await context.setOffline(true);
  await page.goto('about/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const search = new SearchPage(page);
  await search.open('的');
  expect(await search.tier()).toBe('exact');
  await page.goto('figures/');
  await expect(page.getByText(OFFLINE.missing)).toBeVisible();
  await context.setOffline(false);
  await page.goto('offline/');
  await page.getByRole('button', { name: OFFLINE.remove }).click();
  await expect(page.getByText(OFFLINE.off)).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual(['county-chronicle / of-a-neighbour']);
  await context.close();
  await live.close();
});
