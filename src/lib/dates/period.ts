import { beginningOf, endingOf } from './edtf.ts';
import { eraOf, runWords, stretchWords } from './eras.ts';
import type { Stretch } from './stretches.ts';

/** What stands nearest to one end of time; of several, the one that is stated most finely. */
const nearest = (stretches: readonly Stretch[], far: (stretch: Stretch) => number): Stretch | undefined =>
  [...stretches].sort((a, b) => far(a) - far(b) || a.years - b.years)[0];

/** A year alone goes without 年 where nobody could take it for another number. */
const nameOf = (stretch: Stretch): string =>
  stretch.years === 1 && stretch.first >= 100 ? String(stretch.first) : stretchWords(stretch);

/**
 * The earliest and the latest year, decade or century that dates name; null where no date says anything.
 * @param dates EDTF. Throws a RangeError on one that `edtfProblem` refuses.
 */
export function periodEnds(dates: readonly string[]): [first: Stretch, last: Stretch] | null {
  const ends = dates.flatMap((date) => {
    const [start, end] = [beginningOf(date), endingOf(date)];
    return [start ?? end, end ?? start].filter((one) => one !== null);
  });
  const [first, last] = [nearest(ends, (one) => one.first), nearest(ends, (one) => -one.last)];
  return first && last ? [first, last] : null;
}

/**
 * The time that an archive tells of, from the earliest to the latest of its dates: 「2015—2021」, 「19 世纪—1949」,
 * 「公元前 500 年—1949」. Null and throws as `periodEnds`.
 */
export function archivePeriod(dates: readonly string[]): string | null {
  const ends = periodEnds(dates);
  if (!ends) return null;
  const [first, last] = ends;
  if (first.first === last.first && first.last === last.last) return nameOf(first);
  const isOfOneKind = first.years === last.years && eraOf(first.first).isBefore === eraOf(last.first).isBefore;
  const isPlain = first.years === 1 && first.first >= 100;
  return (isOfOneKind && !isPlain && runWords(first, last)) || `${nameOf(first)}—${nameOf(last)}`;
}
