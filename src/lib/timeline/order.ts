import { compareDates, datePrecision, yearSpan } from '../dates/edtf.ts';
import { STRIP_YEARS } from './years.ts';

/** More lanes than this scroll within the drawing; of more entries than this, only those in the window are laid out. */
export const MOST = { lanes: 12, entries: 300 } as const;

/** A milestone that has a date and so a place in time. */
export type Dated<T extends { date: string | null }> = T & { date: string };

export const isDated = <T extends { date: string | null }>(milestone: T): milestone is Dated<T> =>
  milestone.date !== null;

/** Orders milestones by date as `compareDates` does; those without one come last, in the order given. */
export function compareMilestones(a: { date: string | null }, b: { date: string | null }): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
  return compareDates(a.date, b.date);
}

/** Milestones under the year in which they began. */
export interface YearGroup<T> {
  /** 'open' where the beginning is not known. */
  year: number | 'open';
  milestones: T[];
}

/**
 * The dated milestones by the year in which they began, in order; those without a known beginning come first.
 * Years in which nothing began are left out.
 */
export function groupByYear<T extends { date: string | null }>(milestones: readonly T[]): YearGroup<Dated<T>>[] {
  const sorted = milestones.filter(isDated).sort(compareMilestones);
  const groups = Map.groupBy(sorted, ({ date }) => yearSpan(date).from ?? 'open');
  return [...groups].map(([year, some]) => ({ year, milestones: some }));
}

/** A column of the strip: a year, or what lies before or after. */
export interface StripColumn<T> {
  year: number | 'before' | 'after';
  /** Of its first milestone; null where it has none. */
  firstYear: YearGroup<T>['year'] | null;
  milestones: T[];
}

/**
 * Sorts milestones into the columns of the six-year strip, each under the year in which it began. A milestone without
 * a known beginning stands under 此前, one without a date nowhere. The ends appear only where they hold something; the
 * years always do.
 */
export function stripColumns<T extends { date: string | null }>(milestones: readonly T[]): StripColumn<Dated<T>>[] {
  const { first, last } = STRIP_YEARS;
  const groups = groupByYear(milestones);
  const column = (year: StripColumn<T>['year'], holds: (year: number) => boolean): StripColumn<Dated<T>> => {
    const held = groups.filter((group) => holds(group.year === 'open' ? Number.NEGATIVE_INFINITY : group.year));
    return { year, firstYear: held[0]?.year ?? null, milestones: held.flatMap((group) => group.milestones) };
  };
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const columns = [
    column('before', (year) => year < first),
    ...years.map((year) => column(year, (other) => other === year)),
    column('after', (year) => year > last),
  ];
  return columns.filter(({ year, firstYear }) => typeof year === 'number' || firstYear !== null);
}

interface Pickable {
  date: string | null;
  basis: 'stated' | 'inferred';
  planned?: boolean | undefined;
  story: { county: { id: string } };
}

const PRECISIONS = ['day', 'month', 'season', 'year', 'interval', 'decade'] as const;

/**
 * Chooses what a narrow column shows of a year: what is done before what is planned, the stated before the inferred,
 * the precise before the vague, and as many counties as there is room for. In order of date.
 */
export function pickMilestones<T extends Pickable>(milestones: readonly T[], most: number): Dated<T>[] {
  const rank = ({ date, basis, planned }: Dated<T>) =>
    (planned ? 100 : 0) + (basis === 'inferred' ? 10 : 0) + PRECISIONS.indexOf(datePrecision(date));
  const ranked = milestones.filter(isDated).sort((a, b) => rank(a) - rank(b));
  const firsts = ranked.filter((m, i) => ranked.findIndex((other) => sameCounty(m, other)) === i);
  const picked = [...firsts, ...ranked.filter((m) => !firsts.includes(m))].slice(0, most);
  return picked.sort(compareMilestones);
}

const sameCounty = (a: Pickable, b: Pickable) => a.story.county.id === b.story.county.id;
