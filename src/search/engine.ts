import { unpackCatalogue, unpackFacets } from './catalogue.ts';
import { type Days, overlaps } from './date-forms.ts';
import { fetchJson } from './fetch-json.ts';
import { fieldBlocks, searchableIn } from './field-values.ts';
import { importScript } from './import-script.ts';
import { once } from './once.ts';
import { openPagefind } from './pagefind-source.ts';
import { readMatches } from './read-matches.ts';
import type { Matches, Source } from './source.ts';
import { TextSource } from './text-source.ts';
import { isWildcard } from './tokens.ts';
import type { Catalogue, Dates, IndexedBlock, PageText } from './types.ts';

/** What the search asks of an index. */
export interface Engine extends Pick<Source, 'weigh' | 'text'> {
  catalogue: Catalogue;
  /** Pages in which the terms, wildcards among them, follow each other within one block. Throws where a part of the index does not load. */
  find(terms: readonly string[]): Promise<Matches>;
  /** Pages that have the terms in this field. Throws as `find` does. */
  findIn(field: string, terms: readonly string[]): Promise<Matches>;
  /** Pages with a date of these fields that overlaps the days; of all dated fields where none is named. Throws as `find` does. */
  findDated(fields: readonly string[], days: Days): Promise<Matches>;
}

/**
 * Opens an index. Throws where a part of it does not load; it can then be opened again.
 * @param base address of its folder, with a slash at the end: the version is in it, so that nothing under it ever changes
 * @param load how a script is brought in; `import()` where nothing else is said
 */
export async function openEngine(base: string, load = importScript): Promise<Engine> {
  const { texts, ...catalogue } = unpackCatalogue(await fetchJson<Catalogue>(`${base}catalogue.json`));
  const source = texts ? new TextSource(texts, catalogue.fields) : await openPagefind(base, catalogue, load);
  return new SourceEngine(base, source, catalogue);
}

/** Adds to a source what is the same for every one: wildcards, dates, and that nothing is asked twice. */
class SourceEngine implements Engine {
  readonly catalogue: Catalogue;
  readonly #base: string;
  readonly #source: Source;
  readonly #found = new Map<string, Promise<Matches>>();
  readonly #dates = new Map<string, Promise<Dates>>();

  constructor(base: string, source: Source, catalogue: Catalogue) {
    this.#base = base;
    this.#source = source;
    this.catalogue = catalogue;
  }

  find(terms: readonly string[]): Promise<Matches> {
    const { fields } = this.catalogue;
    return once(this.#found, terms.join(' '), () =>
      terms.some(isWildcard)
        ? this.#readAround(
            terms,
            (part) => this.find(part),
            (text) => searchableIn(text, fields),
          )
        : this.#source.find(terms),
    );
  }

  findIn(field: string, terms: readonly string[]): Promise<Matches> {
    return once(this.#found, `${field}: ${terms.join(' ')}`, async () => {
      const { fields = [] } = this.catalogue;
      const number = fields.findIndex(({ id }) => id === field);
      if (number < 0) return new Map();
      if (!terms.some(isWildcard)) return this.#source.findIn(number, terms);
      const own = fields.slice(number, number + 1);
      return this.#readAround(
        terms,
        (part) => this.findIn(field, part),
        (text) => fieldBlocks(text.fields, own),
      );
    });
  }

  /** Pages that hold what stands around wildcards, read for whether it follows each other so. */
  async #readAround(
    terms: readonly string[],
    findPart: (part: readonly string[]) => Promise<Matches>,
    blocksOf: (text: PageText) => IndexedBlock[],
  ): Promise<Matches> {
    const parts: string[][] = [[]];
    for (const term of terms)
      if (isWildcard(term)) parts.push([]);
      else parts.at(-1)?.push(term);
    const [first, ...others] = await Promise.all(parts.filter(({ length }) => length > 0).map(findPart));
    const pages = [...(first?.keys() ?? [])].filter((page) => others.every((matches) => matches.has(page)));
    return readMatches(pages, terms, this, blocksOf);
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

  text = (page: number): Promise<PageText> => this.#source.text(page);

  weigh = (phrases: readonly (readonly string[])[]): Promise<Map<number, number>> => this.#source.weigh(phrases);
}
