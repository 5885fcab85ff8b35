import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround } from '../../../../src/lib/text/excerpts.ts';

/** The sentence around the one place where words stand in a text. */
const around = (text: string, words: string, reach?: number) =>
  sentenceAround(text, text.indexOf(words), words.length, reach);

describe('words in their sentence', () => {
  const text = '村里通了水。 姚衡修了三条路，架了一座桥！后来呢？他走了；树还在。';

  test.each([
    ['通了水', { before: '村里', after: '。' }],
    ['三条路', { before: '姚衡修了', after: '，架了一座桥！' }],
    ['后来呢', { before: '', after: '？' }],
    ['他走了', { before: '', after: '；' }],
    ['树', { before: '', after: '还在。' }],
  ])('%s', (words, sides) => expect(around(text, words)).toEqual({ ...sides, hit: words }));

  test('to the ends of a text without a stop', () => {
    expect(around('修了三条路', '三条')).toEqual({ before: '修了', hit: '三条', after: '路' });
  });

  test('with a stop of their own', () => {
    expect(around('水通了。路修了。人回来了。', '通了。路修了')).toEqual({
      before: '水',
      hit: '通了。路修了',
      after: '。',
    });
  });

  test('with a stop before them', () => {
    expect(around('水通了。路修了。', '。路')).toEqual({ before: '水通了', hit: '。路', after: '修了。' });
  });

  test('cut on each side to what is nearest, where it is too long', () => {
    expect(around('一二三四五六七', '四', 2)).toEqual({ before: '…二三', hit: '四', after: '五六…' });
    expect(around('一二三四五六七', '四', 3)).toEqual({ before: '一二三', hit: '四', after: '五六七' });
  });

  test('has sixty characters on a side unless told otherwise', () => {
    const { before, after } = around(`${'前'.repeat(61)}中${'后'.repeat(61)}`, '中');
    expect([before, after]).toEqual([`…${'前'.repeat(60)}`, `${'后'.repeat(60)}…`]);
  });

  test('is a piece of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'水路。！ ab') }), fc.nat(20), fc.nat(5), (any, at, length) => {
        const start = Math.min(at, any.length);
        const { before, hit, after } = sentenceAround(any, start, length);
        expect(hit).toBe(any.slice(start, start + length));
        expect(any.slice(0, start).endsWith(before)).toBe(true);
        expect(any.slice(start + length).startsWith(after)).toBe(true);
        expect(before).not.toMatch(/[。！]/);
        expect(after).not.toMatch(/[。！]./);
      }),
    );
  });
});

test('marks that close a sentence go with it, before and after', () => {
  const text = '他说：“激动、紧张。”说起那天，王主任用了四个字（“决不后退！”）。后来不提。';
  const at = text.indexOf('王主任');
  expect(sentenceAround(text, at, 3)).toEqual({
    before: '说起那天，',
    hit: '王主任',
    after: '用了四个字（“决不后退！”）',
  });
  const late = text.indexOf('后来');
  expect(sentenceAround(text, late, 2)).toEqual({ before: '', hit: '后来', after: '不提。' });
});
