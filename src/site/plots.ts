import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { asOfText, figureText } from '../lib/numbers/figures.ts';
import { baseRange } from '../lib/numbers/order.ts';
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
  /** An SVG without text, colours or ids: classes `plot-track`, `plot-bar` and `plot-range` are dressed by the page. */
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
    bar: drawBar(baseRange(item), scale),
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

/** A bar from zero to `low`, and a paler one on to `high`, as the markup of an SVG. */
export function drawBar([low, high]: readonly [low: number, high: number], { end, isWhole }: Scale): string {
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
