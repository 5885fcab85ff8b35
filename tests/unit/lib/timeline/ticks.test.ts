import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticksIn } from '../../../../src/lib/timeline/ticks.ts';
import { readView, WHOLE } from '../../../../src/lib/timeline/view.ts';

const axis = { start: Date.UTC(2012, 0), end: Date.UTC(2022, 0) };
const far = { start: Date.parse('-003000-01-01'), end: Date.UTC(2022, 0) };
const day = 86_400_000;
const viewOf = (from: string, to: string) => ({
  start: (Date.parse(from) - axis.start) / (axis.end - axis.start),
  end: (Date.parse(to) - axis.start) / (axis.end - axis.start),
});
const labels = (ticks: readonly { label: string | null }[]) => ticks.flatMap(({ label }) => label ?? []);

describe('the ticks', () => {
  test('are years in a wide window, and fewer of them in a narrow one', () => {
    expect(labels(ticksIn(WHOLE, axis, 60))).toEqual(Array.from({ length: 10 }, (_, i) => `${2012 + i}`));
    expect(labels(ticksIn(WHOLE, axis, 16))).toEqual(['2012', '2014', '2016', '2018', '2020']);
  });

  test('are months, and then days, as a reader comes closer', () => {
    expect(labels(ticksIn(viewOf('2017-11-15', '2018-04-15'), axis, 60))).toEqual([
      '2017.12',
      '2018',
      '2018.2',
      '2018.3',
      '2018.4',
    ]);
    expect(labels(ticksIn(viewOf('2018-02-25', '2018-03-06'), axis, 60)).slice(0, 5)).toEqual([
      '2018.2.25',
      '2018.2.26',
      '2018.2.27',
      '2018.2.28',
      '2018.3',
    ]);
  });

  test('are round years as readers count them, from thousands of years down to days', () => {
    const long = { start: Date.parse('-001100-01-01'), end: Date.parse('2100-01-01') };
    const at = (from: string, to: string, width = 40) =>
      labels(ticksIn(readView(`${from}/${to}`, long, 0), long, width));
    expect(labels(ticksIn(WHOLE, long, 40))).toEqual(['前 1000', '前 500', '公元 1', '500', '1000', '1500']);
    expect(at('-000550-01-01', '-000350-01-01', 20)).toEqual(['前 550', '前 500', '前 450', '前 400']);
    expect(at('-000004-01-01', '0004-01-01')).toEqual(['前 4', '前 3', '前 2', '前 1', '公元 1', '公元 2', '公元 3']);
    expect(at('-000499-01-01', '-000499-06-01')).toEqual(['前 500', '前 500.2', '前 500.3', '前 500.4', '前 500.5']);
  });

  test('stand at whole days in the window, in order, and no label is cut off by its end', () => {
    const span = fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }));
    const width = fc.double({ min: 8, max: 800, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(axis, far), span, width, (axis, [start, length], em) => {
        const view = { start, end: Math.min(1, start + length) };
        const ticks = ticksIn(view, axis, em);
        const places = ticks.map(({ at }) => at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const { at, label } of ticks) {
          const days = ((at / 100) * (axis.end - axis.start)) / day;
          expect(Math.abs(days - Math.round(days))).toBeLessThan(1e-6);
          expect(at / 100 >= view.start - 1e-9 && at / 100 <= view.end + 1e-9).toBe(true);
          const room = ((view.end - at / 100) / (view.end - view.start)) * em;
          if (label) expect(room).toBeGreaterThan(2);
        }
      }),
    );
  });
});
