import { describe, expect, test } from 'vitest';
import { citeSource, dateText, documentCode, namesText } from '../../../../src/lib/citation/gbt7714.ts';
import { SOURCE_KINDS } from '../../../../src/lib/schema/source-kinds.ts';
import { SOURCES_BY_KIND, source } from './made-sources.ts';

describe('a source as a reference', () => {
  test.each([
    ['newspaper', '甲一．水来了［N］．试报，1998-07-02（3）．'],
    ['journal', '甲一，乙二，丙三，等．水利十年［J］．水利学刊，1988，12（3）：18-25．'],
    ['webpage', '校庆公告［EB/OL］．某校网站，（2024-05-01）［2026-11-01］．https://example.org/a．'],
    ['broadcast', '抗洪特别节目［Z］．早间新闻，某县广播站，1998-07-02．'],
    ['interview', '陈大．陈大访谈［Z］．林小，陈家祠堂，2019-04．'],
    ['letter', '陈某．致林某信［A］．某市档案馆，1962-03-04：12 3-7．'],
    ['book', '甲一．河志［M］．乙二，译．第 2 版．福州：试验出版社，1987：12-18．'],
    ['thesis', '甲一．一条河［D］．厦门：某大学，2003．'],
    ['report', '水文年报［R］．88-2．某水文站，1988．'],
    ['document', '关于修堤的批复［A］．某县档案馆，1962-03-04：1 4-22．'],
    ['photograph', '甲一．决口［A］．某校校史室，1962-03-04．'],
    ['film', '修堤［Z］．某电影队，1975．'],
    ['recording', '陈大．号子［Z］．［1981］．'],
    ['inscription', '重修石桥记［Z］．石桥东头，1782．'],
    ['genealogy', '陈氏族谱［M］．卷三．某堂，1919．'],
    ['map', '县境图［CM］．某测量队，1936．1:50000．'],
    ['other', '账本［A］．某户．'],
  ])('%s', (kind, reference) => {
    expect(citeSource(SOURCES_BY_KIND[kind] ?? source('other'))).toBe(reference);
  });

  test('of every kind there is', () => {
    expect(Object.keys(SOURCES_BY_KIND)).toEqual([...SOURCE_KINDS]);
  });

  test('of a chapter names the book in which it stands', () => {
    const chapter = source('book', { headline: '堤', container: '河志', publisher: '试验出版社', date: '1987' });
    expect(citeSource(chapter)).toBe('堤［M］//河志．试验出版社，1987．');
  });

  test('that can be looked at online says so', () => {
    const scan = source('book', { headline: '河志', url: 'https://example.org/b', accessed: '2026-11-02' });
    expect(citeSource(scan)).toBe('河志［M/OL］．1962-03-04［2026-11-02］．https://example.org/b．');
    expect(citeSource(source('journal', { headline: '题', doi: '10.1000/182' }))).toMatch(/．DOI：10\.1000\/182．$/);
  });

  test('without anything known is still one', () => {
    expect(citeSource(source('other', { date: null }))).toBe('无题［Z］．');
    expect(citeSource(source('letter'))).toBe('信［Z］．1962-03-04．');
  });
});

test.each([
  ['1962-03-04', 'stated', '1962-03-04'],
  ['1962', 'inferred', '［1962］'],
  ['1962?', 'stated', '［1962］'],
  ['1962/1963', 'stated', '1962—1963'],
  ['1962/..', 'stated', '［1962］'],
] as const)('the date %s, %s', (date, dateBasis, text) => {
  expect(dateText({ date, dateBasis })).toBe(text);
});

test('words that are printed stand in place of the months they are coded by', () => {
  const date = '2019-11/2019-12';
  expect(dateText({ date, dateBasis: 'stated', printed: '2019 年底' })).toBe('2019 年底');
  expect(dateText({ date: '2019?-11/2019?-12', dateBasis: 'inferred', printed: '年底' })).toBe('［2019 年底］');
  expect(dateText({ date: '2020-10-15', dateBasis: 'stated', printed: '2020 年 10 月 15 日更新' })).toBe('2020-10-15');
});

test('a page whose date is inferred says so', () => {
  const page = source('webpage', { headline: '公告', date: '2013?-07', dateBasis: 'inferred', ground: '上文' });
  expect(citeSource(page)).toBe('公告［EB/OL］．（［2013-07］）．');
});

test('an archive’s own kind is any other document', () => {
  expect(documentCode({ kind: 'diary' })).toBe('Z');
  expect(namesText(['甲', '乙', '丙'])).toBe('甲，乙，丙');
});
