import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/offline.ts';

/** One page is kept, 2 pages are kept. */
const keptPages = (count: number) => `${counted.pages(count)} ${count === 1 ? 'is' : 'are'} kept`;

export const OFFLINE = {
  title: 'Reading offline',
  lede: 'Without a network, the stories you have read and the search still work.',
  how: 'After your first visit, your browser keeps the search and every page you read. When the site is updated, what is kept is replaced as a whole, so that old and new never mix. To keep every story on this device, choose “Save everything”.',
  where:
    'It is kept in the browser of this device alone and holds nothing about you. Clearing the browser’s site data removes it too.',
  media:
    'Of each photograph and scanned page one size is kept, enough for a phone. Recordings, full-size pictures and documents are not kept and need a network; the transcripts are kept with their stories.',
  none: 'Offline reading is switched off on this site; no page is kept on your device.',
  noScript: 'Offline reading needs a browser that runs scripts.',
  unable: 'This browser cannot keep pages, or is browsing privately. With a network, all is as usual.',
  preparing: 'Preparing to read offline…',
  missing: 'There is no network, and this page is not kept on this device. These can be read:',
  again: 'Try again',
  state: (kept, pages) => `${keptPages(kept)} on this device, of the ${counted.pages(pages)} of this site.`,
  whole: (pages, stories) =>
    `The whole site is kept on this device: ${counted.pages(pages)}, ${counted.stories(stories)} and the search.`,
  off: 'Offline reading is off; no page is kept on this device.',
  save: (transfer) => `Save everything for reading offline (about ${transfer} to download)`,
  ask: (stories, transfer, stored) =>
    `The site has ${counted.stories(stories)}: about ${transfer} to download, and about ${stored} of space. Save them?`,
  yes: 'Save',
  no: 'Do not save',
  saving: 'Saving…',
  progress: 'Saved so far',
  stop: 'Stop',
  stopped: (kept) => `Stopped: ${keptPages(kept)}. Choose “Save everything” to go on.`,
  failed: {
    unreached: (kept) => `The network is gone: ${keptPages(kept)}. Once it is back, choose “Save everything” to go on.`,
    full: (kept) =>
      `This device has no more space, or does not let this site use it: ${keptPages(kept)} and can be read offline.`,
    replaced: () => 'This site has been updated. Please reload the page, then choose “Save everything”.',
  },
  remove: 'Switch offline reading off and delete what is kept',
  turnOn: 'Switch offline reading on',
  list: 'Kept on this device',
  stories: 'Stories',
  others: 'Other pages',
  more: (count) => `and ${number(count)} more`,
} as const satisfies Words<typeof zh.OFFLINE>;
