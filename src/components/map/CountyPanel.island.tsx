import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { MAP_PAGE } from '#words/map.ts';
import type { CopiedEntry } from './county-list.ts';
import type { MapActions, MapState } from './map-store.ts';

/** Where there is room beside the map's counties, pointing at one is enough to read of it. */
const ROOMY = '(min-width: 60rem)';

/**
 * The county pointed at on the map, until the pointer leaves the map.
 * @param box that the map fills
 * @returns also how to be silent about a county until another one has been pointed at
 */
function usePeek(
  box: HTMLElement,
  pointed: string | null,
): [peek: string | null, silence: (county: string | null) => void] {
  const [peek, setPeek] = useState<string | null>(null);
  const silent = useRef<string | null>(null);
  useEffect(() => {
    const isOver = box.matches(':hover');
    const isOnMap = isOver || box.contains(document.activeElement);
    if (pointed === null) return isOver ? undefined : setPeek(null);
    if (pointed === silent.current || !isOnMap || !matchMedia(ROOMY).matches) return;
    silent.current = null;
    setPeek(pointed);
  }, [box, pointed]);
  useEffect(() => {
    const leave = () => setPeek(null);
    box.addEventListener('pointerleave', leave);
    return () => box.removeEventListener('pointerleave', leave);
  }, [box]);
  const silence = (county: string | null) => {
    silent.current = county;
    setPeek(null);
  };
  return [peek, silence];
}

/** Escape, pressed anywhere but in a dialog. */
function useEscape(action: () => void) {
  // One listener for good: one that is put anew while a key is being handled misses that key.
  const pressed = useEffectEvent(action);
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && !document.querySelector('dialog[open]')) pressed();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

interface PanelProps {
  /** The figure with the map and its legend, and the part of it that the map fills. */
  frame: HTMLElement;
  box: HTMLElement;
  /** Of the panel: it takes the focus. */
  title: RefObject<HTMLHeadingElement | null>;
  state: MapState;
  actions: MapActions;
  copyEntry: (county: string) => CopiedEntry | null;
}

/** Leaflet draws the counties: React has no hold on them. */
const shapeOf = (box: HTMLElement, county: string | null) =>
  box.querySelector<SVGElement>(`path[data-county="${county}"]`);

/** What the list says of a county, beside it on the map; on a phone a sheet at the foot of the window. */
export function CountyPanel({ frame, box, state, title, actions, copyEntry }: PanelProps) {
  const body = useRef<HTMLDivElement>(null);
  const [peek, silence] = usePeek(box, state.pointed);
  const isOpen = state.panel && state.county !== null;
  const shown = isOpen ? state.county : peek;
  const entry = shown ? copyEntry(shown) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the copy changes with the filter
  useEffect(() => {
    if (entry) body.current?.replaceChildren(entry.body);
  }, [shown, state.counts]);
  useEffect(() => {
    if (!isOpen || shapeOf(box, state.county) !== document.activeElement) return;
    title.current?.focus({ preventScroll: true });
    // The sheet at the foot of a narrow window must not cover the map that it belongs to.
    if (!matchMedia(ROOMY).matches) frame.scrollIntoView();
  }, [isOpen, state.county, frame, box, title]);
  const close = () => {
    const shape = shapeOf(box, state.county);
    silence(state.county);
    actions.choose(null);
    shape?.focus();
  };
  useEscape(() => (isOpen ? close() : silence(peek)));
  if (!entry) return null;
  return (
    <section className={isOpen ? 'map-panel' : 'map-panel map-panel-peek'} aria-labelledby="map-panel-title">
      <header>
        <h2 id="map-panel-title" tabIndex={-1} ref={title}>
          {entry.name}
        </h2>
        <small>{entry.counts}</small>
        {isOpen && (
          <button className="button" type="button" onClick={close}>
            {MAP_PAGE.close}
          </button>
        )}
      </header>
      <div ref={body} />
    </section>
  );
}
