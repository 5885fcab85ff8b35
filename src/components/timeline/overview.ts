import { TIMELINE } from '#words/timeline.ts';
import { part } from '../parts.ts';
import { Choosing, startReadout } from './choosing.ts';
import { Filtering, fitJumps, keepFilters } from './filtering.ts';
import { listenToGestures } from './gestures.ts';
import { listenToKeys } from './keys.ts';
import { type Entry, nameOf, readEntries } from './milestone-list.ts';
import { listenToPointers } from './pointers.ts';
import { startSnippet } from './snippet.ts';
import { Zooming } from './zooming.ts';

/** Makes the drawing over the list of milestones one control, and list and drawing one thing. */
export function startOverview(page: Document): void {
  const [drawing, list] = [part(page, '.drawing'), part(page, '.years')];
  const entries = readEntries(drawing, list);
  keepHeights(drawing);
  nameParts(drawing, entries);
  const zooming = new Zooming(drawing);
  const choosing = new Choosing(drawing, startReadout(part(page, '.readout'), list), zooming);
  listenToPointers(drawing, list, entries, choosing);
  // A timeline that is embedded itself has no code for embedding.
  const embed = page.querySelector<HTMLElement>('.embed');
  const snippet = embed && startSnippet(embed);
  const filtering = new Filtering(part(page, '.filters'), entries, (filters) => {
    fitJumps(page);
    keepFilters(filters);
    snippet?.fit(filters);
    if (choosing.current?.isShown === false) choosing.choose(null);
  });
  listenToKeys({ drawing, list, entries, choosing, zooming });
  listenToGestures(drawing, zooming);
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-zoom]'))
    button.addEventListener('click', () => zooming[button.dataset.zoom as 'in' | 'out' | 'reset']());
  // Last, and so not at all where something above has failed.
  makeControl(drawing);
  followAddress(page, entries, choosing, filtering);
}

/** Lanes out of the window are not laid out; their height is kept. All are measured before any is changed. */
function keepHeights(drawing: HTMLElement) {
  const lanes = [...drawing.querySelectorAll<HTMLElement>('.lane')];
  const heights = lanes.map((lane) => lane.offsetHeight);
  for (const [i, lane] of lanes.entries()) lane.style.containIntrinsicBlockSize = `${heights[i]}px`;
}

function nameParts(drawing: HTMLElement, entries: readonly Entry[]) {
  for (const lane of drawing.querySelectorAll<HTMLElement>('.lane')) {
    lane.setAttribute('role', 'group');
    lane.setAttribute('aria-label', lane.dataset.name ?? '');
  }
  for (const entry of entries) {
    const { sign, element } = entry;
    if (!sign) continue;
    sign.id = `mark-${element.id}`;
    sign.setAttribute('role', 'option');
    sign.setAttribute('aria-selected', 'false');
    sign.setAttribute('aria-label', nameOf(entry));
  }
}

function makeControl(drawing: HTMLElement) {
  drawing.classList.add('drawing-live');
  drawing.removeAttribute('aria-hidden');
  drawing.setAttribute('role', 'listbox');
  drawing.setAttribute('aria-label', TIMELINE.drawing);
  drawing.setAttribute('aria-describedby', 'overview-keys');
  drawing.tabIndex = 0;
}

/** Follows an address into the list; what the filters hide is shown again. */
function followAddress(page: Document, entries: readonly Entry[], choosing: Choosing, filtering: Filtering) {
  const follow = () => {
    const target = location.hash ? page.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target?.closest('[hidden]')) filtering.clear();
    const entry = entries.find(({ element }) => element === target);
    if (entry) choosing.reveal(entry);
    return target;
  };
  addEventListener('hashchange', follow);
  const target = follow();
  // Filters may have moved what the address names.
  if (location.search) target?.scrollIntoView();
}
