import { describe, expect, test } from 'vitest';
import { edtfProblem } from '../../../../src/lib/dates/edtf.ts';
import { type Setting, springEve, timesIn, yearsBegun } from '../../../../src/lib/marking/times.ts';

const setting = (more: Partial<Setting> & { date?: string | null; isRetold?: boolean } = {}): Setting => ({
  writing: {
    date: more.date === undefined ? '2019-11-20' : more.date,
    ground: '见报日期',
    isRetold: more.isRetold ?? false,
  },
  ...{ year: null, begun: [], isOfThisYear: false },
  ...more,
});
const dates = (text: string, more?: Parameters<typeof setting>[0]) =>
  timesIn(text, setting(more)).map(({ date, printed }) => date ?? `null ${printed}`);

describe('words that say when', () => {
  test.each([
    ['2017 年 8 月 15 日，他到村任职。', '2017-08-15'],
    ['二〇一七年八月十五日，他到村任职。', '2017-08-15'],
    ['2018 年评为先进。', '2018'],
    ['2016 年以来，整顿 11 个村。', '2016/..'],
    ['2017 年至今，有 6 批干部驻村。', '2017/..'],
    ['2016 年到 2019 年，投入 12.6 亿元。', '2016/2019'],
    ['2016—2019 年，投入 12.6 亿元。', '2016/2019'],
    ['2018 年 3 月至 6 月，修了路。', '2018-03/2018-06'],
    ['截至 2019 年底，全部脱贫。', '2019-11/2019-12'],
    ['2017 年下半年，她买回羊羔。', '2017-07/2017-12'],
    ['2019 年一季度，增收 300 元。', '2019-01/2019-03'],
    ['2019 年春天，种下了树。', '2019-21'],
    ['2019 年春节前夕，送去米面。', '2019-01/2019-02-04'],
    ['上世纪 80 年代，只有土路。', '198X'],
    ['20 世纪 30 年代，修了码头。', '193X'],
    ['公元前 500 年，修了堤。', '-0499'],
    ['公元 960 年，建了桥。', '0960'],
    ['民国二十年，发了大水。', '1931'],
    ['今年 3 月，办了班。', '2019?-03'],
    ['去年底，降到 1.2%。', '2018?-11/2018?-12'],
    ['今年以来，办了班。', '2019?/..'],
    ['今年前三季度，卖出 3.4 亿元。', '2019?-01/2019?-09'],
    ['到明年 6 月，将建成。', '2020?-06'],
    ['10 月 3 日，公路完工。', '2019?-10-03'],
    ['自 9 月以来，办了班。', '2019?-09/..'],
    ['1 至 8 月为 35 微克。', '2019?-01/2019?-08'],
    ['三年来，他走遍全镇。', '2016-11?/2019-11?'],
    ['“十三五”时期，全部脱贫。', '2016?/2020?'],
    ['“十二五”末，入户率 68%。', '2015-11?/2015-12?'],
    ['“十三五”以来，建成 45 个。', '2016?/..'],
    ['本月 20 日，设备运到。', '2019-11?-20'],
    ['昨日，开了会。', '2019-11-19?'],
    ['目前，建成 31 家。', '2019-11-20?'],
    ['近日，工厂开业。', 'null 近日'],
    ['近年来，不断出新。', 'null 近年来'],
    ['每月一次，查出问题。', 'null 每月一次'],
  ])('%s → %s', (text, date) => expect(dates(text)).toEqual([date]));

  test.each([
    ['what is held against a time is not of it', '降到 1.2%，比 2014 年少。'],
    ['the number of a document', '意见（2019 年第 3 号）。'],
    ['a title', '《2020 年规划》写着。'],
    ['spans of time', '他走了 3 年，养羊 5 个月。'],
    ['数字 of other things', '3 月龄的羊羔 20 只。'],
  ])('%s is none', (_, text) => expect(dates(text)).toEqual([]));

  test('a document that is issued bears its year', () =>
    expect(timesIn('区里印发《2020 年要点》。', setting({ date: '2020-12-01' }))).toMatchObject([
      { date: '2020?', basis: 'inferred', ground: '文件名' },
    ]));
  test('a retelling may have put the year there: within the year of writing it is in doubt', () => {
    expect(dates('2019 年 7 月，办了班。')).toEqual(['2019-07']);
    expect(dates('2019 年 7 月，办了班。', { isRetold: true })).toEqual(['2019?-07']);
    expect(dates('2018 年 7 月，办了班。', { isRetold: true })).toEqual(['2018-07']);
  });
  test('a month goes by the year that was printed before it', () =>
    expect(dates('2009 年 8 月，他受了伤。10 月 3 日，他出院。')).toEqual(['2009-08', '2009?-10-03']));
  test('years back go from where the text says that it began, if so many lie between', () => {
    const text = '2016 年全面打响。5 年来，投入 1591 万元。';
    expect(yearsBegun(text)).toEqual([2016]);
    expect(dates('5 年来，投入 1591 万元。', { begun: [2016], date: '2020-12?/2021-02?' })).toEqual(['2016?/2020?']);
  });
  test('what recurs lasts since the text says', () =>
    expect(timesIn('月底，逐村督查。', setting({ isOfThisYear: true }))).toMatchObject([
      { date: '2019?/..', recurs: 'P1M', printed: '今年以来' },
    ]));
  test('without a date of the source what hangs on it has none', () => {
    expect(dates('今年 3 月，办了班。', { date: null })).toEqual(['null 今年 3 月']);
    expect(dates('10 月 3 日，公路完工。', { date: null })).toEqual([]);
  });
  test('what is still to come is planned', () =>
    expect(timesIn('目标是到 2020 年底，全面脱贫。', setting())).toMatchObject([{ planned: true }]));
  test('all of it is EDTF that the schema takes', () => {
    const text = '2019 年底，去年 3 月，5 年来，10 月 3 日，“十三五”时期，目前，2019 年秋天，上世纪 80 年代，昨日';
    for (const date of ['2019-11-20', '2019-11?/2019-12?', '2019', '2019?', null])
      for (const time of timesIn(text, setting({ date }))) expect(edtfProblem(time.date ?? '2019')).toBeNull();
  });
});

test.each([
  [2019, '2019-02-04'],
  [2020, '2020-01-24'],
  [2021, '2021-02-11'],
  [1985, '1985-02-19'],
])('the eve of the Spring Festival of %i is %s', (year, day) => expect(springEve(year)).toBe(day));
