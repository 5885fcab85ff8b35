import { writeFilters } from '../../lib/timeline/filters.ts';
import { part } from '../parts.ts';
import { keepInAddress } from './address.ts';
import { type Entry, readEntries } from './entries.ts';
import { type Choice, Filtering } from './filtering.ts';
import { startSnippet } from './snippet.ts';

/** Filters the timeline, keeps the choice in the address, and leads to what the address names in whichever form is shown. */
export function startTimeline(page: Document) {
  const timeline = part(page, '.timeline');
  const code = page.querySelector<HTMLElement>('.embed');
  const snippet = code && startSnippet(code);
  const entries = readEntries(timeline);
  const filtering = new Filtering(timeline, entries, (choice) => {
    keep(choice);
    snippet?.fit(choice.filters);
  });
  followAddress(timeline, entries, filtering);
}

/** All is what a filter shows, and the chosen ones what is shown without: neither is said. */
function keep({ filters, isAll }: Choice) {
  const isNarrowed = Object.keys(filters).length > 0;
  keepInAddress((parameters) => {
    const written = writeFilters(parameters, filters);
    if (isAll === isNarrowed) written.delete('show');
    else written.set('show', isAll ? 'all' : 'key');
    return written;
  });
}

function followAddress(timeline: HTMLElement, entries: readonly Entry[], filtering: Filtering) {
  const follow = () => {
    const target = timeline.ownerDocument.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !timeline.contains(target)) return;
    const entry = entries.find(({ element }) => element === target);
    // A link to a milestone shows it, whatever the filters hide and whatever is shown at first.
    if (target.closest('[hidden]')) filtering.clear();
    const place = isSpine(timeline) ? target : inTable(timeline, target, entry);
    if (!place) return;
    if (entry) open(place, entry);
    for (const before of timeline.querySelectorAll('.is-target')) before.classList.remove('is-target');
    place.classList.add('is-target');
    place.scrollIntoView({ block: entry ? 'center' : 'start' });
  };
  addEventListener('hashchange', follow);
  follow();
}

/** Whether the spine is what the page shows. */
const isSpine = (timeline: HTMLElement) => part(timeline, '.years').offsetParent !== null;

/** Where the table has what the spine has at `target`: a milestone, or the column of a year. */
function inTable(timeline: HTMLElement, target: Element, entry: Entry | undefined): HTMLElement | null {
  if (entry) return entry.cell;
  const column = target.querySelector<HTMLElement>('[data-column]')?.dataset.column;
  return column === undefined ? null : timeline.querySelector(`thead [data-column="${column}"]`);
}

/** Unfolds the county, and the year or cell, in which a milestone stands. */
function open(place: HTMLElement, { column }: Entry) {
  const unit = place.closest('tbody');
  const holder = unit?.querySelector(`.cells [data-column="${column}"]`) ?? place.closest('.year');
  const boxes = [unit?.querySelector('.unfold'), holder?.querySelector('.opener')];
  for (const box of boxes) if (box instanceof HTMLInputElement) box.checked = true;
}
