import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMilestones, groupByYear, pickMilestones, stripColumns } from '../../../../src/lib/timeline/order.ts';
import { columnName, columnText, stripTitle } from '../../../../src/lib/timeline/strip-words.ts';
import { edtfDate } from '../dates/made-dates.ts';

const on = (date: string | null) => ({ date });

const names = (dates: (string | null)[]) => stripColumns(dates.map(on)).map(({ column }) => column);
const filled = (dates: string[]) =>
  stripColumns(dates.map(on)).flatMap(({ column, milestones }) => milestones.map(({ date }) => [date, column]));

describe('the strip', () => {
  test('is not there without milestones', () => expect(stripColumns([])).toEqual([]));

  test('has a column for each year from the first to the last, even for empty ones', () => {
    expect(names(['2015', '2018-05/2021'])).toEqual(['2015', '2016', '2017', '2018']);
    expect(names(['1931'])).toEqual(['1931']);
    expect(names(['2011', '2020'])).toHaveLength(10);
  });

  test('puts a few that lie far from the rest into its two ends', () => {
    const many = Array.from({ length: 30 }, (_, i) => `${2015 + (i % 6)}`);
    expect(names(['2009-08-20', ...many, '2031'])).toEqual([
      'before',
      ...['2015', '2016', '2017', '2018', '2019', '2020'],
      'after',
    ]);
  });

  test('goes by decades where there are more years, and by centuries where there are more decades', () => {
    expect(names(['1931', '1954', '1998'])).toEqual(['193X', '194X', '195X', '196X', '197X', '198X', '199X']);
    expect(names(['1382', '1644', '1949'])).toEqual(['13XX', '14XX', '15XX', '16XX', '17XX', '18XX', '19XX']);
    expect(names(['0960', '1005', '1020'])).toEqual(['096X', '097X', '098X', '099X', '100X', '101X', '102X']);
  });

  test('of thousands of years shows the centuries that hold something, the latest if there are many', () => {
    expect(names(['-1799', '-0499', '0000', '0100', '1949'])).toEqual(['-17XX', '-04XX', '00XX', '01XX', '19XX']);
    const centuries = Array.from({ length: 20 }, (_, i) => `${String(i).padStart(2, '0')}50`);
    expect(names(centuries)).toEqual(['before', ...centuries.slice(-9).map((year) => `${year.slice(0, 2)}XX`)]);
  });

  test('puts each under the year in which it began, or ended where no more is known', () => {
    expect(filled(['2016/..', '2018/2019', '../2016', '201X'])).toEqual([
      ['201X', '2010'],
      ['../2016', '2016'],
      ['2016/..', '2016'],
      ['2018/2019', '2018'],
    ]);
    expect(names(['../2016'])).toEqual(['2016']);
  });

  test('of a part has the columns of all', () => {
    const columns = stripColumns([on('2017')], [on('2015'), on('2017'), on('2018')]);
    expect(columns.map(({ column, milestones }) => [column, milestones.length])).toEqual([
      ['2015', 0],
      ['2016', 0],
      ['2017', 1],
      ['2018', 0],
    ]);
  });

  test('sorts within a column by the earliest day', () => {
    const [column] = stripColumns([on('2019-11'), on('2019'), on('2019-10-03')]);
    expect(column?.milestones.map(({ date }) => date)).toEqual(['2019', '2019-10-03', '2019-11']);
  });

  test('has what is of the year 0 once, where two decades hold that year', () => {
    const columns = stripColumns(['-0001-21', '0000-01/009X', '0009/'].map(on));
    expect(columns.flatMap(({ milestones }) => milestones)).toHaveLength(3);
  });

  test('of any dates has at most eleven columns, and a place for every milestone once', () =>
    fc.assert(
      fc.property(fc.array(edtfDate, { maxLength: 40 }), (dates) => {
        const columns = stripColumns(dates.map(on));
        expect(columns.length).toBeLessThanOrEqual(11);
        const held = columns.flatMap(({ milestones }) => milestones.map(({ date }) => date));
        expect([...held].sort()).toEqual([...dates].sort());
        for (const { column, milestones, group } of columns) {
          expect(columnName(column)).toBeTruthy();
          expect(columnText(column, names(dates))).not.toMatch(/undefined|NaN/);
          expect(group === null).toBe(milestones.length === 0);
        }
        if (columns.length > 0) expect(stripTitle(names(dates))).not.toMatch(/undefined|NaN/);
      }),
    ));
});

test('columns have names for a strip, and longer ones for a slider', () => {
  const columns = ['before', '2015', '2016', 'after'];
  expect(columns.map(columnName)).toEqual(['此前', '2015', '2016', '此后']);
  expect(columns.map((column) => columnText(column, columns))).toEqual([
    '2015 年以前',
    '2015 年',
    '2016 年',
    '2016 年以后',
  ]);
  expect(['193X', '-04XX'].map(columnName)).toEqual(['1930 年代', '前 5 世纪']);
  expect(stripTitle(columns)).toBe('2015—2016 年');
  expect(stripTitle(['193X', '194X'])).toBe('20 世纪 30—40 年代');
  expect(stripTitle(['-04XX', '19XX'])).toBe('公元前 5—公元 20 世纪');
  expect(stripTitle(['2019'])).toBe('2019 年');
});

describe('milestones without a date', () => {
  test('have no column in the strip and no year in the list', () => {
    expect(stripColumns([on(null)])).toEqual([]);
    expect(groupByYear([on(null)])).toEqual([]);
  });

  test('stand last, in the order given', () => {
    const all = [
      { date: null, id: 1 },
      { date: '2019', id: 2 },
      { date: null, id: 3 },
      { date: '2015', id: 4 },
    ];
    expect(all.sort(compareMilestones).map(({ id }) => id)).toEqual([4, 2, 1, 3]);
    expect(compareMilestones(on(null), on('2019'))).toBeGreaterThan(0);
    expect(compareMilestones(on('2019'), on(null))).toBeLessThan(0);
  });

  test('are never picked', () => {
    const one = { date: null, basis: 'stated' as const, story: { county: { id: 'a' } } };
    expect(pickMilestones([one], 3)).toEqual([]);
  });
});

describe('the years of a list', () => {
  test('follow each other; what has no known beginning stands under its end', () => {
    const groups = groupByYear([on('2019'), on('../2016'), on('2018-05/2019'), on('2018')]);
    expect(groups.map(({ year }) => year)).toEqual(['2016', '2018', '2019']);
    expect(groups[1]?.milestones.map(({ date }) => date)).toEqual(['2018', '2018-05/2019']);
  });

  test('name no year where only the decade or century is known', () => {
    const groups = groupByYear(['18XX', '1931', '193X~', '193X/1950', '-0499'].map(on));
    expect(groups.map(({ year, milestones }) => [year, milestones.length])).toEqual([
      ['-0499', 1],
      ['18XX', 1],
      ['193X', 2],
      ['1931', 1],
    ]);
  });

  test('are decades or centuries where there are many', () => {
    const every = (step: number) => Array.from({ length: 50 }, (_, i) => on(String(1500 + i * step).padStart(4, '0')));
    expect(groupByYear(every(1)).map(({ year }) => year)).toEqual(['150X', '151X', '152X', '153X', '154X']);
    expect(groupByYear(every(10)).map(({ year }) => year)).toEqual(['15XX', '16XX', '17XX', '18XX', '19XX']);
  });

  test('are where the strip leads', () => {
    const all = ['2009-08-20', '2012', '201X', '2022'].map(on);
    const groups = new Set(groupByYear(all).map(({ year }) => year));
    for (const { group } of stripColumns(all)) if (group !== null) expect(groups).toContain(group);
  });
});

describe('what a narrow column shows', () => {
  const at = (date: string, county: string, basis: 'stated' | 'inferred' = 'stated', planned = false) => ({
    date,
    basis,
    planned,
    story: { county: { id: county } },
  });

  test('is the stated and precise, from as many counties as fit, in order of date', () => {
    const all = [at('2019', 'a'), at('2019-05', 'a'), at('2019-03', 'b', 'inferred'), at('2019-12-01', 'a')];
    expect(pickMilestones(all, 2).map(({ date }) => date)).toEqual(['2019-03', '2019-12-01']);
    expect(pickMilestones(all, 9).map(({ date }) => date)).toEqual(['2019', '2019-03', '2019-05', '2019-12-01']);
  });

  test('is what was done before what was planned', () => {
    expect(pickMilestones([at('2021-01', 'a', 'stated', true), at('2021', 'a')], 1).map(({ date }) => date)).toEqual([
      '2021',
    ]);
  });

  test('is what is stated before what is inferred, however precise, done or planned', () => {
    const done = [at('2021-01-05', 'a', 'inferred'), at('2021', 'a')];
    const planned = done.map((milestone) => ({ ...milestone, planned: true }));
    expect(pickMilestones(done, 1).map(({ date }) => date)).toEqual(['2021']);
    expect(pickMilestones(planned, 1).map(({ date }) => date)).toEqual(['2021']);
  });
});
