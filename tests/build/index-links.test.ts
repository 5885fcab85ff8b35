import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runPackage } from '../../src/commands/command.ts';

describe.each(['/', '/archive/'])('a site built with INDEX_LINKS=1 under %s', (base) => {
  const folder = mkdtempSync(join(tmpdir(), 'index-links-'));
  const dist = join(folder, 'dist');
  const origin = 'https://chronicle.example';
  let pages: string[] = [];
  beforeAll(async () => {
    const { code, output } = await runPackage('astro', ['build'], {
      quiet: true,
      // Vitest has a BASE_URL of its own, which Astro would take for the site's.
      env: {
        BASE_URL: base,
        CONTENT_DIR: 'tests/fixtures/archive',
        OUT_DIR: dist,
        BASE_PATH: base,
        SITE_URL: origin,
        INDEX_LINKS: '1',
      },
    });
    expect(code, output).toBe(0);
    pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const text = (path: string) => readFileSync(join(dist, path), 'utf8');
  /** As a host without indexes has it: a file, or nothing. */
  const answers = (url: URL): boolean => {
    if (!url.pathname.startsWith(base)) return false;
    const file = join(dist, decodeURIComponent(url.pathname.slice(base.length)));
    return existsSync(file) && statSync(file).isFile();
  };
  const addresses = (html: string): string[] =>
    [...html.matchAll(/\s(?:href="|src="|action="|content="0;url=)([^"]*)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );

  test('every link, form and script of every page leads to a file, and every fragment to its place', () => {
    const lost: string[] = [];
    let fragments = 0;
    for (const page of pages) {
      const here = new URL(`${base}${page}`, origin);
      for (const address of addresses(text(page))) {
        const url = new URL(address, here);
        // The page for what is not there has no address of its own.
        if (url.origin !== origin || url.pathname === `${base}404/`) continue;
        if (!answers(url)) lost.push(`${page}: ${address}`);
        else if (url.hash && url.pathname.endsWith('.html')) {
          fragments++;
          const target = text(url.pathname.slice(base.length));
          if (!target.includes(`id="${decodeURIComponent(url.hash.slice(1))}"`)) lost.push(`${page}: ${address}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(fragments).toBeGreaterThan(20);
  });

  test('pages lead to each other from a stick as well', () => {
    const lost: string[] = [];
    for (const page of pages.filter((path) => path !== '404.html')) {
      const here = pathToFileURL(join(dist, page));
      for (const address of addresses(text(page))) {
        const url = new URL(address, here);
        if (url.protocol === 'file:' && !existsSync(new URL(url.pathname, 'file:'))) lost.push(`${page}: ${address}`);
      }
      if (/\s(?:href|src|action)="\//.test(text(page))) lost.push(`${page}: an address from the root`);
    }
    expect(lost).toEqual([]);
  });

  test('canonical addresses, the sitemap and what other sites are given name files too', () => {
    for (const path of [...pages, 'sitemap-0.xml', 'sitemap-index.xml', 'opensearch.xml', 'robots.txt']) {
      // A full stop ends the sentence that an address stands in.
      for (const [address] of text(path).matchAll(/https:\/\/chronicle\.example(?:[\w%~./-]*[\w%~/-])?/g))
        if (!/\/404\/$/.test(address)) expect(answers(new URL(address)), `${path}: ${address}`).toBe(true);
    }
    expect(text('sitemap-0.xml').match(/\/index\.html</g)?.length).toBeGreaterThan(10);
  });
});

test('what scripts link to names files as well', async () => {
  vi.stubEnv('INDEX_LINKS', '1');
  vi.resetModules();
  const { pageAddress } = await import('../../src/lib/urls.ts');
  for (const [address, file] of [
    ['/', '/index.html'],
    ['/stories/x/', '/stories/x/index.html'],
    ['/stories/x/?mark=a/#p', '/stories/x/index.html?mark=a/#p'],
    ['/people/#li-a', '/people/index.html#li-a'],
    ['/a.json?b/#c', '/a.json?b/#c'],
  ])
    expect(pageAddress(address ?? '')).toBe(file);
  vi.unstubAllEnvs();
});
