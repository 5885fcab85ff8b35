import { describe, expect, test } from 'vitest';
import { cureOfField, fieldsAt } from '../../../../src/lib/manuscript/known-fields.ts';
import { countySchema } from '../../../../src/lib/schema/registers.ts';
import { storySchema } from '../../../../src/lib/schema/story.ts';

describe('fields that are known', () => {
  test.each([
    [[], 'title'],
    [['source'], 'location'],
    [['source', 'bylines', 0], 'names'],
    [['milestones', 3], 'basis'],
    [['rights'], 'holder'],
  ])('of a story at %j: %s', (path, field) => expect(fieldsAt(storySchema, path)).toContain(field));

  test('of what is no fields there are none', () => {
    expect(fieldsAt(storySchema, ['title'])).toEqual([]);
    expect(fieldsAt(storySchema, ['nothing', 'at', 'all'])).toEqual([]);
  });
});

test.each([
  ['place', ['source'], 'location'],
  ['publishr', ['source'], 'publisher'],
  ['author', ['source'], 'bylines'],
  ['keywords', [], 'tags'],
])('a field %s at %j: is it %s?', (key, path, right) => {
  expect(cureOfField(key, fieldsAt(storySchema, path), new Set())).toBe(`是不是 ${right}？`);
});

test('coordinates of a unit are its centre', () => {
  expect(cureOfField('coordinates', fieldsAt(countySchema, []), new Set(['name']))).toBe('是不是 centre？');
});

test.each(['layout', 'constructor', '__proto__', 'nam'])(
  'of %s nothing is said: like no field, or like one that is written',
  (key) => {
    expect(cureOfField(key, ['name', 'role'], new Set(['name']))).toBeUndefined();
  },
);
