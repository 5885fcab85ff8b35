import { describe, expect, test } from 'vitest';
import { cslDate, sourceToCsl, storyToCsl } from '../../../../src/lib/citation/csl.ts';
import { CSL_DATE_VARIABLES, CSL_NAME_VARIABLES, CSL_TEXT_VARIABLES, CSL_TYPES } from './csl-names.ts';
import { SOURCES_BY_KIND, source } from './made-sources.ts';

/** What of a record CSL does not know, or has as something else. */
const faultsOf = (item: object): string[] =>
  Object.entries(item)
    .filter(([name, value]) => {
      if (name === 'type') return !CSL_TYPES.includes(value);
      if (CSL_NAME_VARIABLES.includes(name))
        return !value.every((one: object) => JSON.stringify(Object.keys(one)) === '["literal"]');
      if (CSL_DATE_VARIABLES.includes(name)) return typeof value !== 'object';
      return !CSL_TEXT_VARIABLES.includes(name) || typeof value !== 'string' || value === '';
    })
    .map(([name]) => name);

const STORY = { slug: 'a', title: '两封信', text: 'retold', published: '2026-12-01', authors: [{ name: '林小' }] };
const PAGE = { url: 'https://example.org/stories/a/', site: '试验档案', language: 'zh-Hans', rights: '公有领域' };

describe('every kind of source is an item of CSL', () => {
  test.each(Object.entries(SOURCES_BY_KIND))('%s', (_, one) => {
    expect(faultsOf(sourceToCsl(one, 'a'))).toEqual([]);
    for (const text of ['retold', 'full', 'summary', 'transcript'])
      expect(faultsOf(storyToCsl({ ...STORY, text, source: one }, PAGE))).toEqual([]);
  });

  test.each([
    ['newspaper', 'article-newspaper'],
    ['journal', 'article-journal'],
    ['letter', 'personal_communication'],
    ['interview', 'interview'],
    ['film', 'motion_picture'],
    ['photograph', 'graphic'],
    ['diary', 'document'],
  ])('%s is %s', (kind, type) => {
    const made = SOURCES_BY_KIND[kind] ?? { ...source('other'), kind };
    expect(sourceToCsl(made, 'a').type).toBe(type);
  });
});

test('a letter is from somebody to somebody, and is kept somewhere', () => {
  expect(sourceToCsl(SOURCES_BY_KIND.letter ?? source('letter'), 'a')).toEqual({
    id: 'a',
    type: 'personal_communication',
    title: '致林某信',
    author: [{ literal: '陈某' }],
    recipient: [{ literal: '林某' }],
    issued: { 'date-parts': [[1962, 3, 4]] },
    archive: '某市档案馆',
    archive_collection: '12',
    archive_location: '3-7',
  });
});

describe('a story', () => {
  const paper = SOURCES_BY_KIND.newspaper ?? source('newspaper');

  test('that is retold is by whoever wrote it here, with its original beside it', () => {
    expect(storyToCsl({ ...STORY, source: paper }, PAGE)).toEqual({
      id: 'a',
      type: 'article-newspaper',
      title: '两封信',
      author: [{ literal: '林小' }],
      'container-title': '试验档案',
      issued: { 'date-parts': [[2026, 12, 1]] },
      'original-title': '水来了',
      'original-author': [{ literal: '甲一' }],
      'original-publisher': '试报',
      'original-date': { 'date-parts': [[1998, 7, 2]] },
      URL: PAGE.url,
      language: 'zh-Hans',
      note: '公有领域',
    });
    expect(storyToCsl({ ...STORY, source: SOURCES_BY_KIND.letter ?? paper }, PAGE).type).toBe('webpage');
  });

  test('in the source’s own words is by its author', () => {
    const item = storyToCsl({ ...STORY, text: 'full', source: paper }, PAGE);
    expect(item.author).toEqual([{ literal: '甲一' }]);
    expect(item).not.toHaveProperty('original-author');
  });
});

test.each([
  ['1998-07-02', 'stated', { 'date-parts': [[1998, 7, 2]] }],
  ['1998-07', 'inferred', { 'date-parts': [[1998, 7]], circa: true }],
  ['1998?/1999', 'stated', { 'date-parts': [[1998], [1999]], circa: true }],
  ['-0500', 'stated', { 'date-parts': [[-500]] }],
  ['18XX', 'stated', { literal: '18XX' }],
  ['1998/..', 'stated', { literal: '1998/..' }],
] as const)('the date %s, %s', (date, dateBasis, csl) => {
  expect(cslDate({ date, dateBasis })).toEqual(csl);
});

test('an essay is a page; where nobody is named, the site is its author', () => {
  const essay = { ...STORY, text: null, source: null, authors: [] };
  expect(storyToCsl(essay, PAGE)).toMatchObject({ type: 'webpage', author: [{ literal: PAGE.site }] });
  expect(storyToCsl({ ...essay, authors: [{ name: '甲一' }] }, PAGE).author).toEqual([{ literal: '甲一' }]);
  expect(faultsOf(storyToCsl(essay, PAGE))).toEqual([]);
});

test('words that are printed stand in place of the months they are coded by', () => {
  const date = '2019-11/2019-12';
  expect(cslDate({ date, dateBasis: 'stated', printed: '2019 年底' })).toEqual({ literal: '2019 年底' });
  expect(cslDate({ date, dateBasis: 'inferred', printed: '年底' })).toEqual({ literal: '2019 年底', circa: true });
});
