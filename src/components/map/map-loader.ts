import { MAP_PAGE } from '#words/map.ts';
import type { Atlas } from '../../lib/map/atlas.ts';
import liveStyles from '../../styles/map-live.css?url';
import { addStyles } from '../add-styles.ts';
import { adviceOn } from '../late.ts';
import { part } from '../parts.ts';
import { nameTrusted } from '../trusted-types.ts';
import type { CountyMapProps } from './CountyMap.island.tsx';

/** What the live map shares with the page around it. */
type Shared = Pick<CountyMapProps, 'store' | 'actions' | 'copyEntry'>;

// The live map comes when it is in view, or when asked for where the reader saves data. Until then, and wherever it
// cannot come, its still drawing stands in the same box. An `astro-island` would not do: it cannot ask for map and
// outlines at once, nor keep what stands there when one of them fails.
const isSaving = () => 'connection' in navigator && Reflect.get(navigator.connection as object, 'saveData') === true;

/** @param failed called when the map breaks after it has come up */
async function load(
  frame: HTMLElement,
  live: HTMLElement,
  shared: Shared,
  failed: (error: unknown) => void,
): Promise<void> {
  // Before Leaflet, which tries out some markup as soon as it is there.
  nameTrusted();
  const [{ mountCountyMap }, atlas] = await Promise.all([
    import('./CountyMap.island.tsx'),
    fetch(frame.dataset.atlas ?? '').then((response): Promise<Atlas> => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    }),
    // Leaflet's rules come with Leaflet, not with the page.
    addStyles(liveStyles),
  ]);
  live.hidden = false;
  const basemap = JSON.parse(frame.dataset.basemap ?? 'null');
  await mountCountyMap({ ...shared, frame, box: live, atlas, basemap }, failed);
  frame.dataset.live = '';
}

/** Loads the live map into the frame once it is seen. */
export function loadWhenSeen(frame: HTMLElement, shared: Shared) {
  const live = part(frame, '.map-live');
  const button = part(frame, '.map-load button');
  /** Brings the still map back, with a way to try again. */
  const fail = async (error: unknown) => {
    console.warn(error);
    delete frame.dataset.live;
    live.hidden = true;
    const advice = await adviceOn(MAP_PAGE.failed, start);
    frame.dataset.asks = '';
    button.before(advice.said);
    button.textContent = advice.label;
    act = advice.act;
  };
  const start = () => {
    delete frame.dataset.asks;
    observer.disconnect();
    load(frame, live, shared, fail).catch(fail);
  };
  let act: () => void = start;
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) start();
  });
  button.addEventListener('click', () => {
    button.previousSibling?.remove();
    act();
  });
  if (isSaving()) frame.dataset.asks = '';
  else observer.observe(frame);
}
