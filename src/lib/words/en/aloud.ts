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
  failed: 'Reading aloud did not load; the story can be read all the same.',
  over: 'That was all.',
} satisfies Words<typeof zh.ALOUD>;

export const SPEEDS = [
  { value: 0.75, label: 'slow' },
  { value: 1, label: 'normal' },
  { value: 1.25, label: 'fast' },
  { value: 1.5, label: 'very fast' },
] as const satisfies readonly { value: number; label: string }[];
