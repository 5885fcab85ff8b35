import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear } from 'd3-time';
import type { Axis } from './lanes.ts';
import type { View } from './view.ts';

/** A line across the drawing. */
export interface Tick {
  /** Percentage of the whole axis. */
  at: number;
  /** 2019, 2019.3 or 2019.3.15; null where the edge of the window would cut it off. */
  label: string | null;
}

/** Room that a label of the axis wants, in its em: a year, a month or day with its year, a year at the very end. */
const ROOM = { year: 3.2, day: 6, last: 2.8 } as const;

/**
 * The ticks that a view has room for: whole years where they fit, months or days where it is closer.
 * @param width of the window, in em of the labels
 */
export function ticksIn(view: View, axis: Axis, width: number): Tick[] {
  const scale = scaleUtc([axis.start, axis.end], [0, 100]);
  const shown = scale.copy().domain([scale.invert(view.start * 100), scale.invert(view.end * 100)]);
  const ticks = (room: number) =>
    shown.ticks(Math.max(2, Math.floor(width / room))).filter((time) => isWhole(time, utcDay));
  const years = ticks(ROOM.year);
  const times = years.every((time) => isWhole(time, utcYear)) ? years : ticks(ROOM.day);
  const lastLabel = 100 * (view.end - ((view.end - view.start) * ROOM.last) / width);
  return times.map((time) => {
    const at = scale(time);
    return { at, label: at < lastLabel ? labelOf(time) : null };
  });
}

const isWhole = (time: Date, unit: (time: Date) => Date) => unit(time).getTime() === time.getTime();

/** As precise as the tick. */
function labelOf(time: Date): string {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  if (!isWhole(time, utcMonth)) return `${year}.${month}.${day}`;
  return month === 1 ? String(year) : `${year}.${month}`;
}
