import { type LatLngBounds, type Map as LeafletMap, type Point, point } from 'leaflet';
import { useEffect } from 'react';
import { MAP_PAGE } from '#words/map.ts';
import type { MapView } from '../../lib/map/address.ts';
import type { MapActions, MapStore } from './map-store.ts';

/** Two views are one when no reader could tell them apart. */
const NEAR = { degrees: 0.006, zoom: 0.01 };
/** Air round a county that is shown from near, as a part of the box. */
const ROUND = 0.15;
/** A county that is a point is shown no nearer than this. */
const CLOSE = 10;

const viewOf = (map: LeafletMap): MapView => {
  const { lat: latitude, lng: longitude } = map.getCenter();
  return { latitude, longitude, zoom: map.getZoom() };
};

const isOne = (a: MapView, b: MapView): boolean =>
  Math.max(Math.abs(a.latitude - b.latitude), Math.abs(a.longitude - b.longitude)) <= NEAR.degrees &&
  Math.abs(a.zoom - b.zoom) <= NEAR.zoom;

/** Air round the outlines, for the names of those at the edge. */
function airOf(map: LeafletMap): Point {
  const em = Number.parseFloat(getComputedStyle(map.getContainer()).fontSize);
  return point(1.5 * em, em);
}

/** Without a size, as in a tab that is not open, a map has no view: whatever it measured would be wrong. */
const hasSize = ({ clientWidth, clientHeight }: HTMLElement): boolean => clientWidth > 0 && clientHeight > 0;

/** What a map shows by itself: all of its panel, or a county from near. */
export interface Sights {
  whole: LatLngBounds;
  /** Null of what no map shows. */
  countyOf: (id: string) => LatLngBounds | null;
}

/** Shows all that belongs to the panel. */
export const showAll = (map: LeafletMap, { whole }: Sights) =>
  map.fitBounds(whole, { padding: airOf(map), animate: false });

/** Pixels that the panel covers: at the right where there is room beside it, else at the foot. */
function coveredBy(map: LeafletMap): Point {
  const { clientHeight, parentElement } = map.getContainer();
  const card = parentElement?.querySelector('.map-panel')?.getBoundingClientRect();
  if (!card) return point(0, 0);
  const isBeside = matchMedia('(min-width: 60rem)').matches && document.documentElement.dataset.size !== 'elder';
  // The figure stands at the top of the window then, under its own heading.
  const above =
    map.getContainer().getBoundingClientRect().top -
    (parentElement?.closest('figure')?.getBoundingClientRect().top ?? 0);
  return isBeside ? point(card.width, 0) : point(0, Math.max(0, above + clientHeight + card.height - innerHeight));
}

function showCounty(map: LeafletMap, bounds: LatLngBounds) {
  const { x, y } = map.getSize();
  const covered = coveredBy(map);
  const air = point((x - covered.x) * ROUND, (y - covered.y) * ROUND);
  map.fitBounds(bounds, {
    ...{ paddingTopLeft: air, paddingBottomRight: air.add(covered) },
    ...{ maxZoom: CLOSE, animate: false },
  });
}

/** Shows what the state asks for: a view, else the chosen county, else everything. */
function showState(map: LeafletMap, sights: Sights, store: MapStore) {
  const { view, county } = store.get();
  const bounds = county ? sights.countyOf(county) : null;
  if (!view) {
    if (bounds) showCounty(map, bounds);
    else showAll(map, sights);
  } else if (!isOne(viewOf(map), view)) {
    map.setView([view.latitude, view.longitude], view.zoom, { animate: false });
  }
}

/** Keeps view and state in step, the whole extent in sight at the least, and gives the map its name. */
export function useMapView(map: LeafletMap | null, sights: Sights, store: MapStore, actions: MapActions) {
  useEffect(() => {
    if (!map) return;
    const box = map.getContainer();
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', MAP_PAGE.mapName);
    // Where the map has gone by itself is no view of the reader's own.
    let home: MapView | null = null;
    let isMoving = false;
    const show = () => {
      isMoving = true;
      // The whole is out as far as it goes; what is farther out is only in the way of the fitting.
      map.setMinZoom(0);
      showState(map, sights, store);
      if (!store.get().view) home = viewOf(map);
      map.setMinZoom(Math.min(map.getZoom(), map.getBoundsZoom(sights.whole, false, airOf(map).multiplyBy(2))));
      isMoving = false;
    };
    const isHome = () => home !== null && isOne(home, viewOf(map));
    const note = () => {
      if (!isMoving && hasSize(box)) actions.move(isHome() ? null : viewOf(map));
    };
    let { view: shown, county: near } = store.get();
    const stop = store.subscribe(() => {
      const { view, county } = store.get();
      if (view === shown && county === near) return;
      const isOwn = view !== null && isOne(viewOf(map), view);
      const isNearer = county !== near;
      // Before the map moves: its moving changes the state in turn.
      [shown, near] = [view, county];
      if (hasSize(box) && !isOwn && (isNearer || !(view === null && isHome()))) show();
    });
    map.on('moveend', note);
    // Leaflet minds the window alone, and takes a hidden box for one without room. Here its size alone counts: of the
    // window, of larger type, of a tab or a frame that opens, of a page that comes back.
    let size = '';
    const measure = () => {
      const now = `${box.clientWidth} ${box.clientHeight}`;
      if (!hasSize(box) || now === size) return;
      size = now;
      isMoving = true;
      map.invalidateSize({ animate: false });
      isMoving = false;
      show();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    addEventListener('pageshow', measure);
    measure();
    return () => {
      stop();
      observer.disconnect();
      removeEventListener('pageshow', measure);
      map.off('moveend', note);
    };
  }, [map, sights, store, actions]);
}
