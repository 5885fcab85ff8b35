import { timeOf } from '../dates/days.ts';

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/** The smallest round number of years of which a span holds at most so many. */
export const stepFor = (years: number, most: number): number => STEPS.find((step) => years / step <= most) ?? 10_000;

/**
 * Where a tick at a round number of years stands. Before our era the round numbers are those that readers count by:
 * 公元前 500 年 is year -499. There is no year 0 to name: a coarse axis has 公元 1 年 in its place, a fine one nothing.
 */
export function roundYear(year: number, step: number): number | null {
  if (year > 0) return year;
  if (year < 0) return year + 1;
  return step < 10 ? null : 1;
}

/** The first moments of the round years from one time to another. */
export function roundYears(from: number, to: number, step: number): number[] {
  const first = Math.floor(new Date(from).getUTCFullYear() / step) * step;
  const last = new Date(to).getUTCFullYear();
  const count = Math.floor((last - first) / step) + 1;
  const years = Array.from({ length: count }, (_, i) => roundYear(first + i * step, step));
  return years.flatMap((year) => (year === null ? [] : timeOf(year))).filter((time) => from <= time && time <= to);
}
