import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/marks.ts';

export const UNMARKED: Words<typeof zh.UNMARKED> =
  'The words you searched for could not be marked. The story is whole; reload the page to try again.';
