import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTerms, isHan, placesOf, termsOf, tokenize } from '../../../src/search/tokens.ts';

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
      '1200',
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
        const tokens = tokenize(text);
        const starts = tokens.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(tokens.filter(({ start, end, term }) => term === '' || start >= end || end > text.length)).toEqual([]);
      }),
    );
  });
});

describe('tokenize, at the edges of a run', () => {
  it.each([
    ['3.5.1', ['3.5.1']],
    ['3.年', ['3', '年']],
    ['.5', ['5']],
    ['100%%增', ['100%%', '增']],
    ['app2的3', ['app2', '的', '3']],
    ['Wi-Fi', ['wi', 'fi']],
    ['a.b汉.c', ['a.b', '汉', 'c']],
    ['\u0301\u0302年', ['年']],
    ['e\u0301té', ['été']],
    ['Ⅻ章', ['xii', '章']],
    ['共1,234,567.5%', ['共', '1234567.5%']],
    ['１，２００户', ['1200', '户']],
    ['15，300人', ['15', '300', '人']],
    ['15,300,42', ['15', '300', '42']],
    ['2019,100人', ['2019', '100', '人']],
    ['10⁴和104', ['10⁴', '和', '104']],
    ['m²、PM₂.₅', ['m2', 'pm2.5']],
    ['二○二◯年', ['二', '〇', '二', '〇', '年']],
    ['○项目', ['项', '目']],
    ['⼈⺠', ['人', '民']],
    ['葛\u{e0100}城', ['葛', '城']],
  ])('%s', (text, terms) => expect(termsOf(text)).toEqual(terms));

  it('counts a mark to the letter before it', () => {
    expect(tokenize('人e\u0301')).toEqual([
      { term: '人', start: 0, end: 1 },
      { term: 'é', start: 1, end: 3 },
    ]);
  });

  it('knows Han characters', () => {
    expect(['人', '𠮷', 'a', '3%', '。'].filter(isHan)).toEqual(['人', '𠮷']);
  });
});

describe('placesOf', () => {
  const tokens = tokenize('打赢脱贫攻坚战，脱贫之后还要守住');
  it('takes one token, or a few, for a wildcard, and ends as near as it can', () => {
    expect(placesOf(tokens, ['脱', '贫', '*', '战'])).toEqual([[2, 7]]);
    expect(placesOf(tokens, ['脱', '?', '攻'])).toEqual([[2, 5]]);
    expect(placesOf(tokens, ['?', '贫'])).toEqual([
      [2, 4],
      [7, 9],
    ]);
    expect(placesOf(tokens, ['打', '*', '守'])).toEqual([]);
  });
  it('reads a phrase of many wildcards in no time', () => {
    const many = tokenize('贫'.repeat(2000));
    expect(placesOf(many, [...Array.from({ length: 60 }, () => ['贫', '*']).flat(), '战'])).toEqual([]);
  });
});

describe('findTerms', () => {
  it('finds every place, overlapping ones too', () => {
    expect(findTerms(tokenize('人人人'), ['人', '人'])).toEqual([0, 1]);
    expect(findTerms(tokenize('两不愁、三保障'), ['愁', '三'])).toEqual([2]);
    expect(findTerms(tokenize('112人'), ['12'])).toEqual([]);
    expect(findTerms(tokenize('人'), [])).toEqual([]);
    expect(findTerms(tokenize('贫人'), ['人', '人'])).toEqual([]);
    expect(findTerms(tokenize('人'), ['人', '人'])).toEqual([]);
  });
});
