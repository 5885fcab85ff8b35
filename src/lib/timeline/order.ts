import { beginningOf, compareDates, datePrecision } from '../dates/edtf.ts';
import { type Stretch, stretchAt } from '../dates/stretches.ts';
import { type Column, columnsOf, yearsOf } from './years.ts';

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

/** Milestones under the year, decade or century in which they began. */
export interface YearGroup<T> {
  /** In EDTF; 'open' where the beginning is not known. */
  year: string;
  milestones: T[];
}

/** More headings than these in a list, and they are made coarser. */
const MOST_GROUPS = 40;

/** How finely a list of these milestones is headed: by years, or where these are many by decades or centuries. */
export function unitFor(milestones: readonly { date: string | null }[]): Stretch['years'] {
  const years = milestones.filter(isDated).flatMap(({ date }) => beginningOf(date)?.first ?? []);
  const count = (unit: Stretch['years']) => new Set(years.map((year) => stretchAt(year, unit))).size;
  return ([1, 10] as const).find((unit) => count(unit) <= MOST_GROUPS) ?? 100;
}

/** The heading of a milestone: where its beginning is stated to a decade or century alone, no finer than that. */
export function yearGroupOf({ date }: { date: string }, unit: Stretch['years']): string {
  const beginning = beginningOf(date);
  return beginning ? stretchAt(beginning.first, Math.max(unit, beginning.years) as Stretch['years']) : 'open';
}

/**
 * The dated milestones by the year in which they began, or by decade or century where there are many years or no year is
 * known; in order, those without a known beginning first. What holds nothing is left out.
 */
export function groupByYear<T extends { date: string | null }>(
  milestones: readonly T[],
  unit: Stretch['years'] = unitFor(milestones),
): YearGroup<Dated<T>>[] {
  const sorted = milestones.filter(isDated).sort(compareMilestones);
  const groups = Map.groupBy(sorted, (milestone) => yearGroupOf(milestone, unit));
  return [...groups].map(([year, some]) => ({ year, milestones: some }));
}

/** A column of the strip. */
export interface StripColumn<T> {
  column: Column;
  /** Heading of its first milestone in the list of all; null where it has none. */
  group: string | null;
  milestones: T[];
}

/**
 * Sorts milestones into the columns of the strip, each under the year in which it began. A milestone without a known
 * beginning stands under 此前, one without a date nowhere.
 * @param all whose years the columns cover, so that strips of a part can be compared
 */
export function stripColumns<T extends { date: string | null }>(
  milestones: readonly T[],
  all: readonly { date: string | null }[] = milestones,
): StripColumn<Dated<T>>[] {
  const years = all.filter(isDated).map(({ date }) => beginningOf(date)?.first ?? null);
  const known = columnsOf(years.filter((year) => year !== null));
  const columns = years.includes(null) && known[0] !== 'before' ? ['before', ...known] : known;
  const unit = unitFor(all);
  const sorted = milestones.filter(isDated).sort(compareMilestones);
  return columns.flatMap((column) => {
    const { from, to } = yearsOf(column, columns);
    const held = sorted.filter(({ date }) => {
      const year = beginningOf(date)?.first ?? Number.NEGATIVE_INFINITY;
      return (from ?? Number.NEGATIVE_INFINITY) <= year && year <= (to ?? Number.POSITIVE_INFINITY);
    });
    const isEnd = column === 'before' || column === 'after';
    if (isEnd && held.length === 0) return [];
    return { column, group: held[0] ? yearGroupOf(held[0], unit) : null, milestones: held };
  });
}

interface Pickable {
  date: string | null;
  basis: 'stated' | 'inferred';
  planned?: boolean | undefined;
  story: { county: { id: string } };
}

const PRECISIONS = ['day', 'month', 'season', 'year', 'interval', 'decade', 'century'] as const;

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
