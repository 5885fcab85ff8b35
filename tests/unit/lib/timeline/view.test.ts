import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readView, revealInView, WHOLE, writeView, zoomView } from '../../../../src/lib/timeline/view.ts';

const SMALLEST = 0.01;
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const view = fc
  .tuple(fraction, fc.double({ min: SMALLEST, max: 1, noNaN: true }))
  .map(([at, length]) => ({ start: at * (1 - length), end: at * (1 - length) + length }));
const axis = { start: Date.UTC(2015, 0), end: Date.UTC(2022, 0) };
const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

describe('the view', () => {
  test('stays on the axis and never gets too small, however it is zoomed', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.01, max: 100, noNaN: true }), fraction, (from, factor, at) => {
        const { start, end } = zoomView(from, factor, at, SMALLEST);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(1 + 1e-9);
        expect(end - start).toBeGreaterThanOrEqual(SMALLEST - 1e-9);
      }),
    );
  });

  test('keeps what lies under the pointer when it zooms in', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 1, max: 4, noNaN: true }), fraction, (from, factor, at) => {
        const to = zoomView(from, factor, at, SMALLEST);
        expect(near(from.start + at * (from.end - from.start), to.start + at * (to.end - to.start))).toBe(true);
      }),
    );
  });

  test('brings what lies under two fingers to where they are now', () => {
    const view = { start: 0.3, end: 0.7 };
    const { start, end } = zoomView(view, 2, 0.5, SMALLEST, 0.25);
    expect(near(end - start, 0.2)).toBe(true);
    expect(near(start + 0.25 * (end - start), 0.5)).toBe(true);
  });

  test('shows the place that is asked for, and does not move for one it shows', () => {
    fc.assert(
      fc.property(view, fraction, (from, place) => {
        const { start, end } = revealInView(from, place);
        expect(start <= place + 1e-9 && place <= end + 1e-9).toBe(true);
        expect(near(end - start, from.end - from.start)).toBe(true);
      }),
    );
    expect(revealInView({ start: 0.2, end: 0.6 }, 0.4)).toEqual({ start: 0.2, end: 0.6 });
  });

  test('gives a little air to the place that is asked for, near either edge or beyond it', () => {
    for (const place of [0.1, 0.21, 0.59, 0.7]) {
      const { start, end } = revealInView({ start: 0.2, end: 0.6 }, place);
      expect(Math.min(place - start, end - place)).toBeCloseTo(0.02);
    }
  });

  test('survives the address to the day', () => {
    fc.assert(
      fc.property(view, (from) => {
        const read = readView(writeView(from, axis), axis, SMALLEST);
        const day = 86_400_000 / (axis.end - axis.start);
        expect(Math.abs(read.start - from.start)).toBeLessThan(2 * day);
        expect(Math.abs(read.end - from.end)).toBeLessThan(2 * day);
      }),
      // Nearly the whole, some days cut off.
      { examples: [[{ start: 0.0009, end: 0.99995 }]] },
    );
  });

  test('that lacks one day at either end is in the address', () => {
    const days = { start: Date.UTC(2019, 0, 1), end: Date.UTC(2019, 0, 9) };
    expect(writeView({ start: 0.125, end: 1 }, days)).toBe('2019-01-02/2019-01-09');
    expect(writeView({ start: 0, end: 0.875 }, days)).toBe('2019-01-01/2019-01-08');
    expect(writeView({ start: 0.1, end: 0.9 }, days)).toBeNull();
  });

  test('is the whole where the address says nothing, or nonsense', () => {
    expect(writeView(WHOLE, axis)).toBeNull();
    for (const text of [null, '', '2019', 'x/y', '2020-01-01/2019-01-01', '2019-01-01/2019-01-01'])
      expect(readView(text, axis, SMALLEST)).toEqual(WHOLE);
  });
});
