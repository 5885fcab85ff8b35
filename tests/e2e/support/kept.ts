import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** Paths of all that is kept on the device, by cache. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const all: Record<string, string[]> = {};
    for (const name of await caches.keys())
      all[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return all;
  });

const isPage = (path: string) => path.endsWith('/');

export const keptPaths = async (page: Page): Promise<string[]> => Object.values(await kept(page)).flat();

/** Paths of the pages that are kept. */
export const keptPages = async (page: Page): Promise<string[]> => (await keptPaths(page)).filter(isPage).sort();

/** Waits until the worker has kept a page, and so all that it needs. */
export const untilKept = (page: Page, path: string): Promise<void> =>
  expect.poll(() => keptPages(page)).toContain(path);

const releaseIn = (folder: string): string =>
  /"release":"(\w+)"/.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1] ?? '';

/** Waits until a release has taken over: pages are kept of it, and of no other. */
export const untilReleased = (page: Page, folder: string): Promise<void> =>
  expect
    .poll(async () => {
      const withPages = Object.entries(await kept(page)).filter(([, paths]) => paths.some(isPage));
      return withPages.map(([name]) => name.split(' ').at(-1));
    })
    .toEqual([releaseIn(folder)]);

/** Holds every page that is kept against the files of a release. */
export async function expectKeptFrom(page: Page, folder: string): Promise<void> {
  const texts = await page.evaluate(async () => {
    const all: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (request.url.endsWith('/')) all.push([request.url, (await (await cache.match(request))?.text()) ?? '']);
    }
    return all;
  });
  expect(texts.length).toBeGreaterThan(0);
  for (const [url, text] of texts) {
    const file = join(folder, new URL(url).pathname, 'index.html');
    expect(text === readFileSync(file, 'utf8'), `${url} is of ${folder}`).toBe(true);
  }
}
