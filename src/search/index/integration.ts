import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { IndexedPage, Term } from '../types.ts';
import { buildLexicon } from './lexicon.ts';
import { readPages } from './read-pages.ts';
import { writeIndex } from './write-index.ts';

/** What the site says about its pages: a JSON file among the built ones, which is taken away again. */
export interface Description {
  /** By path relative to the site's base: `stories/baihe-air/`. */
  pages: Record<string, Pick<IndexedPage, 'facets' | 'date' | 'card'>>;
  /** Names that the site knows. */
  terms: Term[];
}

interface Options {
  /** Path of the description in the output, such as `search/description.json`. */
  description: string;
  /** Folder of the index in the output. */
  folder?: string;
}

/** Builds the search index of an Astro site from its finished pages. */
export function zhSearch({ description, folder = 'pagefind' }: Options): AstroIntegration {
  let base = '/';
  return {
    name: 'pagefind-zh',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const began = Date.now();
        const site = fileURLToPath(dir);
        const { pages: told, terms } = JSON.parse(readFileSync(join(site, description), 'utf8')) as Description;
        rmSync(join(site, description));
        const pages = readPages(site).map(({ path, blocks }) => ({ ...told[path], url: base + path, blocks }));
        await writeIndex(pages, join(site, folder));
        writeFileSync(join(site, folder, 'lexicon.json'), JSON.stringify(buildLexicon(pages, terms)));
        writeFileSync(join(site, folder, 'terms.json'), JSON.stringify(terms));
        logger.info(`${pages.length} pages indexed in ${Date.now() - began} ms`);
      },
    },
  };
}
