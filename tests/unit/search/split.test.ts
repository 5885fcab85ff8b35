import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, openEngine } from '../../../src/search/engine.ts';
import { writeIndex } from '../../../src/search/index/write-index.ts';
import { nameOfPage, numberOfPage } from '../../../src/search/page-name.ts';
import { search } from '../../../src/search/search.ts';
import { Spelling } from '../../../src/search/spelling.ts';
import type { Catalogue, IndexedPage } from '../../../src/search/types.ts';
import { generateQueries } from '../../search/queries.ts';
import { tokensOf, truthOf } from '../../search/truth.ts';
import { randomFrom } from '../../support/random.ts';

// A small archive with the parts of a large one: common characters split by their neighbours, pages in three indexes.
const SIZES = { shard: 50, split: 100 };
const LEXICON = async () => ({ words: [], traditional: '產产業业縣县戶户開开雞鸡貧贫' });

/** Pages of few characters, so that the common ones stand next to each other, at ends of blocks, and in titles. */
function makePages(count: number): IndexedPage[] {
  const random = randomFrom(4);
  const draw = (letters: string) => letters[Math.floor(random() ** 3 * letters.length)] ?? '';
  const write = (length: number) =>
    Array.from({ length }, () => draw('的一村户了人县产业2020年，扶贫3.5%开展PM2.5工作、鸡羊林'))
      .join('')
      .replace(/^\P{L}*/u, '户');
  return Array.from({ length: count }, (_, number) => ({
    url: `/stories/${number}/`,
    blocks: [
      { id: '', text: write(3 + Math.floor(random() * 6)), title: true },
      ...Array.from({ length: 3 }, (_, i) => ({ id: `p-${i}`, text: write(1 + Math.floor(random() * 12)) })),
    ],
  }));
}

const pages = makePages(120);
const folder = mkdtempSync(join(tmpdir(), 'pagefind-zh-'));
let catalogue: Catalogue;
let engine: Engine;

beforeAll(async () => {
  catalogue = await writeIndex(pages, folder, SIZES);
  vi.stubGlobal('fetch', async (url: string) => {
    return new Response(readFileSync(join(folder, url.replace('http://test/', '').split('?')[0] ?? '')));
  });
  const load = () => import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href);
  engine = await openEngine('http://test/', load);
});

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

describe('an index with split characters', () => {
  it('splits the commonest only, and lies in several indexes', () => {
    expect(catalogue.split).toContain('的');
    expect(catalogue.split).not.toContain('林');
    expect(catalogue.shards).toEqual(['shard-1/', 'shard-2/']);
  });

  it('finds what stands in the pages, and nothing else', async () => {
    const truth = pages.map(({ url, blocks }) => ({ path: url, blocks: blocks.map(({ text }) => text) }));
    const wanted = generateQueries(truth, 300, ['的', '一村', '的人的', '林', '村的', '的村', '2.5%', 'pm2.5']);
    const wrong: string[] = [];
    for (const query of [...wanted, ...wanted.slice(0, 60)]) {
      const { tier, pages: found } = await search(query.query, engine, LEXICON);
      const paths = tier === 'exact' ? found.map((page) => pathOf(page)).sort() : [];
      if (paths.join() !== truthOf(query, truth).join()) wrong.push(`${query.kind} ${query.query}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives the text of each page as printed', async () => {
    const texts = await Promise.all(pages.map((_, page) => engine.text(page)));
    for (const [page, { url, blocks }] of texts.entries()) {
      expect(url).toBe(pathOf(page));
      expect(blocks[0]?.text).toBe(pages.find((one) => one.url === url)?.blocks[0]?.text);
    }
  });

  it('knows which of them hold it in the title', async () => {
    const inTitle = (text: string) =>
      pages
        .filter(({ blocks }) => ` ${tokensOf(blocks[0]?.text ?? '').join(' ')} `.includes(` ${[...text].join(' ')} `))
        .map(({ url }) => url);
    for (const text of ['的', '一的', '林', '的一']) {
      const found = await engine.find([...text]);
      const titled = [...found].filter(([, title]) => title).map(([page]) => pathOf(page));
      expect(titled.sort(), text).toEqual(inTitle(text).sort());
    }
  });
});

const pathOf = (page: number) => [...pages].sort((a, b) => (a.url < b.url ? -1 : 1))[page]?.url ?? '';

describe('Spelling', () => {
  const spelling = new Spelling('的');
  it('leaves other characters as they are', () => {
    expect(spelling.page([['标', '题']], [['3.5%', '户']])).toEqual({ text: '标 题 | 3ǃ5ǂ 户', title: 2 });
    expect(spelling.phrase(['贫', '困'])).toEqual(['"贫 困"']);
  });
  it('spells a split one by its neighbours, and says once where it is', () => {
    const { text, title } = spelling.page([['我', '的']], [['村', '的', '人'], ['的']]);
    expect(text).toMatch(/^我 (ǀaa[a-h]{2}) \| ǀaax \| 村 ǀaa[a-h]{2} 人 \| ǀaa[a-h]{2}$/);
    expect(title).toBe(4);
  });
  it('knows which part of a phrase costs little', () => {
    expect(spelling.core(['的', '的', '村', '人', '的'])).toMatch(/^"ǀaa[a-h]{2} 村 人"$/);
    expect(spelling.core(['的', '村'])).toBe('"村"');
    expect(spelling.core(['的', '的'])).toBeUndefined();
    expect(spelling.core(['村', '的', '人'])).toBeUndefined();
  });
  it('asks for as few of its words as is known', () => {
    expect(spelling.phrase(['的'])).toEqual(['"ǀaax"']);
    expect(spelling.phrase(['村', '的', '人'])).toHaveLength(1);
    expect(spelling.phrase(['村', '的'])).toHaveLength(8);
    expect(spelling.phrase(['的', '的'])).toHaveLength(64);
    expect(spelling.words([['村', '的', '人'], ['的']])).toMatch(/^村 ǀaa[a-h]{2} 人$/);
    expect(spelling.words([['的']])).toBe('ǀaax');
  });
});

describe('nameOfPage', () => {
  it('tells the number', () => {
    expect(numberOfPage(nameOfPage(12_345))).toBe(12_345);
  });
});
