import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, openEngine } from '../../../src/search/engine.ts';
import { writeIndex } from '../../../src/search/index/write-index.ts';
import { search } from '../../../src/search/search.ts';
import type { IndexedPage } from '../../../src/search/types.ts';
import { generateQueries } from '../../search/queries.ts';
import { tokensOf, truthOf } from '../../search/truth.ts';
import { randomFrom } from '../../support/random.ts';

// A small archive with the parts of a large one: common characters split by their neighbours, pages in three indexes.
const SIZES = { shard: 50, split: 100, wholeUpTo: 0 };
const LEXICON = async () => ({ words: [], forms: '產产業业縣县戶户開开雞鸡貧贫' });

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
let written: Awaited<ReturnType<typeof writeIndex>>;
let engine: Engine;

beforeAll(async () => {
  written = await writeIndex(pages, folder, { ...SIZES, files: { 'lexicon.json': '{}' } });
  vi.stubGlobal('fetch', async (url: string) => {
    return new Response(readFileSync(join(written.folder, url.replace('http://test/', ''))));
  });
  const load = () => import(/* @vite-ignore */ pathToFileURL(join(written.folder, 'pagefind.js')).href);
  engine = await openEngine('http://test/', load);
});

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

describe('an index with split characters', () => {
  it('splits the commonest only, and lies in several indexes', () => {
    expect(written.catalogue.split).toContain('的');
    expect(written.catalogue.split).not.toContain('林');
    expect(written.catalogue.shards).toEqual(['shard-1/', 'shard-2/']);
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
