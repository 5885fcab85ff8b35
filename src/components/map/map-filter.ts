import { MAP_PAGE } from '#words/map.ts';
import type { MapFilter, YearStop } from '../../lib/map/filter.ts';
import type { Genre } from '../../lib/schema/story.ts';
import { markCurrent } from '../current.ts';
import { part } from '../parts.ts';
import type { MapState } from './map-store.ts';

/** The year slider and the choice of genre. */
export interface FilterControls {
  root: HTMLElement;
  slider: HTMLInputElement;
  genre: HTMLSelectElement;
  status: HTMLElement;
  /** Stops of the slider, and what they are called. */
  years: YearStop[];
  names: string[];
  genres: Genre[];
}

export function readControls(root: HTMLElement): FilterControls {
  const { stops = '', names = '' } = root.dataset;
  const genre = part(root, 'select', HTMLSelectElement);
  return {
    root,
    slider: part(root, 'input', HTMLInputElement),
    genre,
    status: part(root, '.map-status'),
    years: stops.split(' ') as YearStop[],
    names: names.split('|'),
    genres: [...genre.options].map(({ value }) => value).filter(Boolean) as Genre[],
  };
}

/** `change` is called while the slider moves, and with `isDone` when the reader lets go of it. */
export function bindFilter(
  { root, slider, genre, years }: FilterControls,
  change: (filter: MapFilter, isDone: boolean) => void,
) {
  const read = (): MapFilter => ({
    year: years[Number(slider.value)] ?? 'all',
    genre: genre.value as MapFilter['genre'],
  });
  for (const [i, bar] of barsIn(root).entries())
    bar.addEventListener('click', () => {
      slider.value = String(i);
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    });
  root.style.setProperty('--stops', String(years.length));
  slider.addEventListener('input', () => change(read(), false));
  root.addEventListener('change', () => change(read(), true));
}

const barsIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('.year-bars li')];

/** Draws the bars anew: a genre has years of its own. */
function showBars(root: ParentNode, bars: readonly number[], chosen: number) {
  const most = Math.max(1, ...bars.slice(1));
  for (const [i, bar] of barsIn(root).entries()) {
    const height = (40 * (bars[i] ?? 0)) / most;
    part(bar, 'b').textContent = String(bars[i] ?? 0);
    bar.querySelector('rect')?.setAttribute('height', String(height));
    bar.querySelector('rect')?.setAttribute('y', String(40 - height));
    markCurrent(bar, i === chosen);
  }
}

/** Brings the controls in step with the state, and says what is left. */
export function showFilter(
  controls: FilterControls,
  { year, genre, counts }: MapState,
  stories: number,
  bars: readonly number[],
) {
  const { root, slider, status, years, names } = controls;
  const stop = years.indexOf(year);
  const name = names[stop] ?? '';
  slider.value = String(stop);
  slider.setAttribute('aria-valuetext', name);
  controls.genre.value = genre;
  showBars(root, bars, stop);
  const milestones = [...counts.values()].reduce((total, count) => total + count, 0);
  const words = MAP_PAGE.status(name, counts.size, stories, milestones);
  if (status.textContent !== words) status.textContent = words;
}
