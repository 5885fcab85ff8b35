import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, PageText, Term } from '../../src/search/types.ts';

/** The search index that a built folder's search page names, whether it holds all texts in one file or each in its own. */
export function readIndex(folder: string): { catalogue: Catalogue; texts: PageText[]; terms: Term[] } {
  const page = readFileSync(join(folder, 'search/index.html'), 'utf8');
  const version = /data-search-index="[^"]*?([^/"]+)\/"/.exec(page)?.[1] ?? '';
  const [file = ''] = globSync(`**/${version}/catalogue.json`, { cwd: folder });
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  const catalogue = read<Catalogue>(file);
  const texts =
    catalogue.texts ?? catalogue.titles.map((_, page) => read<PageText>(join(file, `../text/${page}.json`)));
  return { catalogue, texts, terms: read<Term[]>(join(file, '../terms.json')) };
}
