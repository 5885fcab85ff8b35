import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { joinArcs, loadOutlines, NO_OUTLINES } from '../../../../src/lib/geo/outlines.ts';
import { isInside, type Point, ringArea, samplesOf } from '../../../../src/lib/geo/plane.ts';
import { drawAtlas, packRing } from '../../../../src/lib/map/atlas.ts';
import { unpackRing } from '../../../../src/lib/map/rings.ts';
import { OUTLINES } from '../../../support/outlines.ts';
import { COUNTIES, LANKAO } from './counties.ts';

const place = (id: string, precision: 'exact' | 'township' | 'county' | 'none', point?: Point) => ({
  ...{ id, name: id, county: 'hanbin', precision },
  ...(point ? { point } : {}),
});
const PLACES = [
  place('village', 'exact', [109, 32.7]),
  place('town', 'township', [109.1, 32.6]),
  place('somewhere', 'county', [109, 32.6]),
  place('nowhere', 'none'),
];
const atlas = drawAtlas(OUTLINES, COUNTIES, PLACES);
const ringsOf = (packed: readonly number[][]) => packed.map((ring) => unpackRing(ring).map(([y, x]): Point => [x, y]));

describe('the atlas', () => {
  test('has every county in its order, and the provinces that hold them, no more', () => {
    expect(atlas.counties.map(({ id }) => id)).toEqual(COUNTIES.map(({ id }) => id));
    expect(atlas.provinces.map(({ name }) => name)).toEqual(['山东', '河南', '陕西']);
  });

  test('is at most 8 kB brotli', () => {
    expect(brotliCompressSync(JSON.stringify(atlas)).length).toBeLessThan(8000);
  });

  test('leaves each county its area to within 2 %', () => {
    for (const { code, name } of COUNTIES) {
      const outline = OUTLINES.byCode.get(code ?? '');
      const arcs = OUTLINES.topology.arcs as Point[][];
      const before = (outline?.rings ?? []).reduce((sum, ring) => sum + ringArea(joinArcs(arcs, ring)), 0);
      const drawn = atlas.counties.find((county) => county.name === name);
      const after = ringsOf(drawn?.rings ?? []).reduce((sum, ring) => sum + ringArea(ring), 0);
      expect(Math.abs(after / before - 1), name).toBeLessThan(0.02);
    }
  });

  test('names each county at its pole of inaccessibility', () => {
    const flat = ([x, y]: Point): Point => [x, (Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360)) * 180) / Math.PI];
    for (const { name, pole, rings } of atlas.counties) {
      const shape = ringsOf(rings).map((ring) => ring.map(flat));
      const distance = ([x, y]: Point) => Math.min(...shape.flat().map(([a, b]) => Math.hypot(a - x, b - y)));
      const xs = shape.flat().map(([x]) => x);
      const ys = shape.flat().map(([, y]) => y);
      const box = {
        ...{ x: Math.min(...xs), y: Math.min(...ys) },
        ...{ width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) },
      };
      const best = Math.max(
        ...samplesOf(box, box.width / 40)
          .filter((point) => isInside(point, shape))
          .map(distance),
      );
      expect(isInside(flat(pole), shape), name).toBe(true);
      expect(distance(flat(pole)), name).toBeGreaterThan(0.93 * best);
    }
  });

  test('shows places that a source locates to the township or better', () => {
    const hanbin = atlas.counties.find(({ id }) => id === 'hanbin');
    expect(hanbin?.places.map(({ id, precision }) => [id, precision])).toEqual([
      ['village', 'exact'],
      ['town', 'township'],
    ]);
    for (const { id, places } of atlas.counties) if (id !== 'hanbin') expect(places).toEqual([]);
  });

  test('has a county without an outline as a name and a point', () => {
    const lankao = drawAtlas(OUTLINES, [...COUNTIES, LANKAO], []).counties.at(-1);
    expect(lankao).toMatchObject({ label: '兰考', rings: [], pole: LANKAO.centre });
  });
});

test('a packed ring is its points to a thousandth of a degree', () => {
  const ring: Point[] = [
    [108.1234, 32.5],
    [108.2, 32.6006],
    [108.2, 32.6009],
    [107.9, 32.7],
    [108.1234, 32.5],
  ];
  const packed = packRing(ring);
  expect(packed.slice(0, 4)).toEqual([108123, 32500, 77, 101]);
  expect(unpackRing(packed)).toEqual([
    [32.5, 108.123],
    [32.601, 108.2],
    [32.7, 107.9],
    [32.5, 108.123],
  ]);
});

describe('the atlas of places anywhere', () => {
  const none = loadOutlines(NO_OUTLINES);
  const unit = (id: string, centre: Point) => ({ id, name: id, within: [], centre });
  const at = (county: string, id: string, point: Point) => ({ ...place(id, 'exact', point), county });

  test('reaches as far as its dots, places included, with a little air', () => {
    const { extent, isLost } = drawAtlas(none, [unit('river', [117, 24.5])], [at('river', 'port', [118.1, 24.4])]);
    const [[west, south], [east, north]] = extent;
    expect([west < 117, south < 24.4, east > 118.1, north > 24.5]).toEqual([true, true, true, true]);
    expect(east - west).toBeLessThan(1.5);
    expect(isLost).toBe(true);
  });

  test('lies in one piece where its places are on both sides of the 180th meridian', () => {
    const { counties, extent } = drawAtlas(
      none,
      [unit('fuzhou', [119.3, 26.1]), unit('sf', [-122.42, 37.77])],
      [at('sf', 'lima', [-77.04, -12.05])],
    );
    const [a, b] = counties.map(({ pole }) => pole[0]);
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo(360 - 122.42 - 119.3, 6);
    expect((counties[1]?.places[0]?.point[0] ?? 0) - (a ?? 0)).toBeCloseTo(360 - 77.04 - 119.3, 6);
    expect(extent[1][0] - extent[0][0]).toBeLessThan(210);
  });

  test('is not turned where it need not be, and draws no lines over land', () => {
    const drawn = drawAtlas(OUTLINES, COUNTIES, PLACES);
    expect(drawn.isLost).toBe(false);
    expect(drawn.extent[0][0]).toBeGreaterThan(100);
    expect(drawn.extent[1][0]).toBeLessThan(125);
  });

  test('holds both poles, as far as a map can', () => {
    const { extent } = drawAtlas(none, [unit('a', [0, 90]), unit('b', [10, -90])], []);
    expect([extent[0][1], extent[1][1]]).toEqual([-85, 85]);
  });
});
