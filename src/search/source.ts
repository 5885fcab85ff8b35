import type { PageText } from './types.ts';

/** Pages that hold a phrase, in their text or in a field: page number → whether it stands in a title. */
export type Matches = Map<number, boolean>;

/** Where an engine looks: an index by Pagefind, or all the texts. Its answers are the same. */
export interface Source {
  /** Pages in which the terms, no wildcards, follow each other within one block. Throws where a part does not load. */
  find(terms: readonly string[]): Promise<Matches>;
  /** Pages that have the terms in the field of this number. Throws as `find` does. */
  findIn(field: number, terms: readonly string[]): Promise<Matches>;
  /** How much the pages that hold all of the phrases say of their words: page number → score. Throws as `find` does. */
  weigh(phrases: readonly (readonly string[])[]): Promise<Map<number, number>>;
  /** The text of a page. Throws where it does not load. */
  text(page: number): Promise<PageText>;
}
