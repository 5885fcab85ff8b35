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
  goneHidden:
    'This page was published here and has been withdrawn. Its title and source are no longer told; when and why it was withdrawn is.',
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
  compare: 'Compare the words before and after',
} as const satisfies Words<typeof zh.CORRECTIONS>;

export const VERSIONS = {
  title: (story) => `Changes to “${story}”`,
  lede: (count) =>
    `This story was changed ${count === 1 ? 'once' : `${count} times`} here. What changed is listed, newest first; each earlier text can be read.`,
  link: (count) => `Changed ${count === 1 ? 'once' : `${count} times`}: compare earlier texts`,
  span: (from, until) => (until ? `${from} to ${until}` : `since ${from}`),
  changed: (day) => (day ? `Changed on ${day}` : 'Latest change'),
  read: (span) => `Read the text before this change (${span})`,
  none: 'Only typesetting or words on private lives changed; they are not listed here.',
  field: { title: 'Title', summary: 'Summary', heading: 'Heading', text: '' },
  paragraph: 'Go to the paragraph',
  gone: 'Removed',
  come: 'Added',
  version: (story, span) => `${story} (as it stood ${span})`,
  old: (span) => `This is the text as it stood here ${span}. It has been changed since; please cite the present one.`,
  now: 'Read the present text',
  all: 'See what was changed',
  omitted: '[This paragraph tells of private lives and is no longer shown in earlier versions.]',
  untitled: 'Earlier text',
} as const satisfies Words<typeof zh.VERSIONS>;
