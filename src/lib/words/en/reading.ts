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
  allFigures: (count) => `All figures of this story (${count}), one by one`,
  allMilestones: (count) => `All milestones of this story (${count}), one by one`,
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
  undated: 'no date given',
  allFigures: 'All figures of this story',
} as const satisfies Words<typeof zh.READING_STATUS>;
