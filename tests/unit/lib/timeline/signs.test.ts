import { describe, expect, test } from 'vitest';
import { type SignShape, signOf } from '../../../../src/lib/timeline/signs.ts';

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

  test('what recurs is drawn over the time in which it recurs', () => {
    expect(signOf({ ...stated('2019'), recurs: 'P1M' }).shape).toBe('recurs');
  });

  test('a point covers its whole precision and no more', () => {
    expect(signOf(stated('2019-02'))).toMatchObject({ start: day('2019-02-01'), end: day('2019-03-01') });
    expect(signOf(stated('2017-04-05'))).toMatchObject({ start: day('2017-04-05'), end: day('2017-04-06') });
  });

  test('an open side has an arrow, an unknown one has none', () => {
    expect(signOf(stated('2016/..')).isOpen).toBe(true);
    expect(signOf(stated('2016/')).isOpen).toBe(false);
  });

  test.each(['2019?', '2019~', '2019?-10-03', '2018/2019?', '2016?/..'])('%s is doubtful', (date) => {
    expect(signOf(stated(date)).isDoubtful).toBe(true);
  });

  test('what is inferred is doubtful, what is stated is not', () => {
    expect(signOf({ date: '2020', basis: 'inferred' }).isDoubtful).toBe(true);
    expect(signOf(stated('2020')).isDoubtful).toBe(false);
  });
});
