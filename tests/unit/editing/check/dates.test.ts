import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { type Openness, opennessOf, spanOf } from '../../../../src/editing/check/printed-span.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { edtfDate } from '../../lib/dates/made-dates.ts';

describe('printed words leave open so many days', () => {
  test.each<[string, Openness]>([
    ['2017年4月5日', 1],
    ['10 月 3 日', 1],
    ['十月三日', 1],
    ['今年11月10日', 1],
    ['除夕', 1],
    ['本月中旬', 7],
    ['9 月底', 7],
    ['今年11月', 28],
    ['自9月以来', 28],
    ['十一月', 28],
    ['2019年春节前夕', 28],
    ['盛夏', 28],
    ['截至2019年底', 59],
    ['今年初', 59],
    ['年中', 59],
    ['“十二五”末', 59],
    ['秋天', 89],
    ['前三季度', 89],
    ['2019年前三季度', 89],
    ['今年下半年以来', 181],
    ['今年以来', 365],
    ['2016年以来', 365],
    ['2019年前', 365],
    ['三年来', 365],
    ['全年', 365],
    ['“十三五”之初', 5 * 365],
    ['“十三五”时期', 5 * 365],
    ['20 世纪 30 年代末', 3650],
    ['十九世纪', 36_500],
    ['目前', 'source'],
    ['截至目前', 'source'],
    ['如今', 'source'],
    ['从今日起', 'source'],
    ['近日', 'undated'],
    ['近年来', 'undated'],
    ['连日来', 'undated'],
    ['数月来', 'undated'],
    ['不久前', 'undated'],
    ['几年前', 'undated'],
    ['两年前', 'undated'],
    ['5 年前', 'undated'],
    ['多年来', 'undated'],
    ['最近', 'undated'],
    ['每次', null],
    ['', null],
  ])('%s: %s', (printed, openness) => expect(opennessOf(printed)).toBe(openness));

  test('and no words at all trip it up', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'今年底月日近以来十三五”“12') }), (words) => {
        expect(['number', 'string', 'object']).toContain(typeof opennessOf(words));
      }),
    ));
});

describe('a date leaves open', () => {
  test.each([
    ['2019-10-03', 1, false],
    ['2020-02', 29, false],
    ['2019?', 365, false],
    ['2019-24', 91, false],
    ['2019-11?/2019-12?', 61, false],
    ['2016/..', 366, true],
    ['/2019-11', 30, true],
    ['193X', 3652, false],
  ])('%s: %i days', (date, days, isOpen) => expect(spanOf(date)).toEqual({ days, isOpen }));

  test('some time, whatever it is', () =>
    fc.assert(
      fc.property(edtfDate, (date) => {
        expect(spanOf(date).days).toBeGreaterThan(0);
      }),
    ));
});

const good = readContent('tests/fixtures/content');
const DATE = 'date: "2020-02-29", basis: stated';
const SOURCE = 'date: "2020-12"\n  dateBasis: stated';
/** The rules that the good story breaks once its first milestone and its source say this. */
const broken = (milestone: string, source = SOURCE) =>
  checkContent(
    good.map((file) => ({
      ...file,
      // Without the words of the good date, which would not allow another.
      text: file.text.replace('2020 年 2 月 29 日，', '').replace(DATE, milestone).replace(SOURCE, source),
    })),
    { day: '2027-01-01' },
  )
    .filter(({ rule }) => rule.startsWith('date-') || rule === 'field-invalid')
    .map(({ rule, cure }) => `${rule} ${cure ?? ''}`);

describe('an editor dates a milestone', () => {
  test.each([
    ['date: "2019-11/2019-12", extent: within, printed: 2019 年底, basis: stated'],
    ['date: "2020?/..", printed: 今年以来, basis: inferred, ground: 上文'],
    ['date: "2020?-07/..", printed: 今年下半年以来, basis: inferred, ground: 上文'],
    ['date: "2015-11?/", printed: “十二五”末起, basis: inferred, ground: 五年规划'],
    ['date: "2016?/2020?", printed: “十三五”时期, basis: inferred, ground: 五年规划'],
    ['date: "2016/..", printed: “十三五”以来, basis: stated'],
    ['date: "2019-24", printed: 去年冬天, basis: inferred, ground: 上文'],
    ['date: "2020-12?", printed: 目前, basis: inferred, ground: 出处的时间'],
    ['date: "2021", basis: stated, planned: true'],
    ['date: null, printed: 近日, basis: stated'],
    ['date: null, printed: 每月, recurs: P1M, basis: stated'],
    ['date: "2019?-05", basis: inferred, ground: 原文的“去年5月”'],
  ])('as it should be: %s', (milestone) => expect(broken(milestone)).toEqual([]));

  test.each([
    ['date: "2020?", basis: stated', 'date-certainty ? 表示推定：推定的写 basis: inferred 和 ground，原文写明的去掉 ?'],
    [
      'date: "2020-02~", basis: inferred, ground: 上文',
      'date-certainty 推定的部分后面加 ?：只有年份是推定的写 "2020?-02~"，全部是推定的写 "2020-02%"',
    ],
    ['date: "2019/2020", basis: inferred, ground: 上文', 'date-certainty 推定的部分后面加 ?：写成 "2019?/2020?"'],
    ['date: "2019/..", basis: inferred, ground: 上文', 'date-certainty 推定的部分后面加 ?：写成 "2019?/.."'],
    ['date: "2020", basis: stated, ground: 上文', 'date-ground 是推定的，写 basis: inferred；原文写明的，删掉 ground'],
    ['date: null, printed: 近日, basis: stated, ground: 上文', 'date-ground 没有日期就没有推定：删掉 ground'],
    ['date: "2019", printed: 几年前, basis: stated', 'date-fine 写成 date: null，printed 留着'],
    ['date: "2020-12-05?", printed: 目前, basis: inferred, ground: 上文', 'date-fine 最细写到出处的时间 "2020-12"'],
    [
      'date: "2021", basis: stated',
      'date-late 核对两个日期；出处写成时还没有发生的，加 planned: true；另有出处的，写进 sources',
    ],
    [
      'date: "2019?", printed: 今年以来, basis: inferred, ground: 上文',
      'date-this-year 一篇里的“今年”只有一个：核对这个日期和出处的日期',
    ],
    [
      'date: "2020?", printed: 去年, basis: inferred, ground: 上文',
      'date-this-year 一篇里的“今年”只有一个：核对这个日期和出处的日期',
    ],
  ])('not as it should be: %s', (milestone, finding) => expect(broken(milestone)).toEqual([finding]));

  test('finer than the words', () => {
    expect(broken('date: "2019-12", printed: 2019 年底, basis: stated')).toEqual([
      expect.stringContaining('date-fine'),
    ]);
    expect(broken('date: "2016?", printed: “十三五”之初, basis: inferred, ground: 五年规划')).toEqual([
      expect.stringContaining('date-fine'),
    ]);
  });

  test('finer than the words that its note quotes, or that the text has', () => {
    expect(broken('date: "2019-12", basis: stated, note: 原报作“截至2019年底”。')).toEqual([
      expect.stringContaining('date-fine'),
    ]);
    const told = good.map((file) => ({
      ...file,
      text: file.text.replace(DATE, 'date: "2020-12", basis: stated').replace('2020 年 2 月 29 日，', '2020 年底，'),
    }));
    const [finding] = checkContent(told, { day: '2027-01-01' }).filter(({ rule }) => rule === 'date-fine');
    expect(finding).toMatchObject({
      hint: true,
      message: '记事 began的日期“2020-12”（2020 年 12 月）比正文的“2020 年底”还细',
    });
  });

  test('in a story whose source is as old as nobody knows, or is one of several', () => {
    expect(broken('date: "2021", basis: stated', 'date: null\n  dateBasis: inferred')).toEqual([]);
    const later = `${SOURCE}\nsources:\n  - { headline: null, publisher: null, bylines: [], date: "2022", dateBasis: stated }`;
    expect(broken('date: "2021", basis: stated', later)).toEqual([]);
  });

  test('with a source that is inferred and marks nothing', () => {
    expect(broken(DATE, 'date: "2020-12"\n  dateBasis: inferred\n  ground: 上文')).toEqual([
      'date-certainty 推定的部分后面加 ?：只有年份是推定的写 "2020?-12"，全部是推定的写 "2020-12?"',
    ]);
  });
});
