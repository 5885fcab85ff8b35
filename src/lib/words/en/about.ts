import type { Words } from '../complete.ts';
import { counted } from '../english.ts';
import type * as zh from '../zh-Hans/about.ts';
import { one } from './unit.ts';

export const ABOUT = {
  title: 'About',
  description:
    'What this archive is, how dates and figures are checked, how it may be used again, how to report an error or ask to stay unnamed.',
  what: 'What is here',
  whatText: (name, stories, units, period) =>
    `${name} holds ${counted.stories(stories)}${units ? ` about ${units}` : ''}${period ? `, of the years ${period}` : ''}. “Title and source” under each story says where it comes from; what is not known is said not to be known.`,
  dates: 'How dates are given',
  datesText:
    'Dates are as exact as the original: where it gives a day, a day is given; where it gives a year alone, the year alone; where it says “at the end of the year”, so do we. Of what we inferred it is said whether it is the year, the month or the day, and on what grounds. “Recently” and “for days on end” are no dates: they stand at the end of the timeline, and on no axis.',
  figures: 'How figures are checked',
  figuresText: `Underlined figures are tied to the table of their story. Whenever the site is built, the program compares those in the text with those in the table, and stops at the first that differs. From any line of “Figures in this story”, “Milestones in this story” or the page of a ${one}, you can go back to the sentence that states it.`,
  maps: 'Maps',
  reuse: 'Using it again',
  none: 'No licence is given for the texts and data of this site; please ask us before you use them again.',
  engine: 'The program is published under the MIT licence.',
  others:
    'Software by others that is sent to your browser with our pages is listed under “Licences”, with the text of each licence.',
  privacy:
    'This site keeps no statistics, sets no cookie and asks nothing of any other site. Your reading settings and how far you have read stay in your own browser, and can be turned off there.',
  privacyTiles:
    'This site keeps no statistics, sets no cookie and, but for the base map, asks nothing of any other site. Your reading settings and how far you have read stay in your own browser, and can be turned off there.',
  publisher: (name) => `This site is run by ${name}.`,
  contact: 'Reporting an error, staying unnamed',
  contactText:
    'If you find a mistake in a word, a number or a fact, or are written about and would rather not be named, please tell us, with the title of the story and the link to the paragraph (the “¶” at its end).',
  contactAddress: 'Write to:',
  contactNone: 'Whoever runs this site has not given an address yet.',
  corrections:
    'Errors that are confirmed are corrected in public, at the end of the story. Names of those who ask to stay unnamed are, once checked, removed from pages, search and data alike.',
} as const satisfies Words<typeof zh.ABOUT>;
