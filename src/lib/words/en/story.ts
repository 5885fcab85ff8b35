import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/story.ts';

export const UNKNOWN = {
  publisher: '[publisher not stated]',
  headline: '[headline not stated]',
  byline: '[author not stated]',
  date: '[date not stated]',
  gap: '[part of the original is missing here]',
} as const satisfies Words<typeof zh.UNKNOWN>;

export const SOURCE_CARD = {
  retold: 'Retold from the original report: facts and figures follow the source, the sentences are ours.',
  full: 'The original, published with permission.',
  headline: 'Original title',
  publisher: 'Published by',
  byline: 'Author',
  date: 'Date of publication',
  dateNote: 'How it is dated',
  note: 'The original',
  published: 'On this site',
  days: (published, updated) => (updated ? `${published}, revised ${updated}` : published),
  gaps: 'Missing from the original',
  captions: 'Captions of the original',
  corrections: 'Corrections and additions',
  removed: 'The paragraph that the link names was removed in a revision.',
} as const satisfies Words<typeof zh.SOURCE_CARD>;

export const WITHHELD = {
  reason: 'Name withheld at the request of the person concerned',
} as const satisfies Words<typeof zh.WITHHELD>;

export const LOST_PARAGRAPH: Words<typeof zh.LOST_PARAGRAPH> =
  'The paragraph that the link names has since been changed; please read from the beginning.';

export const CORRECTION_KINDS = { 更正: 'Correction', 补充: 'Addition', 说明: 'Note' } as const satisfies Words<
  typeof zh.CORRECTION_KINDS
>;
