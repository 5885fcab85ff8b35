import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readValue } from '../field-values.ts';
import { type Forms, foldTerms } from '../forms.ts';
import type { Field, IndexedPage, Term } from '../types.ts';
import { formsFor } from './forms.ts';
import { buildLexicon } from './lexicon.ts';
import { readPages } from './read-pages.ts';
import { WHOLE_UP_TO, writeIndex } from './write-index.ts';

/** What the site says about its pages: a JSON file among the built ones, which is taken away again. */
export interface Description {
  /** By path relative to the site's base: `stories/dong-cun/`. */
  pages: Record<string, Pick<IndexedPage, 'facets' | 'date' | 'fields' | 'card' | 'quiet'>>;
  /** What is said of pages beside their text. */
  fields?: Field[];
  /** Names that the site knows. */
  terms: Term[];
}

interface Options {
  /** Path of the description in the output, such as `search/description.json`; none where the pages say it all. */
  description?: string;
  /** Folder in the output; the index lies in a folder of it that is called by its version. */
  folder?: string;
  /** Bytes of all texts up to which there is no index but they themselves; 0 for Pagefind's however few they are. */
  wholeUpTo?: number;
}

/** What elements ask to be told: where the index is, and which of its files any question needs. */
const ASKS = /(\sdata-search-(index|first))(?:="[^"]*")?(?=[\s>/])/g;

/** Builds the search index of an Astro site from its finished pages, and tells those that ask where it is. */
export function zhSearch({
  description,
  folder = 'search-index',
  wholeUpTo = WHOLE_UP_TO,
}: Options = {}): AstroIntegration {
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
        const { pages: told, terms, fields = [] } = takeDescription(site, description);
        const pages = readPages(site).map(({ path, blocks, fields: read }) => {
          const values = { ...told[path]?.fields, ...read };
          return {
            ...told[path],
            ...(Object.keys(values).length > 0 ? { fields: values } : {}),
            ...{ url: base + path, blocks },
          };
        });
        const names = terms.flatMap(({ text, also = [] }) => [text, ...also]);
        const values = pages.flatMap((page) => Object.values(page.fields ?? {}).flat());
        const texts = [
          ...pages.flatMap(({ blocks }) => blocks.map(({ text }) => text)),
          ...values.map((value) => readValue(value).text),
        ];
        const numbers = new Map(
          pages
            .map(({ url }) => url)
            .sort(byCode)
            .map((url, number) => [url, number]),
        );
        const forms = formsFor([...texts, ...names]);
        const { version, first } = await writeIndex(pages, join(site, folder), {
          ...{ forms, fields, wholeUpTo },
          files: {
            'lexicon.json': JSON.stringify(buildLexicon(pages, terms, forms)),
            [TERMS]: JSON.stringify(terms.map((term) => withFolded(withPlace(term, base, numbers), forms))),
          },
        });
        tellPages(site, { index: `${base}${folder}/${version}/`, first: [...first, TERMS].join(' ') });
        logger.info(`${pages.length} pages indexed in ${Date.now() - began} ms`);
      },
    },
  };
}

/** Names of the site, by which any question may call something. */
const TERMS = 'terms.json';

/** What the site says of its pages, which is no file of the site. */
function takeDescription(site: string, path: string | undefined): Description {
  if (path === undefined) return { pages: {}, terms: [] };
  const description = JSON.parse(readFileSync(join(site, path), 'utf8')) as Description;
  rmSync(join(site, path));
  return description;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A name with the number of the page that speaks of it. */
function withPlace({ told = '', ...term }: Term, base: string, numbers: ReadonlyMap<string, number>): Term {
  const [path = '', id = ''] = told.split('#');
  const page = numbers.get(base + path);
  return told && page !== undefined ? { ...term, at: [page, id] } : term;
}

/** A name with its forms as they stand in the index, by which a query names it. */
function withFolded(term: Term, forms: Forms): Term {
  const own = [term.text, ...(term.also ?? [])];
  const folded = own.map((text) => foldTerms([...text], forms).join('')).filter((text) => !own.includes(text));
  return folded.length > 0 ? { ...term, also: [...new Set([...(term.also ?? []), ...folded])] } : term;
}

/** Only now is the version known, so that the finished pages are told. */
function tellPages(site: string, told: Record<string, string>): void {
  for (const path of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html')) continue;
    const file = join(site, path);
    const html = readFileSync(file, 'utf8');
    const filled = html.replace(ASKS, (_, name: string, what: string) => `${name}="${told[what]}"`);
    if (filled !== html) writeFileSync(file, filled);
  }
}
