import { expect, test } from 'vitest';
import { findIdleKeys } from '../../../../src/editing/check/keys.ts';
import type { StoryData } from '../../../../src/lib/schema/story.ts';

const story = (milestones: object[]) => ({ milestones }) as unknown as StoryData;
const asked = (milestones: object[]) =>
  findIdleKeys(story(milestones), (path) => ({ line: Number(path[1]) + 1, column: 1 })).map(({ line }) => line);

test('a choice of at most five is one; the first beyond them is asked about', () => {
  const keys = Array.from({ length: 6 }, (_, i) => ({ id: `m${i}`, key: true }));
  expect(asked(keys.slice(1))).toEqual([]);
  expect(asked(keys)).toEqual([6]);
  expect(asked([])).toEqual([]);
});

test('what is private cannot be shown first', () => {
  expect(asked([{ id: 'a' }, { id: 'b', private: true }, { id: 'c', key: true, private: true }])).toEqual([3]);
});
