import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEngine } from '../../../src/search/engine.ts';
import { readForms } from '../../../src/search/forms.ts';
import { findTerms, tokenize } from '../../../src/search/tokens.ts';
import type { IndexedPage } from '../../../src/search/types.ts';
import { makeIndex, pageOf, type SmallIndex } from './small-index.ts';

async function open(index: SmallIndex) {
  vi.stubGlobal('fetch', vi.fn(index.fetch));
  return openEngine('/s/', index.load);
}

afterEach(() => vi.unstubAllGlobals());

/** Where the terms stand, read from the pages themselves: number → in the title. */
function truth(pages: readonly IndexedPage[], terms: readonly string[]): [number, boolean][] {
  return pages.flatMap(({ blocks }, page): [number, boolean][] => {
    const held = blocks.filter(({ text }) => findTerms(tokenize(text), terms).length > 0);
    return held.length > 0 ? [[page, held.some(({ title }) => title)]] : [];
  });
}

const THREE = [
  pageOf('/a/', '养羊的人', '村里有羊'),
  pageOf('/b/', '修路', '羊群过路，人人有羊', '路修好了'),
  pageOf('/c/', '种茶', '茶园的茶'),
];

describe('opening an index', () => {
  it('asks for everything by its path alone', async () => {
    const index = makeIndex(THREE, 99, ['shard-1/', 'shard-2/']);
    const engine = await open(index);
    expect(index.opened).toMatchObject([
      ['createInstance', { basePath: '/s/' }],
      ['mergeIndex', '/s/shard-1/', { language: 'und' }],
      ['mergeIndex', '/s/shard-2/', { language: 'und' }],
    ]);
    await engine.text(2);
    expect(index.loaded.sort()).toEqual(['/s/catalogue.json', '/s/pagefind.js', '/s/text/2.json']);
  });

  it('takes é and e for two letters in each of its parts, and starts no worker', async () => {
    const index = makeIndex(THREE, 99, ['shard-1/']);
    await open(index);
    const options = index.opened.map((call) => call.at(-1));
    expect(options).toMatchObject([{ exactDiacritics: true, noWorker: true }, { exactDiacritics: true }]);
  });

  it('fails where the catalogue does not load', async () => {
    const index = makeIndex(THREE);
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    await expect(openEngine('/s/', index.load)).rejects.toThrow('503 /s/catalogue.json');
  });
});

describe('finding', () => {
  it('knows which pages hold a phrase, and which in the title', async () => {
    const engine = await open(makeIndex(THREE));
    expect([...(await engine.find(['羊']))]).toEqual([
      [0, true],
      [1, false],
    ]);
    expect([...(await engine.find(['路', '修']))]).toEqual([[1, false]]);
    expect([...(await engine.find(['修', '路']))]).toEqual([[1, true]]);
    expect([...(await engine.find(['人', '有', '羊']))]).toEqual([[1, false]]);
    expect([...(await engine.find(['羊', '村']))]).toEqual([]);
  });

  it('takes a page for one that says it in its title, whichever of its answers comes first', async () => {
    const engine = await open(makeIndex([pageOf('/a/', '的茶甲', '乙的茶丙的'), pageOf('/b/', '丙的', '的茶')], 3));
    expect(Object.fromEntries(await engine.find(['的', '茶']))).toEqual({ 0: true, 1: false });
    expect(Object.fromEntries(await engine.find(['丙', '的']))).toEqual({ 0: false, 1: true });
  });

  it.each([
    ['by its texts', true],
    ['however many characters are common', false],
  ])('finds what stands in the pages and nothing else, %s', async (_, isWhole) => {
    const text = fc.string({ unit: fc.constantFrom(...'的一人的村2，'), maxLength: 8 });
    const pages = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 });
    const phrase = fc.array(fc.constantFrom(...'的一人村2'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(pages, phrase, fc.integer({ min: 0, max: 6 }), async (texts, terms, most) => {
        const index = makeIndex(
          texts.map((blocks, i) => pageOf(`/${i}/`, ...blocks)),
          most,
          [],
          readForms(),
          isWhole,
        );
        const found = await (await open(index)).find(terms);
        expect([...found].sort(([a], [b]) => a - b)).toEqual(truth(index.pages, terms));
      }),
      { numRuns: 150 },
    );
  });

  it('reads forty pages at most instead of asking for two common neighbours', async () => {
    for (const [count, reads] of [
      [40, 40],
      [41, 0],
    ] as const) {
      const texts = Array.from({ length: count }, (_, i) => pageOf(`/${i}/`, '题', `羊的${i}`));
      const index = makeIndex([...texts, pageOf('/z/', '题', '的'.repeat(60))], 59);
      const engine = await open(index);
      expect((await engine.find(['羊', '的'])).size).toBe(count);
      expect(index.loaded.filter((url) => url.includes('text/'))).toHaveLength(reads);
    }
  });

  it('asks for the same phrase and the same text once', async () => {
    const index = makeIndex(THREE);
    const engine = await open(index);
    await Promise.all([engine.find(['修', '路']), engine.find(['修', '路'])]);
    await engine.find(['修', '路']);
    expect(index.asked.filter(Boolean)).toEqual(['"修 路"']);
    await engine.find(['修路']);
    expect(index.asked.filter(Boolean)).toHaveLength(2);
    await engine.text(1);
    expect(await engine.text(1)).toMatchObject({ url: '/b/' });
    expect(index.loaded.filter((url) => url.includes('text/1'))).toHaveLength(1);
  });

  it('asks for the catalogue alone where it has all texts', async () => {
    const index = makeIndex(THREE, 99, [], readForms(), true);
    const engine = await open(index);
    expect([...(await engine.find(['羊']))]).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(await engine.text(2)).toMatchObject({ url: '/c/' });
    await expect(engine.text(3)).rejects.toThrow('3');
    expect(index.loaded).toEqual(['/s/catalogue.json']);
    expect(index.opened).toEqual([]);
    expect(engine.catalogue).not.toHaveProperty('texts');
  });

  it('weighs pages by how often their texts, long or short, say all of the words', async () => {
    const pages = [
      pageOf('/a/', '题', '羊和羊'),
      pageOf('/b/', '题', '羊'),
      pageOf('/c/', '题', '羊和茶', '山上有很多别的'),
      pageOf('/d/', '题', '茶'),
    ];
    const engine = await open(makeIndex(pages, 99, [], readForms(), true));
    const order = async (...phrases: string[][]) =>
      [...(await engine.weigh(phrases))].sort(([, a], [, b]) => b - a).map(([page]) => page);
    expect(await order(['羊'])).toEqual([0, 1, 2]);
    expect(await order(['羊'], ['茶'])).toEqual([2]);
    expect(await order(['猫'])).toEqual([]);
  });

  it('asks again for what has failed', async () => {
    const index = makeIndex(THREE);
    const engine = await open(index);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await expect(engine.text(0)).rejects.toThrow('404');
    vi.stubGlobal('fetch', index.fetch);
    expect(await engine.text(0)).toMatchObject({ url: '/a/' });
  });

  it('weighs pages as Pagefind does', async () => {
    const engine = await open(makeIndex(THREE));
    expect([...(await engine.weigh([['羊'], ['人']]))]).toEqual([
      [0, 3],
      [1, 4],
    ]);
  });

  it('fails where a part of Pagefind’s index does not load', async () => {
    const index = makeIndex(THREE);
    const { load } = index;
    index.load = async (url) => {
      const { createInstance } = (await load(url)) as { createInstance(options: unknown): object };
      const search = async (query: string) => {
        if (query) throw new Error('404 fetching index/0.json');
        return { results: [] };
      };
      return { createInstance: (options: unknown) => ({ ...createInstance(options), search }) };
    };
    const engine = await open(index);
    await expect(engine.find(['羊'])).rejects.toThrow('404');
    await expect(engine.weigh([['羊']])).rejects.toThrow('404');
  });
});
