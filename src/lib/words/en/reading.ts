import type { Words } from '../complete.ts';
import { plural } from '../english.ts';
import type * as zh from '../zh-Hans/reading.ts';

export const READING = {
  evidence: 'Show sources',
  keyFigures: 'Key figures',
  next: 'Read next',
  about: 'In this story',
  people: 'People',
  practices: 'Practices',
  allFigures: (count) => `All ${plural(count, 'figure')} of this story, one by one`,
  allMilestones: (count) => `All ${plural(count, 'milestone')} of this story, one by one`,
  unsaid: (count) => `What the original does not say (${count})`,
} as const satisfies Words<typeof zh.READING>;

export const READING_STATUS = {
  progress: 'Progress of reading',
  left: (minutes) => `about ${plural(minutes, 'minute')} left`,
  almost: 'nearly done',
  wasHere: (section) => (section ? `You had come to “${section}”` : 'You had not finished'),
  resume: 'Go on from there',
  dismiss: 'From the beginning',
  close: 'Close',
  allFigures: 'All figures of this story',
} as const satisfies Words<typeof zh.READING_STATUS>;
