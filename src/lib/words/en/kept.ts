import type { Words } from '../complete.ts';
import { plural } from '../english.ts';
import type * as zh from '../zh-Hans/kept.ts';

export const KEPT = {
  moved: (name) => `${name}: moved to a new address`,
  goTo: 'Go to the new address',
  elsewhere: 'This page',
  gone: 'This page has been withdrawn',
  goneStory: (title) => `Withdrawn: ${title}`,
  goneDescription: 'This page was published here and has been withdrawn. Its record and the reason are kept.',
  date: 'Withdrawn',
  reason: 'Reason',
  title: 'Title',
  county: 'Place',
  published: 'Published here',
  originals: 'Original',
  lasting: 'This address will not be used for anything else.',
} as const satisfies Words<typeof zh.KEPT>;

export const CORRECTIONS = {
  title: 'Corrections',
  all: 'All corrections',
  lede: (count) => `${plural(count, 'correction')}, additions and notes since publication, newest first.`,
  none: 'Nothing has been corrected since publication.',
  paragraph: 'See the paragraph',
  report: 'Report an error',
} as const satisfies Words<typeof zh.CORRECTIONS>;
