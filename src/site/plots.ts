import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { asOfText, figureText } from '../lib/numbers/figures.ts';
import { baseRange } from '../lib/numbers/order.ts';
import { type Bound, boundOf } from '../lib/qualifiers/qualifiers.ts';
import { figurePath } from '../lib/urls.ts';
import type { Comparison, StoryFigure } from './model.ts';

/** One bar of a plot and the words that label it. The words are HTML, so that they keep the reader's size and wrap. */
export interface PlotRow {
  /** The county; where all bars are of one county, what was counted. */
  name: string;
  asOf: string;
  value: string;
  /** Where the words stand that state it. */
  href: string;
  /**
   * An SVG without text, colours or ids: classes `plot-track`, `plot-bar`, `plot-range`, `plot-open` and `plot-beside`
   * are dressed by the page.
   */
  bar: string;
}

/** Units of the drawing; it is stretched to the width and height it is shown at. */
const [WIDTH, HEIGHT] = [1000, 10];

/** Draws a comparison: a bar from zero for each figure, all to one scale. */
export function plotComparison({ items }: Pick<Comparison, 'items'>): PlotRow[] {
  const isOneCounty = new Set(items.map(({ story }) => story.county.id)).size === 1;
  const scale = scaleOf(items);
  return items.map((item) => ({
    name: isOneCounty ? item.label : item.story.county.name,
    asOf: asOfText(item),
    value: figureText(item),
    href: figurePath(item.story.slug, item.id),
    bar: drawBar(baseRange(item), scale, boundOf(item.qualifier)),
  }));
}

/** From zero to where; `isWhole` where the end is a whole of which the bars are shares. */
interface Scale {
  end: number;
  isWhole: boolean;
}

/** Percentages are drawn against the whole, all else against the greatest. */
function scaleOf(items: readonly StoryFigure[]): Scale {
  const greatest = Math.max(...items.map((item) => baseRange(item)[1]));
  const isWhole = items.every(({ unit }) => unit === '%') && greatest <= 100;
  return { end: isWhole ? 100 : greatest, isWhole };
}

/** An angle of the sign of an open end, how far the next one is, and how far the sign is from the end: units of the drawing. */
const [ANGLE, STEP, GAP] = [14, 16, 12];
/** How long a bar is that has room for its sign. */
const ROOM = 60;

/**
 * The sign of an open end: two angles that point to where the number lies, cut into a bar that ends at `at`, or beside one
 * that has no room for them.
 */
function openEnd(at: number, bound: 'from' | 'to'): { d: string; isBeside: boolean } {
  const isBeside = at < ROOM;
  const start = isBeside ? at + GAP : at - GAP - STEP - ANGLE;
  const angle = (x: number) => {
    const [tail, tip] = bound === 'from' ? [x, x + ANGLE] : [x + ANGLE, x];
    return `M${tail},1L${tip},${HEIGHT / 2}L${tail},${HEIGHT - 1}`;
  };
  return { d: angle(start) + angle(start + STEP), isBeside };
}

/**
 * A bar from zero to `low`, and a paler one on to `high`, as the markup of an SVG.
 * @param bound of a number that is the least or the most: the bar has an open end
 */
export function drawBar(
  [low, high]: readonly [low: number, high: number],
  { end, isWhole }: Scale,
  bound: Bound | null = null,
): string {
  const { document } = parseHTML('<html><body></body></html>');
  const bar = (from: number, to: number, className: string) =>
    Plot.barX([0], { x1: from, x2: to, y: () => '', className });
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    margin: 0,
    axis: null,
    x: { domain: [0, end] },
    y: { padding: 0 },
    marks: [
      ...(isWhole ? [bar(0, end, 'plot-track')] : []),
      bar(0, low, 'plot-bar'),
      ...(high > low ? [bar(low, high, 'plot-range')] : []),
    ],
  });
  if (bound === 'from' || bound === 'to') {
    const sign = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const { d, isBeside } = openEnd((high / end) * WIDTH, bound);
    sign.setAttribute('class', isBeside ? 'plot-open plot-beside' : 'plot-open');
    sign.setAttribute('d', d);
    svg.append(sign);
  }
  return undress(svg);
}

/** Leaves of Plot's SVG what the policy allows and the page does not say itself: no styles, sizes, fonts or labels. */
function undress(svg: Element): string {
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')])
    for (const name of ['style', 'id', 'aria-label', 'fill', 'font-size', 'font-family', 'text-anchor'])
      element.removeAttribute(name);
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute('class', 'plot-drawing');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML;
}
