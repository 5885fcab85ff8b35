import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/captions.ts';
import { many } from './unit.ts';

export const CAPTIONS = {
  sketch: 'A sketch, not a survey: it shows where places lie, and is no evidence of where any boundary runs.',
  points: `A sketch: it shows roughly where the ${many} are.`,
  provenance: (source, reviewNumber) =>
    `Boundaries: ${source}${reviewNumber ? `, map review number ${reviewNumber}` : ''}.`,
} as const satisfies Words<typeof zh.CAPTIONS>;
