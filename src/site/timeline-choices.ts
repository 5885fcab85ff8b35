import { genres } from '#archive';
import { CERTAINTIES, TIMELINE_FILTERS } from '#words/timeline.ts';
import { certaintyOf, countValues, FILTERS, type Filterable, type FilterName } from '../lib/timeline/filters.ts';
import { compareUnits } from '../lib/units/order.ts';
import type { Practice, StoryMilestone } from './model.ts';

/** A filter with the values there are, and how many milestones have each. */
export interface FilterChoices {
  name: FilterName;
  label: string;
  choices: { value: string; label: string; count: number }[];
}

/** What a milestone offers to the filters. */
export const filterableOf = (milestone: StoryMilestone): Filterable => ({
  county: milestone.story.county ? [milestone.story.county.id] : [],
  genre: [milestone.story.genre],
  practice: milestone.practices,
  certainty: [certaintyOf(milestone)],
});

/** The filters of the timeline: counties in their order, genres and certainties in their own order, practices by name. */
export function filterChoices(milestones: readonly StoryMilestone[], practices: readonly Practice[]): FilterChoices[] {
  const counts = countValues(milestones.map(filterableOf), {});
  const counties = [...new Set(milestones.flatMap(({ story }) => story.county ?? []))];
  const labels: Record<FilterName, (readonly [string, string])[]> = {
    county: counties.sort(compareUnits).map(({ id, name }) => [id, name]),
    genre: Object.entries(genres).map(([id, { name }]) => [id, name]),
    practice: practices.map(({ id, name }) => [id, name]),
    certainty: Object.entries(CERTAINTIES),
  };
  return FILTERS.map((name) => ({
    name,
    label: TIMELINE_FILTERS[name],
    choices: labels[name].flatMap(([value, label]) => {
      const count = counts[name].get(value) ?? 0;
      return count > 0 ? [{ value, label, count }] : [];
    }),
  }));
}
