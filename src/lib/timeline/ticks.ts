import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear } from 'd3-time';
import { yearShort } from '#words/years.ts';
import { timeOf } from '../dates/days.ts';
import type { Axis } from './lanes.ts';
import { roundYear } from './tick-years.ts';
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
/** So much of its room a label has at least: what is left between it and the next. */
const CLOSE = 0.9;
/** The same before our era: 前 1000.12. */
const FAR_ROOM = { year: 4, day: 7.5, last: 4.2 } as const;

/**
 * The ticks that a view has room for: whole years where they fit, months or days where it is closer.
 * @param width of the window, in em of the labels
 */
export function ticksIn(view: View, axis: Axis, width: number): Tick[] {
  const scale = scaleUtc([axis.start, axis.end], [0, 100]);
  const [start, end] = [scale.invert(view.start * 100), scale.invert(view.end * 100)];
  const shown = scale.copy().domain([start, end]);
  const room = start.getUTCFullYear() < 1 ? FAR_ROOM : ROOM;
  const emOf = (time: Date) => ((scale(time) / 100 - view.start) / (view.end - view.start)) * width;
  // As many as have room side by side: how many are asked for is only a hint to the scale.
  const ticks = (each: number): Date[] => {
    for (let count = Math.floor(width / each); count > 2; count -= 1) {
      const times = shown.ticks(count).filter((time) => isWhole(time, utcDay));
      if (times.every((time, i) => i === 0 || emOf(time) - emOf(times[i - 1] as Date) >= each * CLOSE)) return times;
    }
    return shown.ticks(2).filter((time) => isWhole(time, utcDay));
  };
  const years = ticks(room.year);
  const areYears = years.every((time) => isWhole(time, utcYear));
  const times = areYears ? roundedBeforeEra(years, end) : ticks(room.day);
  const lastLabel = 100 * (view.end - ((view.end - view.start) * room.last) / width);
  return times.map((time) => {
    const at = scale(time);
    return { at, label: at < lastLabel ? labelOf(time) : null };
  });
}

/** Round years as readers count them, up to `end`. */
function roundedBeforeEra(years: readonly Date[], end: Date): Date[] {
  const [first = 0, second = first + 1] = years.map((time) => time.getUTCFullYear());
  return years.flatMap((time) => {
    const year = roundYear(time.getUTCFullYear(), second - first);
    const moved = year === null ? end : new Date(timeOf(year));
    return year !== null && moved <= end ? [moved] : [];
  });
}

const isWhole = (time: Date, unit: (time: Date) => Date) => unit(time).getTime() === time.getTime();

/** As precise as the tick. */
function labelOf(time: Date): string {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  const name = yearShort(year);
  if (!isWhole(time, utcMonth)) return `${name}.${month}.${day}`;
  return month === 1 ? name : `${name}.${month}`;
}
