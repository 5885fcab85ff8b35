import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archivePeriod } from '../../../../src/lib/dates/period.ts';
import { edtfDate } from './made-dates.ts';

test.each([
  [['2020-12/2021-03', '2015', '2019?-11'], '2015—2021'],
  [['1931-07', '1998-08/1998-09'], '1931—1998'],
  [['-0499', '1949'], '公元前 500 年—1949'],
  [['2019'], '2019'],
  [['2019', '2019-10-03'], '2019'],
  [['0960', '1279'], '960—1279'],
  [['0025', '0220'], '公元 25—220 年'],
  [['-0499', '-0220'], '公元前 500—前 221 年'],
  [['18XX', '1949'], '19 世纪—1949'],
  [['18XX', '1800', '1949'], '1800—1949'],
  [['193X', '195X'], '20 世纪 30—50 年代'],
  [['193X'], '20 世纪 30 年代'],
  [['1382/1949'], '1382—1949'],
  [['2016/..', '../2010'], '2010—2016'],
  [['2019-24'], '2019—2020'],
  [[], null],
])('%j is the period %s', (dates, period) => expect(archivePeriod(dates)).toBe(period));

test('any dates have one', () =>
  fc.assert(
    fc.property(fc.array(edtfDate, { minLength: 1 }), (dates) => {
      expect(archivePeriod(dates)).toMatch(/\d/);
      expect(archivePeriod(dates)).not.toMatch(/undefined|NaN/);
    }),
  ));
