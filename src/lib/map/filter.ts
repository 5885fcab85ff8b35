import type { Genre } from '../schema/story.ts';
import { STRIP_YEARS } from '../timeline/years.ts';

/** A stop of the year slider: everything, one year, or what lies outside the six years. */
export type YearStop = 'all' | 'before' | 'after' | `${number}`;

/** What a reader wants to see on the map and in the list. */
export interface MapFilter {
  year: YearStop;
  genre: Genre | '';
}

/** Years that a story, milestone or figure speaks of, both included; null where unknown. */
export interface YearSpan {
  from: number | null;
  to: number | null;
}

/** Everything, whatever its year or genre. */
export const NO_FILTER: MapFilter = { year: 'all', genre: '' };

/** The stops of the year slider, in order; the ends appear only where the archive holds something there. */
export function yearStops(spans: readonly YearSpan[]): YearStop[] {
  const { first, last } = STRIP_YEARS;
  const years = Array.from({ length: last - first + 1 }, (_, i): YearStop => `${first + i}`);
  const end = (stop: 'before' | 'after') => (spans.some((span) => isIn(span, stop)) ? [stop] : []);
  return ['all', ...end('before'), ...years, ...end('after')];
}

/** Whether a span has any part in the stop. What has no year is in 'all' alone. */
export function isIn({ from, to }: YearSpan, stop: YearStop): boolean {
  if (stop === 'all') return true;
  const start = from ?? to;
  if (start === null) return false;
  const end = to ?? start;
  if (stop === 'before') return start < STRIP_YEARS.first;
  if (stop === 'after') return end > STRIP_YEARS.last;
  return start <= Number(stop) && Number(stop) <= end;
}

/** A span as an attribute: `2019`, `2018-2020`, or empty. */
export function writeSpan({ from, to }: YearSpan): string {
  return [...new Set([from ?? to, to ?? from])].join('-');
}

/** The span that `writeSpan` wrote. */
export function readSpan(text: string): YearSpan {
  const [from, to = from] = text.split('-').filter(Boolean).map(Number);
  return { from: from ?? null, to: to ?? null };
}

/** Shades of the map: how many milestones each begins with. 0 is a shade of its own. */
export const SHADES = [0, 1, 5, 10] as const;

/** The number of the shade for so many milestones. */
export const shadeOf = (count: number): number => SHADES.findLastIndex((least) => count >= least);
