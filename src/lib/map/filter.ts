import type { Years } from '../dates/stretches.ts';
import type { Genre } from '../schema/story.ts';
import { type Column, columnsOf, yearsOf } from '../timeline/years.ts';

/** A stop of the year slider: everything, a year, decade or century in EDTF, or what lies before or after these. */
export type YearStop = 'all' | Column;

/** What a reader wants to see on the map and in the list. */
export interface MapFilter {
  year: YearStop;
  genre: Genre | '';
}

/** Years that a story, milestone or figure speaks of, both included; null where unknown. */
export type YearSpan = Years;

/** Everything, whatever its year or genre. */
export const NO_FILTER: MapFilter = { year: 'all', genre: '' };

/** The stops of the year slider, in order: everything, and the columns that the years are best shown in. */
export const yearStops = (spans: readonly YearSpan[]): YearStop[] => [
  'all',
  ...columnsOf(spans.flatMap(({ from, to }) => from ?? to ?? [])),
];

/** Whether a span has any part in one of the stops. What has no year is in 'all' alone. */
export function isIn({ from, to }: YearSpan, stop: YearStop, stops: readonly YearStop[]): boolean {
  if (stop === 'all') return true;
  const start = from ?? to;
  if (start === null) return false;
  const shown = yearsOf(
    stop,
    stops.filter((one) => one !== 'all'),
  );
  return start <= (shown.to ?? start) && (shown.from ?? start) <= (to ?? start);
}

/** A span as an attribute: `2019`, `2018-2020`, `-499--400`, or empty. */
export function writeSpan({ from, to }: YearSpan): string {
  return [...new Set([from ?? to, to ?? from])].join('-');
}

/** The span that `writeSpan` wrote. */
export function readSpan(text: string): YearSpan {
  const [, from, to = from] = /^(-?\d+)(?:-(-?\d+))?$/.exec(text) ?? [];
  return { from: from === undefined ? null : Number(from), to: to === undefined ? null : Number(to) };
}
