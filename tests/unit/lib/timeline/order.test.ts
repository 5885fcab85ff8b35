import { describe, expect, test } from 'vitest';
import { compareMilestones, groupByYear, pickMilestones, stripColumns } from '../../../../src/lib/timeline/order.ts';

const on = (date: string | null) => ({ date });

describe('the six-year strip', () => {
  test('has its six years, even empty ones', () => {
    expect(stripColumns([]).map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020]);
  });

  test('puts what lies outside into its two ends', () => {
    const columns = stripColumns([on('2009-08-20'), on('2021'), on('2017-04-05')]);
    expect(columns.map(({ year, milestones }) => [year, milestones.length])).toEqual([
      ['before', 1],
      [2015, 0],
      [2016, 0],
      [2017, 1],
      [2018, 0],
      [2019, 0],
      [2020, 0],
      ['after', 1],
    ]);
  });

  test('puts a span under the year in which it began, and one without a beginning before all', () => {
    const columns = stripColumns([on('2016/..'), on('2018/2019'), on('../2016')]);
    const years = columns.filter(({ milestones }) => milestones.length > 0).map(({ year }) => year);
    expect(years).toEqual(['before', 2016, 2018]);
  });

  test('holds what began in its first or last year there alone', () => {
    const columns = stripColumns([on('2015'), on('2020')]).filter(({ milestones }) => milestones.length > 0);
    expect(columns.map(({ year }) => year)).toEqual([2015, 2020]);
  });

  test('sorts within a year by the earliest day', () => {
    const [column] = stripColumns([on('2019-11'), on('2019'), on('2019-10-03')]).filter(({ year }) => year === 2019);
    expect(column?.milestones.map(({ date }) => date)).toEqual(['2019', '2019-10-03', '2019-11']);
  });
});

describe('milestones without a date', () => {
  test('have no column in the strip and no year in the list', () => {
    expect(stripColumns([on(null)]).flatMap(({ milestones }) => milestones)).toEqual([]);
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
  test('follow each other, those with an unknown beginning first', () => {
    const groups = groupByYear([on('2019'), on('../2016'), on('2018-05/2019'), on('2018')]);
    expect(groups.map(({ year }) => year)).toEqual(['open', 2018, 2019]);
    expect(groups[1]?.milestones.map(({ date }) => date)).toEqual(['2018', '2018-05/2019']);
  });

  test('name the first year of what lies outside the six years', () => {
    const columns = stripColumns([on('2009-08-20'), on('2012'), on('2022')]);
    expect(columns.filter(({ milestones }) => milestones.length > 0).map(({ firstYear }) => firstYear)).toEqual([
      2009, 2022,
    ]);
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
