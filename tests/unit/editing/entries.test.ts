import { describe, expect, test } from 'vitest';
import { entriesOnSite } from '../../../src/editing/entries.ts';
import type { StoryData } from '../../../src/lib/schema/story.ts';

const PLACES = [
  { id: 'town' },
  { id: 'village', parent: 'town', private: true },
  { id: 'group', parent: 'village' },
  { id: 'far-town' },
  { id: 'far-village', parent: 'far-town', private: true },
];

/** Places on the site when a story speaks of these. */
function onSite(places: string[], milestonePlace?: string): string[] {
  const story = {
    county: 'dong-he',
    counties: [],
    places,
    practices: [],
    people: [],
    tags: [],
    authors: [],
    source: { bylines: [] },
    sources: [],
    milestones: milestonePlace ? [{ place: milestonePlace }] : [],
  } as unknown as StoryData;
  const none = { counties: [], practices: [], series: [], tags: [], authors: [], people: [] };
  return [...entriesOnSite({ ...none, places: [{ id: 'dong-he', places: PLACES }] }, [story]).places].sort();
}

describe('a private place', () => {
  test('is not on the site, nor what lies in it', () => {
    expect(onSite(['town', 'village', 'group'])).toEqual(['town']);
  });
  test('brings nothing that it lies in', () => expect(onSite(['far-village'])).toEqual([]));
  test('is not brought by a milestone', () => expect(onSite([], 'village')).toEqual([]));
});
