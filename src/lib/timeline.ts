import { compareDates, datePrecision, yearSpan } from './edtf.ts';
import { STRIP_YEARS } from './years.ts';

export { STRIP_YEARS } from './years.ts';

/** A column of the strip: a year, or what lies before or after. */
export interface StripColumn<T> {
  year: number | 'before' | 'after';
  milestones: T[];
}

/**
 * Sorts milestones into the columns of the six-year strip, each under the year in which it began. A milestone without
 * a known beginning stands under 此前. The ends appear only where they hold something; the years always do.
 */
export function stripColumns<T extends { date: string }>(milestones: readonly T[]): StripColumn<T>[] {
  const { first, last } = STRIP_YEARS;
  const sorted = [...milestones].sort((a, b) => compareDates(a.date, b.date));
  const began = (milestone: T) => yearSpan(milestone.date).from ?? first - 1;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const before = sorted.filter((milestone) => began(milestone) < first);
  const after = sorted.filter((milestone) => began(milestone) > last);
  return [
    ...(before.length > 0 ? [{ year: 'before' as const, milestones: before }] : []),
    ...years.map((year) => ({ year, milestones: sorted.filter((milestone) => began(milestone) === year) })),
    ...(after.length > 0 ? [{ year: 'after' as const, milestones: after }] : []),
  ];
}

interface Pickable {
  date: string;
  basis: 'stated' | 'inferred';
  planned?: boolean | undefined;
  story: { county: { id: string } };
}

const PRECISIONS = ['day', 'month', 'season', 'year', 'interval', 'decade'] as const;

/**
 * Chooses what a narrow column shows of a year: what is done before what is planned, the stated before the inferred,
 * the precise before the vague, and as many counties as there is room for. In order of date.
 */
export function pickMilestones<T extends Pickable>(milestones: readonly T[], most: number): T[] {
  const rank = ({ date, basis, planned }: T) =>
    (planned ? 100 : 0) + (basis === 'inferred' ? 10 : 0) + PRECISIONS.indexOf(datePrecision(date));
  const ranked = [...milestones].sort((a, b) => rank(a) - rank(b));
  const firsts = ranked.filter((m, i) => ranked.findIndex((other) => sameCounty(m, other)) === i);
  const picked = [...firsts, ...ranked.filter((m) => !firsts.includes(m))].slice(0, most);
  return picked.sort((a, b) => compareDates(a.date, b.date));
}

const sameCounty = (a: Pickable, b: Pickable) => a.story.county.id === b.story.county.id;
