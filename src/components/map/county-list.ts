import { MAP_PAGE } from '#words/map.ts';
import { isIn, type MapFilter, readSpan, type YearSpan, type YearStop } from '../../lib/map/filter.ts';
import { markCurrent } from '../current.ts';
import { part } from '../parts.ts';
import type { MapState, MapStore } from './map-store.ts';

/** A story, milestone or figure in the list, with the years that it speaks of. */
interface Listed {
  element: HTMLElement;
  span: YearSpan;
}

/** A county's entry in the list beside the map: filtered, marked and chosen from together with the map. */
export interface ListedCounty {
  id: string;
  element: HTMLElement;
  details: HTMLDetailsElement;
  counts: HTMLElement;
  stories: (Listed & { items: Listed[] })[];
}

/** The list is the data: what it says of each story is all that the map and the filter know. */
export const readCounties = (list: ParentNode): ListedCounty[] =>
  [...list.querySelectorAll<HTMLElement>('.entry')].map((element) => ({
    id: element.dataset.county ?? '',
    element,
    details: part(element, 'details', HTMLDetailsElement),
    counts: part(element, '[data-counts]'),
    stories: readListed(element, '[data-genre]').map((story) => ({
      ...story,
      items: readListed(story.element, '[data-years]'),
    })),
  }));

const readListed = (root: ParentNode, selector: string): Listed[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].map((element) => ({
    element,
    span: readSpan(element.dataset.years ?? ''),
  }));

/** What a filter leaves of a county. */
export interface Shown {
  stories: number;
  milestones: number;
}

/**
 * Hides what does not match and counts the rest by county, and all stories once.
 * @param stops of the year slider, between which its ends lie
 * @returns `shown` lacks the counties of which nothing is left
 */
export function filterList(list: readonly ListedCounty[], filter: MapFilter, stops: readonly YearStop[]) {
  const counts = new Map<string, number>();
  const shownOf = new Map<string, Shown>();
  // One that is about several counties stands under each of them.
  const stories = new Set<unknown>();
  for (const county of list) {
    const shown = filterCounty(county, filter, stops);
    const { length } = shown.stories;
    if (length > 0) counts.set(county.id, shown.milestones);
    if (length > 0) shownOf.set(county.id, { stories: length, milestones: shown.milestones });
    for (const { element } of shown.stories) stories.add(element.querySelector('a')?.getAttribute('href') ?? element);
    county.element.classList.toggle('entry-empty', length === 0);
    county.counts.textContent = length > 0 ? MAP_PAGE.counts(length, shown.milestones) : MAP_PAGE.nothing;
  }
  return { counts, stories: stories.size, shown: shownOf };
}

/** Milestones of a genre at each stop of the slider. */
export function barsOf(list: readonly ListedCounty[], genre: MapFilter['genre'], stops: readonly YearStop[]): number[] {
  const stories = list.flatMap((county) => county.stories);
  const some = stories.filter(({ element }) => genre === '' || element.dataset.genre === genre);
  const milestones = some.flatMap(({ items }) => items.filter(({ element }) => 'milestone' in element.dataset));
  return stops.map((stop) => milestones.filter(({ span }) => isIn(span, stop, stops)).length);
}

function filterCounty({ stories }: ListedCounty, { year, genre }: MapFilter, stops: readonly YearStop[]) {
  const matching = stories.filter(({ element, span, items }) => {
    for (const item of items) item.element.hidden = !isIn(item.span, year, stops);
    const matches = isIn(span, year, stops) || items.some((item) => !item.element.hidden);
    element.hidden = !matches || (genre !== '' && element.dataset.genre !== genre);
    return !element.hidden;
  });
  const items = matching.flatMap((story) => story.items.map(({ element }) => element));
  const milestones = items.filter(({ dataset, hidden }) => 'milestone' in dataset && !hidden);
  return { stories: matching, milestones: milestones.length };
}

/** A county's entry, to be shown elsewhere as well. */
export interface CopiedEntry {
  name: string;
  counts: string;
  body: Node;
}

/** Copies a county's entry as it is filtered now; null where the list does not have it. */
export function copyEntry(list: readonly ListedCounty[], id: string): CopiedEntry | null {
  const county = list.find((one) => one.id === id);
  return (
    (county && {
      name: part(county.element, 'h3').textContent,
      counts: county.counts.textContent,
      body: part(county.element, '.entry-body').cloneNode(true),
    }) ??
    null
  );
}

function mark(list: readonly ListedCounty[], { county, pointed }: MapState) {
  for (const { id, element } of list) {
    markCurrent(element, id === county);
    element.classList.toggle('entry-pointed', id === pointed);
  }
}

/** Ties the list to the state. `choose` is called when the reader opens a county's entry, or closes the chosen one. */
export function bindList(list: readonly ListedCounty[], store: MapStore, choose: (county: string | null) => void) {
  for (const { id, element, details } of list) {
    const point = () => store.set({ pointed: id });
    const leave = () => store.get().pointed === id && store.set({ pointed: null });
    element.addEventListener('pointerenter', point);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusin', point);
    element.addEventListener('focusout', leave);
    // Not the `toggle` event: it comes later, and would undo what the reader has chosen on the map since.
    part(details, 'summary').addEventListener('click', () => {
      const opens = !details.open;
      if (opens !== (store.get().county === id)) choose(opens ? id : null);
    });
  }
  store.subscribe(() => mark(list, store.get()));
  mark(list, store.get());
}
