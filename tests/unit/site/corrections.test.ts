import { expect, test } from 'vitest';
import { isListed } from '../../../src/site/corrections.ts';
import type { Story } from '../../../src/site/model.ts';

const story = {
  paragraphs: [
    { id: 'p-1', isPrivate: false },
    { id: 'p-2', isPrivate: true },
  ],
} as unknown as Story;
const of = (paragraph?: string) =>
  ({ date: '2026-01-01', kind: '更正', text: '改正一处', ...(paragraph ? { paragraph } : {}) }) as const;

test('no list tells of a correction in a paragraph of private people', () => {
  expect([of(), of('p-1'), of('p-2'), of('p-3')].map((one) => isListed(story, one))).toEqual([true, true, false, true]);
});
