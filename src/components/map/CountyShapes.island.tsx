import type { Path } from 'leaflet';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { CircleMarker, Polygon, Polyline } from 'react-leaflet';
import { MAP_PAGE } from '#words/map.ts';
import type { AtlasCounty } from '../../lib/map/atlas.ts';
import { unpackRing } from '../../lib/map/rings.ts';
import type { MapActions, MapState, MapStore } from './map-store.ts';

interface Shared {
  state: MapState;
  store: MapStore;
  actions: MapActions;
  /** Heading of the panel, where the focus goes when the panel has to do with the county already. */
  panelTitle: RefObject<HTMLElement | null>;
}

/** Pixels: a county without an outline, and a place. */
const DOT = { county: 6, place: 4 };
/** Thousandths of a degree: a smaller county is seen only by a firm stroke when all are. */
const TINY = 200;

/** How far a ring reaches, roughly. */
const reach = (ring: readonly number[]) => ring.slice(2).reduce((sum, step) => sum + Math.abs(step), 0) / 4;

/** Makes a Leaflet path a control: stock Leaflet gives it neither focus, name nor keys. */
function bind(element: SVGElement, id: string, { store, actions, panelTitle }: Shared) {
  element.dataset.county = id;
  element.setAttribute('tabindex', '0');
  element.setAttribute('role', 'button');
  const point = () => store.set({ pointed: id });
  // A map that moves on under a resting pointer takes nothing from who is there by keyboard.
  const leave = () => {
    const { activeElement: focused } = document;
    const held = focused?.matches(':focus-visible') ? focused.getAttribute('data-county') : null;
    if (store.get().pointed === id) store.set({ pointed: held });
  };
  const open = () => {
    element.focus({ preventScroll: true });
    const { county, panel } = store.get();
    // A panel that shows this county already takes the focus, and that is no new step.
    if (panel && county === id) panelTitle.current?.focus({ preventScroll: true });
    else actions.choose(id, true);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  element.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && point());
  element.addEventListener('pointerleave', leave);
  element.addEventListener('focus', point);
  element.addEventListener('blur', leave);
  element.addEventListener('click', open);
  element.addEventListener('keydown', keys);
}

function CountyShape({ county, ...shared }: Shared & { county: AtlasCounty }) {
  const path = useRef<Path>(null);
  const { id, name, rings, isLine, pole, places } = county;
  const { counts, county: chosen, panel, pointed } = shared.state;
  const Area = isLine ? Polyline : Polygon;
  const count = counts.get(id);
  // The same array at each state, or Leaflet would draw each county anew whenever one is pointed at.
  const positions = useMemo(() => rings.map(unpackRing), [rings]);
  const add = { add: ({ target }: { target: Path }) => bind(target.getElement() as SVGElement, id, shared) };
  useEffect(() => {
    const element = path.current?.getElement() as SVGElement | undefined;
    if (!element) return;
    element.setAttribute('aria-label', MAP_PAGE.areaName(name, count ?? 0));
    element.setAttribute('aria-expanded', String(chosen === id && panel));
    element.classList.toggle('live-empty', count === undefined);
    element.classList.toggle('live-chosen', chosen === id);
    element.classList.toggle('live-aside', chosen !== null && chosen !== id);
    element.classList.toggle('live-pointed', pointed === id);
  }, [id, name, count, chosen, panel, pointed]);
  const common = {
    ref: path as never,
    className: `live-county${isLine ? ' live-line' : rings.some((ring) => reach(ring) > TINY) ? '' : ' live-tiny'}`,
    eventHandlers: add,
  };
  return (
    <>
      {rings.length > 0 ? (
        <Area positions={positions} {...common} />
      ) : (
        <CircleMarker center={[pole[1], pole[0]]} radius={DOT.county} {...common} />
      )}
      {places.map(({ id: place, point: [x, y], precision }) => (
        <CircleMarker
          key={place}
          center={[y, x]}
          radius={DOT.place}
          interactive={false}
          className={`live-place live-place-${precision}`}
        />
      ))}
    </>
  );
}

/** The counties, each a button, and the places that a source locates. */
export function CountyShapes({ counties, ...shared }: Shared & { counties: AtlasCounty[] }) {
  return counties.map((county) => <CountyShape key={county.id} county={county} {...shared} />);
}
