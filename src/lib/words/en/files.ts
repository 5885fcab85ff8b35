import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/files.ts';

export const FILES = {
  title: 'All files',
  description: 'Every file of this site with its size and SHA-256, to keep the site and to verify copies.',
  lede: 'The site consists of these static files. From this page programs such as wget and HTTrack reach all of it, the index of the search included, and a copy can be checked file by file.',
  forms: 'The same for programs; in the root folder of the site, sha256sum -c reads manifest-sha256.txt:',
  more: 'To keep the whole site: all files',
} as const satisfies Words<typeof zh.FILES>;
