import { unpackCatalogue, unpackFacets } from './catalogue.ts';
import { type Days, overlaps } from './date-forms.ts';
import { fetchJson } from './fetch-json.ts';
import { fieldBlocks, searchableIn } from './field-values.ts';
import { readForms } from './forms.ts';
import { importScript } from './import-script.ts';
import { isRecord, numberOfPage } from './page-name.ts';
import { Spelling } from './spelling.ts';
import { findTerms, isWildcard, tokenize } from './tokens.ts';
import type { Catalogue, Dates, IndexedBlock, PageText } from './types.ts';

/** Pages that hold a phrase, in their text or in a field: page number → whether it stands in a title. */
export type Matches = Map<number, boolean>;

/** Pages whose texts are rather read than the places of two very common characters; half of them will be shown anyway. */
const FEW = 40;

/** What the search asks of an index. */
export interface Engine {
  catalogue: Catalogue;
  /** Pages in which the terms, wildcards among them, follow each other within one block. Throws where a part of the index does not load. */
  find(terms: readonly string[]): Promise<Matches>;
  /** Pages that have the terms in this field. Throws as `find` does. */
  findIn(field: string, terms: readonly string[]): Promise<Matches>;
  /** Pages with a date of these fields that overlaps the days; of all dated fields where none is named. Throws as `find` does. */
  findDated(fields: readonly string[], days: Days): Promise<Matches>;
  /** How much the pages that hold all of the phrases say of their words: page number → Pagefind's own score. */
  weigh(phrases: readonly (readonly string[])[]): Promise<Map<number, number>>;
  /** The text of a page. Throws where it does not load. */
  text(page: number): Promise<PageText>;
}

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
 * Opens an index. Throws where a part of it does not load; it can then be opened again.
 * @param base address of its folder, with a slash at the end: the version is in it, so that nothing under it ever changes
 * @param load how a script is brought in; `import()` where nothing else is said
 */
export async function openEngine(base: string, load = importScript): Promise<Engine> {
  const [pagefind, catalogue] = await Promise.all([
    load(`${base}pagefind.js`) as Promise<PagefindModule>,
    fetchJson<Catalogue>(`${base}catalogue.json`).then(unpackCatalogue),
  ]);
  const shared = { exactDiacritics: true };
  // One thread: a query takes some milliseconds, and the worker would be eleven kilobytes more.
  const instance = pagefind.createInstance({ basePath: base, noWorker: true, ...shared });
  // Nothing is asked, and it is answered when all is there; without its WebAssembly Pagefind would wait for ever to add
  // a further index.
  await instance.search('');
  for (const shard of catalogue.shards) await instance.mergeIndex(base + shard, { language: 'und', ...shared });
  return new PagefindEngine(base, instance, catalogue);
}

class PagefindEngine implements Engine {
  readonly catalogue: Catalogue;
  readonly #base: string;
  readonly #instance: PagefindInstance;
  readonly #spelling: Spelling;
  readonly #found = new Map<string, Promise<Matches>>();
  readonly #texts = new Map<number, Promise<PageText>>();
  readonly #dates = new Map<string, Promise<Dates>>();

  constructor(base: string, instance: PagefindInstance, catalogue: Catalogue) {
    this.#base = base;
    this.#instance = instance;
    this.catalogue = catalogue;
    this.#spelling = new Spelling(catalogue.split);
  }

  find(terms: readonly string[]): Promise<Matches> {
    return once(this.#found, terms.join(' '), async () => {
      if (terms.some(isWildcard)) return this.#findAround(terms);
      const core = this.#spelling.core(terms);
      const held = core ? await this.#search([core]) : undefined;
      return held && held.size <= FEW ? this.#read(held.keys(), terms) : this.#search(this.#spelling.phrase(terms));
    });
  }

  /** Pages that hold what stands around wildcards, read for whether it follows each other so. */
  async #findAround(terms: readonly string[]): Promise<Matches> {
    const parts = terms.reduce<string[][]>(
      (all, term) => {
        if (isWildcard(term)) all.push([]);
        else all.at(-1)?.push(term);
        return all;
      },
      [[]],
    );
    const [first, ...others] = await Promise.all(
      parts.filter(({ length }) => length > 0).map((part) => this.find(part)),
    );
    const pages = [...(first?.keys() ?? [])].filter((page) => others.every((matches) => matches.has(page)));
    return this.#read(pages, terms);
  }

  /** Those of the pages whose texts hold the terms. */
  async #read(
    pages: Iterable<number>,
    terms: readonly string[],
    blocksOf: (text: PageText) => IndexedBlock[] = (text) => searchableIn(text, this.catalogue.fields),
  ): Promise<Matches> {
    const matches: Matches = new Map();
    const look = async (page: number) => {
      const text = await this.text(page);
      const read = readForms(text.forms);
      const held = blocksOf(text).filter((block) => findTerms(tokenize(block.text, read), terms).length > 0);
      if (held.length > 0)
        matches.set(
          page,
          held.some(({ title }) => title),
        );
    };
    await Promise.all([...pages].map(look));
    return matches;
  }

  findIn(field: string, terms: readonly string[]): Promise<Matches> {
    return once(this.#found, `${field}: ${terms.join(' ')}`, async () => {
      const number = this.catalogue.fields?.findIndex(({ id }) => id === field) ?? -1;
      if (number < 0) return new Map();
      if (!terms.some(isWildcard)) return this.#search([this.#spelling.field(number, terms)]);
      const parts = terms.filter((term) => !isWildcard(term)).map((term) => this.findIn(field, [term]));
      const [first, ...others] = await Promise.all(parts);
      const pages = [...(first?.keys() ?? [])].filter((page) => others.every((matches) => matches.has(page)));
      const own = this.catalogue.fields?.filter(({ id }) => id === field);
      return this.#read(pages, terms, (text) => fieldBlocks(text.fields, own));
    });
  }

  async findDated(fields: readonly string[], days: Days): Promise<Matches> {
    const { fields: known = [] } = this.catalogue;
    const asked = known.filter(({ id, dated }) => dated && (fields.length === 0 || fields.includes(id)));
    if (asked.length === 0) return new Map();
    const dates = await once(this.#dates, 'dates', () =>
      fetchJson<Dates>(`${this.#base}dates.json`).then(unpackFacets),
    );
    const pages = asked.flatMap(({ id }) => {
      const facet = dates[id];
      return facet?.values.flatMap((value, i) => (overlaps(value, days) ? (facet.pages[i] ?? []) : [])) ?? [];
    });
    return new Map([...new Set(pages)].sort((a, b) => a - b).map((page) => [page, false]));
  }

  text(page: number): Promise<PageText> {
    return once(this.#texts, page, () => fetchJson<PageText>(`${this.#base}text/${page}.json`));
  }

  async #search(queries: readonly string[]): Promise<Matches> {
    const matches: Matches = new Map();
    const found = await Promise.all(queries.map((query) => this.#ask(query)));
    for (const { id, words } of found.flat()) {
      const page = numberOfPage(id);
      const { titles, fieldTitles = [] } = this.catalogue;
      const titleLength = (isRecord(id) ? fieldTitles : titles)[page] ?? 0;
      matches.set(page, (matches.get(page) ?? false) || words.some((word) => word < titleLength));
    }
    return matches;
  }

  async weigh(phrases: readonly (readonly string[])[]): Promise<Map<number, number>> {
    const results = await this.#ask(this.#spelling.words(phrases));
    const scores = new Map<number, number>();
    for (const { id, score } of results)
      scores.set(numberOfPage(id), Math.max(score, scores.get(numberOfPage(id)) ?? 0));
    return scores;
  }

  async #ask(query: string): Promise<PagefindResult[]> {
    return (await this.#instance.search(query)).results;
  }
}

/** What has been got is kept; what has failed is asked for again. */
function once<K, V>(kept: Map<K, Promise<V>>, key: K, get: () => Promise<V>): Promise<V> {
  const known = kept.get(key);
  if (known) return known;
  const value = get();
  kept.set(key, value);
  value.catch(() => kept.delete(key));
  return value;
}
