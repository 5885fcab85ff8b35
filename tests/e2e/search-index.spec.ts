import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SEARCH } from '#words/search.ts';
import { SCRIPT_NOTES } from '#words/site.ts';
import { askAll, judge } from '../search/drive.ts';
import { registerNames } from '../search/names.ts';
import { generateQueries } from '../search/queries.ts';
import { generateRecordQueries, withRecords } from '../search/records.ts';
import { readTexts, type TruePage } from '../search/truth.ts';
import { storyPages } from './support/pages.ts';
import { PHRASE } from './support/queries.ts';
import { SearchPage } from './support/search-page.ts';
import { given } from './support/subjects.ts';
import { expect, test } from './support/test.ts';

// What may go otherwise with an index than with texts that are read whole. The site at hand is asked, and the same site
// under a path, which has an index however few its texts are.

/** Words that several stories share. */
const shared = () => given(PHRASE, 'no two stories that share a word');

/** The files that any question needs, as the page names them. */
const firstFiles = (folder: string): string[] =>
  /data-search-first="([^"]*)"/.exec(readFileSync(join(folder, 'search/index.html'), 'utf8'))?.[1]?.split(' ') ?? [];

test('finds every page that holds a phrase, and no other, whatever was searched before', async ({ page, build }) => {
  const read: TruePage[] = [];
  for (const path of storyPages) {
    await page.goto(path);
    read.push({ path: new URL(page.url()).pathname, blocks: await page.evaluate(readTexts) });
  }
  const pages = withRecords(read, build.folder);
  const queries = [...generateQueries(pages, 240, registerNames()), ...generateRecordQueries(pages, 60)];
  await page.goto('search/');
  const asked = queries.map(({ query }) => query);
  const shown = await page.evaluate(askAll, [...asked, ...asked.slice(0, 20)]);
  expect(judge(queries, shown, pages)).toMatchObject({ wrong: 0, missed: 0, failures: [] });
  expect(shown.slice(asked.length)).toEqual(shown.slice(0, 20));
});

test('a question in the address does not wait for the scripts that ask it', async ({ page, build }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(/^.*\/search\/\w+\//, '')));
  await page.route(/\/assets\/[^/]+\.js$/, (route) => route.abort());
  const needed = firstFiles(build.folder);
  const last = page.waitForRequest(`**/${needed.at(-1)}`);
  await page.goto(`search/?q=${encodeURIComponent(shared())}`);
  await last;
  expect(needed).toContain('catalogue.json');
  expect(asked).toEqual(expect.arrayContaining(needed));
  asked.length = 0;
  await page.goto('search/');
  expect(asked.filter((path) => needed.includes(path))).toEqual([]);
});

test('an answer needs nothing beyond what is asked for at once but, of an index, its parts and texts', async ({
  page,
  build,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(...(/\/search\/\w+\/(.*)$/.exec(request.url())?.slice(1) ?? [])));
  await new SearchPage(page).open(shared());
  const needed = firstFiles(build.folder);
  expect(asked.filter((path) => !needed.includes(path) && !/^(?:index|text)\//.test(path))).toEqual([]);
  if (!needed.includes('pagefind.js')) expect(asked.sort()).toEqual([...needed].sort());
});

test('says so when a part of the index does not load, and finds all when it does', async ({ page, build }) => {
  const search = new SearchPage(page);
  const part = firstFiles(build.folder).includes('pagefind.js') ? 'index/**' : 'catalogue.json';
  await page.route(`**/assets/search/*/${part}`, (route) => route.abort());
  await search.open(shared());
  await expect(search.status).toContainText(SEARCH.failed);
  await expect(search.results).toHaveCount(0);
  await page.unroute(`**/assets/search/*/${part}`);
  await page.getByRole('button', { name: SEARCH.retry }).click();
  await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
});

test.describe('an engine that', () => {
  const WAYS: Record<string, (page: Page) => Promise<unknown>> = {
    'has no WebAssembly': (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly')),
    // To it the policy is as it would be without that word.
    'does not know wasm-unsafe-eval': (page) =>
      page.route(/\/search\/(?:\?|$)/, async (route) => {
        const bare = (text: string) => text.replaceAll(" 'wasm-unsafe-eval'", '');
        const response = await route.fetch();
        const headers = response.headers();
        const policy = bare(headers['content-security-policy'] ?? '');
        await route.fulfill({
          response,
          headers: { ...headers, 'content-security-policy': policy },
          body: bare(await response.text()),
        });
      }),
  };
  for (const [way, prepare] of Object.entries(WAYS))
    test(`${way} searches texts that are read whole, and is told at once that it cannot search an index`, async ({
      page,
      build,
      faults,
    }) => {
      await prepare(page);
      if (!firstFiles(build.folder).includes('pagefind.js')) {
        const search = new SearchPage(page);
        await search.open(shared());
        await expect(search.list).toHaveAttribute('data-search-tier', 'exact');
        return;
      }
      await page.goto('search/', { waitUntil: 'networkidle' });
      await expect(page.getByText(SCRIPT_NOTES.failed)).toBeVisible();
      await expect(page.locator('.search-form, .search-body').filter({ visible: true })).toHaveCount(0);
      // The refusal itself, once.
      expect(faults.every((fault) => /wasm|WebAssembly/i.test(fault))).toBe(true);
      faults.length = 0;
    });
});

test('only an index has leave for WebAssembly', async ({ page, build }) => {
  await page.goto('search/');
  const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
  expect(policy?.includes('wasm-unsafe-eval')).toBe(firstFiles(build.folder).includes('pagefind.js'));
});
