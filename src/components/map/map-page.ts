import { type Known, readAddress, writeAddress } from '../../lib/map/address.ts';
import { NO_FILTER } from '../../lib/map/filter.ts';
import { part } from '../parts.ts';
import { bindList, copyEntry, filterList, type ListedCounty, readCounties } from './county-list.ts';
import { bindFilter, type FilterControls, readControls, showFilter } from './map-filter.ts';
import { loadWhenSeen } from './map-loader.ts';
import { createMapStore, type MapActions, type MapState, type MapStore } from './map-store.ts';

const START: MapState = { ...NO_FILTER, county: null, view: null, pointed: null, panel: false, counts: new Map() };

/** Makes list, controls and map share one state, which the address of the page keeps. */
export function startMapPage(page: ParentNode) {
  const list = readCounties(part(page, '.county-list'));
  // The map that other sites embed has no filter: it shows everything.
  const filter = page.querySelector<HTMLElement>('.map-filter');
  const controls = filter && readControls(filter);
  const known = knownOn(list, controls);
  const store = createMapStore({ ...START, ...fromAddress(known) });
  const actions = actionsOn(store);

  function applyFilter() {
    const { counts, stories } = filterList(list, store.get(), known.years);
    store.set({ counts });
    if (controls) showFilter(controls, store.get(), stories);
  }

  bindList(list, store, actions.choose);
  if (controls)
    bindFilter(controls, (chosen, isDone) => {
      store.set(chosen);
      applyFilter();
      // While the slider moves, the address stays: Back has to lead to where it began.
      if (isDone) remember(store, true);
    });
  addEventListener('popstate', () => {
    store.set(fromAddress(known));
    applyFilter();
  });
  applyFilter();
  loadWhenSeen(part(page, '.map-frame'), { store, actions, copyEntry: (county) => copyEntry(list, county) });
}

const knownOn = (list: readonly ListedCounty[], controls: FilterControls | null): Known => ({
  counties: list.map(({ id }) => id),
  years: controls?.years ?? [],
  genres: controls?.genres ?? [],
});

function fromAddress(known: Known): Partial<MapState> {
  const address = readAddress(location.search, known);
  return { ...address, panel: address.county !== null && matchMedia('(min-width: 60rem)').matches };
}

/** Keeps the state in the address: a choice of the reader as a step back to which Back leads, a movement not. */
function remember(store: MapStore, isStep: boolean) {
  const query = writeAddress(store.get());
  const url = `${location.pathname}${query}${location.hash}`;
  if (isStep && query !== location.search) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

const actionsOn = (store: MapStore): MapActions => ({
  choose(county, panel = false) {
    store.set({ county, panel });
    remember(store, true);
  },
  move(view) {
    store.set({ view });
    remember(store, false);
  },
});
