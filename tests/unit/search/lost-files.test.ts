import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEngine } from '../../../src/search/engine.ts';
import { writeIndex } from '../../../src/search/index/write-index.ts';
import { search } from '../../../src/search/search.ts';
import type { IndexedPage } from '../../../src/search/types.ts';
import { pageOf } from './small-index.ts';

// A real index, in two parts, of which files are gone, or are not what they should be. A search then fails; it never
// answers wrongly, never waits for ever, and answers once the files are back.
const PAGES = Array.from({ length: 6 }, (_, i) =>
  pageOf(`/${i}/`, `第${'一二三四五六'[i]}篇`, i % 2 ? '羊在山上' : '茶在山下'),
);
const SIZES = { shard: 3, wholeUpTo: 0 };
const root = mkdtempSync(join(tmpdir(), 'lost-files-'));
const files = new Map<string, Buffer>();
let script = '';

async function write(name: string, pages: readonly IndexedPage[], more = {}) {
  const { version, folder } = await writeIndex(pages, join(root, name), { ...SIZES, ...more });
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const contents = paths
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))] as const);
  return { version, folder, contents };
}

let version = '';
beforeAll(async () => {
  const written = await write('index', PAGES);
  for (const [path, content] of written.contents) files.set(path, content);
  version = written.version;
  script = pathToFileURL(join(written.folder, 'pagefind.js')).href;
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  for (const way of ['error', 'warn'] as const) vi.spyOn(console, way).mockImplementation(() => {});
});
afterEach(() => vi.unstubAllGlobals());

const asked: string[] = [];
/** @param answer instead of the file at a path; undefined where the file itself is the answer */
function serve(answer: (path: string) => Response | undefined = () => undefined): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const path = url.replace('http://test/', '');
    const file = files.get(path);
    return answer(path) ?? (file ? new Response(new Uint8Array(file)) : new Response('', { status: 404 }));
  });
}

/** Addresses of the pages that hold the words. */
async function ask(words: string): Promise<string[]> {
  const engine = await openEngine('http://test/', () => import(/* @vite-ignore */ script));
  const { tier, pages } = await search(words, engine, async () => ({ words: [], forms: '' }));
  const texts = await Promise.all(pages.map((page) => engine.text(page)));
  return tier === 'exact' ? texts.map(({ url }) => url).sort() : [];
}

const SHEEP = ['/1/', '/3/', '/5/'];

const INSTEAD: Record<string, (path: string) => Response> = {
  nothing: () => new Response('', { status: 404 }),
  'a page': () =>
    new Response('<!doctype html><title>没有这一页</title>', { headers: { 'Content-Type': 'text/html' } }),
  'half of it': (path) => {
    const file = files.get(path) ?? Buffer.alloc(0);
    return new Response(new Uint8Array(file.subarray(0, file.length / 2)));
  },
  'no bytes': () => new Response(''),
};

describe('without', () => {
  const KINDS = {
    'the catalogue': /^catalogue\.json$/,
    'Pagefind’s entry': /^pagefind-entry\.json$/,
    'the list of pages': /^pagefind\.list\.json$/,
    WebAssembly: /^wasm\./,
    'a chunk': /^index\//,
    'the entry of the second part': /^shard-1\/pagefind-entry\.json$/,
    'the list of the second part': /^shard-1\/pagefind\.list\.json$/,
    'a chunk of the second part': /^shard-1\/index\//,
    'a text': /^text\//,
  };
  for (const [kind, pattern] of Object.entries(KINDS))
    for (const [what, answer] of Object.entries(INSTEAD))
      it(`${kind}: ${what} instead`, { timeout: 20_000 }, async () => {
        let lost = 0;
        serve((path) => {
          if (!pattern.test(path)) return undefined;
          lost++;
          return answer(path);
        });
        await expect(ask('羊')).rejects.toThrow();
        expect(lost).toBeGreaterThan(0);
        serve();
        expect(await ask('羊')).toEqual(SHEEP);
      });
});

describe('where the texts are read whole, without', () => {
  let whole: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    whole = await write('whole', PAGES, { wholeUpTo: 100_000 });
  });
  it.each(Object.entries(INSTEAD))('them: %s instead', async (_, answer) => {
    const path = 'catalogue.json';
    const own = files.get(path);
    files.set(path, whole.contents.find(([name]) => name === path)?.[1] ?? Buffer.alloc(0));
    serve((asked) => (asked === path ? answer(path) : undefined));
    await expect(ask('羊')).rejects.toThrow();
    serve();
    expect(await ask('羊')).toEqual(SHEEP);
    expect(asked).toEqual(['http://test/catalogue.json']);
    files.set(path, own ?? Buffer.alloc(0));
  });
});

describe('the version', () => {
  it('is the same for the same pages, in whatever order', async () => {
    expect((await write('again', [...PAGES].reverse())).version).toBe(version);
  });

  it.each<[string, readonly IndexedPage[], object]>([
    ['a word more', [...PAGES.slice(1), pageOf('/0/', '第一篇', '茶在山下了')], {}],
    [
      'another order, by another address',
      PAGES.map((page) => (page.url === '/0/' ? { ...page, url: '/9/' } : page)),
      {},
    ],
    ['another card', PAGES.map((page) => ({ ...page, card: 1 })), {}],
    ['another facet', PAGES.map((page) => ({ ...page, facets: { year: ['2020'] } })), {}],
    ['another way to split', PAGES, { split: 2 }],
    ['parts of another size', PAGES, { shard: 2 }],
    ['another lexicon', PAGES, { files: { 'lexicon.json': '{}' } }],
    ['texts that are read whole', PAGES, { wholeUpTo: 100_000 }],
  ])('is another one for %s', async (_, pages, options) => {
    expect((await write('other', pages, options)).version).not.toBe(version);
  });

  it('stands in no file, and no address asks for more than a path', async () => {
    for (const [path, content] of files) expect(content.includes(version), path).toBe(false);
    serve();
    expect(await ask('羊')).toEqual(SHEEP);
    expect(asked.filter((url) => /[?#]/.test(url))).toEqual([]);
  });
});
