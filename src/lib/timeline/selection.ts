import { datePrecision } from '../dates/edtf.ts';

interface Selectable {
  date: string | null;
  basis: 'stated' | 'inferred';
  planned?: boolean | undefined;
  key?: boolean | undefined;
}

interface InUnit extends Selectable {
  story: { county: { id: string } };
}

/** An archive of no more than these shows them all, unless its editors have chosen; of a unit without a choice so many. */
const MOST = { all: 40, unit: 3 } as const;
const PRECISIONS = ['day', 'month', 'season', 'year', 'interval', 'decade', 'century'] as const;

/** What is done before what is planned, the stated before the inferred, the precise before the vague; without a date last. */
export const rankOf = ({ date, basis, planned }: Selectable): number =>
  (date === null ? 1000 : PRECISIONS.indexOf(datePrecision(date))) +
  (planned ? 100 : 0) +
  (basis === 'inferred' ? 10 : 0);

/**
 * The milestones that the timeline shows first: those that editors chose by `key: true`; of a unit without any, the three
 * that are best dated. Where there is nothing to choose from, all.
 */
export function keyMilestones<T extends InUnit>(milestones: readonly T[]): Set<T> {
  const isChosen = milestones.some(({ key }) => key);
  if (!isChosen && milestones.length <= MOST.all) return new Set(milestones);
  const units = Map.groupBy(milestones, ({ story }) => story.county.id);
  return new Set([...units.values()].flatMap(selectionOf));
}

function selectionOf<T extends Selectable>(milestones: readonly T[]): T[] {
  const chosen = milestones.filter(({ key }) => key);
  if (chosen.length > 0) return chosen;
  return [...milestones].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST.unit);
}
