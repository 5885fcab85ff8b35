import { describe, expect, test } from 'vitest';
import {
  countyOfPlaces,
  isEntryFile,
  REGISTERS,
  registerAt,
  registerLike,
  registerOf,
} from '../../../../src/lib/schema/register-table.ts';

const PLACES = {
  'counties/jianan.yaml': 'counties',
  'places/jianan.yaml': 'places',
  'places/jianan/east-village.yaml': 'places',
  // A county may be called as a register is.
  'places/people/east-village.yaml': 'places',
  'practices/two-books.mdx': 'practices',
  'people.yaml': 'people',
  'people/yao-heng.yaml': 'people',
  'front.yaml': 'front',
  'comparisons.yaml': 'comparisons',
} as const;

describe('a register', () => {
  test.each(Object.entries(PLACES))('is known by its place: %s', (path, kind) => {
    expect(registerAt(path)).toBe(kind);
    expect(registerLike(path)).toBe(kind);
    if (!path.startsWith('places/people/')) expect(registerLike(`/home/li/content/${path}`)).toBe(kind);
    expect(registerAt(`content/${path}`)).toBeUndefined();
  });

  test('knows a file of one entry from a list', () => {
    expect(Object.keys(PLACES).filter(isEntryFile)).toEqual([
      'places/jianan/east-village.yaml',
      'places/people/east-village.yaml',
      'people/yao-heng.yaml',
    ]);
    expect(['places/jianan.yaml', 'places/jianan/east-village.yaml'].map(countyOfPlaces)).toEqual(['jianan', 'jianan']);
  });

  test.each([
    'stories/jianan/a.mdx',
    'people/jianan/a.yaml',
    'places/jianan/east/a.yaml',
    'counties/a/b.yaml',
    'counties/.yaml/',
    'counties/jianan.yaml.bak',
    'counties/jianan.mdx',
    'counties/jiananyaml',
    'counties',
    'my-people.yaml',
    'people-yaml',
    'people.yaml~',
    'my-counties/jianan.yaml',
  ])('is nothing else: %s', (path) => {
    expect(registerAt(path)).toBeUndefined();
    expect(registerLike(path)).toBeUndefined();
  });

  test.each([
    ['code: "411003"', 'counties'],
    ['name: 建安\ncentre: [1, 2]', 'counties'],
    ['province: 河南', 'counties'],
    ['prefecture : 许昌', 'counties'],
    ['places:\n  - { id: a }', 'places'],
    ['# 人物\npeople:\n', 'people'],
    ['lead: a', 'front'],
    ['columns  : []', 'front'],
    ['comparisons: []', 'comparisons'],
  ])('lying loose is known by its fields: %j', (text, kind) => expect(registerOf(text)).toBe(kind));

  test.each([
    'title: 一个春天',
    'a: { people: 1 }',
    '  people: []',
    'mypeople: []',
    'peoples: []',
    '# lead 一句',
    'places 一',
    'zipcode: 1',
    'barcode: 1',
    'mislead: 1',
    'my-comparisons: 1',
    '',
  ])('is not seen in a text that has none of its fields: %j', (text) => expect(registerOf(text)).toBeUndefined());

  test('refuses what does not fit it', () => {
    for (const { schema } of Object.values(REGISTERS)) expect(schema.safeParse([]).success).toBe(false);
    expect(REGISTERS.people.schema.safeParse({ people: [] }).success).toBe(true);
  });
});
