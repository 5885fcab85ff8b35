import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegrationLogger } from 'astro';
import { type Engine, openEngine } from '../../src/search/engine.ts';
import { fetchJson } from '../../src/search/fetch-json.ts';
import { type Description, zhSearch } from '../../src/search/index/integration.ts';
import type { IndexedPage, Lexicon, Term } from '../../src/search/types.ts';
import { FIELDS } from './corpus.ts';

/** A built index as a browser finds it: its address under `http://bench/`, and the folder that is served there. */
export interface OurSearch {
  folder: string;
  /** The files that any question needs. */
  first: string[];
  open(): Promise<Engine>;
  lexicon(): Promise<Lexicon>;
}

const BASE = 'http://bench/';
const DESCRIPTION = 'description.json';

/** Writes the pages as a built site has them, before its index. */
export function writeSite(pages: readonly IndexedPage[], folder: string, terms: readonly Term[] = []): void {
  rmSync(folder, { recursive: true, force: true });
  const told: Description['pages'] = {};
  for (const { url, blocks, ...said } of pages) {
    const path = url.replace(/^\//, '');
    told[path] = said;
    mkdirSync(join(folder, path), { recursive: true });
    const html = blocks.map(({ id, text, title }) => {
      const tag = title ? 'h1' : 'p';
      return `<${tag}${id && ` id="${id}"`}>${asHtml(text)}</${tag}>`;
    });
    const page = `<!doctype html><html lang="zh-CN"><title>${asHtml(blocks[0]?.text ?? '')}</title><main data-pagefind-body>${html.join('\n')}</main></html>`;
    writeFileSync(join(folder, path, 'index.html'), page);
  }
  writeFileSync(join(folder, 'ask.html'), '<form data-search-index data-search-first></form>');
  const description = { pages: told, fields: [...FIELDS], terms: [...terms] } satisfies Description;
  writeFileSync(join(folder, DESCRIPTION), JSON.stringify(description));
}

/** Indexes a written site as the build does: by the integration itself, with its lexicon. */
export async function indexSite(folder: string): Promise<OurSearch> {
  const { hooks } = zhSearch({ description: DESCRIPTION });
  const dir = pathToFileURL(`${resolve(folder)}/`);
  const logger = { info: () => {} } as unknown as AstroIntegrationLogger;
  await hooks['astro:build:done']?.({ dir, logger } as Parameters<NonNullable<(typeof hooks)['astro:build:done']>>[0]);
  const page = readFileSync(join(folder, 'ask.html'), 'utf8');
  const [, address = '', first = ''] = /data-search-index="\/([^"]*)" data-search-first="([^"]*)"/.exec(page) ?? [];
  const index = join(folder, address);
  const script = pathToFileURL(resolve(index, 'pagefind.js')).href;
  return {
    ...{ folder: index, first: first.split(' ') },
    open: () => openEngine(BASE, () => import(script)),
    lexicon: () => fetchJson<Lexicon>(`${BASE}lexicon.json`),
  };
}

const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
