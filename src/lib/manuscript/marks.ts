import { attributesOfForm, FORMS, type FormName } from '../drawing/names.ts';

/** Inline marks that tie words to the front matter or to a register. */
export const MARKS = ['Milestone', 'Figure', 'Place', 'Practice', 'Person', 'Gap'] as const;
export type MarkName = (typeof MARKS)[number];

/** The closed set of components that an article may use, with the attributes each takes. */
export const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Milestone: ['id', 'story'],
  Figure: ['id', 'story'],
  Place: ['id'],
  Practice: ['id'],
  Person: ['id'],
  Gap: ['id'],
  Withheld: ['id'],
  Note: [],
  PullQuote: ['by'],
  Aside: ['title'],
  Background: ['title', 'issuer', 'date', 'url', 'unseen', 'notFound'],
  Verse: [],
  Table: ['caption'],
  Lang: ['code'],
  Photo: ['id'],
  Gallery: ['ids'],
  Audio: ['id'],
  Video: ['id'],
  Scan: ['id'],
  File: ['id'],
  Rights: ['licence', 'holder', 'statement'],
  ...Object.fromEntries((Object.keys(FORMS) as FormName[]).map((form) => [form, attributesOfForm(form)])),
};

/** Components that stand inside a sentence; one alone on its line is still wrapped in a paragraph. */
export const INLINE: ReadonlySet<string> = new Set([...MARKS, 'Note', 'Withheld']);

/** Plain HTML elements that carry meaning and cannot run anything. */
export const HTML: ReadonlySet<string> = new Set(['abbr', 'br', 'em', 'rp', 'rt', 'ruby', 'strong', 'sub', 'sup']);

export const isMark = (name: string | null): name is MarkName => (MARKS as readonly (string | null)[]).includes(name);
