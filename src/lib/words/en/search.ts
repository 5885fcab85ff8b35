import { name } from '#archive';
import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/search.ts';
import { One, one } from './unit.ts';

export const SEARCH = {
  title: 'Search',
  lede: 'Find a word, a name or a number in all stories: every place where it stands, and no other.',
  label: 'Search all stories',
  placeholder: 'word, person, place, number',
  button: 'Search',
  idle: 'Type what you are looking for. A single character will do.',
  busy: 'Searching…',
  count: (pages, hits) => `${counted.matches(hits)} in ${counted.stories(pages)}`,
  countPages: (pages) => counted.stories(pages),
  exact: 'Full matches',
  exactNote: 'Each of these contains all that you searched for (spaces and punctuation apart).',
  related: 'Related',
  relatedNote: 'No story contains the whole of it. These contain some of its words, those with most of them first.',
  suggest: 'Did you mean',
  none: 'Nothing found',
  noneNote: `Try a shorter word, or leave out the quotation marks; or browse by ${one}, year or person.`,
  narrowed: 'Nothing within the chosen limits. Take some of them away.',
  failed:
    'Part of the index could not be fetched, so the results would be incomplete and are not shown. Please check the network and try again.',
  retry: 'Try again',
  unbuilt: 'There is no index here, so nothing can be found: it is made when the site is built, not in the preview.',
  clipped: 'Your search was too long; its first 200 characters were used.',
  rewritten: (text) => `Searched for “${text}” in simplified characters.`,
  named: 'Entries',
  facets: 'Narrow down',
  toResults: (pages) => `Show ${counted.stories(pages)}`,
  facetNames: { county: One, year: 'Year', genre: 'Genre', person: 'Person', practice: 'Practice' },
  sort: 'Sort by',
  sorts: { relevance: 'Relevance', newest: 'Date, newest first', oldest: 'Date, oldest first' },
  view: 'View',
  views: { stories: 'By story', lines: 'Line by line' },
  times: (count) => counted.matches(count),
  more: 'Show more',
  otherValues: (count) => `${number(count)} more`,
  export: 'Export as CSV',
  cite: 'Copy citation',
  cited: 'Citation copied',
  exportName: `${name} search`,
  columns: ['Title', One, 'Date', 'Before', 'Match', 'After', 'Link'],
  year: (year) => year,
  unknownYear: 'Year unknown',
  help: 'How to search',
  helpLines: {
    phrase:
      'Characters in a row, whether or not a comma or a blank stands between them in the text. Spaces and punctuation are ignored.',
    words:
      'Several words, divided by spaces or punctuation: a story must contain all of them, in any order, however far apart.',
    quoted: 'Words in quotation marks, of whichever kind, are taken as a whole.',
    minus: 'The word after the minus must not occur. There is a space before the minus.',
    number: 'A number is looked for as a whole: 12 does not find 112, nor 12.5 or 12%.',
    traditional: 'Traditional characters and full-width letters and digits find the same.',
    pinyin: 'Pinyin will do: where it does not stand as it is, words that sound like it are listed.',
  },
  helpRelated:
    '“Full matches” contain every character that you searched for. Only where there are none are “related” stories listed, which contain some of the words.',
  helpKeys:
    'Keyboard: / goes to the search box, ↑ and ↓ move between results, Enter opens one, Esc goes back to the box.',
  browse: 'Browse',
  noScript: 'Searching the texts needs a browser that runs scripts. Without them, start from the lists below.',
  byYear: 'By year',
  yearsLede: 'Some years are inferred from the text; see “Title and source” under each story.',
  marks: 'What you searched for',
  previousMark: 'Previous',
  nextMark: 'Next',
  clearMarks: 'Clear',
  markCount: (at, all) => `${number(at)} of ${number(all)}`,
} as const satisfies Words<typeof zh.SEARCH>;
