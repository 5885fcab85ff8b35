import type { MapAddress } from '../../lib/map/address.ts';

/** All that list, controls and map show together. */
export interface MapState extends MapAddress {
  /** County under the pointer or with the focus, in the list or on the map. */
  pointed: string | null;
  /** Whether the map shows its panel for the chosen county. */
  panel: boolean;
  /** Milestones that match, by county; a county without any match at all is missing. */
  counts: ReadonlyMap<string, number>;
}

/** What the reader does on the page. */
export interface MapActions {
  /** @param panel whether the map opens its panel for the county */
  choose(county: string | null, panel?: boolean): void;
  move(view: MapAddress['view']): void;
  /** Nothing chosen, and the whole in sight. */
  reset(): void;
}

/** One state with listeners, so that list and map can never disagree. */
export interface MapStore {
  get(): MapState;
  set(change: Partial<MapState>): void;
  /** @returns how to stop listening */
  subscribe(listener: () => void): () => void;
}

export function createMapStore(initial: MapState): MapStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
