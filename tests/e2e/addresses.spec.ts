import type { APIRequestContext } from '@playwright/test';
import { servedAt } from '../run/test-builds.ts';
import { LISTING, MISSING, pagesOf } from './support/pages.ts';
import { parseServed } from './support/served.ts';
import { expect, test } from './support/test.ts';

// Run on both builds: at the root of a host, and under a path.

interface Seen {
  ids: string[];
  links: string[];
}

/** All that a page refers to, as written, and all that can be referred to in it. */
function look(document: Document): Seen {
  const written = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
  const sets = written('img[srcset], source[srcset]', 'srcset').flatMap((set) => set.split(','));
  return {
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [
      ...written('a[href], area[href], link[href]:not([rel="canonical"])', 'href'),
      ...written('img[src], script[src], source[src], iframe[src]', 'src'),
      ...sets.map((entry) => entry.trim().replace(/ .*$/, '')),
    ],
  };
}

test('every link of every page leads somewhere, and every page is linked to', async ({ page, request, build }) => {
  const start = servedAt(build);
  const missing = new URL(MISSING, start).href;
  const waiting = [start, missing];
  const seen = new Map<string, Seen>();
  const broken: string[] = [];
  const wanted: { from: string; url: URL }[] = [];

  while (waiting.length > 0) {
    const address = waiting.pop() ?? '';
    if (seen.has(address)) continue;
    const found = await (await parseServed(page, request, address)).evaluate(look);
    seen.set(address, found);
    for (const link of found.links) {
      const url = new URL(link, address);
      if (url.origin !== new URL(start).origin) continue;
      wanted.push({ from: address, url });
      if (!url.pathname.startsWith(build.base)) broken.push(`${address}: ${link} leaves ${build.base}`);
      // What the list of all files alone leads to is linked to by nothing.
      else if (url.pathname.endsWith('/') && !address.endsWith(`/${LISTING}`)) waiting.push(url.origin + url.pathname);
    }
  }

  const statuses = new Map([[missing, 200]]);
  for (const { from, url } of wanted) {
    const address = url.origin + url.pathname;
    const status = statuses.get(address) ?? (await request.get(address, { maxRedirects: 0 })).status();
    statuses.set(address, status);
    if (status !== 200) broken.push(`${from}: ${url.href} answers ${status}`);
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor && !seen.get(address)?.ids.includes(anchor)) broken.push(`${from}: ${url.href} has no such place`);
  }
  expect([...new Set(broken)]).toEqual([]);
  const reached = [...seen.keys()].filter((address) => address !== missing);
  expect(reached.map((address) => address.slice(start.length)).sort()).toEqual(pagesOf(build));
});

test('every page names its own address, as the site is published', async ({ request, build }) => {
  for (const path of pagesOf(build)) {
    const html = await (await request.get(path)).text();
    const address = `${build.origin}${build.base}${path}`;
    expect.soft(html, path).toContain(`<link rel="canonical" href="${address}">`);
    expect.soft(html, path).toContain(`<meta property="og:url" content="${address}">`);
  }
});

async function locations(request: APIRequestContext, path: string): Promise<string[]> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
}

test('the sitemap lists exactly the pages, and robots.txt names it', async ({ request, build }) => {
  const site = `${build.origin}${build.base}`;
  expect(await (await request.get('robots.txt')).text()).toContain(`Sitemap: ${site}sitemap-index.xml`);
  const parts = await locations(request, 'sitemap-index.xml');
  const listed: string[] = [];
  for (const part of parts) listed.push(...(await locations(request, part.replace(site, ''))));
  expect(listed.sort()).toEqual(pagesOf(build).map((path) => `${site}${path}`));
});

test('every page names its picture for links, and it is there; without a public address, none', async ({
  page,
  request,
  build,
}) => {
  const isPublic = new URL(build.origin).hostname !== 'localhost';
  const named = new Set<string>();
  for (const path of pagesOf(build)) {
    const found = await (await parseServed(page, request, path)).evaluate((document) =>
      ['og:image', 'og:image:width', 'og:image:height', 'og:image:alt'].map(
        (name) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? null,
      ),
    );
    const [image, width, height, alt] = found;
    if (!isPublic) {
      expect.soft(image, path).toBeNull();
      continue;
    }
    expect.soft([width, height], path).toEqual(['1200', '630']);
    expect.soft(alt, path).not.toBe('');
    expect.soft(image, path).toContain(`${build.origin}${build.base}assets/share/`);
    named.add(image ?? '');
  }
  for (const image of named) {
    const answer = await request.get(image.replace(`${build.origin}${build.base}`, servedAt(build)));
    expect.soft(answer.headers()['content-type'], image).toBe('image/png');
    expect.soft((await answer.body()).length, image).toBeLessThan(300_000);
  }
});
