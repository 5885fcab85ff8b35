import { DAY, isoDay } from '../dates/days.ts';

/** The part of the axis in the window: fractions of the whole, 0 ≤ start < end ≤ 1. */
export interface View {
  start: number;
  end: number;
}

export const WHOLE: View = { start: 0, end: 1 };

/** A view of this length that begins near `start`, moved into the axis. */
function placed(start: number, length: number): View {
  const begin = Math.min(Math.max(start, 0), 1 - length);
  return { start: begin, end: begin + length };
}

/**
 * Zooms, keeping in its place what lies at `at`, or bringing it to `to`.
 * @param factor above 1 nearer, below 1 farther
 * @param at place in the view, 0 its start, 1 its end
 * @param smallest shortest view, as a fraction of the axis
 */
export function zoomView({ start, end }: View, factor: number, at: number, smallest: number, to = at): View {
  const length = Math.min(1, Math.max(smallest, (end - start) / factor));
  return placed(start + at * (end - start) - to * length, length);
}

/** The view that shows `place` (a fraction of the axis), moved no farther than needed, with a little air. */
export function revealInView({ start, end }: View, place: number): View {
  const length = end - start;
  const air = length / 20;
  if (place < start + air) return placed(place - air, length);
  if (place > end - air) return placed(place + air - length, length);
  return { start, end };
}

/** A view as days for an address, '2017-03-01/2018-06-30'; null for the whole axis. Times are milliseconds in UTC. */
export function writeView({ start, end }: View, axis: { start: number; end: number }): string | null {
  const length = axis.end - axis.start;
  // Less than a day of it is missing at either end.
  if (start * length < DAY && (1 - end) * length < DAY) return null;
  return `${isoDay(axis.start + start * length)}/${isoDay(axis.start + end * length)}`;
}

/** The view that an address names; the whole axis where it names none, or nonsense. */
export function readView(text: string | null, axis: { start: number; end: number }, smallest: number): View {
  const [from = Number.NaN, to = Number.NaN] = (text ?? '').split('/').map((day) => Date.parse(day));
  if (!(from < to)) return WHOLE;
  const length = axis.end - axis.start;
  const wanted = Math.min(1, Math.max(smallest, (to - from) / length));
  return placed((from - axis.start) / length, wanted);
}
