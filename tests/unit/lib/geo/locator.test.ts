import { describe, expect, test } from 'vitest';
import type { Label } from '../../../../src/lib/geo/labels.ts';
import type { LocatorDrawing } from '../../../../src/lib/geo/locator.ts';
import { boxesOverlap, boxHolds, growBox, type Point } from '../../../../src/lib/geo/plane.ts';
import { locator } from '../../../support/outlines.ts';
import { boundsOfPath, makeCounty, makeOutlines, pointsOf, ringOf } from './made-outlines.ts';

/** A province three degrees by two with two small counties in it, and a further one with a county that fills it. */
const outlines = makeOutlines([
  { code: '610000', ring: ringOf(0, 0, 3, 2) },
  { code: '610001', ring: ringOf(1.4, 0.9, 1.6, 1.1) },
  { code: '610002', ring: ringOf(2.6, 0.4, 2.8, 0.6) },
  { code: '420000', ring: ringOf(9, 9, 10, 10) },
]);
const A = makeCounty('610001', '甲山县', [1.5, 1]);
const B = makeCounty('610002', '乙山县', [2.7, 0.5]);
const draw = (width: number, fontSize?: number, counties = [A, B]) =>
  locator(counties, fontSize === undefined ? { width } : { width, fontSize }, outlines);
const middle = ({ box }: Label): Point => [box.x + box.width / 2, box.y + box.height / 2];

describe('a map of made land', () => {
  test('has two units a pixel, or more where it is small, and type to its width', () => {
    const sizes = ({ width, em, provinceEm }: LocatorDrawing) => [width, em, provinceEm];
    expect(sizes(draw(300))).toEqual([600, 26, 30]);
    expect(sizes(draw(1000))).toEqual([2000, 30, 35]);
    expect(sizes(draw(150))).toEqual([600, 52, 60]);
    expect(sizes(draw(300, 12.5))).toEqual([600, 25, 29]);
    expect(sizes(locator([A, B], {}, outlines))).toEqual([576, 26, 30]);
  });

  test('reaches to a pixel from its edges', () => {
    const { provinces, height, width } = draw(300);
    const bounds = boundsOfPath(provinces[0]?.d ?? '');
    expect(bounds).toMatchObject({ x: 2, y: 2, width: 596 });
    expect(width - bounds.x - bounds.width).toBe(2);
    expect(height - bounds.y - bounds.height).toBeGreaterThanOrEqual(1);
    expect(height - bounds.y - bounds.height).toBeLessThanOrEqual(4);
  });

  test('shows counties where they lie in their province, and no other province', () => {
    const { provinces, counties } = draw(300);
    expect(provinces.map(({ code, name }) => [code, name])).toEqual([['610000', '610000县']]);
    const box = boundsOfPath(counties[0]?.d ?? '');
    expect([box.x, box.width].map((n) => n / 596)).toEqual([expect.closeTo(1.4 / 3, 1), expect.closeTo(0.2 / 3, 1)]);
    expect(Math.abs(box.x + box.width / 2 - 300)).toBeLessThanOrEqual(2);
  });

  test('leaves out corners smaller than 0.8 square pixels, and no larger ones', () => {
    // A hundred pixels a degree: the notch is six pixels wide, so its tip is a triangle of three times its depth.
    const corners = (depth: number) => {
      const notched: Point[] = [
        [1.47, 1],
        [1.5, 1 - depth / 100],
        [1.53, 1],
      ];
      const made = makeOutlines([
        { code: '610000', ring: ringOf(0, 0, 3, 2) },
        { code: '610001', ring: [[1, 1], ...notched, [2, 1], [2, 1.5], [1, 1.5], [1, 1]] },
      ]);
      const { counties } = locator([A], { width: 302 }, made);
      return new Set(pointsOf(counties[0]?.d ?? '').map(String)).size;
    };
    expect(corners(0.24)).toBe(4);
    expect(corners(0.34)).toBe(7);
  });

  test('names a county beside it, within the frame, and its province as near its middle as there is room', () => {
    const drawing = draw(300);
    const [a, b] = drawing.counties.map(({ label }) => label as Label);
    expect([a?.text, b?.text]).toEqual(['甲山', '乙山']);
    expect(Math.abs(middle(a as Label)[0] - 300)).toBeGreaterThan(20 + 26);
    // To the right it would leave the map.
    expect(b && boxHolds({ x: 2, y: 2, width: 596, height: drawing.height - 4 }, b.box)).toBe(true);
    const label = drawing.provinces[0]?.label as Label;
    const counties = drawing.counties.map(({ d }) => boundsOfPath(d ?? ''));
    for (const box of counties) expect(boxesOverlap(box, label.box)).toBe(false);
    // A third of an em between names.
    for (const box of [a?.box, b?.box]) expect(box && boxesOverlap(growBox(box, 26 / 3), label.box)).toBe(false);
    const [x, y] = middle(label);
    const away = Math.hypot(x - 300, y - 200);
    expect(away).toBeLessThan(26 + 20 + 30);
    expect(label.box.width).toBeCloseTo([...label.text].length * 1.35 * 30, 9);
  });

  test('draws no inset for two, and for three of a prefecture, but then not their names on the map', () => {
    expect(draw(300).inset).toBeNull();
    const many = [0, 1, 2].map((i) => makeCounty(`61100${i}`, `${'甲乙丙'[i]}水县`, [1.4 + 0.1 * i, 1], '安康市'));
    const small = makeOutlines([
      { code: '610000', ring: ringOf(0, 0, 3, 1.2) },
      ...many.map(({ id: code, centre: [x, y] }) => ({ code, ring: ringOf(x - 0.05, y - 0.05, x + 0.05, y + 0.05) })),
      { code: '610002', ring: ringOf(2.6, 0.4, 2.8, 0.6) },
    ]);
    const { inset, counties, height } = locator([...many, B], {}, small);
    expect(counties.map(({ label }) => label?.text)).toEqual([undefined, undefined, undefined, '乙山']);
    expect(inset?.counties.map(({ label }) => label?.text)).toEqual(['甲水', '乙水', '丙水']);
    // There is nowhere free above: the map is longer by the frame and a pixel.
    expect(inset && height).toBe(Math.ceil((inset?.frame.y ?? 0) + (inset?.frame.height ?? 0) + 2));
    const land = boundsOfPath(locator([B], {}, small).provinces[0]?.d ?? '');
    expect(inset?.frame.y).toBeGreaterThan(land.y + land.height);
    const [label] = counties.flatMap((county) => county.label ?? []);
    expect(label && inset && boxesOverlap(label.box, inset.frame)).toBe(false);
  });

  test('keeps names off borders, where another side is as good', () => {
    // A crooked border runs to the right of the county.
    const border = (x: number) => Array.from({ length: 39 }, (_, i): Point => [x + (i % 2) * 0.06, 0.05 * (i + 1)]);
    const made = (x: number) =>
      makeOutlines([
        { code: '610000', ring: [[0, 0], [x, 0], ...border(x), [x, 2], [0, 2], [0, 0]] },
        { code: '610001', ring: ringOf(1.4, 0.9, 1.6, 1.1) },
        { code: '420000', ring: [[4, 0], [x, 0], ...border(x), [x, 2], [4, 2], [4, 0]] },
        { code: '420001', ring: ringOf(3.7, 1.7, 3.8, 1.8) },
      ]);
    const other = makeCounty('420001', '丁山县', [3.75, 1.75]);
    const side = (east: number) => {
      const { counties } = locator([A, other], { width: 400 }, made(east));
      const { label, pole } = counties[0] ?? {};
      return label && pole && middle(label)[0] - pole[0];
    };
    expect(side(3)).toBeGreaterThan(0);
    expect(side(1.7)).toBeLessThan(0);
  });

  test('is given no place for a name where land is too narrow for it', () => {
    const narrow = makeOutlines([
      { code: '610000', ring: ringOf(0, 0, 3, 0.1) },
      { code: '610001', ring: ringOf(1.4, 0.02, 1.6, 0.08) },
    ]);
    expect(locator([A], {}, narrow).provinces[0]?.label).toBeNull();
  });
});
