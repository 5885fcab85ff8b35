import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packSearch } from '../run/pack-search.ts';

// The search as a package of its own, in a site that has nothing else of this project.
const site = mkdtempSync(join(tmpdir(), 'search-package-'));
const dist = join(site, 'dist');

beforeAll(() => {
  const packed = join(site, 'node_modules/pagefind-zh');
  packSearch(packed);
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    peerDependencies: Record<string, string>;
  };
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    mkdirSync(dirname(join(site, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(site, 'node_modules', name), 'junction');
  }
  cpSync(join(packed, 'example'), site, { recursive: true });
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  execFileSync(process.execPath, [astro, 'build'], {
    cwd: site,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
}, 120_000);
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(site, { recursive: true, force: true });
});

/** Addresses of the pages that the site's own index finds. */
async function ask(query: string): Promise<{ tier: string; found: string[] }> {
  vi.stubGlobal('fetch', async (url: string) => new Response(readFileSync(join(dist, url))));
  const load = (name: string) =>
    import(/* @vite-ignore */ pathToFileURL(join(site, `node_modules/pagefind-zh/${name}.js`)).href);
  const [{ openEngine }, { search }] = await Promise.all([load('engine'), load('search')]);
  const [, index = ''] = /data-search-index="([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8')) ?? [];
  const engine = await openEngine(
    index,
    () => import(/* @vite-ignore */ pathToFileURL(join(dist, index, 'pagefind.js')).href),
  );
  const lexicon = async () => JSON.parse(readFileSync(join(dist, index, 'lexicon.json'), 'utf8'));
  const { tier, pages } = await search(query, engine, lexicon);
  const texts = await Promise.all(pages.map((page: number) => engine.text(page)));
  return { tier, found: texts.map(({ url }) => url).sort() };
}

test.each([
  ['渡口', 'exact', ['/bridge/', '/ferry/']],
  ['口的船', 'exact', ['/ferry/']],
  ['31年', 'exact', ['/ferry/']],
  ['养活', 'exact', ['/well/']],
  ['钟声 -船', 'exact', ['/kiln/']],
  ['2.5', 'none', []],
])('%s', async (query, tier, found) => {
  expect(await ask(query)).toEqual({ tier, found });
});

test('its example has a page that searches, and takes nothing of the build to readers', () => {
  const scripts = globSync('_astro/*.js', { cwd: dist }).map((path) => readFileSync(join(dist, path), 'utf8'));
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(page).toContain('<script type="module"');
  expect([page, ...scripts].join('\n')).not.toMatch(/node:fs|linkedom|opencc/);
});
