import L, { type LatLngBounds, type Map as LeafletMap } from 'leaflet';
import 'leaflet-gesture-handling';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { AttributionControl, MapContainer, Pane, Polygon, ScaleControl, TileLayer, ZoomControl } from 'react-leaflet';
import { MAP_PAGE } from '#words/map.ts';
import type { Point } from '../../lib/geo/plane.ts';
import type { Atlas } from '../../lib/map/atlas.ts';
import { unpackRing } from '../../lib/map/rings.ts';
import type { Basemap } from '../../site/basemap.ts';
import { CountyPanel } from './CountyPanel.island.tsx';
import { CountyShapes } from './CountyShapes.island.tsx';
import type { CopiedEntry } from './county-list.ts';
import { Graticule } from './Graticule.island.tsx';
import { MapNames } from './MapNames.island.tsx';
import type { MapActions, MapStore } from './map-store.ts';
import { type Sights, showAll, useMapView } from './map-view.ts';
import { Surroundings } from './Surroundings.island.tsx';
import './text-controls.ts';

/** What the live map needs from the page around it. */
export interface CountyMapProps {
  /** The figure that holds the map, live or still, with its legend. */
  frame: HTMLElement;
  /** The part of it that the live map fills. */
  box: HTMLElement;
  atlas: Atlas;
  /** South-west and north-east corner of the panel that it takes the place of. */
  extent: [Point, Point];
  store: MapStore;
  actions: MapActions;
  basemap: Basemap | null;
  /** Null where the list does not have the county. */
  copyEntry: (county: string) => CopiedEntry | null;
}

/** Without tiles Leaflet knows no bounds to zooming; at 12 an outline of 1 km is as coarse as it can be borne. */
const MAX_ZOOM = 12;

const isCalm = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.documentElement.dataset.size === 'elder';

/** South-west and north-east corner as Leaflet wants them. */
const boundsOf = (corners: readonly Point[]): LatLngBounds =>
  L.latLngBounds(corners.map(([longitude, latitude]) => L.latLng(latitude, longitude)));

function sightsOf({ counties }: Atlas, extent: [Point, Point]): Sights {
  const countyOf = (id: string) => {
    const county = counties.find((one) => one.id === id);
    if (!county) return null;
    const points = county.rings.flatMap(unpackRing).map(([latitude, longitude]): Point => [longitude, latitude]);
    return boundsOf(points.length > 0 ? points : [county.pole]);
  };
  return { whole: boundsOf(extent), countyOf };
}

function CountyMap({ painted, ...props }: CountyMapProps & { painted: () => void }) {
  const { frame, box, atlas, store, actions, basemap, copyEntry } = props;
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [sights] = useState(() => sightsOf(atlas, props.extent));
  const [limits] = useState(() => boundsOf(props.extent).pad(0.5));
  const [provinces] = useState(() => atlas.provinces.map(({ name, rings }) => [name, rings.map(unpackRing)] as const));
  // A province is drawn more coarsely than its counties: its border runs round those that reach beyond it.
  const [borders] = useState(() =>
    provinces.length === 0
      ? []
      : atlas.counties.flatMap(({ id, rings, isLine }) => (isLine ? [] : [[id, rings.map(unpackRing)] as const])),
  );
  const panelTitle = useRef<HTMLHeadingElement>(null);
  const state = useSyncExternalStore(store.subscribe, store.get);
  useMapView(map, sights, store, actions);
  const calm = isCalm();
  return (
    <>
      <MapContainer
        ref={setMap}
        className={basemap ? 'map-canvas map-tiles' : 'map-canvas'}
        zoomSnap={basemap ? 1 : 0.1}
        maxZoom={MAX_ZOOM}
        maxBounds={limits}
        maxBoundsViscosity={1}
        zoomControl={false}
        attributionControl={false}
        zoomAnimation={!calm}
        fadeAnimation={!calm}
        inertia={!calm}
        bounds={sights.whole}
        trackResize={false}
        gestureHandling
        gestureHandlingOptions={{ text: MAP_PAGE.gestures, duration: 1500 }}
      >
        {basemap?.layers.map((url) => (
          <TileLayer key={url} url={url} attribution={basemap.attribution} />
        ))}
        <Pane name="provinces" style={{ zIndex: 380 }}>
          {borders.map(([id, positions]) => (
            <Polygon key={id} positions={positions} interactive={false} className="live-border" />
          ))}
          {provinces.map(([name, positions]) => (
            <Polygon key={name} positions={positions} interactive={false} className="live-province" />
          ))}
        </Pane>
        {atlas.isLost && !basemap && atlas.context.rivers.length === 0 && <Graticule />}
        <CountyShapes counties={atlas.counties} state={state} store={store} actions={actions} panelTitle={panelTitle} />
        <Surroundings context={atlas.context} />
        <MapNames atlas={atlas} counts={state.counts} chosen={state.county} />
        <Painted painted={painted} />
        <AttributionControl prefix={MAP_PAGE.attribution} />
        <ZoomControl zoomInTitle={MAP_PAGE.zoomIn} zoomOutTitle={MAP_PAGE.zoomOut} />
        <ScaleControl imperial={false} />
      </MapContainer>
      <button className="button map-whole" type="button" onClick={() => map && showAll(map, sights)}>
        {MAP_PAGE.whole}
      </button>
      <CountyPanel frame={frame} box={box} title={panelTitle} state={state} actions={actions} copyEntry={copyEntry} />
    </>
  );
}

/** Calls `painted` once the counties have been drawn and shown, whatever else is still to come. */
function Painted({ painted }: { painted: () => void }) {
  useEffect(() => {
    // The first frame draws what stands in the document now; the second comes after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(painted);
    });
    return () => cancelAnimationFrame(frame);
  }, [painted]);
  return null;
}

/**
 * Puts the live map into its box. Resolves when it has painted; until then it is not to be shown.
 * @param failed called when it breaks later on; its box is empty then
 * @returns how to take it out again
 */
export function mountCountyMap(props: CountyMapProps, failed: (error: unknown) => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    let isPainted = false;
    const broken = (error: unknown) => {
      // React keeps the root, and one for each try would grow in the box.
      queueMicrotask(() => root.unmount());
      if (isPainted) failed(error);
      else reject(error);
    };
    const painted = () => {
      isPainted = true;
      resolve(() => root.unmount());
    };
    const root = createRoot(props.box, { onUncaughtError: broken });
    root.render(<CountyMap {...props} painted={painted} />);
  });
}
