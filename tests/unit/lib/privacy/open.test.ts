import { expect, test } from 'vitest';
import { isOpen, privatePlaces } from '../../../../src/lib/privacy/open.ts';

test('what says nothing is open', () => {
  expect([{}, { private: false }, { private: true }].map(isOpen)).toEqual([true, true, false]);
});

test('what lies in a private place is private, however deep and in whatever order', () => {
  const places = [
    { id: 'group', parent: 'village' },
    { id: 'village', parent: 'town', private: true },
    { id: 'house', parent: 'group' },
    { id: 'town' },
    { id: 'other', parent: 'town' },
  ];
  expect([...privatePlaces(places)].sort()).toEqual(['group', 'house', 'village']);
});

test('a round of places ends', () => {
  const round = [
    { id: 'a', parent: 'b', private: true },
    { id: 'b', parent: 'a' },
  ];
  expect([...privatePlaces(round)].sort()).toEqual(['a', 'b']);
});
