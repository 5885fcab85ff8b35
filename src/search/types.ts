/** What the build writes and the browser reads. All of it is plain JSON. */

/** A page as the site hands it to the index. */
export interface IndexedPage {
  /** Address as it will be linked to; unique. */
  url: string;
  /** What is searched, in order: title, headings, paragraphs, list items, captions. */
  blocks: readonly IndexedBlock[];
  /** By what results are narrowed: `{ county: ['qingtan'], year: ['2008'] }`. */
  facets?: Readonly<Record<string, readonly string[]>>;
  /** Sorts as text: `2020-12`. Empty where nothing is known. */
  date?: string;
  /** Whatever the site wants to show with a result; comes back as it is. */
  card?: unknown;
  /** Ids of blocks that are found when their words are asked for, and whose words are never suggested. */
  quiet?: readonly string[];
}

export interface IndexedBlock {
  /** Anchor in the page; empty where it has none. */
  id: string;
  text: string;
  /** A match here weighs more. */
  title?: boolean;
}

/** A page's text as it comes back for display. */
export interface PageText {
  url: string;
  card: unknown;
  blocks: IndexedBlock[];
  /** Characters of the text that stand in the index as another form of theirs, each before it; none where left out. */
  forms?: string;
}

/** `catalogue.json`: all pages by column. Page numbers are positions in these lists. */
export interface Catalogue {
  /** Characters so common that they are spelled by their neighbours (`spelling.ts`). */
  split: string;
  /** Folders of the further indexes, relative to the first; empty up to one index' worth of pages. */
  shards: string[];
  /** Positions of the title, which comes first. */
  titles: number[];
  dates: string[];
  facets: Record<string, Facet>;
}

export interface Facet {
  values: string[];
  /** For each value the numbers of its pages, ascending. */
  pages: number[][];
}

/** A name that the site knows: a place, a person, a practice. */
export interface Term {
  text: string;
  /** Other forms of it. */
  also?: string[];
  /** What the site calls this kind of name, and its id among them: the name and value of its facet. */
  kind?: string;
  id?: string;
  /** Where it is told about. */
  href?: string;
}

/** `lexicon.json`: what may have been meant. */
export interface Lexicon {
  /** Each with its pinyin, without tones, a blank between syllables; the most important first. */
  words: [text: string, pinyin: string][];
  /** Characters that may be asked for and stand in the index as another form of theirs, each before it: 鄉乡縣县. */
  forms: string;
}
