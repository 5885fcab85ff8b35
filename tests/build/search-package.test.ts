import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { packSearch } from '../run/pack-search.ts';

// The search as a package of its own, in a site that has nothing else of this project.
const site = mkdtempSync(join(tmpdir(), 'search-package-'));
/** As its example is, so small that its texts are read whole; and with an index. */
const WAYS = { dist: 'zhSearch()', 'dist-index': 'zhSearch({ wholeUpTo: 0 })' };

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
  const config = join(site, 'astro.config.mjs');
  const own = readFileSync(config, 'utf8');
  for (const [folder, way] of Object.entries(WAYS)) {
    writeFileSync(config, own.replace('zhSearch()', way));
    execFileSync(process.execPath, [astro, 'build', '--outDir', folder], {
      cwd: site,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  }
}, 240_000);
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(site, { recursive: true, force: true });
});

/** Addresses of the pages that the site's own index finds. */
async function ask(query: string, folder: string): Promise<{ tier: string; found: string[] }> {
  const dist = join(site, folder);
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

const ASKED = [
  ['渡口', 'exact', ['/bridge/', '/ferry/']],
  ['口的船', 'exact', ['/ferry/']],
  ['31年', 'exact', ['/ferry/']],
  ['养活', 'exact', ['/well/']],
  ['钟声 -船', 'exact', ['/kiln/']],
  ['2.5', 'none', []],
] as const;
test.each(ASKED)('%s', async (query, tier, found) => {
  for (const folder of Object.keys(WAYS)) expect(await ask(query, folder), folder).toEqual({ tier, found });
});

test('its example is read whole, and has an index where that is asked for', () => {
  const filesOf = (folder: string) =>
    globSync('search-index/*/*', { cwd: join(site, folder) }).map((path) => basename(path));
  expect(filesOf('dist')).not.toContain('pagefind.js');
  expect(filesOf('dist-index')).toContain('pagefind.js');
});

test('its example has a page that searches, and takes nothing of the build to readers', () => {
  const dist = join(site, 'dist');
  const scripts = globSync('_astro/*.js', { cwd: dist }).map((path) => readFileSync(join(dist, path), 'utf8'));
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(page).toContain('<script type="module"');
  expect([page, ...scripts].join('\n')).not.toMatch(/node:fs|linkedom|opencc/);
});
