import { isIn, type MapFilter, readSpan } from '../../lib/map/filter.ts';
import { MAP_PAGE } from '../../lib/words/map.ts';
import type { MapState, MapStore } from './map-store.ts';

// The list of counties beside the map: filtered, marked and chosen from together with it.
const entries = [...document.querySelectorAll<HTMLElement>('.entry')].map((element) => ({
  element,
  id: element.dataset.county ?? '',
  details: element.querySelector('details') as HTMLDetailsElement,
  counts: element.querySelector('[data-counts]') as HTMLElement,
  stories: [...element.querySelectorAll<HTMLElement>('[data-genre]')].map((story) => ({
    story,
    items: [...story.querySelectorAll<HTMLElement>('[data-years]')],
  })),
}));

/** Ids of the counties that are listed. */
export const countyIds = entries.map(({ id }) => id);

const spanOf = (element: HTMLElement) => readSpan(element.dataset.years ?? '');

/** Hides what does not match and counts the rest. */
export function filterList({ year, genre }: MapFilter) {
  const counts = new Map<string, number>();
  let shown = 0;
  for (const { id, element, counts: words, stories } of entries) {
    const matching = stories.filter(({ story, items }) => {
      for (const item of items) item.hidden = !isIn(spanOf(item), year);
      const matches = isIn(spanOf(story), year) || items.some((item) => !item.hidden);
      story.hidden = !matches || (genre !== '' && story.dataset.genre !== genre);
      return !story.hidden;
    });
    const milestones = matching.flatMap(({ items }) =>
      items.filter((item) => 'milestone' in item.dataset && !item.hidden),
    );
    if (matching.length > 0) counts.set(id, milestones.length);
    shown += matching.length;
    element.classList.toggle('entry-empty', matching.length === 0);
    words.textContent = matching.length > 0 ? MAP_PAGE.counts(matching.length, milestones.length) : MAP_PAGE.nothing;
  }
  return { counts, stories: shown };
}

/** A county's entry, to be shown elsewhere as well. */
export interface CopiedEntry {
  name: string;
  counts: string;
  body: Node[];
}

/** Copies the contents of a county's entry as it is filtered now. */
export function copyEntry(id: string): CopiedEntry {
  const entry = entries.find((one) => one.id === id);
  const body = entry?.element.querySelector('.entry-body')?.cloneNode(true);
  return {
    name: entry?.element.querySelector('h3')?.textContent ?? '',
    counts: entry?.counts.textContent ?? '',
    body: body ? [body] : [],
  };
}

function mark({ county, pointed }: MapState) {
  for (const { id, element } of entries) {
    element.ariaCurrent = id === county ? 'true' : null;
    element.classList.toggle('entry-pointed', id === pointed);
  }
}

/** Ties the list to the state. `choose` is called when the reader opens a county's entry, or closes the chosen one. */
export function bindList(store: MapStore, choose: (county: string | null) => void) {
  for (const { id, element, details } of entries) {
    const point = () => store.set({ pointed: id });
    const leave = () => store.get().pointed === id && store.set({ pointed: null });
    element.addEventListener('pointerenter', point);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('focusin', point);
    element.addEventListener('focusout', leave);
    // Not the `toggle` event: it comes later, and would undo what the reader has chosen on the map since.
    details.querySelector('summary')?.addEventListener('click', () => {
      const opens = !details.open;
      if (opens !== (store.get().county === id)) choose(opens ? id : null);
    });
  }
  store.subscribe(() => mark(store.get()));
  mark(store.get());
}
