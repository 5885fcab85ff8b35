import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/citing.ts';

export const CITING = {
  forms: 'Other forms',
  accessed: 'day of access',
  styles: {
    'gbt7714-2025': 'GB/T 7714—2025',
    'gbt7714-2015': 'GB/T 7714—2015',
    apa: 'APA',
    chicago: 'Chicago',
  },
  names: { txt: 'APA, Chicago …', bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' },
  choose: 'Form of the citation',
  copy: 'Copy the citation',
  copied: 'Copied',
  failed: 'It could not be fetched; please try again later',
  refused: 'The browser does not allow it; please mark the text and copy it',
  untitled: (words) => `[${words.replace(/^\[|\]$/g, '')}]`,
  date: (edtf) => `Date (EDTF): ${edtf}`,
} as const satisfies Words<typeof zh.CITING>;
