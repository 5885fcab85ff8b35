import { scaleLinear } from 'd3-scale';
import type { Fact } from './evidence.ts';

/** Units of a bar's drawing, which is stretched to the room that it has. */
export const [BAR_WIDTH, BAR_HEIGHT] = [1000, 10];

/** A bar, in units of its drawing. */
export interface Bar {
  x: number;
  width: number;
  /** How much farther a range reaches. */
  range: number;
  /** The sign of an open end, cut into the bar or beside it; null of an end that is known. */
  open: { d: string; isBeside: boolean } | null;
}

/** An angle of that sign, how far the next is, how far it keeps from the end, how long a bar has room for it. */
const [ANGLE, STEP, GAP, ROOM] = [20, 26, 10, 90];

function openEnd(start: number, end: number, bound: 'from' | 'to'): NonNullable<Bar['open']> {
  const isBeside = end - start < ROOM;
  const from = isBeside ? end + GAP : end - GAP - STEP - ANGLE;
  const angle = (x: number) => {
    const [tail, tip] = bound === 'from' ? [x, x + ANGLE] : [x + ANGLE, x];
    return `M${tail} 1L${tip} ${BAR_HEIGHT / 2}L${tail} ${BAR_HEIGHT - 1}`;
  };
  return { d: angle(from) + angle(from + STEP), isBeside };
}

/**
 * Lays bars on one scale.
 * @param end what the whole width stands for
 * @param starts where each begins; zero where left out
 */
export function layBars(
  facts: readonly Pick<Fact, 'low' | 'high' | 'bound'>[],
  end: number,
  starts: readonly number[] = [],
): Bar[] {
  const scale = scaleLinear([0, end > 0 ? end : 1], [0, BAR_WIDTH]);
  const at = (value: number) => Math.round(scale(value));
  return facts.map(({ low, high, bound }, i) => {
    const start = starts[i] ?? 0;
    const [x, to, farthest] = [at(start), at(start + low), at(start + high)];
    return {
      ...{ x, width: to - x, range: farthest - to },
      open: bound === 'from' || bound === 'to' ? openEnd(x, farthest, bound) : null,
    };
  });
}

/** What the width of bars stands for: the whole of percentages, else the greatest. */
export function endOf(facts: readonly Fact[]): { end: number; isWhole: boolean } {
  const greatest = Math.max(...facts.map(({ high }) => high));
  const isWhole = facts.every(({ unit }) => unit === '%') && greatest <= 100;
  return { end: isWhole ? 100 : greatest, isWhole };
}
