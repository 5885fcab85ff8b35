import { TIMELINE } from '#words/timeline.ts';
import { barHeight } from '../../lib/timeline/histogram.ts';
import type { Entry } from './entries.ts';

/** With so few left, no county stays folded. */
const FEW = 60;

type Tally = Map<Element | string | null, number>;

const add = (tally: Tally, key: Element | string | null) => tally.set(key, (tally.get(key) ?? 0) + 1);

/** Has all that counts milestones – years, columns, counties, what is not shown at first – count those that are shown. */
export function countShown(timeline: HTMLElement, entries: readonly Entry[]) {
  const shown = entries.filter(({ isShown }) => isShown);
  const [columns, holders, rests]: [Tally, Tally, Tally] = [new Map(), new Map(), new Map()];
  for (const { element, cell, column, isMore } of shown) {
    const [year, unit] = [element.closest('.year'), cell?.closest('tbody') ?? null];
    const place = unit?.querySelector(`.cells [data-column="${column}"]`) ?? null;
    add(columns, column);
    for (const holder of [year, unit, place]) add(holders, holder);
    if (isMore) for (const holder of [year, place]) add(rests, holder);
  }
  for (const head of timeline.querySelectorAll<HTMLElement>(':is(thead th, .histogram li)[data-column]:not(.gap)'))
    sayCount(head, columns.get(head.dataset.column ?? '') ?? 0);
  drawBars(timeline, columns);
  for (const year of timeline.querySelectorAll<HTMLElement>('.year')) {
    setHidden(year, !holders.get(year));
    sayCount(year, holders.get(year) ?? 0);
    sayRest(year, rests.get(year) ?? 0);
  }
  for (const unit of timeline.querySelectorAll<HTMLElement>('tbody')) {
    setHidden(unit, !holders.get(unit));
    const sums = unit.querySelectorAll<HTMLElement>('.sums td');
    for (const [i, cell] of [...unit.querySelectorAll<HTMLElement>('.cells td')].entries()) {
      sayRest(cell, rests.get(cell) ?? 0);
      const [sum, count] = [sums[i], holders.get(cell) ?? 0];
      if (sum) setText(sum, count > 0 ? TIMELINE.count(count) : '');
    }
  }
  timeline.querySelector('.chronicle')?.classList.toggle('is-unfolded', shown.length <= FEW);
}

function sayCount(holder: HTMLElement, count: number) {
  const words = holder.querySelector<HTMLElement>('[data-count]');
  if (words) setText(words, TIMELINE.count(count));
}

function sayRest(holder: HTMLElement, count: number) {
  const words = holder.querySelector<HTMLElement>('[data-rest]');
  if (!words) return;
  setText(words, TIMELINE.rest(count));
  const label = words.closest('label');
  if (label) setHidden(label, count === 0);
  const opener = holder.querySelector<HTMLElement>('.opener');
  if (opener) setHidden(opener, count === 0);
}

function drawBars(timeline: HTMLElement, columns: Tally) {
  const bars = [...timeline.querySelectorAll<HTMLElement>('.histogram li')];
  const countOf = ({ dataset }: HTMLElement) => columns.get(dataset.column ?? '') ?? 0;
  const drawn = bars.map((bar) => bar.querySelector('svg'));
  const most = Math.max(...bars.map((bar, i) => (drawn[i] ? countOf(bar) : 0)));
  for (const [i, bar] of bars.entries()) {
    drawn[i]?.setAttribute('height', barHeight(countOf(bar), most));
    setHidden(bar, countOf(bar) === 0);
  }
}

function setText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text;
}

function setHidden(element: HTMLElement, isHidden: boolean) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}
