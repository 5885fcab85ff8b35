import { describe, expect, test } from 'vitest';
import { isIn, NO_FILTER, readSpan, shadeOf, writeSpan, yearStops } from '../../../../src/lib/map/filter.ts';

const year = (from: number | null, to = from) => ({ from, to });

describe('the stops of the slider', () => {
  test('are everything and the six years', () => {
    expect(yearStops([])).toEqual(['all', '2015', '2016', '2017', '2018', '2019', '2020']);
  });

  test('reach beyond them where the archive does', () => {
    const stops = yearStops([year(2009), year(2021)]);
    expect(stops.slice(0, 2)).toEqual(['all', 'before']);
    expect(stops.at(-1)).toBe('after');
    expect(stops).toHaveLength(9);
    expect(yearStops([year(2009)]).slice(0, 2)).toEqual(['all', 'before']);
    expect(yearStops([year(2009)]).at(-1)).toBe('2020');
    expect(yearStops([year(null)])).toHaveLength(7);
  });
});

describe('a span', () => {
  test('is in each year that it touches', () => {
    expect(isIn(year(2018, 2020), '2019')).toBe(true);
    expect(isIn(year(2018, 2020), '2017')).toBe(false);
    expect(isIn(year(2014, 2016), 'before')).toBe(true);
    expect(isIn(year(2020, 2021), 'after')).toBe(true);
    expect(isIn(year(2020), 'after')).toBe(false);
    expect(isIn(year(2015, 2016), 'before')).toBe(false);
    expect(isIn(year(2016, 2018), '2019')).toBe(false);
    expect([2018, 2019, 2020].map((one) => isIn(year(2018, 2020), `${one}`))).toEqual([true, true, true]);
  });

  test('with one end unknown is where its known end is', () => {
    expect(isIn(year(null, 2019), '2019')).toBe(true);
    expect(isIn(year(null, 2019), 'before')).toBe(false);
    expect(isIn(year(2021, null), 'after')).toBe(true);
    expect(isIn(year(2021, null), '2020')).toBe(false);
    expect(writeSpan(year(null, 2019))).toBe('2019');
  });

  test('without any year is in all years alone', () => {
    expect(isIn(year(null), 'all')).toBe(true);
    for (const stop of yearStops([year(2009), year(2021)]).slice(1)) expect(isIn(year(null), stop)).toBe(false);
  });

  test.each([[year(2019)], [year(2018, 2020)], [year(null)]])('%o survives an attribute', (span) => {
    expect(readSpan(writeSpan(span))).toEqual(span);
  });
});

test('an untouched filter keeps everything', () => {
  expect(isIn(year(null), NO_FILTER.year)).toBe(true);
  expect(NO_FILTER.genre).toBe('');
});

test('a year without a span says nothing in an attribute', () => expect(writeSpan(year(null))).toBe(''));

test('shades begin at 0, 1, 5 and 10 milestones', () => {
  expect([0, 1, 4, 5, 9, 10, 99].map(shadeOf)).toEqual([0, 1, 1, 2, 2, 3, 3]);
});
