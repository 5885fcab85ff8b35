import { beginningOf, compareDates, endingOf } from '../dates/edtf.ts';
import { type Stretch, stretchAt, stretchOf } from '../dates/stretches.ts';
import { rankOf } from './selection.ts';
import { type Column, columnsOf, yearsOf } from './years.ts';

/** More rows than these are folded; of more entries than these, only those in the window are laid out. */
export const MOST = { rows: 16, entries: 300 } as const;

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
  /** In EDTF. */
  year: string;
  milestones: T[];
}

/** More headings than these in a list, and they are made coarser. */
const MOST_GROUPS = 40;

/** How finely a list of these milestones is headed: by years, or where these are many by decades or centuries. */
export function unitFor(milestones: readonly { date: string | null }[]): Stretch['years'] {
  const years = milestones.filter(isDated).flatMap(({ date }) => startOf(date)?.first ?? []);
  const count = (unit: Stretch['years']) => new Set(years.map((year) => stretchAt(year, unit))).size;
  return ([1, 10] as const).find((unit) => count(unit) <= MOST_GROUPS) ?? 100;
}

/** The year, decade or century under which a date stands: that in which it begins, or ends where no beginning is known. */
export const startOf = (date: string): Stretch | null => beginningOf(date) ?? endingOf(date);

/** The heading of a milestone: where its beginning is stated to a decade or century alone, no finer than that. */
export function yearGroupOf({ date }: { date: string }, unit: Stretch['years']): string {
  const start = startOf(date);
  return start ? stretchAt(start.first, Math.max(unit, start.years) as Stretch['years']) : '';
}

/**
 * The dated milestones by the year in which they began (or ended, where no more is known), or by decade or century where
 * there are many years or no year is known; in order, the coarser first. What holds nothing is left out.
 */
export function groupByYear<T extends { date: string | null }>(
  milestones: readonly T[],
  unit: Stretch['years'] = unitFor(milestones),
): YearGroup<Dated<T>>[] {
  const sorted = milestones.filter(isDated).sort(compareMilestones);
  const groups = Map.groupBy(sorted, (milestone) => yearGroupOf(milestone, unit));
  const at = (year: string) => stretchOf(year) ?? { first: 0, years: 1 };
  return [...groups]
    .map(([year, some]) => ({ year, milestones: some }))
    .sort((a, b) => at(a.year).first - at(b.year).first || at(b.year).years - at(a.year).years);
}

/** A column of the strip. */
export interface StripColumn<T> {
  column: Column;
  /** Heading of its first milestone in the list of all; null where it has none. */
  group: string | null;
  milestones: T[];
}

/**
 * Sorts milestones into the columns of the strip, each under the year in which it began, or ended where no more is known. One
 * without a date stands nowhere.
 * @param all whose years the columns cover, so that strips of a part can be compared
 */
export function stripColumns<T extends { date: string | null }>(
  milestones: readonly T[],
  all: readonly { date: string | null }[] = milestones,
): StripColumn<Dated<T>>[] {
  const columns = columnsOf(all.filter(isDated).flatMap(({ date }) => startOf(date)?.first ?? []));
  const unit = unitFor(all);
  const sorted = milestones.filter(isDated).sort(compareMilestones);
  return columns.flatMap((column) => {
    const { from, to } = yearsOf(column, columns);
    const held = sorted.filter(({ date }) => {
      const year = startOf(date)?.first ?? 0;
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

/**
 * Chooses what a narrow column shows of a year: what is done before what is planned, the stated before the inferred,
 * the precise before the vague, and as many counties as there is room for. In order of date.
 */
export function pickMilestones<T extends Pickable>(milestones: readonly T[], most: number): Dated<T>[] {
  const ranked = milestones.filter(isDated).sort((a, b) => rankOf(a) - rankOf(b));
  const firsts = ranked.filter((m, i) => ranked.findIndex((other) => sameCounty(m, other)) === i);
  const picked = [...firsts, ...ranked.filter((m) => !firsts.includes(m))].slice(0, most);
  return picked.sort(compareMilestones);
}

const sameCounty = (a: Pickable, b: Pickable) => a.story.county.id === b.story.county.id;
