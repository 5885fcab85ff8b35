import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, gapTo, type Shape, shapeOf } from '../../../../src/lib/geo/labels.ts';
import { type Box, boxesOverlap, boxHolds, type Point } from '../../../../src/lib/geo/plane.ts';
import { type AtlasArea, drawAtlas } from '../../../../src/lib/map/atlas.ts';
import { type MapName, type Named, placeNames } from '../../../../src/lib/map/names.ts';
import { unpackRing } from '../../../../src/lib/map/rings.ts';
import { OUTLINES } from '../../../support/outlines.ts';
import { COUNTIES, LANKAO } from './counties.ts';
import { denseRing, squareAt } from './shapes.ts';

/** As Leaflet does, 256 pixels round the world at zoom 0. */
const project =
  (zoom: number) =>
  ([latitude, longitude]: Point): Point => {
    const scale = (256 * 2 ** zoom) / (2 * Math.PI);
    return [
      ((longitude * Math.PI) / 180) * scale,
      -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * scale,
    ];
  };

function nameAll(counties: typeof COUNTIES, zoom: number, em: number) {
  const flat = project(zoom);
  const atlas = drawAtlas(OUTLINES, counties, []);
  const lay = ({ rings, pole: [x, y] }: AtlasArea, name: string, group: string) => ({
    ...{ name, group, pole: flat([y, x]) },
    rings: rings.map((ring) => unpackRing(ring).map(flat)),
  });
  return placeNames(
    atlas.counties.map((county) => lay(county, county.label, county.prefecture)),
    atlas.provinces.map((province) => lay(province, province.name, '')),
    em,
  );
}

const boxOf = ({ middle: [x, y], width }: MapName, em: number): Box => ({
  ...{ x: x - width / 2, y: y - em / 2 },
  ...{ width, height: em },
});

describe('names on the live map', () => {
  // From all three provinces on a phone to one county on a large screen; the type of both sizes.
  const cases = [4.2, 4.5, 5, 5.5, 6, 7, 8, 9.5, 11].flatMap((zoom) => [13, 17.3].map((em) => [zoom, em] as const));

  test.each(cases)('at zoom %f, %f px: all counties are named and no name covers another', (zoom, em) => {
    const { counties, provinces } = nameAll(COUNTIES, zoom, em);
    expect(counties.map((name) => name?.text)).toEqual(COUNTIES.map(({ name }) => name.slice(0, -1)));
    const names = [...counties, ...provinces].filter((name) => name !== null);
    for (const [i, name] of names.entries())
      for (const other of names.slice(i + 1))
        expect(boxesOverlap(boxOf(name, em), boxOf(other, em)), `${name.text} ${other.text}`).toBe(false);
  });

  test('stand in two columns with lines where six neighbours are crowded', () => {
    const ankang = nameAll(COUNTIES, 4.3, 13).counties.slice(4);
    expect(ankang.every((name) => name?.leader)).toBe(true);
    expect(new Set(ankang.map((name) => Math.round(name?.middle[0] ?? 0))).size).toBe(2);
  });

  test('stand within their outlines, without lines, from near', () => {
    for (const name of nameAll(COUNTIES, 9.5, 13).counties) expect(name).toMatchObject({ inside: true, leader: null });
  });

  test('include that of a county without an outline', () => {
    expect(nameAll([...COUNTIES, LANKAO], 6, 13).counties.at(-1)?.text).toBe('兰考');
  });
});

/** A square county round a point, in pixels. */
const squareCounty = (name: string, pole: Point, half: number, group = name): Named => ({
  ...{ name, pole, group },
  rings: [denseRing(squareAt(pole, half), 1)],
});
const EM = 10;

describe('a name', () => {
  test('stands in the middle of an outline that is large enough', () => {
    const [name] = placeNames([squareCounty('汉滨', [50, 60], 30)], [], EM).counties;
    expect(name).toMatchObject({ text: '汉滨', width: 20, inside: true, leader: null });
    expect(name?.middle[0]).toBe(50);
    expect(Math.abs((name?.middle[1] ?? 0) - 60)).toBeLessThanOrEqual(0.5);
  });

  test('stands beside one that is not, and touches it nearly', () => {
    const county = squareCounty('汉滨', [50, 60], 5);
    const [name] = placeNames([county], [], EM).counties;
    expect(name).toMatchObject({ inside: false, leader: null });
    expect(name && boxesOverlap(boxOf(name, EM), squareAt([50, 60], 5))).toBe(false);
    expect(name && gapTo(boxOf(name, EM), shapeOf(county.rings))).toBeLessThan(0.6 * EM);
  });

  test('keeps off the place of a county without an outline', () => {
    const bare: Named = { name: '兰考', pole: [200, 200], group: '', rings: [] };
    const [name] = placeNames([bare], [], EM).counties;
    expect(name?.inside).toBe(false);
    expect(name && boxesOverlap(boxOf(name, EM), squareAt([200, 200], 4))).toBe(false);
    expect(name && gapTo(boxOf(name, EM), shapeOf([denseRing(squareAt([200, 200], 4))]))).toBeLessThan(0.6 * EM);
  });

  test('of a county without an outline covers no part of its place, whatever is round it', () => {
    const near = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    fc.assert(
      fc.property(fc.array(near, { minLength: 3, maxLength: 6 }), (spots) => {
        const bare: Named = { name: '兰考', pole: [0, 0], group: '', rings: [] };
        const [name] = placeNames([bare, ...spots.map((spot) => squareCounty('县', spot, 6))], [], EM).counties;
        expect(name && boxesOverlap(boxOf(name, EM), squareAt([0, 0], 4))).not.toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('without room is left out', () => {
    const inner = squareCounty('白河', [100, 100], 3);
    const outer: Named = {
      ...{ name: '旬阳', pole: [100, 60], group: 'b' },
      rings: [denseRing(squareAt([100, 100], 60), 1), denseRing(squareAt([100, 100], 7), 1)],
    };
    expect(placeNames([inner, outer], [], EM).counties).toMatchObject([null, { text: '旬阳', inside: true }]);
  });

  test('that has to stand beyond a neighbour is tied to its county by a line to its nearest edge', () => {
    const inner = squareCounty('白河', [100, 100], 3);
    const outer: Named = {
      ...{ name: '旬阳', pole: [100, 82], group: 'b' },
      rings: [denseRing(squareAt([100, 100], 24), 1), denseRing(squareAt([100, 100], 7), 1)],
    };
    const [name] = placeNames([inner, outer], [], EM).counties;
    const box = name && boxOf(name, EM);
    expect(box && boxesOverlap(box, squareAt([100, 100], 24))).toBe(false);
    const [from, to] = name?.leader ?? [];
    expect(from).toEqual([100, 100]);
    expect(to && box && distance(box, to)).toBeCloseTo(0, 9);
    expect(to && box && Math.hypot(to[0] - 100, to[1] - 100)).toBeCloseTo(box ? distance(box, [100, 100]) : 0, 9);
  });

  test('needs a line exactly where it stands far from its own outline or near to another', () => {
    const near = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }));
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 6 }), (spots) => {
        const counties = spots.map((spot, i) => squareCounty('甲乙丙丁戊己'[i] ?? '', spot, 4));
        const shapes = counties.map(({ rings }) => shapeOf(rings));
        for (const [i, name] of placeNames(counties, [], EM).counties.entries()) {
          if (!name || name.inside) continue;
          const [own = 0, ...others] = [shapes[i] as Shape, ...shapes.filter((_, j) => j !== i)].map((shape) =>
            gapTo(boxOf(name, EM), shape),
          );
          const plain = own < 6 && others.every((gap) => gap > own + 3);
          expect(name.leader === null, `${i} of ${spots.join(' ')}`).toBe(plain);
          if (name.leader) expect(name.leader[0]).toEqual(spots[i]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('neighbours', () => {
  const row = (step: number, group = '安康') =>
    [0, 1, 2].map((i) => squareCounty(`县${i}`, [100 + i * step, 100], 5, group));
  /** One to the left of all, one to the right of all, each with its line. */
  const areInColumns = (counties: Named[]) => {
    const { counties: names } = placeNames(counties, [], EM);
    const poles = counties.map(({ pole: [x] }) => x);
    const beside = names.map(
      (name) => name && (name.middle[0] < Math.min(...poles) - 5 || name.middle[0] > Math.max(...poles) + 5),
    );
    return beside.every(Boolean) && names.every((name) => name?.leader);
  };

  test('have columns as long as they are less than nine ems down and across', () => {
    // Two steps and 10 across, 10 down: 90 at a step of 35.
    expect(areInColumns(row(35))).toBe(true);
    expect(areInColumns(row(36))).toBe(false);
  });

  test('have columns from three on, of one group', () => {
    expect(areInColumns(row(34).slice(0, 2))).toBe(false);
    expect(areInColumns(row(34).map((county, i) => ({ ...county, group: String(i) })))).toBe(false);
  });

  test('have columns where there are most, the others keep off them', () => {
    const many = [
      ...row(20, '许昌').slice(0, 2),
      ...row(20).map(({ name, ...county }) => ({ ...county, name: `区${name}` })),
    ];
    const moved = many.map((county, i) => (i < 2 ? squareCounty(`乙${i}`, [100 + i * 40, 130], 5, '许昌') : county));
    const { counties } = placeNames(moved, [], EM);
    expect(counties.slice(2).every((name) => name?.leader)).toBe(true);
    const boxes = counties.flatMap((name) => (name ? [boxOf(name, EM)] : []));
    expect(boxes).toHaveLength(5);
    for (const [i, box] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other)).toBe(false);
  });
});

describe('the name of a province', () => {
  const province: Named = { name: '陕西', pole: [0, 0], group: '', rings: [denseRing(squareAt([200, 200], 100), 1)] };

  test('stands in its middle, set wide', () => {
    const { provinces } = placeNames([], [province], EM);
    expect(provinces).toMatchObject([{ text: '陕西', width: 27, inside: false, leader: null }]);
    expect(Math.hypot((provinces[0]?.middle[0] ?? 0) - 200, (provinces[0]?.middle[1] ?? 0) - 200)).toBeLessThan(1);
  });

  test('makes room for counties and their names, as little as it must, within the province', () => {
    const county = squareCounty('汉滨', [200, 200], 20);
    const { counties, provinces } = placeNames([county], [province], EM);
    const [name] = provinces;
    const box = name && boxOf(name, EM);
    const taken = counties.flatMap((one) => (one ? [boxOf(one, EM)] : []));
    expect(box && boxHolds(squareAt([200, 200], 100), box)).toBe(true);
    for (const other of [...taken, squareAt([200, 200], 20)]) expect(box && boxesOverlap(box, other)).toBe(false);
    // Straight above or below it stands half its height, half the county's and some air away; the lattice is an em wide.
    const away = name ? Math.hypot(name.middle[0] - 200, name.middle[1] - 200) : 0;
    expect(away).toBeGreaterThanOrEqual(25);
    expect(away).toBeLessThan(25 + EM / 6 + EM);
  });

  test('stands in sight where the middle of the province does not', () => {
    const sight = { x: 240, y: 110, width: 300, height: 60 };
    const { provinces } = placeNames([], [province], EM, { sight, rivers: [], seats: [], regions: [] });
    const box = provinces[0] && boxOf(provinces[0], EM);
    expect(box && boxHolds(sight, box) && boxHolds(squareAt([200, 200], 100), box)).toBe(true);
  });

  test('is left out where there is no room', () => {
    expect(placeNames([], [{ ...province, rings: [denseRing(squareAt([200, 200], 12))] }], EM).provinces).toEqual([
      null,
    ]);
    const full = squareCounty('汉滨', [200, 200], 95);
    expect(placeNames([full], [province], EM).provinces).toEqual([null]);
  });
});
