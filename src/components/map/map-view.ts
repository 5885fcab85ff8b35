import { type LatLngBoundsExpression, type Map as LeafletMap, type Point, point } from 'leaflet';
import { useEffect } from 'react';
import { MAP_PAGE } from '#words/map.ts';
import type { MapActions, MapStore } from './map-store.ts';

/** Two views are one when no reader could tell them apart. */
const NEAR = { degrees: 0.006, zoom: 0.01 };

const viewOf = (map: LeafletMap) => {
  const { lat: latitude, lng: longitude } = map.getCenter();
  return { latitude, longitude, zoom: map.getZoom() };
};

/** Air round the outlines, for the names of those at the edge. */
function airOf(map: LeafletMap): Point {
  const em = Number.parseFloat(getComputedStyle(map.getContainer()).fontSize);
  return point(1.5 * em, em);
}

/** Shows all that is drawn. */
export const showAll = (map: LeafletMap, extent: LatLngBoundsExpression) =>
  map.fitBounds(extent, { padding: airOf(map), animate: false });

/** Shows the view of the state on the map, where the two differ. */
function showView(map: LeafletMap, extent: LatLngBoundsExpression, store: MapStore) {
  const { view } = store.get();
  if (!view) {
    showAll(map, extent);
    return;
  }
  const { latitude, longitude, zoom } = viewOf(map);
  const far = Math.max(Math.abs(latitude - view.latitude), Math.abs(longitude - view.longitude));
  if (far > NEAR.degrees || Math.abs(zoom - view.zoom) > NEAR.zoom)
    map.setView([view.latitude, view.longitude], view.zoom, { animate: false });
}

/** Zoomed out as far as it goes, the map shows everything. */
const isWhole = (map: LeafletMap) => map.getZoom() <= map.getMinZoom();

/** Keeps view and state in step, the whole extent in sight at the least, and gives the map its name. */
export function useMapView(
  map: LeafletMap | null,
  extent: LatLngBoundsExpression,
  store: MapStore,
  actions: MapActions,
) {
  useEffect(() => {
    if (!map) return;
    const box = map.getContainer();
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', MAP_PAGE.mapName);
    const limit = () => map.setMinZoom(map.getBoundsZoom(extent, false, airOf(map).multiplyBy(2)));
    limit();
    showView(map, extent, store);
    const note = () => actions.move(isWhole(map) ? null : viewOf(map));
    const resize = () => {
      const wasWhole = !store.get().view;
      limit();
      if (wasWhole) showAll(map, extent);
    };
    let shown = store.get().view;
    const stop = store.subscribe(() => {
      const { view } = store.get();
      if (view === shown) return;
      // Before the map moves: its moving changes the state in turn.
      shown = view;
      showView(map, extent, store);
    });
    map.on('moveend', note).on('resize', resize);
    // Leaflet minds the window alone; larger type changes the box as well.
    const size = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    size.observe(box);
    return () => {
      stop();
      size.disconnect();
      map.off('moveend', note).off('resize', resize);
    };
  }, [map, extent, store, actions]);
}
