import { describe, expect, test } from 'vitest';
import { centreCluster, clusterOf, drawCluster, fitCluster } from '../../../../src/lib/geo/cluster.ts';
import { drawCounty, extentOf, outlinesOf, withAir } from '../../../../src/lib/geo/drawn-counties.ts';
import { boundsOf, cornersOf, type Point } from '../../../../src/lib/geo/plane.ts';
import { layArcs } from '../../../../src/lib/geo/sheet.ts';
import { squareAt } from '../map/shapes.ts';
import { boundsOfPath, makeCounty, makeOutlines, ringOf } from './made-outlines.ts';

/** Three counties side by side, of which the last has no outline, and two elsewhere. */
const outlines = makeOutlines([
  { code: '610001', ring: ringOf(0, 0, 0.2, 0.2) },
  { code: '610002', ring: ringOf(0.2, 0, 0.4, 0.2) },
]);
const NEAR = [
  makeCounty('610001', '甲山县', [0.1, 0.1], '安康市'),
  makeCounty('610002', '乙山县', [0.3, 0.1], '安康市'),
  makeCounty('610003', '丙山县', [0.7, 0.13], '安康市'),
];
const FAR = [makeCounty('410001', '丁山县', [5, 5], '许昌市'), makeCounty('410002', '戊山县', [5, 6], '许昌市')];
const SCALE = { em: 20, px: 2, area: 1 };

describe('a cluster', () => {
  test('is the prefecture with most of the counties, three at least', () => {
    expect(clusterOf([...FAR, ...NEAR])).toEqual(NEAR);
    expect(clusterOf([...FAR, ...NEAR.slice(1)])).toEqual([]);
    expect(clusterOf([])).toEqual([]);
    const four = [...NEAR, ...FAR, ...FAR.map((county) => ({ ...county, id: `${county.id}b` }))];
    const rivers = NEAR.map(({ province: _p, prefecture: _q, ...one }) => ({ ...one, within: ['陕西省'] }));
    expect(clusterOf(rivers)).toEqual([]);
    expect(clusterOf(four).map(({ prefecture }) => prefecture)).toEqual(Array(4).fill('许昌市'));
  });

  test('is drawn as wide as asked, from the point asked, with a name each', () => {
    const { counties, bounds } = drawCluster(outlines, NEAR, 500, [40, 60], SCALE);
    // From 0 to 0.7, and an eighth of that more beside the county without an outline: 500 units.
    expect(counties.map(({ d }) => d && boundsOfPath(d))).toEqual([
      { x: 40, y: 60, width: 128, height: 128 },
      { x: 168, y: 60, width: 128, height: 128 },
      null,
    ]);
    expect(counties[2]?.dot?.[0]).toBe(40 + Math.round((500 * 0.7) / 0.784));
    expect(counties.map(({ label }) => label?.text)).toEqual(['甲山', '乙山', '丙山']);
    const all = counties.flatMap(({ label, d, dot }) => [
      ...(label ? [label.box] : []),
      ...(d ? [boundsOfPath(d)] : []),
      ...(dot ? [squareAt(dot, 3 * SCALE.px)] : []),
    ]);
    const whole = boundsOf(all.flatMap(cornersOf));
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(bounds[side]).toBeCloseTo(whole[side], 9);
  });

  test('fitted is the largest whose names fit too', () => {
    for (const width of [160, 200, 400]) {
      const { inner, bounds } = fitCluster(outlines, NEAR, width, SCALE);
      expect(bounds.width).toBeLessThanOrEqual(width);
      expect(bounds).toEqual(drawCluster(outlines, NEAR, inner, [0, 0], SCALE).bounds);
      if (inner < width)
        expect(drawCluster(outlines, NEAR, inner + SCALE.em / 4, [0, 0], SCALE).bounds.width).toBeGreaterThan(width);
      expect((width - inner) % (SCALE.em / 4)).toBe(0);
    }
  });

  test('that cannot fit is given up at half the width', () => {
    const { inner, bounds } = fitCluster(outlines, NEAR, 20, SCALE);
    expect(bounds.width).toBeGreaterThan(20);
    expect(inner).toBe(5);
  });

  test('stands in the middle of its frame, the same drawing', () => {
    const frame = { x: 301, y: 777, width: 500, height: 250 };
    const fitted = fitCluster(outlines, NEAR, 400, SCALE);
    const counties = centreCluster(outlines, NEAR, fitted, frame, SCALE);
    const { bounds } = fitted;
    const at = drawCluster(outlines, NEAR, fitted.inner, [0, 0], SCALE).counties;
    const [dx, dy] = [0, 1].map((axis) => (counties[2]?.dot?.[axis] ?? 0) - (at[2]?.dot?.[axis] ?? 0)) as Point;
    expect(Math.abs(bounds.x + dx + bounds.width / 2 - (frame.x + 250))).toBeLessThanOrEqual(1);
    expect(Math.abs(bounds.y + dy + bounds.height / 2 - (frame.y + 125))).toBeLessThanOrEqual(1);
    for (const [i, { d, label }] of counties.entries()) {
      const moved = at[i]?.d;
      if (d && moved) expect(d.replace(/^M[-\d ]+/, '')).toBe(moved.replace(/^M[-\d ]+/, ''));
      expect(label?.x).toBe((at[i]?.label?.x ?? 0) + dx);
    }
  });
});

describe('a county on a drawing', () => {
  const same = ([x, y]: Point): Point => [x, y];
  const made = makeOutlines([{ code: '610001', ring: ringOf(10, 20, 34, 26) }]);
  const arcs = layArcs(made.topology, [...made.byCode.values()], same, 0);
  const draw = (px: number) =>
    drawCounty(NEAR[0] as (typeof NEAR)[number], made.byCode.get('610001'), arcs, same, px).drawn;

  test('is a path with its pole, tiny when it is less than six pixels either way', () => {
    expect(draw(1)).toMatchObject({
      id: '610001',
      name: '甲山县',
      province: '某省',
      dot: null,
      label: null,
      tiny: false,
    });
    expect(boundsOfPath(draw(1).d ?? '')).toEqual({ x: 10, y: 20, width: 24, height: 6 });
    expect(draw(1).pole[1]).toBe(23);
    expect([4, 5].map((px) => draw(px).tiny)).toEqual([false, true]);
  });

  test('without an outline is a dot of three pixels at its centre', () => {
    const county = makeCounty('610009', '癸山县', [10.6, 20.4]);
    const { drawn, shape } = drawCounty(county, undefined, arcs, same, 2);
    expect(drawn).toMatchObject({ d: null, dot: [11, 20], pole: [11, 20], tiny: false, label: null });
    const { x, y, width, height } = shape.bounds;
    expect([x, y, width, height].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([5, 14, 12, 12]);
    expect(shape.rings[0]?.at(-1)?.map(Math.round)).toEqual(shape.rings[0]?.[0]?.map(Math.round));
    for (const [px, py] of shape.rings.flat()) expect(Math.hypot(px - 11, py - 20)).toBeCloseTo(6, 9);
  });

  test('without an outline still has its place on the map', () => {
    const drawn = outlinesOf(outlines, NEAR);
    expect(drawn.map(({ code }) => code)).toEqual(['610001', '610002']);
    const { x, y, width, height } = boundsOf(extentOf(outlines.topology, drawn, NEAR));
    expect([x, y, width, height].map((n) => n.toFixed(3))).toEqual(['0.000', '0.000', '0.784', '0.200']);
    expect(extentOf(outlines.topology, drawn, NEAR.slice(0, 2))).toHaveLength(10);
    const bare = boundsOf(extentOf(outlines.topology, [], FAR));
    expect([bare.x, bare.y, bare.width, bare.height].map((n) => Math.round(n * 1e6) / 1e6)).toEqual([
      4.88, 4.94, 0.24, 1.12,
    ]);
  });

  test('all alone shows some of what lies round it, and among near ones no more than it needs', () => {
    const sizeOf = (...points: Point[]) => {
      const { width, height } = boundsOf(withAir(points));
      return [width, height].map((n) => Math.round(n * 1000) / 1000);
    };
    expect(sizeOf([118, 25])).toEqual([0.6, 0.3]);
    expect(sizeOf([118, 25], [118.001, 25.001])).toEqual([0.021, 0.011]);
    expect(sizeOf([118, 25], [120, 25])).toEqual([2.48, 0.24]);
  });
});
