import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/prose.ts';

export const PROSE: Words<typeof zh.PROSE> = {
  table: (number) => `Table ${number}`,
  notes: 'Notes',
  backToText: 'Back to the text, note {reference}',
};
