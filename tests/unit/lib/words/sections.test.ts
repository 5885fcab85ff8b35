import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SECTIONS } from '../../../../src/editing/check/words.ts';
import { faultOfWords, keysOf } from '../../../../src/lib/words/sections.ts';

const SECTION = {
  T: { skip: '跳到正文', count: (pages: number, hits: number) => `${pages} ${hits}`, deep: { one: '一' } },
  LIST: ['甲', '乙'],
  title: (text: string) => text,
};

test('every text in an object has a key, with what it is made with', () =>
  expect(keysOf(SECTION)).toEqual([
    { key: 'T.skip', values: null, text: '跳到正文' },
    { key: 'T.count', values: ['pages', 'hits'], text: '{pages} {hits}' },
    { key: 'T.deep.one', values: null, text: '一' },
  ]));

test.each([
  ['{pages} 篇', { key: 'T.count', values: ['pages', 'hits'] }, null],
  ['{page} 篇', { key: 'T.count', values: ['pages', 'hits'] }, '没有 {page}，可以用 {pages}、{hits}'],
  ['{pages}', { key: 'T.skip', values: null }, '这里不能用 {pages}'],
  [3, { key: 'T.skip', values: null }, '应是文字'],
])('%s', (text, key, fault) => expect(faultOfWords(text, { ...key, text: '' })).toBe(fault));

test('every section of the words can be put in other words', () =>
  expect(SECTIONS.length).toBe(
    readdirSync('src/lib/words/zh-Hans').filter((file) => !['unit.ts', 'dates.ts', 'years.ts'].includes(file)).length,
  ));
