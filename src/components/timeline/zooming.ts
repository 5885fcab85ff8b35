import { scaleUtc } from 'd3-scale';
import { utcDay, utcMonth, utcYear } from 'd3-time';
import { DAY } from '../../lib/dates/days.ts';
import { readView, revealInView, type View, WHOLE, writeView, zoomView } from '../../lib/timeline/view.ts';
import { keepInAddress } from './address.ts';

const STEP = 1.6;
/** Room that a label of the axis wants, in its em: a year, a month or day with its year, a year at the very end. */
const LABELS = { year: 3.2, day: 6, last: 2.8 } as const;
const SVG = 'http://www.w3.org/2000/svg';

/** Zooms by widening the sheet under the window; panning is scrolling, as the browser does it. */
export function startZooming(drawing: HTMLElement) {
  const axis = { start: Number(drawing.dataset.start), end: Number(drawing.dataset.end) };
  const sheet = drawing.querySelector('.drawing-sheet') as HTMLElement;
  const grid = sheet.querySelector('.drawing-grid') as SVGElement;
  const labels = sheet.querySelector('.drawing-axis') as SVGElement;
  const smallest = (31 * DAY) / (axis.end - axis.start);
  const scale = scaleUtc([axis.start, axis.end], [0, 100]);
  let view: View = WHOLE;

  /** Width of the axis and of the part of it in the window, in pixels. */
  function widths() {
    const whole = labels.getBoundingClientRect().width;
    return { whole, window: drawing.clientWidth - (sheet.getBoundingClientRect().width - whole) };
  }

  function setView(next: View) {
    view = next;
    // The width of one element, not a property that all signs inherit: their styles stay as they are.
    sheet.style.width = `calc(var(--gutter) + (100% - var(--gutter)) / ${view.end - view.start})`;
    drawing.scrollLeft = view.start * widths().whole;
    drawTicks();
    keepView();
  }

  function drawTicks() {
    const { window } = widths();
    const shown = scale.copy().domain([scale.invert(view.start * 100), scale.invert(view.end * 100)]);
    const em = Number.parseFloat(getComputedStyle(labels).fontSize);
    const ticks = (room: number) => shown.ticks(Math.max(2, Math.floor(window / (room * em)))).filter(isWholeDay);
    const years = ticks(LABELS.year);
    const times = years.every((time) => utcYear(time).getTime() === time.getTime()) ? years : ticks(LABELS.day);
    grid.replaceChildren(...times.map((time) => element('line', `${scale(time)}%`)));
    // The last label would be cut off by the edge of the window.
    const named = times.filter(
      (time) => scale(time) / 100 < view.end - ((view.end - view.start) * LABELS.last * em) / window,
    );
    labels.replaceChildren(...named.map((time) => element('text', `${scale(time)}%`, tickLabel(time))));
  }

  const keepView = () =>
    keepInAddress('view', (parameters) => {
      const text = writeView(view, axis);
      if (text) parameters.set('view', text);
      else parameters.delete('view');
      return parameters;
    });

  const zoom = (factor: number, at = 0.5, to = at) => setView(zoomView(view, factor, at, smallest, to));

  /** Brings a sign into the window, along the axis and across the lanes. */
  function reveal(sign: Element) {
    const [box, frame, { whole }] = [sign.getBoundingClientRect(), drawing.getBoundingClientRect(), widths()];
    const place = (box.left + Math.min(box.width, 24) / 2 - labels.getBoundingClientRect().left) / whole;
    const next = revealInView(view, Math.min(1, Math.max(0, place)));
    if (next.start !== view.start) setView(next);
    const top = frame.top + labels.getBoundingClientRect().height;
    if (box.top < top) drawing.scrollTop -= top - box.top + 8;
    else if (box.bottom > frame.bottom) drawing.scrollTop += box.bottom - frame.bottom + 8;
  }

  let isPending = false;
  drawing.addEventListener(
    'scroll',
    () => {
      if (isPending) return;
      isPending = true;
      requestAnimationFrame(() => {
        isPending = false;
        const start = drawing.scrollLeft / widths().whole;
        if (Math.abs(start - view.start) < 1e-4) return;
        view = { start, end: Math.min(1, start + view.end - view.start) };
        drawTicks();
        keepView();
      });
    },
    { passive: true },
  );
  // Paper shows the whole axis, whatever the window shows.
  let kept = view;
  addEventListener('beforeprint', () => {
    kept = view;
    setView(WHOLE);
  });
  addEventListener('afterprint', () => setView(kept));
  new ResizeObserver(() => setView(view)).observe(drawing);
  setView(readView(new URLSearchParams(location.search).get('view'), axis, smallest));
  return { in: () => zoom(STEP), out: () => zoom(1 / STEP), reset: () => setView(WHOLE), zoom, reveal, widths };
}

const isWholeDay = (time: Date) => utcDay(time).getTime() === time.getTime();

/** 2019, 2019.3 or 2019.3.15, as precise as the tick. */
function tickLabel(time: Date): string {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  if (utcMonth(time).getTime() !== time.getTime()) return `${year}.${month}.${day}`;
  return month === 1 ? String(year) : `${year}.${month}`;
}

function element(name: 'line' | 'text', at: string, text?: string): SVGElement {
  const node = document.createElementNS(SVG, name);
  const places = name === 'line' ? { x1: at, x2: at, y2: '100%' } : { x: at, y: '1em', dx: '.3em' };
  for (const [attribute, value] of Object.entries(places)) node.setAttribute(attribute, value);
  if (text) node.textContent = text;
  return node;
}
