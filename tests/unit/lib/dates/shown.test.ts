import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateOptions, formatDate, formatDateShort, inferredShort } from '../../../../src/lib/dates/edtf.ts';
import { componentsOf, type DatePoint, pointsOf, readDate } from '../../../../src/lib/dates/read.ts';
import { edtfDate } from './made-dates.ts';

// What a reader is shown of a date: in printed words where these are given, and never finer or surer than it is known.

const grounded: DateOptions = { basis: 'inferred', ground: '同版文章' };
const within: DateOptions = { extent: 'within' };

describe('printed words stand in place of the date', () => {
  test.each<[string, string, DateOptions, string, string]>([
    ['2019 年底', '2019-11/2019-12', within, '2019 年底', '2019 年底'],
    ['截至 2019 年底', '2019-11/2019-12', within, '截至 2019 年底', '2019 年底'],
    ['2020 年底', '2020-11/2020-12', { ...within, planned: true }, '2020 年底（计划）', '2020 年底'],
    ['年底', '2019?-11/2019?-12', { ...within, ...grounded }, '2019 年底（年份据同版文章推定）', '2019 年底'],
    ['今年底', '2019?-11/2019?-12', { ...within, ...grounded }, '2019 年底（年份据同版文章推定）', '2019 年底'],
    ['去年年底', '2018?-11/2018?-12', { ...within, ...grounded }, '2018 年底（年份据同版文章推定）', '2018 年底'],
    ['年初', '2019-01/2019-02', within, '2019 年初', '2019 年初'],
    ['上半年', '2019?-01/2019?-06', grounded, '2019 年上半年（年份据同版文章推定）', '2019 年上半年'],
    ['今年以来', '2019?/..', grounded, '2019 年以来（年份据同版文章推定）', '2019 年以来'],
    ['今年下半年以来', '2019?-07/..', grounded, '2019 年下半年以来（年份据同版文章推定）', '2019 年下半年以来'],
    ['今年', '2019?', grounded, '2019 年（年份据同版文章推定）', '2019 年'],
    ['今年 7 月', '2019?-07', grounded, '2019 年 7 月（年份据同版文章推定）', '2019 年 7 月'],
    ['7 月底', '2019?-07', grounded, '2019 年 7 月底（年份据同版文章推定）', '2019 年 7 月底'],
    ['第三季度', '2019?-07/2019?-09', grounded, '2019 年第三季度（年份据同版文章推定）', '2019 年第三季度'],
    ['盛夏', '2013?-07/2013?-08', grounded, '盛夏（2013 年，据同版文章推定）', '盛夏'],
    ['冬', '2011-24', {}, '2011 年冬', '2011 年冬'],
    ['“十三五”时期', '2016?/2020?', grounded, '“十三五”时期（2016—2020 年间，据同版文章推定）', '“十三五”时期'],
    ['“十二五”末起', '2015-11?/', grounded, '“十二五”末起（2015 年，据同版文章推定），止期不详', '“十二五”末起'],
    ['三年来', '2016?/2019?', grounded, '三年来（2016—2019 年间，据同版文章推定）', '三年来'],
    ['疫情期间', '2020', {}, '疫情期间（2020 年）', '疫情期间'],
    ['疫情期间', '2020?', {}, '疫情期间（2020 年，存疑）', '疫情期间'],
    ['民国时期', '191X/194X', {}, '民国时期（1910—1940 年代间）', '民国时期'],
    ['康熙年间', '1662/1722', {}, '康熙年间（1662—1722 年间）', '康熙年间'],
    ['从甲到乙', '18XX/1949', {}, '从甲到乙（19 世纪至 1949 年间）', '从甲到乙'],
    ['20 世纪 30 年代末', '193X', {}, '20 世纪 30 年代末', '20 世纪 30 年代末'],
    ['二〇一九年底', '2019-11/2019-12', within, '二〇一九年底', '二〇一九年底'],
  ])('%s (%s, %o)', (printed, date, options, shown, short) => {
    expect(formatDate(date, { ...options, printed })).toBe(shown);
    expect(formatDateShort(date, printed)).toBe(short);
  });
});

test.each<[string, string | undefined, string]>([
  ['2019?', undefined, '推定'],
  ['2019-11?/2019-12?', undefined, '推定'],
  ['2019?-11', undefined, '年份推定'],
  ['2020?-09-24', undefined, '年份推定'],
  ['2019-?11', undefined, '月份推定'],
  ['2018/2019?', undefined, '止期推定'],
  ['2019', undefined, '推定'],
  ['2019-21', undefined, '推定'],
  ['2019?/..', '今年以来', '年份推定'],
  ['2016?/2020?', '“十三五”时期', '推定'],
])('in a margin %s (%s) is %s', (date, printed, words) => expect(inferredShort(date, printed)).toBe(words));

/** What a date names of itself, on any of its sides. */
const named = (points: readonly DatePoint[]) => new Set(points.flatMap(componentsOf));
const outsideBrackets = (text: string) => text.replace(/（.*?）/g, '');

describe('no date of any kind is shown', () => {
  test('finer than it is', () =>
    fc.assert(
      fc.property(edtfDate, fc.boolean(), (text, isInferred) => {
        const date = readDate(text);
        const parts = named(pointsOf(date));
        for (const shown of [formatDate(text, isInferred ? grounded : {}), formatDateShort(text)]) {
          const words = outsideBrackets(shown);
          if (!parts.has('day')) expect(words).not.toMatch(/\d 日/);
          if (!parts.has('month')) expect(words).not.toMatch(/\d 月/);
          if (!parts.has('month')) expect(words).not.toMatch(/\d\.\d/);
          else if (!parts.has('day')) expect(words).not.toMatch(/\d\.\d+\.\d/);
        }
      }),
    ));

  test('surer than it is, or less sure: the parts that are said to be inferred are those that are marked', () =>
    fc.assert(
      fc.property(edtfDate, (text) => {
        const points = pointsOf(readDate(text));
        const shown = formatDate(text, grounded);
        expect(shown).toContain('据同版文章推定');
        const bracket = /（[^（]*推定）/.exec(shown)?.[0] ?? '';
        const says = (part: string, names: RegExp) => ({ part, said: names.test(bracket.replace(/为约数；/, '；')) });
        const marked = new Set(points.flatMap(({ uncertain }) => uncertain));
        for (const { part, said } of [
          says('year', /年份|年月/),
          says('month', /月份|年月|月日/),
          says('day', /日期|月日/),
        ])
          if (said && !bracket.includes('为约数')) expect(marked.has(part as 'year'), `${text}: ${bracket}`).toBe(true);
        const isWhole = points.every((p) => p.uncertain.length === componentsOf(p).length);
        if (!isWhole && marked.size > 0) expect(bracket).toMatch(/年份|年月|月份|月日|日期|起期|止期/);
      }),
    ));

  test('as stated where a part of it is in doubt', () =>
    fc.assert(
      fc.property(edtfDate, (text) => {
        const isDoubtful = pointsOf(readDate(text)).some(({ uncertain }) => uncertain.length > 0);
        expect(formatDate(text).includes('存疑')).toBe(isDoubtful);
        expect(formatDate(text)).not.toContain('推定');
      }),
    ));

  test('in printed words with more than a year beside them', () =>
    fc.assert(
      fc.property(
        edtfDate,
        fc.constantFrom('年底', '今年以来', '上半年', '“十三五”时期', '近一时期', '春节前夕', '入冬以后'),
        (text, printed) => {
          const shown = formatDate(text, { ...grounded, printed });
          expect(shown).toContain(printed.replace(/^今?年/, ''));
          expect(shown).toContain('推定');
          expect(shown).not.toMatch(/\d 月|\d 日|\d\.\d/);
          expect(formatDateShort(text, printed)).not.toMatch(/\d 月|\d 日|\d\.\d/);
        },
      ),
    ));
});
