import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/selection.ts';

export const SELECTION = {
  add: 'Add to my selection',
  remove: 'Take out of my selection',
  drop: (title) => `Take “${title}” out of my selection`,
  tick: (title) => `Choose “${title}”`,
  title: 'My selection',
  lede: 'It is kept in this browser alone; where nothing is chosen, all results are exported. ',
  chosen: (count) => `${count} chosen`,
  none: 'Nothing chosen: all results are exported',
  clear: 'Empty it',
  list: 'What is chosen',
  forms: { csv: 'CSV', ris: 'RIS', bib: 'BibTeX', json: 'CSL-JSON', txt: 'GB/T 7714' },
  export: 'Export',
  busy: 'Fetching the records …',
  done: (count) => `Records exported: ${count}`,
  gone: (count) => `; no longer on the site: ${count}`,
  failed: 'They could not be fetched; please try again later',
  file: 'records',
  columns: [
    'Title',
    'Address',
    'Headline',
    'Newspaper',
    'Byline',
    'Date (EDTF)',
    'Reference',
    'Reference of the original',
  ],
} as const satisfies Words<typeof zh.SELECTION>;
