import type { Page } from '@playwright/test';
import { MAP_PAGE } from '#words/map.ts';
import { UNMARKED } from '#words/marks.ts';
import { MISSING } from '#words/missing.ts';
import { SEARCH } from '#words/search.ts';
import { pagesWith, type ReleaseName, test, WAYS } from './support/releases.ts';
import { SearchPage } from './support/search-page.ts';
import { expect } from './support/test.ts';

// A reader has a page open while the site is published anew. What the search then says is right, by the old site or by
// the new one, or it is that the site is a newer one, and the page read anew answers.
const WORDS = ['合作社', '通了车', '茶园', '的', '村口的便桥'];
const FIRST = '合作社';

const shown = async (search: SearchPage) =>
  [...new Set(await search.results.evaluateAll((all) => all.map((one) => one.getAttribute('data-search-result'))))]
    .map((path) => path?.slice(1))
    .sort();

/** Asks, and holds the answer against the texts of both releases. Returns whether there was one. */
async function ask(search: SearchPage, words: string, next: ReleaseName): Promise<boolean> {
  await search.box.fill(words);
  await search.box.press('Enter');
  await search.done();
  if ((await search.tier()) === 'failed') return false;
  expect(await search.tier(), words).toBe('exact');
  expect([pagesWith('old', words), pagesWith(next, words)], words).toContainEqual(await shown(search));
  return true;
}

/** The page says that the site is a newer one; read anew, it answers what was asked. */
async function refresh(search: SearchPage, words: string, next: ReleaseName): Promise<void> {
  await expect(search.status).toHaveText(MISSING.newer);
  await search.page.getByRole('button', { name: MISSING.refresh }).click();
  await expect(search.box).toHaveValue(words);
  await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
  expect(await shown(search)).toEqual(pagesWith(next, words));
}

/** Opens the search page in a state of its reader, publishes, and lets the reader go on. */
async function meet(page: Page, state: string, publish: () => void): Promise<SearchPage> {
  const search = new SearchPage(page);
  if (state === 'open') {
    await search.open(FIRST);
    publish();
  } else if (state === 'focused') {
    await page.goto('search/');
    let go = () => {};
    const published = new Promise<void>((resolve) => (go = resolve));
    // The engine is opening; half of it is there, and the other half comes after.
    await page.route('**/pagefind.js', async (route) => {
      await published;
      await route.continue();
    });
    await Promise.all([page.waitForResponse('**/catalogue.json'), search.box.focus()]);
    publish();
    go();
  } else {
    await page.goto('search/');
    publish();
  }
  return search;
}

for (const next of ['content', 'program'] as const)
  for (const [way, publish] of Object.entries(WAYS))
    for (const state of ['open', 'focused', 'cold'])
      test(`${next === 'content' ? 'other stories' : 'another program'}, ${way}, the page is ${state}`, async ({
        page,
        live,
      }) => {
        const search = await meet(page, state, () => live.publish(next, publish));
        let answered = 0;
        for (const words of WORDS) {
          if (await ask(search, words, next)) answered++;
          else await refresh(search, words, next);
        }
        // What an old page needs is there, and is used.
        if (way === 'copy' || way === 'swap that carries over') expect(answered).toBe(WORDS.length);
        else if (state === 'cold') expect(answered).toBe(WORDS.length - 1);
      });

test('what was asked, with its limits and order, is asked again by the page that is read anew', async ({
  page,
  live,
}) => {
  const search = new SearchPage(page);
  await search.open(FIRST);
  const county = (await search.limits()).find(({ name }) => name === 'county');
  if (!county) throw new Error('The archive for tests has no county');
  const address = `search/?q=${FIRST}&county=${county.value}&sort=newest`;
  await page.goto('about:blank');
  await page.route('**/pagefind.js', (route) => {
    live.publish('content', WAYS.swap);
    return route.continue();
  });
  // The browser has kept what the first visit fetched.
  const client = await page.context().newCDPSession(page);
  await client.send('Network.clearBrowserCache');
  await page.goto(address);
  await expect(search.status).toHaveText(MISSING.newer);
  await page.unroute('**/pagefind.js');
  await page.getByRole('button', { name: MISSING.refresh }).click();
  await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
  expect(decodeURI(page.url())).toBe(live.address + address);
  await expect(search.box).toHaveValue(FIRST);
  await expect(search.limit(county)).toBeChecked();
  await expect(page.getByLabel(SEARCH.sort)).toHaveValue('newest');
  const limits = await search.limits();
  await expect(search.results).toHaveCount(limits.find(({ value }) => value === county.value)?.count ?? 0);
});

test('a cache on the way that ignores queries and keeps old files mixes nothing', async ({ page, live }) => {
  const kept = new Map<string, { status: number; body: Buffer; headers: Record<string, string> }>();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const known = kept.get(pathname);
    if (known) return route.fulfill(known);
    const response = await route.fetch();
    const answer = { status: response.status(), body: await response.body(), headers: response.headers() };
    // Brotli has been undone.
    delete answer.headers['content-encoding'];
    delete answer.headers['content-length'];
    if (response.ok()) kept.set(pathname, answer);
    return route.fulfill(answer);
  });
  const search = new SearchPage(page);
  await search.open(FIRST);
  live.publish('content', WAYS['swap that carries over']);
  for (let visit = 0; visit < 2; visit++) {
    for (const words of WORDS) expect(await ask(search, words, 'content')).toBe(true);
    await page.goto('search/');
  }
  // The page is got anew, everything else may be old.
  kept.delete('/search/');
  await page.goto('search/');
  for (const words of WORDS) {
    expect(await ask(search, words, 'content')).toBe(true);
    expect(await shown(search)).toEqual(pagesWith('content', words));
  }
});

test('a host that has a page for everything, with status 200, is seen through', async ({ page, live }) => {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, status: response.status() === 404 ? 200 : response.status() });
  });
  for (const state of ['open', 'focused', 'cold']) {
    live.publish('old', WAYS.rsync);
    const search = await meet(page, state, () => live.publish('program', WAYS.rsync));
    for (const words of WORDS) if (!(await ask(search, words, 'program'))) await refresh(search, words, 'program');
    await page.goto('about:blank');
  }
});

test('a broken line is not taken for a newer site, and the search answers when it is mended', async ({ page }) => {
  const search = await meet(page, 'cold', () => {});
  await page.context().setOffline(true);
  expect(await ask(search, FIRST, 'old')).toBe(false);
  await expect(search.status).toHaveText(SEARCH.failed);
  // Once more, so that a browser that remembers what did not load has something to remember.
  await page.getByRole('button', { name: SEARCH.retry }).click();
  await expect(search.status).toHaveText(SEARCH.failed);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: SEARCH.retry }).click();
  await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
  expect(await shown(search)).toEqual(pagesWith('old', FIRST));
});

test('the map, the timeline and the marks in a story stay as they are, and say that the site is newer', async ({
  page,
  live,
}) => {
  // The scripts are there before the release, what they bring late is not.
  await page.setViewportSize({ width: 390, height: 200 });
  await page.goto('map/');
  live.publish('program', WAYS.swap);
  await page.locator('[data-enlarge]').first().click();
  await expect(page.getByText(MISSING.newer)).toBeVisible();
  await expect(page.locator('.panel-map').first()).toBeVisible();
  // The page that is read anew goes on where a reader was.
  await page.getByRole('button', { name: MISSING.refresh }).click();
  await expect(page.locator('.map-live path').first()).toBeVisible();
  await expect(page.getByText(MAP_PAGE.failed)).toHaveCount(0);

  await page.route('**/start-timeline.*.js', (route) => {
    live.publish('old', WAYS.swap);
    return route.continue();
  });
  await page.goto('timeline/');
  await expect(page.getByText(MISSING.newer)).toBeVisible();
  await page.unroute('**/start-timeline.*.js');
  await page.getByRole('button', { name: MISSING.refresh }).click();
  await expect(page.locator('.filters-box > summary')).toBeVisible();

  await page.route('**/highlights.*.js', (route) => route.abort());
  await page.goto('stories/qingtan-bridge/?mark=便桥');
  await expect(page.getByText(UNMARKED)).toBeVisible();
});
