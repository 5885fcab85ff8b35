import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spelling } from '../../../src/search/spelling.ts';
import { findTerms, termsOf, tokenize } from '../../../src/search/tokens.ts';

describe('tokenize', () => {
  it('reads Han characters one by one and other runs whole', () => {
    expect(termsOf('2019年PM2.5降了12.5%，共1,200户')).toEqual([
      '2019',
      '年',
      'pm2.5',
      '降',
      '了',
      '12.5%',
      '共',
      '1',
      '200',
      '户',
    ]);
  });
  it('says where each token stands in the text as printed', () => {
    const text = '　①“６＋１”㎡Ａ';
    for (const { start, end } of tokenize(text)) expect(text.slice(start, end)).not.toBe('');
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['①', '６', '１', '㎡Ａ']);
  });
  it('gives each term of one character that stands for several its whole', () => {
    expect(tokenize('有㏠㍻')).toEqual([
      { term: '有', start: 0, end: 1 },
      { term: '1', start: 1, end: 2 },
      { term: '日', start: 1, end: 2 },
      { term: '平', start: 2, end: 3 },
      { term: '成', start: 2, end: 3 },
    ]);
  });
  it('gives spans that are in order and inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, term } of tokenize(text)) {
          expect(term).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = start;
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('findTerms', () => {
  it('finds every place, overlapping ones too', () => {
    expect(findTerms(tokenize('人人人'), ['人', '人'])).toEqual([0, 1]);
    expect(findTerms(tokenize('两不愁、三保障'), ['愁', '三'])).toEqual([2]);
    expect(findTerms(tokenize('112人'), ['12'])).toEqual([]);
    expect(findTerms(tokenize('人'), [])).toEqual([]);
  });
});

describe('Spelling', () => {
  it('leaves nothing that Pagefind would split', () => {
    const spelling = new Spelling('');
    expect(spelling.words([['pm2.5']])).toMatch(/^[\p{L}\p{N}]+$/u);
    expect(spelling.words([['12.5%']])).not.toBe(spelling.words([['125']]));
  });
});
