import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, sortableDay, timeOf, yearOf } from '../../../../src/lib/dates/days.ts';
import {
  bounds,
  compareDates,
  datePrecision,
  edtfProblem,
  formatDate,
  formatDateShort,
  htmlDatetime,
  yearSpan,
} from '../../../../src/lib/dates/edtf.ts';
import { headingText, stretchShort } from '../../../../src/lib/dates/eras.ts';
import { headingsOf, stretchAt, stretchOf } from '../../../../src/lib/dates/stretches.ts';
import { edtfDate } from './made-dates.ts';

describe('a date of any time', () => {
  test.each([
    // text, first and last day, precision, in full, for a margin
    ['0960', '0960-01-01', '0960-12-31', 'year', '960 年', '960'],
    ['0960-02-04', '0960-02-04', '0960-02-04', 'day', '960 年 2 月 4 日', '960.2.4'],
    ['0004-02-29', '0004-02-29', '0004-02-29', 'day', '公元 4 年 2 月 29 日', '公元 4.2.29'],
    ['0025', '0025-01-01', '0025-12-31', 'year', '公元 25 年', '公元 25'],
    ['0100', '0100-01-01', '0100-12-31', 'year', '100 年', '100'],
    ['0001', '0001-01-01', '0001-12-31', 'year', '公元 1 年', '公元 1'],
    ['0000', '0000-01-01', '0000-12-31', 'year', '公元前 1 年', '前 1'],
    ['-0001', '-000001-01-01', '-000001-12-31', 'year', '公元前 2 年', '前 2'],
    ['-0499', '-000499-01-01', '-000499-12-31', 'year', '公元前 500 年', '前 500'],
    ['-0500', '-000500-01-01', '-000500-12-31', 'year', '公元前 501 年', '前 501'],
    ['-1799', '-001799-01-01', '-001799-12-31', 'year', '公元前 1800 年', '前 1800'],
    ['-9999', '-009999-01-01', '-009999-12-31', 'year', '公元前 10000 年', '前 10000'],
    ['-0220-10', '-000220-10-01', '-000220-10-31', 'month', '公元前 221 年 10 月', '前 221.10'],
    ['-0004-02-29', '-000004-02-29', '-000004-02-29', 'day', '公元前 5 年 2 月 29 日', '前 5.2.29'],
    ['-0499-21', '-000499-03-01', '-000499-05-31', 'season', '公元前 500 年春季', '前 500 春'],
    ['0000-24', '0000-12-01', '0001-02-28', 'season', '公元前 1 年冬季', '前 1 冬'],
    ['193X', '1930-01-01', '1939-12-31', 'decade', '20 世纪 30 年代', '1930 年代'],
    ['199X', '1990-01-01', '1999-12-31', 'decade', '20 世纪 90 年代', '1990 年代'],
    ['200X', '2000-01-01', '2009-12-31', 'decade', '2000 年代', '2000 年代'],
    ['191X', '1910-01-01', '1919-12-31', 'decade', '1910 年代', '1910 年代'],
    ['003X', '0030-01-01', '0039-12-31', 'decade', '公元 1 世纪 30 年代', '30 年代'],
    ['000X', '0000-01-01', '0009-12-31', 'decade', '公元前 1—公元 9 年', '前 1—公元 9 年'],
    ['-050X', '-000509-01-01', '-000500-12-31', 'decade', '公元前 510—前 501 年', '前 510—前 501 年'],
    ['-000X', '-000009-01-01', '0000-12-31', 'decade', '公元前 10—前 1 年', '前 10—前 1 年'],
    ['18XX', '1800-01-01', '1899-12-31', 'century', '19 世纪', '19 世纪'],
    ['00XX', '0000-01-01', '0099-12-31', 'century', '公元 1 世纪', '公元 1 世纪'],
    ['-00XX', '-000099-01-01', '0000-12-31', 'century', '公元前 1 世纪', '前 1 世纪'],
    ['-04XX', '-000499-01-01', '-000400-12-31', 'century', '公元前 5 世纪', '前 5 世纪'],
  ])('%s runs from %s to %s, a %s: %s, %s', (text, earliest, latest, precision, full, short) => {
    expect(edtfProblem(text)).toBeNull();
    expect(bounds(text)).toEqual({ earliest, latest });
    expect(datePrecision(text)).toBe(precision);
    expect(formatDate(text)).toBe(full);
    expect(formatDateShort(text)).toBe(short);
  });

  test.each([
    ['0960~', '约 960 年'],
    ['-0499~', '约公元前 500 年'],
    ['-0499?', '公元前 500 年（存疑）'],
    ['-0499~-05', '公元前 500 年 5 月（年份为约数）'],
    ['193X~', '约 20 世纪 30 年代'],
    ['18XX?', '19 世纪（存疑）'],
    ['18XX%', '约 19 世纪（存疑）'],
    ['-0499/-0399', '公元前 500—前 400 年'],
    ['-0205/0220', '公元前 206—公元 220 年'],
    ['-0205~/0220~', '约公元前 206—公元 220 年'],
    ['-0205/0220-11', '公元前 206 年至公元 220 年 11 月'],
    ['0025/0220', '公元 25—220 年'],
    ['0960/1279', '960—1279 年'],
    ['-0220-10/-0220-12', '公元前 221 年 10—12 月'],
    ['193X/195X', '20 世纪 30—50 年代'],
    ['193X~/195X~', '约 20 世纪 30—50 年代'],
    ['191X/193X', '1910—1930 年代'],
    ['189X/193X', '1890—1930 年代'],
    ['18XX/19XX', '19—20 世纪'],
    ['-04XX/-02XX', '公元前 5—前 3 世纪'],
    ['-04XX/02XX', '公元前 5—公元 3 世纪'],
    ['18XX/1949', '19 世纪至 1949 年'],
    ['1898/193X', '1898 年至 20 世纪 30 年代'],
    ['-0499/..', '公元前 500 年以来'],
    ['../-0220', '公元前 221 年以前'],
    ['18XX/', '19 世纪起，止期不详'],
    ['1382/1949', '1382—1949 年'],
  ])('%s is shown as %s', (text, words) => {
    expect(edtfProblem(text)).toBeNull();
    expect(formatDate(text)).toBe(words);
  });

  test.each([
    ['-0499/-0399', '前 500—前 400'],
    ['18XX/19XX', '19 世纪—20 世纪'],
    ['-0205/0220', '前 206—220'],
    ['18XX/', '19 世纪 起'],
  ])('%s is %s in a margin', (text, words) => expect(formatDateShort(text)).toBe(words));

  test('HTML knows the years of our era alone', () => {
    expect(['0960', '0025-03', '-0499', '0000', '18XX', '193X'].map(htmlDatetime)).toEqual([
      '0960',
      '0025-03',
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});

describe('a date that is written otherwise is refused with what it should be:', () => {
  test.each([
    ['公元前500年', '"-0499"（公元前 1 年在 EDTF 里是 0000，所以公元前的年数要减一）'],
    ['前 221 年', '"-0220"'],
    ['500 BC', '"-0499"'],
    ['约公元前500年', '"-0499~"'],
    ['960', '"0960"'],
    ['公元960年', '"0960"'],
    ['-500', '"-0500"'],
    ['19世纪', '"18XX"'],
    ['公元前5世纪', '"-04XX"'],
    ['20世纪30年代', '"193X"'],
    ['20 世纪 30 年代', '"193X"'],
    ['1930s', '"193X"'],
    ['1930年代', '"193X"'],
    ['−0499', '-0499'],
    ['Y-17000', '公元前 500 年写 -0499'],
    ['Y960', '公元 960 年写 0960'],
    ['-17000', '年份要写成四位'],
    ['-0000', '公元前 1 年写 0000'],
    ['0XXX', '世纪（18XX，19 世纪）'],
    ['-0399/-0499', '写成 "-0499/-0399"'],
    ['0220/-0205', '写成 "-0205/0220"'],
    ['1935/193X', '止期包含着起期'],
    ['18XX/18XX', '请只写 18XX'],
    ['-0001-02-29', '只有 1 日到 28 日'],
    ['0900-02-29', '只有 1 日到 28 日'],
  ])('%s: %s', (text, cure) => expect(edtfProblem(text)).toContain(cure));

  test('and each cure that is one date is accepted', () => {
    for (const text of ['公元前500年', '前 221 年', '约公元前500年', '960', '-500', '公元前5世纪', '1930s']) {
      const [, cure = ''] = /"([^"]+)"/.exec(edtfProblem(text) ?? '') ?? [];
      expect(edtfProblem(cure)).toBeNull();
    }
  });
});

test('dates stand in order of time across eras', () => {
  const ordered = [
    ...['../-0499', '-1799', '-04XX', '-0499-03', '-0220', '-0220-10', '-00XX', '0000', '00XX', '0001', '0025'],
    ...['0960', '09XX'].reverse(),
    ...['1382/1949', '18XX', '193X', '1935', '2019', '2019/..'],
  ];
  expect([...ordered].reverse().sort(compareDates)).toEqual(ordered);
});

describe('days', () => {
  const year = fc.integer({ min: -9999, max: 9999 });

  test('of the first hundred years are not those of last century', () => {
    expect(isoDay(timeOf(25, 3, 1))).toBe('0025-03-01');
    expect(yearOf(isoDay(timeOf(0)))).toBe(0);
  });

  test('sort by their characters as they do in time', () =>
    fc.assert(
      fc.property(year, year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (a, b, m, n) => {
        const [x, y] = [timeOf(a, m), timeOf(b, n)];
        expect(yearOf(isoDay(x))).toBe(a);
        expect(sortableDay(isoDay(x)) < sortableDay(isoDay(y))).toBe(x < y);
      }),
    ));
});

describe('a stretch of years', () => {
  test.each([
    [1937, '1937', '193X', '19XX'],
    [2000, '2000', '200X', '20XX'],
    [960, '0960', '096X', '09XX'],
    [0, '0000', '000X', '00XX'],
    [-1, '-0001', '-000X', '-00XX'],
    [-499, '-0499', '-049X', '-04XX'],
    [-500, '-0500', '-050X', '-05XX'],
  ])('that holds %i is %s, %s, %s', (year, ...texts) =>
    expect([1, 10, 100].map((years) => stretchAt(year, years as 1 | 10 | 100))).toEqual(texts),
  );

  test('holds its year, reads as it was written, and is called by what it holds', () =>
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(1, 10, 100), (year, years) => {
        const text = stretchAt(year, years as 1 | 10 | 100);
        expect(edtfProblem(text)).toBeNull();
        const stretch = stretchOf(text);
        expect(stretch && stretch.first <= year && year <= stretch.last).toBe(true);
        expect(yearSpan(text)).toEqual({ from: stretch?.first, to: stretch?.last });
        expect(stretchShort(text)).toMatch(/^(?:前|公元|\d)/);
      }),
    ));

  test('is one heading of a list, however long', () => {
    const of = (text: string) => headingsOf(yearSpan(text));
    expect(of('2020-12/2021-03')).toEqual(['2020', '2021']);
    expect(of('2018/2020')).toEqual(['2018', '2019', '2020']);
    expect(of('1931/1938')).toEqual(['193X']);
    expect(of('193X')).toEqual(['193X']);
    expect(of('1931/1998')).toEqual(['193X/199X']);
    expect(of('18XX')).toEqual(['18XX']);
    expect(of('2008/2013')).toEqual(['200X/201X']);
    expect(of('1382/1949')).toEqual(['13XX/19XX']);
    expect(of('-0499/0220')).toEqual(['-04XX/02XX']);
    expect(of('1998/..')).toEqual(['1998']);
    expect(headingsOf({ from: null, to: null })).toEqual([]);
  });
});

describe('any date that is accepted', () => {
  test('is formatted and sorted, and no span makes many headings', () =>
    fc.assert(
      fc.property(edtfDate, edtfDate, (a, b) => {
        for (const text of [a, b]) {
          expect(edtfProblem(text)).toBeNull();
          expect(formatDate(text)).toMatch(/\d/);
          expect(formatDate(text, { basis: 'inferred' })).toContain('推定');
          expect(formatDate(text)).not.toMatch(/\d\p{sc=Han}|[年月日至约划前元]\d/u);
          expect(formatDateShort(text)).toMatch(/\d/);
          const { earliest, latest } = bounds(text);
          if (earliest && latest) expect(Date.parse(earliest)).toBeLessThanOrEqual(Date.parse(latest));
          const headings = headingsOf(yearSpan(text));
          expect(headings.length).toBeLessThanOrEqual(3);
          for (const heading of headings) {
            expect(edtfProblem(heading)).toBeNull();
            expect(headingText(heading)).toBe(formatDate(heading));
          }
        }
        expect(compareDates(a, b)).toBe(0 - compareDates(b, a));
      }),
    ));
});
