import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
import type { DateOptions } from '../../../../src/lib/dates/format.ts';

describe('an editor writes a date', () => {
  test.each([
    '2019',
    '2019-10',
    '2019-10-03',
    '2020-02-29',
    '2019?',
    '2019~',
    '2019%',
    '2019-10?',
    '2019-10-03%',
    '2019?-10-03',
    '2019-10?-03',
    '2019-?10-03',
    '2019-10-?03',
    '2018/2019',
    '2019-09/2019-11',
    '2019-10-03/2019-10-05',
    '2019-10/2019-12-05',
    '2019?-11/2019?-12',
    '2018?/2019?-05',
    '2019/2019-05',
    '2016/..',
    '../2016',
    '2016/',
    '/2016',
    '2016?/..',
    '2019-21',
    '2019-24',
    '201X',
    '20XX',
  ])('%s is accepted', (text) => expect(edtfProblem(text)).toBeNull());

  test.each([
    ['2020-02-30', '2020-02-30 不是真实存在的日期：2020 年 2 月只有 1 日到 29 日，请核对后改正'],
    ['2021-02-29', '2021-02-29 不是真实存在的日期：2021 年 2 月只有 1 日到 28 日，请核对后改正'],
    ['2100-02-29', '2100-02-29 不是真实存在的日期'],
    ['2019-04-31?', '2019-04-31 不是真实存在的日期'],
    ['2019-10-00', '2019-10-00 不是真实存在的日期'],
    ['../2021-02-29', '2021-02-29 不是真实存在的日期'],
    ['2020-02-28/2020-02-30', '2020-02-30 不是真实存在的日期'],
    ['2020-13', '2020-13 不是真实存在的日期：月份只有 01 到 12（四季写 21 到 24），请核对后改正'],
    ['2020-00', '2020-00 不是真实存在的日期'],
    ['2019-25', '2019-25 不是真实存在的日期'],
    ['2019-13月', '“2019-13月”不是 EDTF 日期'],
    ['2019年10月', '“2019年10月”不是 EDTF 日期，应写成 2019、2019-10、2019-10-03 或 "2019-10/2019-12"'],
    ['2019/10/03', '“2019/10/03”不是 EDTF 日期'],
    ['2018/2019/2020', '“2018/2019/2020”不是 EDTF 日期'],
    ['2019/Y20190', '“2019/Y20190”不是 EDTF 日期'],
    ['2019.10.3', '“2019.10.3”不是 EDTF 日期'],
    ['2019-1-1', '“2019-1-1”不是 EDTF 日期'],
    ['20191003', '“20191003”不是 EDTF 日期'],
    ['201', '“201”不是 EDTF 日期'],
    ['20', '“20”不是 EDTF 日期'],
    ['Y20190', '“Y20190”不是 EDTF 日期'],
    ['2019??', '“2019??”不是 EDTF 日期'],
    ['?/2019', '“?/2019”不是 EDTF 日期'],
    ['next year', '“next year”不是 EDTF 日期'],
    ['近年来', '“近年来”不是 EDTF 日期'],
    ['/', '“/”不是 EDTF 日期'],
    ['../..', '“../..”不是 EDTF 日期'],
    ['', '日期是空的'],
    ['  ', '日期是空的'],
    ['２０１９', '“２０１９”里有全角字符或空格，应写成 2019'],
    ['2019－10', '“2019－10”里有全角字符或空格，应写成 2019-10'],
    [' 2019 ', '“ 2019 ”里有全角字符或空格，应写成 2019'],
    ['[2019-11..2019-12]', '“[2019-11..2019-12]”是集合写法，本站不用，请改写成起止日期'],
    ['{2019,2020}', '“{2019,2020}”是集合写法'],
    ['2019-10-03T10:10:00', '“2019-10-03T10:10:00”带了时刻'],
    ['2019-10-03T10', '“2019-10-03T10”带了时刻'],
    ['2019-10-03 10:10', '“2019-10-03 10:10”带了时刻'],
    ['2020/2019', '“2020/2019”的起止颠倒了，请写成 "2019/2020"'],
    ['2019-12?/2019-11', '“2019-12?/2019-11”的起止颠倒了，请写成 "2019-11/2019-12?"'],
    ['2019/2019', '“2019/2019”的起止是同一个日期，请只写 2019'],
    ['2019-05/2019', '“2019-05/2019”的止期包含着起期'],
    ['2019-10-XX', '“2019-10-XX”里的 X 只能用在年代'],
    ['1201X', '“1201X”里的 X 只能用在年代'],
    ['201X-10', '“201X-10”里的 X 只能用在年代'],
    ['2XXX', '“2XXX”里的 X 只能用在年代（193X，20 世纪 30 年代）和世纪（18XX，19 世纪）'],
    ['19XX-10', '“19XX-10”里的 X 只能用在年代'],
    ['193X/19X5', '“193X/19X5”里的 X 只能用在年代'],
    ['2019-21?', '“2019-21?”里的季节不能带 ?、~、%'],
    ['2019-21/2019-22', '“2019-21/2019-22”里的季节不能'],
    ['2019-21/2019-10', '“2019-21/2019-10”里的季节不能'],
  ])('%j is refused: %s', (text, problem) => expect(edtfProblem(text)).toContain(problem));

  test('what is refused is never read', () => {
    for (const read of [bounds, yearSpan, datePrecision, htmlDatetime, formatDate, formatDateShort])
      expect(() => read('2021-02-29')).toThrow('2021-02-29 不是真实存在的日期');
  });
});

describe('a date covers the days from … to …', () => {
  test.each([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2019-11', '2019-11-01', '2019-11-30'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-02', '2021-02-01', '2021-02-28'],
    ['2019?-10-03', '2019-10-03', '2019-10-03'],
    ['2019?-11/2019?-12', '2019-11-01', '2019-12-31'],
    ['2016/..', '2016-01-01', null],
    ['2016/', '2016-01-01', null],
    ['../2016', null, '2016-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2019-21', '2019-03-01', '2019-05-31'],
    ['2019-22', '2019-06-01', '2019-08-31'],
    ['2019-23', '2019-09-01', '2019-11-30'],
    ['2019-24', '2019-12-01', '2020-02-29'],
  ])('%s: %s to %s', (text, earliest, latest) => expect(bounds(text)).toEqual({ earliest, latest }));

  test('years for the axis', () => {
    expect(yearSpan('2018/2019-05')).toEqual({ from: 2018, to: 2019 });
    expect(yearSpan('2016/..')).toEqual({ from: 2016, to: null });
    expect(yearSpan('../2016')).toEqual({ from: null, to: 2016 });
  });

  test('a list is in order of time, open starts first, open ends last', () => {
    const ordered = ['../2016', '2016-01-01', '2016', '2016/2017', '2016/..', '2016-02', '2017'];
    expect([...ordered].reverse().sort(compareDates)).toEqual(ordered);
    expect(compareDates('2016/', '2016/..')).toBe(0);
  });
});

describe('a machine reads', () => {
  test.each([
    ['2019', 'year', '2019'],
    ['2019-10', 'month', '2019-10'],
    ['2019-10-03', 'day', '2019-10-03'],
    ['2019?', 'year', undefined],
    ['2019?-10-03', 'day', undefined],
    ['2019~', 'year', undefined],
    ['2018/2019', 'interval', undefined],
    ['2016/..', 'interval', undefined],
    ['2017-21', 'season', undefined],
    ['199X', 'decade', undefined],
  ])('%s is a %s, <time datetime> %s', (text, precision, datetime) => {
    expect(datePrecision(text)).toBe(precision);
    expect(htmlDatetime(text)).toBe(datetime);
  });
});

const within: DateOptions = { extent: 'within' };
const inferred: DateOptions = { basis: 'inferred' };
const grounded: DateOptions = { ...inferred, ground: '同版文章' };

describe('a reader sees', () => {
  test.each<[string, DateOptions, string]>([
    ['2017-04-05', {}, '2017 年 4 月 5 日'],
    ['2020-12', {}, '2020 年 12 月'],
    ['2019', {}, '2019 年'],
    ['2018/2019', {}, '2018—2019 年'],
    ['2019-09/2019-11', {}, '2019 年 9—11 月'],
    ['2017-04/2019-09', {}, '2017 年 4 月至 2019 年 9 月'],
    ['2019-10-03/2019-10-05', {}, '2019 年 10 月 3—5 日'],
    ['2019-10-03/2019-11-05', {}, '2019 年 10 月 3 日至 11 月 5 日'],
    ['2018-10-03/2019-10-03', {}, '2018 年 10 月 3 日至 2019 年 10 月 3 日'],
    ['2019-10/2019-12-05', {}, '2019 年 10 月至 12 月 5 日'],
    ['2019/2020-05', {}, '2019 年至 2020 年 5 月'],
    ['2019/2019-05', {}, '2019 年至 2019 年 5 月'],
    ['2020-12/2021-03', within, '2020 年 12 月至 2021 年 3 月间'],
    ['2019-11/2019-12', within, '2019 年 11—12 月间'],
    ['2018/2019', within, '2018—2019 年间'],
    ['2016/..', {}, '2016 年以来'],
    ['../2016', {}, '2016 年以前'],
    ['2016/', {}, '2016 年起，止期不详'],
    ['/2016', {}, '至 2016 年止，始期不详'],
    ['2016/..', within, '2016 年以来某时'],
    ['../2016', within, '2016 年以前某时'],
    ['2016/', within, '2016 年以来某时'],
    ['/2016', within, '2016 年以前某时'],
    ['2019-21', {}, '2019 年春季'],
    ['2019-24', {}, '2019 年冬季'],
    ['201X', {}, '2010 年代'],
  ])('%s %o as %s', (text, options, display) => expect(formatDate(text, options)).toBe(display));

  test.each<[string, DateOptions, string]>([
    ['2019-11?', {}, '2019 年 11 月（年月存疑）'],
    ['2019-11?', inferred, '2019 年 11 月（年月均系推定）'],
    ['2019-11?', grounded, '2019 年 11 月（年月据同版文章推定）'],
    ['2019-?11', grounded, '2019 年 11 月（月份据同版文章推定）'],
    ['2019-?11-?03', grounded, '2019 年 11 月 3 日（月日据同版文章推定）'],
    ['2019?-11-?03', grounded, '2019 年 11 月 3 日（年份和日期据同版文章推定）'],
    ['2019-11-03?', grounded, '2019 年 11 月 3 日（年月日据同版文章推定）'],
    ['2019?', grounded, '2019 年（年份据同版文章推定）'],
    ['2019?', inferred, '2019 年（推定）'],
    ['193X?', grounded, '20 世纪 30 年代（据同版文章推定）'],
    ['2019-11', inferred, '2019 年 11 月（推定）'],
    ['2019-11', grounded, '2019 年 11 月（据同版文章推定）'],
    ['2019-11', { ...inferred, ground: '2016 年的话' }, '2019 年 11 月（据 2016 年的话推定）'],
    ['2019?-10-03', inferred, '2019 年 10 月 3 日（年份系推定）'],
    ['2019?-10-03', { basis: 'stated' }, '2019 年 10 月 3 日（年份存疑）'],
    ['2019-10?-03', {}, '2019 年 10 月 3 日（年月存疑）'],
    ['2019-10-?03', {}, '2019 年 10 月 3 日（日期存疑）'],
    ['2015~', {}, '约 2015 年'],
    ['2015~', inferred, '约 2015 年（推定）'],
    ['2015%', {}, '约 2015 年（存疑）'],
    ['2015~-10', {}, '2015 年 10 月（年份为约数）'],
    ['2019?-11/2019?-12', { ...within, ...grounded }, '2019 年 11—12 月间（年份据同版文章推定）'],
    ['2019-11?/2019-12?', { ...within, ...grounded }, '2019 年 11—12 月间（年月据同版文章推定）'],
    ['2020-11-10?/2020-12?', { ...within, ...grounded }, '2020 年 11 月 10 日至 12 月间（据同版文章推定）'],
    ['2020?-11-10/2020-12?', grounded, '2020 年 11 月 10 日至 12 月（起期年份、止期据同版文章推定）'],
    ['2020-12/2021-03', { ...within, ...inferred }, '2020 年 12 月至 2021 年 3 月间（推定）'],
    ['2018?/2019?', {}, '2018—2019 年（存疑）'],
    ['2018?/2019', {}, '2018—2019 年（起期存疑）'],
    ['2018-05/2019?-06', inferred, '2018 年 5 月至 2019 年 6 月（止期年份系推定）'],
    ['2018?/2019', inferred, '2018—2019 年（起期系推定）'],
    ['2015~/2017~', {}, '约 2015—2017 年'],
    ['2015/2017~', {}, '2015 年至约 2017 年'],
    ['2015~/2017~-05', {}, '约 2015 年至 2017 年 5 月（止期年份为约数）'],
    ['2016~/..', {}, '约 2016 年以来'],
    ['2016?/', inferred, '2016 年起，止期不详（推定）'],
    ['2019-21', inferred, '2019 年春季（推定）'],
  ])('doubt with the date: %s %o as %s', (text, options, display) => expect(formatDate(text, options)).toBe(display));

  test.each<[string, DateOptions, string]>([
    ['2017-10-27', { time: '10:10' }, '2017 年 10 月 27 日 10 时 10 分'],
    ['2017-10-27', { time: '08:05' }, '2017 年 10 月 27 日 8 时 05 分'],
    ['2017-10-27', { time: '8:05' }, '2017 年 10 月 27 日 8 时 05 分'],
    ['2017-10-27', { time: '22:00' }, '2017 年 10 月 27 日 22 时'],
    ['2017?-10-27', { time: '10:10', ...inferred }, '2017 年 10 月 27 日 10 时 10 分（年份系推定）'],
    ['2019', { recurs: 'P1M' }, '2019 年，每月一次'],
    ['2019', { recurs: 'P1M', ...inferred }, '2019 年（推定），每月一次'],
    ['2016/..', { recurs: 'P1W' }, '2016 年以来，每周一次'],
    ['2019', { recurs: 'P7D' }, '2019 年，每周一次'],
    ['2019', { recurs: 'P3M' }, '2019 年，每季度一次'],
    ['2019', { recurs: 'P6M' }, '2019 年，每半年一次'],
    ['2019', { recurs: 'P1Y' }, '2019 年，每年一次'],
    ['2019', { recurs: 'P10D' }, '2019 年，每 10 天一次'],
    ['2019', { recurs: 'P2W' }, '2019 年，每 2 周一次'],
    ['2019', { recurs: 'P2M' }, '2019 年，每 2 个月一次'],
    ['2019', { recurs: 'P5Y' }, '2019 年，每 5 年一次'],
    ['2019', { recurs: 'P1D', time: '08:00' }, '2019 年，每天一次，8 时'],
    ['2021', { planned: true }, '2021 年（计划）'],
    ['2021~', { planned: true }, '约 2021 年（计划）'],
    ['2021?', { planned: true, ...grounded }, '2021 年（计划；年份据同版文章推定）'],
  ])('time, repetition and plans: %s %o as %s', (text, options, display) =>
    expect(formatDate(text, options)).toBe(display),
  );

  test.each(['25:00', '10:60', '10:10:10', '110:10', '上午'])('a wrong time is refused, not shown: %s', (time) =>
    expect(() => formatDate('2019-10-03', { time })).toThrow(`“${time}”不是时刻，应写成 "10:10"`),
  );

  test.each(['每月', 'P0M', 'P1H', 'RP1M', 'P1M2'])('a wrong repetition is refused, not shown: %s', (recurs) =>
    expect(() => formatDate('2019', { recurs })).toThrow(`“${recurs}”不是重复周期，每月写 P1M，每周写 P1W，每年写 P1Y`),
  );

  test.each([
    ['2017-04-05', '2017.4.5'],
    ['2020-12', '2020.12'],
    ['2019', '2019'],
    ['2019?-10-03', '2019.10.3'],
    ['2018/2019', '2018—2019'],
    ['2019-11/2019-12', '2019.11—12'],
    ['2017-04/2019-09', '2017.4—2019.9'],
    ['2019-10-03/2019-10-05', '2019.10.3—5'],
    ['2019-10-03/2019-11-05', '2019.10.3—11.5'],
    ['2019-10/2019-12-05', '2019.10—2019.12.5'],
    ['2016/..', '2016 起'],
    ['2016/', '2016 起'],
    ['../2016', '至 2016'],
    ['2019-21', '2019 春'],
    ['201X', '2010 年代'],
  ])('in the margin: %s as %s', (text, display) => expect(formatDateShort(text)).toBe(display));
});

describe('any real date', () => {
  const pad = (n: number): string => String(n).padStart(2, '0');
  const day = fc
    .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const month = day.map((text) => text.slice(0, 7));
  const year = day.map((text) => text.slice(0, 4));
  const mark = fc.constantFrom('', '?', '~', '%');
  const yearMarked = fc.tuple(day, fc.constantFrom('?', '~', '%')).map(([d, q]) => d.replace('-', `${q}-`));
  const point = fc.oneof(
    fc.tuple(fc.oneof(day, month, year), mark).map(([text, q]) => text + q),
    yearMarked,
  );
  const doubtful = (text: string, q: string): string => (text.length > 4 ? text.replace('-', `${q}-`) : text + q);
  const closed = fc
    .oneof(fc.tuple(day, day), fc.tuple(month, month), fc.tuple(year, year))
    .filter(([a, b]) => a !== b)
    .chain((ends) =>
      fc.tuple(mark, mark).map((marks) => [...ends].sort().map((end, i) => doubtful(end, marks[i] ?? ''))),
    )
    .map((ends) => ends.join('/'));
  const open = fc
    .tuple(point, fc.constantFrom('..', ''))
    .chain(([p, gap]) => fc.constantFrom(`${p}/${gap}`, `${gap}/${p}`));
  const season = fc.tuple(year, fc.constantFrom('21', '22', '23', '24')).map((parts) => parts.join('-'));
  const date = fc.oneof(point, closed, open, season);
  const check = (property: (text: string) => void): void => fc.assert(fc.property(date, property));

  test('is accepted, with bounds in order', () =>
    check((text) => {
      expect(edtfProblem(text)).toBeNull();
      const { earliest, latest } = bounds(text);
      expect(earliest ?? '').toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
      if (earliest && latest) expect(earliest <= latest).toBe(true);
    }));

  test('covers just what it names', () =>
    fc.assert(
      fc.property(day, (text) => {
        expect(bounds(text)).toEqual({ earliest: text, latest: text });
        const next = new Date(Date.parse(bounds(text.slice(0, 7)).latest ?? '') + 86_400_000);
        expect(next.getUTCDate()).toBe(1);
        expect(htmlDatetime(text)).toBe(text);
      }),
    ));

  test('is in a total order that agrees with its bounds', () =>
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(compareDates(a, b)).toBe(0 - compareDates(b, a));
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
        expect(compareDates(a, b) === 0).toBe(JSON.stringify(bounds(a)) === JSON.stringify(bounds(b)));
        const [x, y] = [bounds(a), bounds(b)];
        if (x.latest && y.earliest && x.latest < y.earliest) expect(compareDates(a, b)).toBe(-1);
      }),
    ));

  test('is shown with its years, and never inferred without saying so', () =>
    check((text) => {
      for (const stated of text.match(/\d{4}/g) ?? []) {
        expect(formatDate(text)).toContain(stated);
        expect(formatDateShort(text)).toContain(stated);
      }
      expect(formatDate(text, { basis: 'inferred' })).toContain('推定');
      expect(formatDate(text)).not.toMatch(/\d\p{sc=Han}|[年月日至约划]\d/u);
    }));

  test('that is no real day is refused', () =>
    fc.assert(
      fc.property(year, fc.nat(99), fc.nat(99), (y, m, d) => {
        const text = `${y}-${pad(m)}-${pad(d)}`;
        const parsed = new Date(`${text}T00:00:00Z`);
        const real = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
        expect(edtfProblem(text) === null).toBe(real);
      }),
    ));

  test('any text at all is accepted or gets a reason', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129-/.?~%X[]{}T: ') })), (text) => {
        const problem = edtfProblem(text);
        if (problem === null) expect(formatDate(text)).toMatch(/\d/);
        else expect(problem).toMatch(/\p{sc=Han}/u);
      }),
    ));
});
