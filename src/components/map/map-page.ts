import { type Known, readAddress, writeAddress } from '../../lib/map/address.ts';
import { NO_FILTER } from '../../lib/map/filter.ts';
import { part } from '../parts.ts';
import { barsOf, bindList, copyEntry, filterList, type ListedCounty, readCounties } from './county-list.ts';
import { bindPanels, buttonOf, panelFor, readPanels, type StillPanel } from './county-panels.ts';
import { bindFilter, type FilterControls, readControls, showFilter } from './map-filter.ts';
import { createLiveMap, type LiveMap, whenSized } from './map-loader.ts';
import { createMapStore, type MapActions, type MapState, type MapStore } from './map-store.ts';

const START: MapState = { ...NO_FILTER, county: null, view: null, pointed: null, panel: false, counts: new Map() };

/** Makes list, controls and map share one state, which the address of the page keeps. */
export function startMapPage(page: ParentNode) {
  const list = readCounties(part(page, '.county-list'));
  const panels = readPanels(page);
  // The map that other sites embed has no filter: it shows everything.
  const filter = page.querySelector<HTMLElement>('.map-filter');
  const controls = filter && readControls(filter);
  const known = knownOn(list, controls);
  const store = createMapStore({ ...START, ...fromAddress(known) });
  const actions = actionsOn(store);
  const live = createLiveMap(part(page, '.map-frame'), {
    store,
    actions,
    copyEntry: (county) => copyEntry(list, county),
  });
  const still = bindPanels(panels, list, store, (county) => open(county));

  function open(county: string) {
    actions.choose(county, true);
    const panel = panelFor(panels, store.get());
    if (panel) void enlarge(live, panel).then(() => focusTitle(panel));
  }

  function applyFilter() {
    const state = store.get();
    const { counts, stories, shown } = filterList(list, state, known.years);
    store.set({ counts });
    still.show(shown);
    if (controls) showFilter(controls, store.get(), stories, barsOf(list, state.genre, known.years));
  }

  bindList(list, store, (county) => {
    actions.choose(county);
    followLive(live, panels, store);
  });
  if (controls)
    bindFilter(controls, (chosen, isDone) => {
      store.set(chosen);
      applyFilter();
      // While the slider moves, the address stays: Back has to lead to where it began.
      if (isDone) remember(store, true);
    });
  for (const panel of panels) bindButton(panel, live, actions);
  addEventListener('popstate', () => {
    store.set(fromAddress(known));
    applyFilter();
    followLive(live, panels, store);
  });
  applyFilter();
  showAddressed(live, panels, store);
}

/** The panel grows where it is seen as a whole. */
function enlarge(live: LiveMap, panel: StillPanel): Promise<void> {
  const shown = live.show(panel, true);
  panel.figure.scrollIntoView();
  return shown;
}

/** Enlarges a panel, and makes it small again. */
function bindButton(panel: StillPanel, live: LiveMap, actions: MapActions) {
  buttonOf(panel.figure).addEventListener('click', () => {
    if (live.current() !== panel.id) return void enlarge(live, panel);
    live.hide();
    actions.reset();
  });
}

/** Whoever has pressed a county of the still map goes on where the live one tells of it. */
function focusTitle({ figure }: StillPanel) {
  if (figure.querySelector('.panel-map')?.contains(document.activeElement) || document.activeElement === document.body)
    figure.querySelector<HTMLElement>('#map-panel-title')?.focus({ preventScroll: true });
}

/** Where a map is live, a county of another panel takes it there. */
function followLive(live: LiveMap, panels: readonly StillPanel[], store: MapStore) {
  const panel = panelFor(panels, store.get());
  if (panel && live.current() !== null) void live.show(panel, true);
}

/** Where the window has to be for a panel to stand at its top, with a little air. */
const topOf = (figure: HTMLElement): number => scrollY + figure.getBoundingClientRect().top - 12;

/** What the address speaks of is shown from near, once it is in sight; at once what the reader had asked for. */
function showAddressed(live: LiveMap, panels: readonly StillPanel[], store: MapStore) {
  const wanted = panels.find(({ id }) => id === (history.state as { enlarge?: string } | null)?.enlarge);
  if (wanted) history.replaceState(null, '');
  const panel = wanted ?? panelFor(panels, store.get());
  if (!panel) return;
  const { figure } = panel;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    if (live.current() !== null || !(wanted || panelFor(panels, store.get()) === panel)) return;
    void live.show(panel, wanted !== undefined);
    // By the window's own scrolling: a page that holds this one in a frame stays where it is.
    if (!location.hash) scrollTo({ top: topOf(figure), behavior: 'instant' });
  });
  // In a frame or tab that is not open yet, there is nothing to scroll to.
  void whenSized(figure).then(() => {
    if (!location.hash) scrollTo({ top: topOf(figure), behavior: 'instant' });
    observer.observe(figure);
  });
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
    // A county is shown from near: where the map looked before is no longer asked for.
    store.set({ county, panel, ...(county ? { view: null } : {}) });
    remember(store, true);
  },
  move(view) {
    store.set({ view });
    remember(store, false);
  },
  reset() {
    store.set({ county: null, panel: false, view: null });
    remember(store, true);
  },
});
