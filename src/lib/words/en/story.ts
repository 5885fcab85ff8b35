import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/story.ts';

export const UNKNOWN = {
  byline: '[author not stated]',
  date: '[date not stated]',
  fact: 'not stated',
  gap: '[part of the original is missing here]',
} as const satisfies Words<typeof zh.UNKNOWN>;

export const SOURCE_CARD = {
  dateNote: 'How it is dated',
  published: 'On this site',
  days: (published, updated) => (updated ? `${published}, revised ${updated}` : published),
  gaps: 'Missing from the original',
  corrections: 'Corrections and additions',
  removed: 'The paragraph that the link names was removed in a revision.',
} as const satisfies Words<typeof zh.SOURCE_CARD>;

export const STORY_END = {
  unsaid: 'What the original does not say',
  terms: 'Terms of the original',
  voice: (nature) => `Source: ${nature}. `,
  unchecked: (original) => `The figures are those of ${original}; we have not checked them.`,
} as const satisfies Words<typeof zh.STORY_END>;

export const WITHHELD = {
  reason: 'Name withheld at the request of the person concerned',
} as const satisfies Words<typeof zh.WITHHELD>;

export const ESSAY = {
  title: 'What this rests on',
  note: 'An essay of this site. Its numbers and events come from the stories below; each leads to the sentence that states it.',
  credit: (stories) => `from ${stories} stories of this site`,
  published: (day) => `published ${day}`,
  about: 'About',
  related: 'Related',
} as const satisfies Words<typeof zh.ESSAY>;

export const CORRECTION_KINDS = { 更正: 'Correction', 补充: 'Addition', 说明: 'Note' } as const satisfies Words<
  typeof zh.CORRECTION_KINDS
>;
