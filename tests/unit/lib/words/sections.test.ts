import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SECTIONS } from '../../../../src/editing/check/words.ts';
import { faultOfWords, keysOf, ownWords } from '../../../../src/lib/words/sections.ts';

const SECTION = {
  T: { skip: '跳到正文', count: (pages: number, hits: number) => `${pages} ${hits}`, deep: { one: '一' } },
  LIST: ['甲', '乙'],
  title: (text: string) => text,
};

test('every text in an object has a key, with what it is made with', () =>
  expect(keysOf(SECTION)).toEqual([
    { key: 'T.skip', values: null },
    { key: 'T.count', values: ['pages', 'hits'] },
    { key: 'T.deep.one', values: null },
  ]));

test.each([
  ['{pages} 篇', { key: 'T.count', values: ['pages', 'hits'] }, null],
  ['{page} 篇', { key: 'T.count', values: ['pages', 'hits'] }, '没有 {page}，可以用 {pages}、{hits}'],
  ['{pages}', { key: 'T.skip', values: null }, '这里不能用 {pages}'],
  [3, { key: 'T.skip', values: null }, '应是文字'],
])('%s', (text, key, fault) => expect(faultOfWords(text, key)).toBe(fault));

describe('an archive’s own words', () => {
  const made = (own: Record<string, string>) => {
    const section = structuredClone({ T: { skip: '跳到正文', deep: { one: '一' } } }) as unknown as typeof SECTION;
    section.T.count = SECTION.T.count;
    new Function('T', ownWords(keysOf(SECTION), own))(section.T);
    return section.T;
  };
  test('stand in place of ours, the others stay', () => {
    const words = made({ 'T.count': '共 {hits} 处（{pages} 篇）', 'T.deep.one': '壹' });
    expect(words.count(2, 5)).toBe('共 5 处（2 篇）');
    expect([words.skip, words.deep.one]).toEqual(['跳到正文', '壹']);
  });
  test('are words, whatever signs they hold', () => {
    const odd = ['`$', '{process.exit(1)}` \\ {nothing} $'].join('');
    expect(made({ 'T.skip': odd }).skip).toBe(odd);
  });
});

test('every section of the words can be put in other words', () =>
  expect(SECTIONS.length).toBe(
    readdirSync('src/lib/words/zh-Hans').filter((file) => !['unit.ts', 'dates.ts', 'years.ts'].includes(file)).length,
  ));
