import { describe, expect, test } from 'vitest';
import { isIn, NO_FILTER, readSpan, writeSpan, yearStops } from '../../../../src/lib/map/filter.ts';

const year = (from: number | null, to = from) => ({ from, to });

describe('the stops of the slider', () => {
  test('are everything and the years there are', () => {
    expect(yearStops([])).toEqual(['all']);
    expect(yearStops([year(2015), year(2018, 2031), year(null)])).toEqual(['all', '2015', '2016', '2017', '2018']);
    expect(yearStops([year(null, 1960)])).toEqual(['all', '1960']);
  });

  test('are few, however long the time', () => {
    expect(yearStops([year(1931), year(1998)])).toEqual(['all', ...[3, 4, 5, 6, 7, 8, 9].map((n) => `19${n}X`)]);
    expect(yearStops([year(-499), year(1382, 1949), year(1949)])).toEqual(['all', '-04XX', '13XX', '19XX']);
    const many = Array.from({ length: 60 }, (_, i) => year(2015 + (i % 6)));
    expect(yearStops([year(1900), ...many, year(2050)]).filter((stop) => !/^\d/.test(stop))).toEqual([
      ...['all', 'before', 'after'],
    ]);
  });
});

const SIX = ['all', 'before', ...[2015, 2016, 2017, 2018, 2019, 2020].map(String), 'after'];

describe('a span', () => {
  test('is in each stop that it touches', () => {
    expect(isIn(year(2018, 2020), '2019', SIX)).toBe(true);
    expect(isIn(year(2018, 2020), '2017', SIX)).toBe(false);
    expect(isIn(year(2014, 2016), 'before', SIX)).toBe(true);
    expect(isIn(year(2020, 2021), 'after', SIX)).toBe(true);
    expect(isIn(year(2020), 'after', SIX)).toBe(false);
    expect(isIn(year(2015, 2016), 'before', SIX)).toBe(false);
    expect(isIn(year(2016, 2018), '2019', SIX)).toBe(false);
    expect([2018, 2019, 2020].map((one) => isIn(year(2018, 2020), `${one}`, SIX))).toEqual([true, true, true]);
    const centuries = ['all', '-04XX', '13XX', '19XX'];
    expect(centuries.map((stop) => isIn(year(1382, 1949), stop, centuries))).toEqual([true, false, true, true]);
    expect(isIn(year(-499), '-04XX', centuries)).toBe(true);
    expect(isIn(year(-500), '-04XX', centuries)).toBe(false);
  });

  test('with one end unknown is where its known end is', () => {
    expect(isIn(year(null, 2019), '2019', SIX)).toBe(true);
    expect(isIn(year(null, 2019), 'before', SIX)).toBe(false);
    expect(isIn(year(2021, null), 'after', SIX)).toBe(true);
    expect(isIn(year(2021, null), '2020', SIX)).toBe(false);
    expect(writeSpan(year(null, 2019))).toBe('2019');
  });

  test('without any year is in all years alone', () => {
    expect(isIn(year(null), 'all', SIX)).toBe(true);
    for (const stop of SIX.slice(1)) expect(isIn(year(null), stop, SIX)).toBe(false);
  });

  test.each([
    [year(2019)],
    [year(2018, 2020)],
    [year(null)],
    [year(0)],
    [year(-499)],
    [year(-499, -400)],
    [year(-499, 1949)],
  ])('%o survives an attribute', (span) => {
    expect(readSpan(writeSpan(span))).toEqual(span);
  });
});

test('an untouched filter keeps everything', () => {
  expect(isIn(year(null), NO_FILTER.year, SIX)).toBe(true);
  expect(NO_FILTER.genre).toBe('');
});

test('a year without a span says nothing in an attribute', () => expect(writeSpan(year(null))).toBe(''));
