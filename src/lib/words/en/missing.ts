import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/missing.ts';

export const MISSING = {
  newer: 'This site has been updated. Please reload the page.',
  refresh: 'Reload',
  again: 'Try again',
  timeline: 'Filters did not load; the timeline can be read all the same.',
  aloud: 'Reading aloud did not load; the story can be read all the same.',
} as const satisfies Words<typeof zh.MISSING>;
