import { fetchJson } from './fetch-json.ts';
import { searchableIn } from './field-values.ts';
import type { importScript } from './import-script.ts';
import { once } from './once.ts';
import { isRecord, numberOfPage } from './page-name.ts';
import { readMatches } from './read-matches.ts';
import type { Matches, Source } from './source.ts';
import { Spelling } from './spelling.ts';
import type { Catalogue, PageText } from './types.ts';

/** Pages whose texts are rather read than the places of two very common characters; half of them will be shown anyway. */
const FEW = 40;

interface PagefindResult {
  id: string;
  /** Of a phrase, Pagefind names the first place only. */
  words: number[];
  score: number;
}

interface PagefindInstance {
  options(options: Record<string, unknown>): Promise<void>;
  mergeIndex(path: string, options: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{ results: PagefindResult[] }>;
}

interface PagefindModule {
  createInstance(options: Record<string, unknown>): PagefindInstance;
}

/**
 * Opens the index that Pagefind made. Throws where a part of it does not load.
 * @param base address of its folder
 */
export async function openPagefind(base: string, catalogue: Catalogue, load: typeof importScript): Promise<Source> {
  const pagefind = (await load(`${base}pagefind.js`)) as PagefindModule;
  const shared = { exactDiacritics: true };
  // One thread: a query takes some milliseconds, and the worker would be eleven kilobytes more.
  const instance = pagefind.createInstance({ basePath: base, noWorker: true, ...shared });
  // Nothing is asked, and it is answered when all is there; without its WebAssembly Pagefind would wait for ever to add
  // a further index.
  await instance.search('');
  for (const shard of catalogue.shards) await instance.mergeIndex(base + shard, { language: 'und', ...shared });
  return new PagefindSource(base, instance, catalogue);
}

class PagefindSource implements Source {
  readonly #base: string;
  readonly #instance: PagefindInstance;
  readonly #catalogue: Catalogue;
  readonly #spelling: Spelling;
  readonly #texts = new Map<number, Promise<PageText>>();

  constructor(base: string, instance: PagefindInstance, catalogue: Catalogue) {
    this.#base = base;
    this.#instance = instance;
    this.#catalogue = catalogue;
    this.#spelling = new Spelling(catalogue.split);
  }

  async find(terms: readonly string[]): Promise<Matches> {
    const core = this.#spelling.core(terms);
    const held = core ? await this.#search([core]) : undefined;
    if (!held || held.size > FEW) return this.#search(this.#spelling.phrase(terms));
    return readMatches(held.keys(), terms, this, (text) => searchableIn(text, this.#catalogue.fields));
  }

  findIn(field: number, terms: readonly string[]): Promise<Matches> {
    return this.#search([this.#spelling.field(field, terms)]);
  }

  async weigh(phrases: readonly (readonly string[])[]): Promise<Map<number, number>> {
    const results = await this.#ask(this.#spelling.words(phrases));
    const scores = new Map<number, number>();
    for (const { id, score } of results)
      scores.set(numberOfPage(id), Math.max(score, scores.get(numberOfPage(id)) ?? 0));
    return scores;
  }

  text = (page: number): Promise<PageText> =>
    once(this.#texts, page, () => fetchJson<PageText>(`${this.#base}text/${page}.json`));

  async #search(queries: readonly string[]): Promise<Matches> {
    const matches: Matches = new Map();
    const found = await Promise.all(queries.map((query) => this.#ask(query)));
    const { titles, fieldTitles = [] } = this.#catalogue;
    for (const { id, words } of found.flat()) {
      const page = numberOfPage(id);
      const titleLength = (isRecord(id) ? fieldTitles : titles)[page] ?? 0;
      matches.set(page, (matches.get(page) ?? false) || words.some((word) => word < titleLength));
    }
    return matches;
  }

  async #ask(query: string): Promise<PagefindResult[]> {
    return (await this.#instance.search(query)).results;
  }
}
