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
  /** What is said of the page beside its text, by the id of a `Field`. */
  fields?: PageFields;
  /** Whatever the site wants to show with a result; comes back as it is. */
  card?: unknown;
  /** Ids of blocks that are found when their words are asked for, and whose words are never suggested. */
  quiet?: readonly string[];
}

/** A kind of thing that is said of pages beside their text: who wrote them, when, for which paper. */
export interface Field {
  id: string;
  /** What a reader is told of a hit in it. */
  label: string;
  /** What stands before the colon of `author:Li`; several fields may share one. */
  names: string[];
  /** A hit in it weighs as one in the title. */
  title?: boolean;
  /** It stands in the page's text as well: there it is found, and in the field only by name. */
  inText?: boolean;
  /** Each of its values is a thing of its own that the page tells of. */
  entry?: boolean;
  /** Its values have days, and are found by every date that overlaps them. */
  dated?: boolean;
}

/** One value of a field; a plain text where there is nothing else to say of it. */
export type FieldValue =
  | string
  | {
      text: string;
      /** Anchor in the page of what it is about. */
      id?: string;
      /** The first and the last day that it can mean, both included: `2019-11-01/2019-12-31`. */
      days?: string;
      /** What is shown before it and is not searched: when it was, in words. */
      before?: string;
    };

export type PageFields = Readonly<Record<string, readonly FieldValue[]>>;

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
  fields?: PageFields;
  /** Characters of the text that stand in the index as another form of theirs, each before it; none where left out. */
  forms?: string;
}

/** `catalogue.json`: all pages by column. Page numbers are positions in these lists. */
export interface Catalogue {
  /** All texts, where they are few: then they are looked through themselves, and there is no other index. */
  texts?: PageText[];
  /** Characters so common that they are spelled by their neighbours (`spelling.ts`). */
  split: string;
  /** Folders of the further indexes, relative to the first; empty up to one index' worth of pages. */
  shards: string[];
  /** Positions of the title, which comes first. */
  titles: number[];
  /** What is said of pages beside their text; none where left out. */
  fields?: Field[];
  /** Of the record of each page, the positions of what weighs as a title. */
  fieldTitles?: number[];
  dates: string[];
  /** How long each text is, in hundreds of tokens: to sort by. */
  lengths?: number[];
  facets: Record<string, Facet>;
}

export interface Facet {
  values: string[];
  /** For each value the numbers of its pages, ascending. */
  pages: number[][];
}

/** `dates.json`: the days of each dated field, packed as facets are in the catalogue. */
export type Dates = Record<string, Facet>;

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
  /** Where a page speaks of it, by path and anchor: `stories/dong-cun/#p-1`. */
  told?: string;
  /** The same as the index has it: the page's number and the anchor. */
  at?: [page: number, id: string];
}

/** `lexicon.json`: what may have been meant. */
export interface Lexicon {
  /** Each with its pinyin, without tones, a blank between syllables; the most important first. */
  words: [text: string, pinyin: string][];
  /** How many of them, the first, are names that the site gives. */
  names?: number;
  /** Numbers as texts print them, with what stands behind them: 32168 人, 9.88%. */
  numbers?: string[];
  /** Words of Latin letters that stand in the texts or beside them, in small letters. */
  letters?: string[];
  /** Characters that may be asked for and stand in the index as another form of theirs, each before it: 鄉乡縣县. */
  forms: string;
}
