import { DAY } from '../../lib/dates/days.ts';
import type { Axis } from '../../lib/timeline/lanes.ts';
import { type Tick, ticksIn } from '../../lib/timeline/ticks.ts';
import { readView, revealInView, type View, WHOLE, writeView, zoomView } from '../../lib/timeline/view.ts';
import { part } from '../parts.ts';
import { keepInAddress } from './address.ts';

const STEP = 1.6;
/** A sheet wider than so many windows is more than browsers can lay out: an axis of 3,000 years ends at some nine months. */
const WIDEST = 4000;
/** Pixels of a sign that have to be seen, and between it and the edge. */
const SEEN = { width: 24, air: 8 } as const;
const SVG = 'http://www.w3.org/2000/svg';

/** Zooms by widening the sheet under the window; panning is scrolling, as the browser does it. */
export class Zooming {
  readonly #drawing: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #grid: SVGElement;
  readonly #labels: SVGElement;
  readonly #axis: Axis;
  /** Shortest view, as a fraction of the axis: a month, or of a very long axis what can be laid out. */
  readonly #smallest: number;
  #view = WHOLE;

  constructor(drawing: HTMLElement) {
    this.#drawing = drawing;
    this.#sheet = part(drawing, '.drawing-sheet');
    this.#grid = part(drawing, '.drawing-grid', SVGElement);
    this.#labels = part(drawing, '.drawing-axis', SVGElement);
    this.#axis = { start: Number(drawing.dataset.start), end: Number(drawing.dataset.end) };
    this.#smallest = Math.max((31 * DAY) / (this.#axis.end - this.#axis.start), 1 / WIDEST);
    this.#listen();
    this.#setView(readView(new URLSearchParams(location.search).get('view'), this.#axis, this.#smallest));
  }

  in(): void {
    this.zoom(STEP);
  }

  out(): void {
    this.zoom(1 / STEP);
  }

  reset(): void {
    this.#setView(WHOLE);
  }

  /** Zooms, bringing what lies at `at` in the window (0 its start, 1 its end) to `to`. */
  zoom(factor: number, at = 0.5, to = at): void {
    this.#setView(zoomView(this.#view, factor, at, this.#smallest, to));
  }

  /** Brings a sign into the window, along the axis and across the lanes. */
  reveal(sign: Element): void {
    const [box, labels] = [sign.getBoundingClientRect(), this.#labels.getBoundingClientRect()];
    const at = (box.left + Math.min(box.width, SEEN.width) / 2 - labels.left) / labels.width;
    const frame = this.#drawing.getBoundingClientRect();
    const next = revealInView(this.#view, Math.min(1, Math.max(0, at)));
    if (next.start !== this.#view.start) this.#setView(next);
    const top = frame.top + this.#labels.getBoundingClientRect().height;
    if (box.top < top) this.#drawing.scrollTop -= top - box.top + SEEN.air;
    else if (box.bottom > frame.bottom) this.#drawing.scrollTop += box.bottom - frame.bottom + SEEN.air;
  }

  /** Width of the axis and of the part of it in the window, in pixels. */
  widths(): { whole: number; window: number } {
    const whole = this.#labels.getBoundingClientRect().width;
    return { whole, window: this.#drawing.clientWidth - (this.#sheet.getBoundingClientRect().width - whole) };
  }

  #setView(view: View) {
    // The width of one element, not a property that all signs inherit: their styles stay as they are.
    this.#sheet.style.width = `calc(var(--gutter) + (100% - var(--gutter)) / ${view.end - view.start})`;
    this.#drawing.scrollLeft = view.start * this.widths().whole;
    this.#take(view);
  }

  /** Takes up a view that the drawing shows already. */
  #take(view: View) {
    this.#view = view;
    const em = Number.parseFloat(getComputedStyle(this.#labels).fontSize);
    drawTicks(this.#grid, this.#labels, ticksIn(view, this.#axis, this.widths().window / em));
    keepInAddress('view', (parameters) => {
      const text = writeView(view, this.#axis);
      if (text) parameters.set('view', text);
      else parameters.delete('view');
      return parameters;
    });
  }

  #listen() {
    let isPending = false;
    const scrolled = () => {
      if (isPending) return;
      isPending = true;
      requestAnimationFrame(() => {
        isPending = false;
        this.#followScrolling();
      });
    };
    this.#drawing.addEventListener('scroll', scrolled, { passive: true });
    // Paper shows the whole axis, whatever the window shows.
    let kept = WHOLE;
    addEventListener('beforeprint', () => {
      kept = this.#view;
      this.#setView(WHOLE);
    });
    addEventListener('afterprint', () => this.#setView(kept));
    new ResizeObserver(() => this.#setView(this.#view)).observe(this.#drawing);
  }

  #followScrolling() {
    const view = this.#view;
    const start = this.#drawing.scrollLeft / this.widths().whole;
    if (Math.abs(start - view.start) < 1e-4) return;
    this.#take({ start, end: Math.min(1, start + view.end - view.start) });
  }
}

function drawTicks(grid: SVGElement, labels: SVGElement, ticks: readonly Tick[]) {
  grid.replaceChildren(...ticks.map(({ at }) => svg('line', { x1: `${at}%`, x2: `${at}%`, y2: '100%' })));
  labels.replaceChildren(
    ...ticks.flatMap(({ at, label }) => (label ? [svg('text', { x: `${at}%`, y: '1em', dx: '.3em' }, label)] : [])),
  );
}

function svg(name: 'line' | 'text', attributes: Record<string, string>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.textContent = text;
  return element;
}
