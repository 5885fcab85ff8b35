import { packCatalogue } from '../../../src/search/catalogue.ts';
import { type Forms, readForms, writeForms } from '../../../src/search/forms.ts';
import { columnsOf } from '../../../src/search/index/catalogue-columns.ts';
import { type PreparedPage, preparePages } from '../../../src/search/index/prepare.ts';
import { nameOfPage } from '../../../src/search/page-name.ts';
import type { Catalogue, IndexedPage } from '../../../src/search/types.ts';

/** A site of a few pages with its index, served without a network and without Pagefind. */
export interface SmallIndex {
  catalogue: Catalogue;
  /** In the order of their numbers. */
  pages: readonly PreparedPage[];
  /** What was asked of Pagefind, and which addresses were loaded. */
  asked: string[];
  loaded: string[];
  /** How Pagefind was opened, one entry a call. */
  opened: unknown[][];
  /** Stands for `fetch`. */
  fetch: (url: string) => Promise<Response>;
  /** Stands for the script of Pagefind. */
  load: (url: string) => Promise<unknown>;
}

/**
 * @param most occurrences above which a character is split
 * @param isWhole whether all texts lie in the catalogue, and nothing else is asked
 */
export function makeIndex(
  given: readonly IndexedPage[],
  most = Number.POSITIVE_INFINITY,
  shards: string[] = [],
  forms: Forms = readForms(),
  isWhole = false,
) {
  const { split, prepared } = preparePages(given, most, forms);
  const texts = prepared.map(({ url, blocks, card = null, forms }) => ({
    ...{ url, card, blocks: [...blocks], forms: writeForms(forms) },
  }));
  const catalogue: Catalogue = { split, shards, ...columnsOf(prepared), ...(isWhole ? { texts } : {}) };
  const files: Record<string, unknown> = { 'catalogue.json': packCatalogue(catalogue) };
  if (!isWhole) for (const [page, text] of texts.entries()) files[`text/${page}.json`] = text;
  const index: SmallIndex = {
    ...{ catalogue, pages: prepared, asked: [], loaded: [], opened: [] },
    fetch: async (url) => {
      index.loaded.push(url);
      const file = files[url.replace('/s/', '')];
      return new Response(JSON.stringify(file ?? null), { status: file ? 200 : 404 });
    },
    load: async (url) => {
      index.loaded.push(url);
      return { createInstance: (options: unknown) => openPagefind(index, options) };
    },
  };
  return index;
}

/** As much of Pagefind as is used: runs of words in quotes, or pages that hold every word. */
function openPagefind({ pages, asked, opened }: SmallIndex, options: unknown) {
  opened.push(['createInstance', options]);
  return {
    mergeIndex: async (...given: unknown[]) => void opened.push(['mergeIndex', ...given]),
    search: async (query: string) => {
      asked.push(query);
      const results = pages.flatMap(({ spelled }, page) => {
        const words = placesOf(spelled.text.split(' '), query);
        return words.length > 0 ? [{ id: nameOfPage(page), words: words.slice(0, 1), score: words.length }] : [];
      });
      return { results };
    },
  };
}

function placesOf(text: readonly string[], query: string): number[] {
  const words = query.replaceAll('"', '').split(' ');
  if (query.startsWith('"')) return text.flatMap((_, at) => (words.every((w, k) => text[at + k] === w) ? [at] : []));
  return words.every((word) => text.includes(word))
    ? text.flatMap((word, at) => (words.includes(word) ? [at] : []))
    : [];
}

/** A page with a title and paragraphs. */
export const pageOf = (url: string, title: string, ...paragraphs: string[]): IndexedPage => ({
  url,
  blocks: [{ id: '', text: title, title: true }, ...paragraphs.map((text, i) => ({ id: `p-${i + 1}`, text }))],
});
