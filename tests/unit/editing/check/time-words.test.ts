import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { timesIn } from '../../../../src/editing/check/time-words.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';

const good = readContent('tests/fixtures/content');
const WORDS = '2020 年 2 月 29 日，';
const found = (date: string, words: string) =>
  checkContent(
    good.map((file) => ({
      ...file,
      text: file.text.replace('date: "2020-02-29"', `date: "${date}"`).replace(WORDS, words),
    })),
    { day: '2027-01-01' },
  ).filter(({ rule }) => rule === 'date-mismatch');

describe('the times that words state', () => {
  test.each<[string, (number | null)[][]]>([
    ['2017 年 4 月 5 日', [[2017, 4, 5]]],
    ['2017年4月', [[2017, 4, null]]],
    [
      '二〇一七年、二零一九年底',
      [
        [2017, null, null],
        [2019, null, null],
      ],
    ],
    [
      '2016—2020 年间，2017 年',
      [
        [2016, null, null],
        [2017, null, null],
      ],
    ],
    ['4 月 5 日', [[null, 4, 5]]],
    ['2017-04-05 10:00', [[2017, 4, 5]]],
    ['去年底，三年来，5000 年，100 户', [[5000, null, null]]],
    ['公元前 1046 年', []],
    ['编号 20170405', []],
    ['“十三五”之初', []],
  ])('“%s”', (words, times) => {
    expect(timesIn(words).map(({ year, month, day }) => [year, month, day])).toEqual(times);
  });
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2020-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const said = (date: string, year = date.slice(0, 4)) =>
  `${year} 年 ${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日，`;

describe('a date', () => {
  test('as fine as its words or coarser is right', () => {
    fc.assert(
      fc.property(day, (date) => {
        for (const own of [
          date,
          date.slice(0, 7),
          date.slice(0, 4),
          `${date.slice(0, 3)}X`,
          `../${date}`,
          `${date}/..`,
        ])
          expect(found(own, said(date)), own).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('of another day than its words is told, with both', () => {
    fc.assert(
      fc.property(day, day, (date, other) => {
        fc.pre(date !== other);
        const [problem] = found(date, said(other));
        expect(problem?.message).toContain(date);
        expect(problem?.message).toContain(said(other).slice(0, -1));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['2019-11/2019-12', '2019 年底，'],
    ['2014/2017-04', '从 2014 年到 2017 年 4 月，'],
    ['2018', '2016—2020 年间，'],
    ['2017?-04-05', '4 月 5 日，'],
    ['1977-11-25', '那年冬天，'],
  ])('%s is right beside “%s”', (date, words) => expect(found(date, words)).toEqual([]));
});
