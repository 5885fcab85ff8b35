import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretchOf } from '../../../../src/lib/dates/stretches.ts';
import { cellDate, dateMarks } from '../../../../src/lib/timeline/cell-dates.ts';
import { columnOfYear, tableColumns } from '../../../../src/lib/timeline/columns.ts';
import { columnHeading } from '../../../../src/lib/timeline/strip-words.ts';
import { columnWidths, lineOf, packBars, tableOf } from '../../../../src/lib/timeline/table.ts';
import { edtfDate } from '../dates/made-dates.ts';

const names = (years: number[]) => tableColumns(years).map(columnHeading);
const run = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the columns of a table', () => {
  test('are the years that hold something, those between them folded', () => {
    expect(names([2015, 2016, 2019, 2021, 2021])).toEqual(['2015', '2016', '2017—2018', '2019', '2020', '2021']);
    expect(tableColumns([2015, 2016, 2019]).map(({ isGap }) => isGap)).toEqual([false, false, true, false]);
    expect(names([1931, 1954, 1998])).toEqual(['1931', '1932—1953', '1954', '1955—1997', '1998']);
  });

  test('of one day or one year are one', () => {
    expect(names([2019])).toEqual(['2019']);
    expect(names([])).toEqual([]);
  });

  test('are decades, then centuries, where there are more', () => {
    expect(names(run(1931, 1998))).toEqual(
      [1930, 1940, 1950, 1960, 1970, 1980, 1990].map((decade) => `${decade} 年代`),
    );
    expect(names(run(1500, 2000))).toEqual(['16 世纪', '17 世纪', '18 世纪', '19 世纪', '20 世纪', '21 世纪']);
  });

  test('gather a few that lie far from the rest at the ends', () => {
    const many = run(0, 40).map((i) => 2015 + (i % 7));
    expect(names([1709, 1911, ...run(1940, 1942), ...many, ...many])).toEqual(['此前', ...run(2015, 2021).map(String)]);
  });

  test('go back before our era', () => {
    expect(names([-499, -3, 25, 959])).toEqual([
      '前 500',
      '前 499—前 5',
      '前 4',
      '前 3—公元 24',
      '公元 25',
      '公元 26—958',
      '959',
    ]);
    const deep = tableColumns(run(-30, 20).map((century) => century * 100 + 5));
    expect(deep[0]?.heading).toBe('before');
    expect(deep.length).toBeLessThanOrEqual(11);
  });

  const years = fc.array(fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1900, max: 2030 })), {
    minLength: 1,
    maxLength: 60,
  });

  test('of any years have room, are in order, name themselves, and hold each year once', () =>
    fc.assert(
      fc.property(years, (all) => {
        const columns = tableColumns(all);
        const width = columns.reduce((sum, { isGap }) => sum + (isGap ? 0.4 : 1), 0);
        expect(width).toBeLessThanOrEqual(9.1);
        const words = columns.map(columnHeading);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).not.toMatch(/undefined|NaN|X|^$/);
        const held = new Set(all.map((year) => columnOfYear(year, columns)));
        for (const [i, { heading, isGap }] of columns.entries()) expect(held.has(i), heading).toBe(!isGap);
        const placed = [...all].sort((a, b) => a - b).map((year) => columnOfYear(year, columns));
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
        for (const year of all) {
          const stretch = stretchOf(columns[columnOfYear(year, columns)]?.heading ?? '');
          // EDTF has the year 0 on both sides.
          if (stretch) expect(stretch.first <= year && year <= stretch.last).toBe(true);
        }
      }),
    ));
});

describe('bars', () => {
  const bar = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

  test('lie on no other, in no more lines than lie over one column', () =>
    fc.assert(
      fc.property(fc.array(bar, { maxLength: 30 }), (bars) => {
        const lines = packBars(bars);
        expect(lines.flat()).toHaveLength(bars.length);
        for (const line of lines)
          for (const [i, { from }] of line.slice(1).entries()) expect(from).toBeGreaterThan(line[i]?.to ?? 99);
        const over = (column: number) => bars.filter(({ from, to }) => from <= column && column <= to).length;
        expect(lines.length).toBe(Math.max(0, ...Array.from({ length: 11 }, (_, i) => over(i))));
        for (const line of lines) expect(lineOf(line, 11).reduce((sum, { columns }) => sum + columns, 0)).toBe(11);
      }),
    ));
});

const unitOf = (id: string) => ({ id, name: `${id}县`, shortName: id });
const units = ['甲', '乙', '丙'].map(unitOf);

describe('a table', () => {
  const milestone = fc.record({
    date: fc.option(edtfDate, { nil: null }),
    printed: fc.constant('近日'),
    basis: fc.constantFrom('stated' as const, 'inferred' as const),
    story: fc.constantFrom(...units).map((county) => ({ county })),
    title: fc.constant('某事'),
  });

  test('of any dates holds every milestone once, and says when each was', () =>
    fc.assert(
      fc.property(fc.array(milestone, { maxLength: 40 }), (all) => {
        const table = tableOf(all);
        const { columns, rows, counts, undated } = table;
        const bars = rows.flatMap((row) => row.bars.flat());
        const held = rows.flatMap((row) => [
          ...row.bars.flat().map((one) => one.milestone),
          ...row.cells.flat(),
          ...row.undated,
        ]);
        expect(held).toHaveLength(all.length);
        expect(new Set(held)).toEqual(new Set(all));
        expect(counts.reduce((a, b) => a + b, 0) + undated).toBe(all.length);
        expect(columnWidths(table)).toHaveLength(columns.length + 1);
        for (const { from, to } of bars) {
          expect(from).toBeLessThan(to);
          expect(columns[from]?.isGap || columns[to]?.isGap).toBe(false);
        }
        for (const { unit, cells, undated: dateless } of rows) {
          for (const [i, some] of cells.entries()) {
            if (columns[i]?.isGap) expect(some).toEqual([]);
            for (const one of some) {
              expect(one.story.county).toBe(unit);
              const words = [cellDate({ ...one, printed: undefined }, columns[i]?.heading ?? ''), ...dateMarks(one)];
              expect(words.join()).not.toMatch(/undefined|NaN|null/);
            }
          }
          for (const one of dateless) expect(cellDate(one, '')).toBe('近日');
        }
      }),
    ));

  test('makes a bar of what lasts beyond a column, and an entry of what is open', () => {
    const story = { county: units[0] ?? unitOf('甲') };
    const table = tableOf(['2015', '2016/2018', '2016/..', '../2015', '2018'].map((date) => ({ date, story })));
    const [row] = table.rows;
    expect(row?.bars.flat().map(({ milestone: { date } }) => date)).toEqual(['2016/2018']);
    expect(row?.cells.map((some) => some.map(({ date }) => date))).toEqual([
      ['2015', '../2015'],
      ['2016/..'],
      [],
      ['2018'],
    ]);
  });
});

describe('a date in its cell', () => {
  const on = (date: string | null, more: object = {}) => ({ date, basis: 'stated' as const, ...more });

  test.each([
    ['2019-10-03', {}, '10.3'],
    ['2019-10', {}, '10 月'],
    ['2019', {}, ''],
    ['2019-21', {}, '春'],
    ['2019-11/2019-12', { extent: 'within' }, '11—12 月间'],
    ['2019-05-06/2019-05-09', {}, '5.6—9'],
    ['2019-11-10/2019-12', {}, '11.10至 12 月'],
    ['2019-09/..', {}, '9 月起'],
    ['2019/..', {}, '当年起'],
    ['../2019', {}, '至 2019'],
    ['2019-12', { printed: '2019 年底' }, '年底'],
    ['2017-07/2017-12', { printed: '2017 年下半年' }, '下半年', '2017'],
    ['2019?/..', { printed: '今年以来' }, '当年起'],
    ['1937-07-07', {}, '1937.7.7', '193X'],
    ['193X', {}, '1930 年代', '193X'],
    ['-0499', {}, '', '-0499'],
    ['0960-02', {}, '2 月', '0960'],
    [null, { printed: '近日' }, '近日', ''],
    [null, { recurs: 'P1M' }, '每月一次', ''],
  ])('%s %o is %s', (date, more, words, heading = '2019') => {
    expect(cellDate(on(date, more), heading)).toBe(words);
  });

  test('says beside it what must be known', () => {
    expect(dateMarks(on('2019?-10-03', { basis: 'inferred' }))).toEqual(['年份推定']);
    expect(dateMarks(on('2019?'))).toEqual(['存疑']);
    expect(dateMarks(on('2019~'))).toEqual(['约']);
    expect(dateMarks(on('2021', { planned: true }))).toEqual(['计划']);
    expect(dateMarks(on('2019/..', { recurs: 'P1M' }))).toEqual(['每月一次']);
    expect(dateMarks(on('2019'))).toEqual([]);
  });
});
