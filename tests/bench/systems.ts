import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { Engine } from '../../src/search/engine.ts';
import { search } from '../../src/search/search.ts';
import type { IndexedPage, Term } from '../../src/search/types.ts';
import { requireExtra } from '../run/extra.ts';
import { indexSite, writeSite } from './our-search.ts';

/** A search over built pages. */
export interface Searcher {
  /** Addresses of the pages found. */
  find(query: string): Promise<string[]>;
  /** Bytes asked for since the last call; a whole index where it must be had whole. */
  bytes(): number;
  /** As a reader who comes for the first time. */
  fresh(): Promise<Searcher>;
}

export interface System {
  name: string;
  /** Writes the pages as a site has them before it is indexed, which is nobody's work but the site's. */
  write?(pages: readonly IndexedPage[], folder: string, terms: readonly Term[]): void;
  build(pages: readonly IndexedPage[], folder: string): Promise<Searcher>;
}

const textOf = ({ blocks }: IndexedPage) => blocks.map(({ text }) => text).join('\n');

let asked = 0;
/** Pagefind's script fetches; here its files are read from disk and counted. */
function serveFrom(folder: string): void {
  globalThis.fetch = async (url) => {
    const content = readFileSync(
      join(folder, decodeURIComponent(String(url).replace('http://bench/', '').split('?')[0] ?? '')),
    );
    asked += /\.(json|js)$/.test(String(url).split('?')[0] ?? '') ? gzipSync(content).length : content.length;
    return new Response(content);
  };
}

const take = () => {
  const bytes = asked;
  asked = 0;
  return bytes;
};

/** Read by an import and by the page, which is none here. */
const NOT_FETCHED = ['pagefind.js', 'terms.json'];

const ours: System = {
  name: 'ours',
  write: writeSite,
  async build(pages, folder) {
    const site = await indexSite(folder);
    serveFrom(site.folder);
    const addresses = pages.map(({ url }) => url).sort();
    const open = async () => {
      for (const file of site.first.filter((one) => NOT_FETCHED.includes(one)))
        asked += gzipSync(readFileSync(join(site.folder, file))).length;
      return site.open();
    };
    const searcher = (engine: Engine): Searcher => ({
      async find(query) {
        const { tier, pages: found } = await search(query, engine, site.lexicon);
        // As on the page: the texts of the first twenty.
        await Promise.all(found.slice(0, 20).map((page) => engine.text(page)));
        return tier === 'exact' ? found.map((page) => addresses[page] ?? '') : [];
      },
      bytes: take,
      fresh: async () => searcher(await open()),
    });
    return searcher(await open());
  },
};

const stock: System = {
  name: 'Pagefind as it is',
  async build(pages, folder) {
    rmSync(folder, { recursive: true, force: true });
    const { index } = await pagefind.createIndex();
    if (!index) throw new Error('Pagefind did not start');
    for (let i = 0; i < pages.length; i += 100) {
      const batch = pages.slice(i, i + 100);
      await Promise.all(
        batch.map((page) =>
          index.addCustomRecord({
            url: page.url,
            content: textOf(page),
            language: 'zh',
            meta: { title: page.blocks[0]?.text ?? '' },
          }),
        ),
      );
    }
    for (const { path, content } of (await index.getFiles()).files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    await pagefind.close();
    serveFrom(folder);
    // Its script reads the language of the page, by which it cuts queries.
    Object.assign(globalThis, {
      document: { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-CN' }) },
    });
    const script = join(resolve(folder), 'pagefind.js');
    const { createInstance } = await import(script);
    const open = (): Searcher => {
      asked += gzipSync(readFileSync(script)).length;
      const instance = createInstance({ basePath: 'http://bench/', noWorker: true });
      return {
        async find(query) {
          const { results } = await instance.search(query);
          const shown = results.slice(0, 20) as { data(): Promise<{ url: string }> }[];
          await Promise.all(shown.map((result) => result.data()));
          const bytes = asked;
          const all = await Promise.all((results as typeof shown).map((result) => result.data()));
          asked = bytes;
          return all.map(({ url }) => url.replace('http://bench', ''));
        },
        bytes: take,
        fresh: async () => open(),
      };
    };
    return open();
  },
};

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const wordsOf = (text: string) =>
  [...segmenter.segment(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/** A search whose whole index must be fetched before the first question. */
function whole(size: number, find: (query: string) => Promise<string[]>): Searcher {
  let bytes = size;
  const searcher: Searcher = {
    find,
    bytes: () => {
      const now = bytes;
      bytes = 0;
      return now;
    },
    fresh: async () => {
      bytes = size;
      return searcher;
    },
  };
  return searcher;
}

interface MiniSearchIndex {
  addAll(documents: object[]): void;
  search(query: string, options: object): { id: unknown }[];
}
const MiniSearch = requireExtra<new (options: object) => MiniSearchIndex>('minisearch');

const mini: System = {
  name: 'MiniSearch, words',
  async build(pages) {
    const index = new MiniSearch({ fields: ['text'], idField: 'url', tokenize: wordsOf });
    index.addAll(pages.map((page) => ({ url: page.url, text: textOf(page) })));
    return whole(gzipSync(JSON.stringify(index)).length, async (query) =>
      index.search(query, { combineWith: 'AND' }).map(({ id }) => String(id)),
    );
  },
};

interface FlexSearchIndex {
  add(document: object): void;
  export(write: (key: string, data: string) => void): void;
  search(query: string, options: object): { result: string[] }[];
}
const { Document } = requireExtra<{ Document: new (options: object) => FlexSearchIndex }>('flexsearch');

const flex: System = {
  name: 'FlexSearch, characters',
  async build(pages) {
    const encode = (text: string) => [...text.replace(/[\p{P}\p{S}\s]/gu, '')];
    const index = new Document({ document: { id: 'url', index: ['text'] }, encode });
    for (const page of pages) index.add({ url: page.url, text: textOf(page) });
    let size = 0;
    index.export((_key, data) => {
      if (data) size += gzipSync(data).length;
    });
    return whole(size, async (query) => {
      const [found] = index.search(query, { limit: pages.length });
      return found?.result ?? [];
    });
  },
};

interface Orama {
  create(options: object): object;
  insertMultiple(index: object, documents: object[]): Promise<unknown>;
  save(index: object): unknown;
  search(index: object, options: object): Promise<{ hits: { document: { url: string } }[] }>;
}
const { create, insertMultiple, save, search: searchOrama } = requireExtra<Orama>('@orama/orama');

const orama: System = {
  name: 'Orama, words',
  async build(pages) {
    const tokenizer = { language: 'custom', normalizationCache: new Map(), tokenize: wordsOf };
    const index = create({ schema: { url: 'string', text: 'string' }, components: { tokenizer } });
    const documents = pages.map((page) => ({ url: page.url, text: textOf(page) }));
    await insertMultiple(index, documents);
    return whole(gzipSync(JSON.stringify(save(index))).length, async (query) => {
      const { hits } = await searchOrama(index, {
        term: query,
        properties: ['text'],
        limit: pages.length,
        threshold: 0,
      });
      return hits.map(({ document }) => document.url);
    });
  },
};

const scan: System = {
  name: 'plain text scan',
  async build(pages) {
    const plain = (text: string) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\p{P}\p{S}\s]/gu, '');
    const texts = pages.map((page) => ({ url: page.url, text: page.blocks.map(({ text }) => plain(text)).join('\n') }));
    return whole(gzipSync(JSON.stringify(texts)).length, async (query) =>
      texts.filter(({ text }) => text.includes(plain(query))).map(({ url }) => url),
    );
  },
};

export const systems: readonly System[] = [ours, stock, mini, flex, orama, scan];
