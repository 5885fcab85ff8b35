import type { MapFilter, YearStop } from '../../lib/map/filter.ts';
import type { Genre } from '../../lib/schema/story.ts';
import { MAP_PAGE } from '../../lib/words/map.ts';
import type { MapState } from './map-store.ts';

// The year slider and the choice of genre. A page without them shows everything.
const controls = document.querySelector<HTMLElement>('.map-filter');
const slider = controls?.querySelector('input');
const genre = controls?.querySelector('select');
const names = controls?.dataset.names?.split('|') ?? [];

export const years = (controls?.dataset.stops?.split(' ') ?? ['all']) as YearStop[];
export const genres = [...(genre?.options ?? [])].map(({ value }) => value).filter(Boolean) as Genre[];

/** `change` is called while the slider moves, and with `isDone` when the reader lets go of it. */
export function bindFilter(change: (filter: MapFilter, isDone: boolean) => void) {
  const read = (): MapFilter => ({
    year: years[Number(slider?.value)] ?? 'all',
    genre: (genre?.value ?? '') as MapFilter['genre'],
  });
  slider?.addEventListener('input', () => change(read(), false));
  controls?.addEventListener('change', () => change(read(), true));
}

/** Brings the controls in step with the state, and says what is left. */
export function showFilter({ year, genre: chosen, counts }: MapState, stories: number) {
  if (!controls || !slider || !genre) return;
  const stop = years.indexOf(year);
  const name = names[stop] ?? '';
  slider.value = String(stop);
  slider.ariaValueText = name;
  genre.value = chosen;
  for (const output of controls.querySelectorAll('output')) output.value = name;
  const milestones = [...counts.values()].reduce((total, count) => total + count, 0);
  const status = controls.querySelector('.map-status');
  const words = MAP_PAGE.status(name, counts.size, stories, milestones);
  if (status && status.textContent !== words) status.textContent = words;
}
