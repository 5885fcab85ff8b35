import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIGURES_PAGE } from '#words/figures.ts';
import type { Comparison } from '../../../src/site/model.ts';
import { drawBar, plotComparison } from '../../../src/site/plots.ts';

/** As much of a figure and its story as a plot looks at. */
function item(county: string, figure: Partial<Comparison['items'][number]>) {
  const story = { slug: `${county}-story`, county: { id: county, name: `${county}县` } };
  return {
    id: 'figure',
    label: '项目',
    value: 1,
    unit: '个',
    asOf: null,
    ...figure,
    story,
  } as Comparison['items'][number];
}
const widthsOf = (svg: string) => [...svg.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
const plot = (...items: Comparison['items']) => plotComparison({ items });

describe('the rows of a plot', () => {
  test('are named by their counties, dated as the source dates them, and lead to the words', () => {
    const [first, second] = plot(item('jia', { value: 125, asOf: '2019-12' }), item('yi', { value: 63 }));
    expect(first).toMatchObject({ name: 'jia县', asOf: '2019 年 12 月', value: '125 个' });
    expect(first?.href).toBe('/stories/jia-story/#f-figure');
    expect(second).toMatchObject({ name: 'yi县', asOf: FIGURES_PAGE.undated, value: '63 个' });
  });

  test('of one county are named by what was counted', () => {
    const rows = plot(item('jia', { label: '以前' }), item('jia', { label: '以后' }));
    expect(rows.map(({ name }) => name)).toEqual(['以前', '以后']);
  });

  test('keep the order of the editors', () => {
    const rows = plot(item('jia', { value: 1 }), item('yi', { value: 3 }), item('bing', { value: 2 }));
    expect(rows.map(({ value }) => value)).toEqual(['1 个', '3 个', '2 个']);
  });
});

describe('the bars', () => {
  const barsOf = (...items: Comparison['items']) => plot(...items).map(({ bar }) => widthsOf(bar));

  test('begin at zero and share one scale', () => {
    expect(barsOf(item('jia', { value: 120 }), item('yi', { value: 30 }))).toEqual([[1000], [250]]);
    for (const { bar } of plot(item('jia', { value: 120 }), item('yi', { value: 30 }))) expect(bar).toContain(' x="0"');
  });

  test('know 万 and 亿', () => {
    const widths = barsOf(item('jia', { value: 1, unit: '亿元' }), item('yi', { value: 5000, unit: '万元' }));
    expect(widths).toEqual([[1000], [500]]);
  });

  test('of percentages stand on a track that is the whole', () => {
    expect(barsOf(item('jia', { value: 68, unit: '%' }), item('jia', { value: 99, unit: '%' }))).toEqual([
      [1000, 680],
      [1000, 990],
    ]);
    expect(barsOf(item('jia', { value: 240, unit: '%' }), item('jia', { value: 120, unit: '%' }))).toEqual([
      [1000],
      [500],
    ]);
  });

  test('of a range are paler from its low to its high end', () => {
    const [ranged] = plot(item('jia', { value: [8, 10] }), item('yi', { value: 5 }));
    expect(widthsOf(ranged?.bar ?? '')).toEqual([800, 200]);
    expect(ranged?.bar).toMatch(/class="plot-bar".*class="plot-range"/);
  });

  /** From where to where each angle of a bar's sign points, and whether it stands beside the bar. */
  const signOf = (bar = '') => ({
    points: [...bar.matchAll(/M([\d.]+),1L([\d.]+),5L\1,9/g)].map(([, tail, tip]) => [Number(tail), Number(tip)]),
    isBeside: bar.includes('plot-beside'),
  });

  test('of the least or the most have an open end, cut into them, which points where the number lies', () => {
    const rows = plot(item('jia', { value: 10, qualifier: '至少' }), item('yi', { value: 5, qualifier: '不足' }));
    const [least, most] = rows.map(({ bar }) => signOf(bar));
    for (const [tail = 0, tip = 0] of least?.points ?? []) expect(tail < tip && tip < 1000 && tail > 900).toBe(true);
    for (const [tail = 0, tip = 0] of most?.points ?? []) expect(tail > tip && tail < 500 && tip > 400).toBe(true);
    expect([least, most].map((sign) => [sign?.points.length, sign?.isBeside])).toEqual([
      [2, false],
      [2, false],
    ]);
    expect(rows.map(({ bar }) => widthsOf(bar))).toEqual([[1000], [500]]);
    expect(rows.map(({ value }) => value)).toEqual(['至少 10 个', '不足 5 个']);
  });

  test('that have no room for the sign have it beside them', () => {
    const [, short] = plot(item('jia', { value: 1000 }), item('yi', { value: 3, qualifier: '以上' }));
    expect(signOf(short?.bar).isBeside).toBe(true);
    for (const [tail = 0] of signOf(short?.bar).points) expect(tail).toBeGreaterThan(3);
  });

  test('of exact numbers, and of those that are about right, are closed', () => {
    for (const qualifier of [undefined, '约', '左右'] as const)
      expect(plot(item('jia', { value: 3, qualifier }), item('yi', { value: 5 }))[0]?.bar).not.toContain('<path');
  });

  test('are true to scale, whatever the numbers', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0.0001, max: 1, noNaN: true }), (end, share) => {
        const [width = Number.NaN] = widthsOf(drawBar([end * share, end * share], { end, isWhole: false }));
        expect(width / 1000).toBeCloseTo(share, 6);
      }),
      { numRuns: 50 },
    ));
});

test('a drawing holds nothing that the policy refuses, that clashes or that fixes a colour or a size', () => {
  const svg = drawBar([3, 4], { end: 5, isWhole: true });
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 1000 10"/);
  expect(svg).toContain('aria-hidden="true"');
  expect(svg).not.toMatch(/style|\sid=|fill=|stroke=|font|<text|href|aria-label="/);
  expect(svg.match(/^<svg[^>]*>/)?.[0]).not.toMatch(/ (width|height)=/);
  expect([...svg.matchAll(/class="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'plot-drawing',
    'plot-track',
    'plot-bar',
    'plot-range',
  ]);
});
