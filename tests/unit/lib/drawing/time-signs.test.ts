import { describe, expect, test } from 'vitest';
import { type SignShape, signOf } from '../../../../src/lib/drawing/time-signs.ts';

const day = (text: string) => Date.parse(text);
const stated = (date: string) => ({ date, basis: 'stated' as const });

describe('how a milestone is drawn', () => {
  test.each<[string, SignShape]>([
    ['2017-04-05', 'day'],
    ['2019-11', 'within'],
    ['2019-21', 'within'],
    ['2019', 'within'],
    ['201X', 'within'],
    ['2016/2020', 'span'],
    ['2016/..', 'from'],
    ['2015/', 'from'],
    ['../2016', 'until'],
  ])('%s is drawn as %s', (date, shape) => expect(signOf(stated(date)).shape).toBe(shape));

  test('a moment inside an interval is no bar', () => {
    expect(signOf({ ...stated('2020-11-10/2020-12'), extent: 'within' }).shape).toBe('within');
  });

  test.each<[string, SignShape]>([
    ['2019', 'recurs'],
    ['2018/2019', 'recurs'],
    ['2016/..', 'from'],
    ['../2016', 'until'],
    ['2017-04-05', 'day'],
  ])('what recurs in %s is drawn as %s: over the time in which it recurs, where that has a length', (date, shape) => {
    expect(signOf({ ...stated(date), recurs: 'P1M' }).shape).toBe(shape);
  });

  test('a point covers its whole precision and no more', () => {
    expect(signOf(stated('2019-02'))).toMatchObject({ start: day('2019-02-01'), end: day('2019-03-01') });
    expect(signOf(stated('2017-04-05'))).toMatchObject({ start: day('2017-04-05'), end: day('2017-04-06') });
  });

  test('a span covers its first day and its last', () => {
    expect(signOf(stated('2018-05/2019'))).toMatchObject({ start: day('2018-05-01'), end: day('2020-01-01') });
  });

  test('what is open on one side covers its known side alone', () => {
    expect(signOf(stated('2016/..'))).toMatchObject({ start: day('2016-01-01'), end: day('2017-01-01') });
    expect(signOf(stated('../2016'))).toMatchObject({ start: day('2016-01-01'), end: day('2017-01-01') });
  });

  test.each(['2016/..', '../2016'])('the open side of %s has an arrow', (date) => {
    expect(signOf(stated(date)).isOpen).toBe(true);
  });

  test.each(['2016/', '/2016', '2016', '2016-21', '2016-03-04', '2016/2017'])('%s has no arrow', (date) => {
    expect(signOf(stated(date)).isOpen).toBe(false);
  });

  test('what was planned is told from what was done', () => {
    expect(signOf({ ...stated('2021'), planned: true }).isPlanned).toBe(true);
    expect(signOf(stated('2021')).isPlanned).toBe(false);
  });

  test.each(['2019?', '2019~', '2019?-10-03', '2018/2019?', '2016?/..'])('%s is doubtful', (date) => {
    expect(signOf(stated(date)).isDoubtful).toBe(true);
  });

  test('what is inferred is doubtful, what is stated is not', () => {
    expect(signOf({ date: '2020', basis: 'inferred' }).isDoubtful).toBe(true);
    expect(signOf(stated('2020')).isDoubtful).toBe(false);
  });
});
