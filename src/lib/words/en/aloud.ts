import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/aloud.ts';

export const ALOUD = {
  start: 'Read to me',
  bar: 'Reading aloud',
  pause: 'Pause',
  resume: 'Go on',
  back: 'Sentence before',
  forward: 'Next sentence',
  speed: 'Speed',
  stop: 'Stop',
  over: 'That was all.',
} satisfies Words<typeof zh.ALOUD>;

export const SPEEDS = {
  slow: 'slow',
  normal: 'normal',
  fast: 'fast',
  faster: 'very fast',
} satisfies Words<typeof zh.SPEEDS>;
