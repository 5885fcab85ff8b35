import { useEffect, useRef, useState } from 'react';
import { MAP_PAGE } from '../../lib/strings.ts';
import type { CopiedEntry } from './county-list.ts';
import type { MapActions } from './map-page.ts';
import type { MapState } from './map-store.ts';

/** Where there is room beside the map's counties, pointing at one is enough to read of it. */
const ROOMY = '(min-width: 60rem)';

/** The county that the panel shows: the one chosen on the map, or the one pointed at. */
function useShown({ county, panel, pointed }: MapState): string | null {
  const [peek, setPeek] = useState<string | null>(null);
  useEffect(() => {
    const onMap = document.activeElement?.closest('.map-live') || document.querySelector('.map-live:hover');
    if (pointed && onMap && matchMedia(ROOMY).matches) setPeek(pointed);
    else if (!document.querySelector('.map-live:hover')) setPeek(null);
  }, [pointed]);
  useEffect(() => {
    const leave = () => setPeek(null);
    const dismiss = ({ key }: KeyboardEvent) => key === 'Escape' && leave();
    const box = document.querySelector('.map-live');
    box?.addEventListener('pointerleave', leave);
    document.addEventListener('keydown', dismiss);
    return () => {
      box?.removeEventListener('pointerleave', leave);
      document.removeEventListener('keydown', dismiss);
    };
  }, []);
  return panel && county ? county : peek;
}

/** Closes on Escape from anywhere and gives the focus back to the county. */
function useEscape(isOpen: boolean, close: () => void) {
  useEffect(() => {
    if (!isOpen) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
      close();
    };
    document.addEventListener('keydown', dismiss);
    return () => document.removeEventListener('keydown', dismiss);
  }, [isOpen, close]);
}

interface PanelProps {
  state: MapState;
  actions: MapActions;
  copyEntry: (county: string) => CopiedEntry;
}

/** What the list says of a county, beside it on the map; on a phone a sheet at the foot of the window. */
export function CountyPanel({ state, actions, copyEntry }: PanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const shown = useShown(state);
  const isOpen = state.panel && state.county !== null;
  const entry = shown ? copyEntry(shown) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the copy changes with the filter
  useEffect(() => {
    if (entry) body.current?.replaceChildren(...entry.body);
  }, [shown, state.counts]);
  useEffect(() => {
    if (!isOpen || !document.activeElement?.matches(`[data-county="${state.county}"]`)) return;
    title.current?.focus({ preventScroll: true });
    // The sheet at the foot of a narrow window must not cover the map that it belongs to.
    if (!matchMedia(ROOMY).matches) document.querySelector('.map-frame')?.scrollIntoView();
  }, [isOpen, state.county]);
  const close = () => {
    const county = document.querySelector<SVGElement>(`.map-live [data-county="${state.county}"]`);
    actions.choose(null);
    county?.focus();
  };
  useEscape(isOpen, close);
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
