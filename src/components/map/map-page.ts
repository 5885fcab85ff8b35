import { type Known, readAddress, writeAddress } from '../../lib/map/address.ts';
import { NO_FILTER } from '../../lib/map/filter.ts';
import { bindList, countyIds, filterList } from './county-list.ts';
import { bindFilter, genres, showFilter, years } from './map-filter.ts';
import { loadWhenSeen } from './map-loader.ts';
import { createMapStore, type MapActions, type MapState } from './map-store.ts';

// List, controls and map share one state, and the address of the page keeps it.
const known: Known = { counties: countyIds, years, genres };
const wide = matchMedia('(min-width: 60rem)');

const fromAddress = (): Partial<MapState> => {
  const address = readAddress(location.search, known);
  return { ...address, panel: address.county !== null && wide.matches };
};

const start: MapState = { ...NO_FILTER, county: null, view: null, pointed: null, panel: false, counts: new Map() };
const store = createMapStore({ ...start, ...fromAddress() });

/** Keeps the state in the address: a choice of the reader as a step back to which Back leads, a movement not. */
function remember(isStep: boolean) {
  const query = writeAddress(store.get());
  const url = `${location.pathname}${query}${location.hash}`;
  if (isStep && query !== location.search) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

function applyFilter() {
  const { counts, stories } = filterList(store.get());
  store.set({ counts });
  showFilter(store.get(), stories);
}

const actions: MapActions = {
  choose(county, panel = false) {
    store.set({ county, panel });
    remember(true);
  },
  move(view) {
    store.set({ view });
    remember(false);
  },
};

bindList(store, (county) => actions.choose(county));
bindFilter((filter, isDone) => {
  store.set(filter);
  applyFilter();
  // While the slider moves, the address stays: Back has to lead to where it began.
  if (isDone) remember(true);
});
addEventListener('popstate', () => {
  store.set(fromAddress());
  applyFilter();
});
applyFilter();

const frame = document.querySelector<HTMLElement>('.map-frame');
if (frame) loadWhenSeen(frame, store, actions);
