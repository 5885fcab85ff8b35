import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { LINE, readBlocks } from '../text-blocks.ts';
import type { IndexedBlock } from '../types.ts';

/** A built page that has something to search. */
export interface ReadPage {
  /** Relative to the folder, as it is linked to: `stories/dong-cun/`. */
  path: string;
  blocks: IndexedBlock[];
  /** What elements with `data-search-field` say, by the field that they name. */
  fields: Record<string, { text: string; id: string }[]>;
}

/** Reads all pages of a built site that carry `data-pagefind-body`, in sorted order. */
export function readPages(folder: string): ReadPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort()
    .flatMap((path) => {
      const html = readFileSync(join(folder, path), 'utf8');
      if (!html.includes('data-pagefind-body')) return [];
      return [{ path: path.replace(/(^|\/)index\.html$/, '$1'), blocks: readHtml(html), fields: readFields(html) }];
    });
}

/** The blocks of one page, with their blanks made plain; a line's end is one. */
export function readHtml(html: string): IndexedBlock[] {
  return readBlocks(parseHTML(html).document as unknown as ParentNode).map(({ id, element, text }) => ({
    id,
    text: text.replace(/\s+/g, (blanks) => (blanks.includes(LINE) ? '\n' : ' ')).trim(),
    ...(element === 'h1' ? { title: true } : {}),
  }));
}

/** Parts of a page that are no text of its own, each as a value of the field that it names. */
export function readFields(html: string): ReadPage['fields'] {
  const fields: ReadPage['fields'] = {};
  if (!html.includes('data-search-field')) return fields;
  for (const element of parseHTML(html).document.querySelectorAll('[data-search-field]')) {
    const name = element.getAttribute('data-search-field') ?? '';
    const value = { text: element.textContent.replace(/\s+/g, ' ').trim(), id: element.closest('[id]')?.id ?? '' };
    if (name && value.text) fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}
