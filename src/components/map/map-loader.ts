import { MAP_PAGE } from '#words/map.ts';
import type { Atlas } from '../../lib/map/atlas.ts';
import { placed } from '../../lib/urls.ts';
import liveStyles from '../../styles/map-live.css?url';
import { addStyles } from '../add-styles.ts';
import { adviceOn } from '../late.ts';
import { part } from '../parts.ts';
import { nameTrusted } from '../trusted-types.ts';
import type { CountyMapProps } from './CountyMap.island.tsx';
import { buttonOf, type StillPanel } from './county-panels.ts';

/** What the live map shares with the page around it. */
type Shared = Pick<CountyMapProps, 'store' | 'actions' | 'copyEntry'>;

// A panel becomes the live map when it is asked for. Until then, and wherever that cannot come, its still drawing stands in
// the same box. An `astro-island` would not do: it cannot ask for map and outlines at once, nor keep what stands there when
// one of them fails.
const isSaving = () => 'connection' in navigator && Reflect.get(navigator.connection as object, 'saveData') === true;

let atlas: Promise<Atlas> | undefined;

/** What the live map draws, fetched once; after a failure anew. */
function fetchAtlas(address: string): Promise<Atlas> {
  atlas ??= fetch(address).then((response): Promise<Atlas> => {
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  });
  atlas.catch(() => {
    atlas = undefined;
  });
  return atlas;
}

/** A panel's own counties: the others have panels of their own. */
const withOnly = (atlas: Atlas, { counties }: StillPanel): Atlas => ({
  ...atlas,
  counties: atlas.counties.filter(({ id }) => counties.includes(id)),
});

/** Resolves once an element has a size: not while what holds it is hidden, as a tab or a frame of another page may be. */
export const whenSized = (element: Element): Promise<void> =>
  new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === 0 || element.clientHeight === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(element);
  });

/** One panel at a time is live. */
export interface LiveMap {
  /** Id of the panel that is live, or is becoming so. */
  current(): string | null;
  /** @param isAsked whether the reader wants it now, and not only the address */
  show(panel: StillPanel, isAsked: boolean): Promise<void>;
  /** Back to the still panel. */
  hide(): void;
}

export function createLiveMap(frame: HTMLElement, shared: Shared): LiveMap {
  let live: { panel: StillPanel; stop: () => void } | null = null;
  // Which of several tries still counts.
  let turn = 0;

  function hide() {
    turn++;
    if (!live) return;
    const { panel, stop } = live;
    live = null;
    stop();
    const { figure } = panel;
    delete figure.dataset.live;
    figure.classList.remove('panel-live');
    part(figure, '.map-live').hidden = true;
    buttonOf(figure).textContent = MAP_PAGE.enlarge;
  }

  /** Brings the still panel back, with a way to try again. */
  async function fail(error: unknown, panel: StillPanel) {
    console.warn(error);
    hide();
    const { said, label, act } = await adviceOn(MAP_PAGE.failed, () => void show(panel, true));
    // Where the page is read anew for it, that is where it goes on.
    history.replaceState({ enlarge: panel.id }, '');
    const again = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
    again.textContent = label;
    again.addEventListener('click', act);
    part(panel.figure, '.panel-said').replaceChildren(said, ' ', again);
  }

  async function show(panel: StillPanel, isAsked: boolean) {
    if (live?.panel === panel || (!isAsked && isSaving())) return;
    hide();
    const mine = turn;
    const { figure } = panel;
    const box = part(figure, '.map-live');
    figure.classList.add('panel-live');
    buttonOf(figure).textContent = MAP_PAGE.shrink;
    part(figure, '.panel-said').replaceChildren();
    live = { panel, stop: () => {} };
    try {
      // Before Leaflet, which tries out some markup as soon as it is there.
      nameTrusted();
      box.hidden = false;
      const [{ mountCountyMap }, drawn] = await Promise.all([
        import('./CountyMap.island.tsx'),
        fetchAtlas(placed(frame.dataset.atlas ?? '')),
        // Leaflet's rules come with Leaflet, not with the page.
        addStyles(liveStyles),
        whenSized(box),
      ]);
      if (mine !== turn) return;
      const [west, south, east, north] = panel.extent;
      const stop = await mountCountyMap(
        {
          ...shared,
          ...{ frame: figure, box, atlas: withOnly(drawn, panel) },
          extent: [
            [west, south],
            [east, north],
          ],
          basemap: JSON.parse(frame.dataset.basemap ?? 'null'),
        },
        (error) => void fail(error, panel),
      );
      if (mine !== turn) return stop();
      live = { panel, stop };
      figure.dataset.live = '';
    } catch (error) {
      if (mine === turn) await fail(error, panel);
    }
  }

  return { current: () => live?.panel.id ?? null, show, hide };
}
