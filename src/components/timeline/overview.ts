import { TIMELINE } from '../../lib/words/timeline.ts';
import { startChoosing } from './choosing.ts';
import { keepFilters, startFiltering } from './filtering.ts';
import { listenToGestures } from './gestures.ts';
import { listenToKeys } from './keys.ts';
import { nameOf, readEntries } from './milestone-list.ts';
import { fitSnippet } from './snippet.ts';
import { startZooming } from './zooming.ts';

// Makes the drawing over the list of milestones one control, and list and drawing one thing.
const drawing = document.querySelector('.drawing') as HTMLElement;
const entries = readEntries(drawing);

const lanes = [...drawing.querySelectorAll<HTMLElement>('.lane')];

// Lanes out of the window are not laid out; their height is kept. All are measured before any is changed.
const heights = lanes.map((lane) => lane.offsetHeight);
for (const [i, lane] of lanes.entries()) {
  lane.setAttribute('role', 'group');
  lane.setAttribute('aria-label', lane.dataset.name ?? '');
  lane.style.containIntrinsicBlockSize = `${heights[i]}px`;
}
for (const entry of entries) {
  const { sign, element } = entry;
  if (!sign) continue;
  sign.id = `mark-${element.id}`;
  sign.setAttribute('role', 'option');
  sign.setAttribute('aria-selected', 'false');
  sign.setAttribute('aria-label', nameOf(entry));
}
drawing.classList.add('drawing-live');
drawing.removeAttribute('aria-hidden');
drawing.setAttribute('role', 'listbox');
drawing.setAttribute('aria-label', TIMELINE.drawing);
drawing.setAttribute('aria-describedby', 'overview-keys');
drawing.tabIndex = 0;

const zooming = startZooming(drawing);
const choosing = startChoosing(drawing, entries, zooming);
const filtering = startFiltering(entries, (filters) => {
  keepFilters(filters);
  fitSnippet(filters);
  if (choosing.current()?.isShown === false) choosing.choose(null);
});
listenToKeys(drawing, entries, choosing, zooming);
listenToGestures(drawing, zooming);
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-zoom]'))
  button.addEventListener('click', () => zooming[button.dataset.zoom as 'in' | 'out' | 'reset']());

/** Follows an address into the list; what the filters hide is shown again. */
function follow() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!target) return;
  if (target.closest('[hidden]')) filtering.clear();
  const entry = entries.find(({ element }) => element === target);
  if (entry) choosing.choose(entry, true);
  return target;
}
addEventListener('hashchange', () => follow());
// Filters may have moved what the address names.
if (location.search) follow()?.scrollIntoView();
else follow();
