import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../../src/lib/dates/days.ts';
import { type Axis, axisOf, boxOf, layOutLane, packRows, yearTicks } from '../../../../src/lib/timeline/lanes.ts';
import { signOf } from '../../../../src/lib/timeline/signs.ts';
import { edtfDate } from '../dates/made-dates.ts';

const boxes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 300 })).map(([from, length]) => {
    return { from, to: from + length };
  }),
  { maxLength: 60 },
);

const two = (n: number) => String(n).padStart(2, '0');
/** Dates of every kind, as milestones have them. */
const milestones = fc.array(
  fc
    .record({
      year: fc.integer({ min: 2009, max: 2021 }),
      month: fc.integer({ min: 1, max: 12 }),
      form: fc.constantFrom('year', 'month', 'day', 'span', 'from', 'until'),
      basis: fc.constantFrom('stated' as const, 'inferred' as const),
    })
    .map(({ year, month, form, basis }) => {
      const dates = { year: '', month: `-${two(month)}`, day: `-${two(month)}-15`, span: `/${year + 1}`, from: '/..' };
      return { date: form === 'until' ? `../${year}` : `${year}${dates[form as keyof typeof dates]}`, basis };
    }),
  { minLength: 1, maxLength: 40 },
);

describe('rows', () => {
  test('never hold two boxes that overlap', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const rows = packRows(all);
        for (const [i, a] of all.entries())
          for (const [j, b] of all.entries())
            if (i < j && rows[i] === rows[j]) expect(a.to <= b.from || b.to <= a.from).toBe(true);
      }),
    );
  });

  test('are no more than the boxes that overlap at one place', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const depth = Math.max(0, ...all.map(({ from }) => all.filter((b) => b.from <= from && from < b.to).length));
        expect(Math.max(0, ...packRows(all).map((row) => row + 1))).toBe(depth);
      }),
    );
  });
});

describe('a lane', () => {
  test('keeps every sign clear of the others, on the axis, in the order given', () => {
    fc.assert(
      fc.property(milestones, (all) => {
        const items = all.map((item) => ({ item, sign: signOf(item) }));
        const lane = layOutLane(items, axisOf(items.map(({ sign }) => sign)));
        expect(lane.signs.map(({ item }) => item)).toEqual(all);
        for (const [i, a] of lane.signs.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(0);
          expect(a.to).toBeLessThanOrEqual(100);
          expect(a.from).toBeLessThanOrEqual(a.to);
          expect(a.row).toBeLessThan(lane.rows);
          for (const b of lane.signs.slice(i + 1)) {
            if (a.row !== b.row) continue;
            expect(boxOf(a).to <= boxOf(b).from || boxOf(b).to <= boxOf(a).from).toBe(true);
          }
        }
      }),
    );
  });

  /** Sixteen days: where the drawing is narrowest, a day is one em. */
  const days = { start: Date.UTC(2019, 6, 1), end: Date.UTC(2019, 6, 17) };
  /** Lays out dates of that July, `~` for one that is only inferred. */
  const layOut = (dates: readonly string[], axis: Axis = days) =>
    layOutLane(
      dates.map((text) => {
        const date = text.replace('~', '').replace(/\d{2}/g, '2019-07-$&');
        return { item: text, sign: signOf({ date, basis: text.startsWith('~') ? 'inferred' : 'stated' }) };
      }),
      axis,
    );

  test.each([
    ['05', 'a day, at its middle', 4.5, 4.5],
    ['05/06', 'a span, from its first day to its last', 4, 6],
    ['05/..', 'what goes on, where it began', 4, 4],
    ['../05', 'what was before, where it ended', 5, 5],
  ])('draws %s as %s', (date, _, from, to) => {
    const [sign] = layOut([date]).signs;
    expect([sign?.from, sign?.to]).toEqual([(from / 16) * 100, (to / 16) * 100]);
  });

  test.each([
    ['two dots a day apart', ['03', '04'], 2],
    ['two dots two days apart', ['03', '05'], 1],
    ['two dots that fade, two days apart', ['~03', '~05'], 2],
    ['two dots that fade, three days apart', ['~03', '~06'], 1],
    ['a dot before an arrow to the left, within its reach', ['04', '../05'], 2],
    ['a dot before an arrow to the left, out of its reach', ['03', '../05'], 1],
    ['a dot after an arrow to the right, within its reach', ['03/..', '04'], 2],
    ['a dot after an arrow to the right, out of its reach', ['03/..', '05'], 1],
    ['a dot behind an arrow to the right', ['03', '05/..'], 1],
    ['a dot behind an arrow to the left', ['../03', '05'], 1],
    ['a dot inside a span', ['03/08', '05'], 2],
    ['a dot beside a span', ['03/08', '10'], 1],
  ])('at the narrowest, %s: %j take %i rows', (_, dates, rows) => {
    expect(layOut(dates).rows).toBe(rows);
    expect(layOut([...dates].reverse()).rows).toBe(rows);
  });

  test('keeps a dot clear of the head of an arrow, 1.6 em from where it stands', () => {
    // A day is 1.45 em: the dot of the day after begins 1.62 em from the arrow's place.
    const axis = { start: days.start, end: days.start + (16 / 1.45) * DAY };
    expect(layOut(['01/..', '02'], axis).rows).toBe(2);
    expect(layOut(['../02', '01'], axis).rows).toBe(2);
  });

  test('has one row where it is empty', () => {
    expect(layOut([])).toEqual({ rows: 1, signs: [] });
  });

  test('goes from the past on the left to the present on the right', () => {
    fc.assert(
      fc.property(milestones, (all) => {
        const items = all.map((item) => ({ item, sign: signOf(item) }));
        const { signs } = layOutLane(items, axisOf(items.map(({ sign }) => sign)));
        for (const a of signs)
          for (const b of signs) if (a.sign.end <= b.sign.start) expect(a.to).toBeLessThanOrEqual(b.from);
      }),
    );
  });

  test('shows one day where it is known, and its whole precision where it is not', () => {
    const items = ['2019-07-02', '2019'].map((date) => ({ item: date, sign: signOf({ date, basis: 'stated' }) }));
    const lane = layOutLane(items, { start: Date.UTC(2019, 0), end: Date.UTC(2020, 0) });
    expect(lane.signs.map(({ from, to }) => [Math.round(from), Math.round(to)])).toEqual([
      [50, 50],
      [0, 100],
    ]);
  });
});

describe('the axis', () => {
  test('names every year it holds signs of', () => {
    const axis = axisOf(['2015', '2021-03'].map((date) => signOf({ date, basis: 'stated' })));
    const labels = yearTicks(axis).map(({ label }) => label);
    expect(labels).toEqual(['2015', '2016', '2017', '2018', '2019', '2020', '2021', '']);
  });

  test('leaves room for a whole dot on its first day and its last', () => {
    const signs = ['2019-01-01', '2019-12-31'].map((date) => signOf({ date, basis: 'stated' }));
    const lane = layOutLane(
      signs.map((sign) => ({ item: null, sign })),
      axisOf(signs),
    );
    const [first, last] = lane.signs.map(boxOf);
    expect(first?.from).toBeGreaterThan(0);
    expect(last?.to).toBeLessThan(100);
  });

  test('leaves room for the whole of every sign at its ends: faded edges and arrows too', () => {
    const ends = fc.array(
      fc.record({
        date: fc.constantFrom(
          ...['2018-01-01', '2018-01', '2018-01-31', '../2018-01-01', '2018', '2018-06/..', '../2019-12'],
          ...['2021-12-31', '2021-12', '2021-12-31/..', '2021-11-15/..', '../2021', '2018-01-05/2021-12-30'],
        ),
        basis: fc.constantFrom('stated' as const, 'inferred' as const),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.oneof(ends, milestones), (all) => {
        const items = all.map((item) => ({ item, sign: signOf(item) }));
        for (const sign of layOutLane(items, axisOf(items.map(({ sign }) => sign))).signs) {
          const { from, to } = boxOf(sign);
          // Places have three decimals.
          expect(from, sign.item.date).toBeGreaterThan(-0.002);
          expect(to, sign.item.date).toBeLessThan(100.002);
        }
      }),
    );
  });

  test('is no longer than that', () => {
    const axis = axisOf(['2018-03-01', '2021-09-30'].map((date) => signOf({ date, basis: 'stated' })));
    const years = Date.UTC(2022, 0) - Date.UTC(2018, 0);
    expect((axis.end - axis.start) / years).toBeCloseTo(1.13, 3);
  });

  const labelsOf = (...dates: string[]) =>
    yearTicks(axisOf(dates.map((date) => signOf({ date, basis: 'stated' })))).map(({ label }) => label);

  test('of many years names round ones', () => {
    expect(labelsOf('1921', '2021')).toEqual(['1920', '1940', '1960', '1980', '2000', '']);
    expect(labelsOf('1382', '1949')).toEqual(['1400', '1500', '1600', '1700', '1800', '']);
    expect(labelsOf('2003', '2026')).toEqual(['2005', '2010', '2015', '2020', '']);
  });

  test('of thousands of years names those that readers count by, on both sides of the era', () => {
    expect(labelsOf('-0999', '1949')).toEqual(['前 1000', '前 500', '公元 1', '500', '1000', '', '']);
    expect(labelsOf('-0499', '-0399')).toEqual(['前 500', '前 480', '前 460', '前 440', '前 420', '']);
    expect(labelsOf('-0001', '0002')).toEqual(['前 2', '前 1', '公元 1', '公元 2', '']);
    expect(labelsOf('-9999', '9999')).toHaveLength(5);
  });

  test('has places fine enough for a day, however long', () => {
    const axis = axisOf(['-9999', '9999'].map((date) => signOf({ date, basis: 'stated' })));
    const days = ['2019-10-03', '2019-10-04'].map((date) => ({ item: date, sign: signOf({ date, basis: 'stated' }) }));
    const [first, second] = layOutLane(days, axis).signs;
    const day = (100 * DAY) / (axis.end - axis.start);
    expect((second?.from ?? 0) - (first?.from ?? 0)).toBeGreaterThan(0.8 * day);
  });

  test('of any dates has all signs on it, and few ticks in order', () =>
    fc.assert(
      fc.property(fc.array(edtfDate, { minLength: 1, maxLength: 12 }), (dates) => {
        const signs = dates.map((date) => signOf({ date, basis: 'stated' }));
        const axis = axisOf(signs);
        const ticks = yearTicks(axis);
        expect(ticks.length).toBeLessThanOrEqual(18);
        expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).sort((a, b) => a - b));
        expect(new Set(ticks.map(({ at }) => at)).size).toBe(ticks.length);
        for (const sign of layOutLane(
          signs.map((sign) => ({ item: null, sign })),
          axis,
        ).signs) {
          expect(Number.isFinite(sign.from) && Number.isFinite(sign.to) && sign.from <= sign.to).toBe(true);
          expect(boxOf(sign).from).toBeGreaterThan(-0.002);
          expect(boxOf(sign).to).toBeLessThan(100.002);
        }
      }),
    ));
});
