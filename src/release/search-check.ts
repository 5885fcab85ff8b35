import { unpackCatalogue } from '../search/catalogue.ts';
import { openEngine } from '../search/engine.ts';
import { fetchJson } from '../search/fetch-json.ts';
import { readForms } from '../search/forms.ts';
import { tokenize } from '../search/tokens.ts';
import type { Catalogue } from '../search/types.ts';

/** Characters of a page that are asked for. */
const LENGTH = 6;

/**
 * Asks a built search index for words that are known to stand in its first, middle and last page.
 * @param base address of the index, served
 * @param load how its script is brought in
 * @returns what is wrong, in Chinese; null where every page was found
 */
export async function searchProblem(base: string, load: (url: string) => Promise<unknown>): Promise<string | null> {
  // A site without a story has an index of nothing, which nobody opens.
  const count = unpackCatalogue(await fetchJson<Catalogue>(`${base}catalogue.json`)).titles.length;
  if (count === 0) return null;
  const engine = await openEngine(base, load);
  for (const page of new Set([0, count >> 1, count - 1].filter((number) => number >= 0 && number < count))) {
    const { url, blocks, forms } = await engine.text(page);
    const terms = tokenize(blocks.at(-1)?.text ?? '', readForms(forms))
      .slice(0, LENGTH)
      .map(({ term }) => term);
    if (terms.length > 0 && !(await engine.find(terms)).has(page))
      return `检索“${terms.join('')}”找不到写着它的 ${url}`;
  }
  return null;
}
