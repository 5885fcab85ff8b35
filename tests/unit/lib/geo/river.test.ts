import { describe, expect, test } from 'vitest';
import { poleOf, shapeOf } from '../../../../src/lib/geo/labels.ts';
import { locator } from '../../../../src/lib/geo/locator.ts';
import { readOutlineFile } from '../../../../src/lib/geo/outline-file.ts';
import { outlineOf } from '../../../../src/lib/geo/outlines.ts';
import { isInside, type Point, thereAndBack } from '../../../../src/lib/geo/plane.ts';
import { silhouettePath } from '../../../../src/lib/geo/silhouette.ts';
import { drawAtlas } from '../../../../src/lib/map/atlas.ts';
import { drawCountySheet } from '../../../../src/lib/map/county-sheet.ts';
import { placeNames } from '../../../../src/lib/map/names.ts';

const MAIN: Point[] = [
  [116, 25],
  [116.4, 24.6],
  [116.2, 24.2],
  [116.6, 23.5],
];
const BRANCH: Point[] = [
  [115, 24],
  [116.2, 24.2],
];
const provenance = { sketch: true };
const asGeoJson = (geometry: object) =>
  readOutlineFile(
    JSON.stringify({
      type: 'FeatureCollection',
      provenance,
      features: [{ type: 'Feature', id: 'han-river', geometry }],
    }),
  ).outlines;
const RIVER = { id: 'han-river', name: '韩江', within: [], centre: [116.4, 24.6] as [number, number] };
const rivers = {
  'one line of GeoJSON': asGeoJson({ type: 'LineString', coordinates: MAIN }),
  'several lines of GeoJSON': asGeoJson({ type: 'MultiLineString', coordinates: [MAIN, BRANCH] }),
  'a line of TopoJSON': readOutlineFile(
    JSON.stringify({
      ...{ type: 'Topology', provenance, arcs: [MAIN.slice(0, 3), MAIN.slice(2)] },
      objects: { rivers: { type: 'LineString', id: 'han-river', arcs: [0, 1] } },
    }),
  ).outlines,
};

describe.each(Object.entries(rivers))('%s', (_, outlines) => {
  test('is drawn open, on the map of all and on its own', () => {
    const paths = [
      locator([RIVER], {}, outlines).counties[0]?.d,
      drawCountySheet(outlines, RIVER, [], []).county.d,
      silhouettePath('han-river', undefined, outlines)?.d,
    ];
    for (const d of paths) expect(d).toMatch(/^M(?!.*z)/);
  });

  test('is told to be a line wherever it is drawn', () => {
    expect(outlineOf(outlines, RIVER)?.isLine).toBe(true);
    expect(locator([RIVER], {}, outlines).counties[0]).toMatchObject({ isLine: true, dot: null });
    expect(silhouettePath('han-river', undefined, outlines)?.isLine).toBe(true);
    expect(drawAtlas(outlines, [RIVER], []).counties[0]?.isLine).toBe(true);
  });

  test('has its name beside it, not on it', () => {
    const map = locator([RIVER], {}, outlines);
    expect(map.counties[0]?.label).toMatchObject({ text: '韩江', inside: false });
  });

  test('has lines of longitude and latitude round it, as no land says where it is', () => {
    expect(locator([RIVER], {}, outlines).graticule).not.toBeNull();
    expect(drawCountySheet(outlines, RIVER, [], []).graticule).not.toBeNull();
    expect(drawAtlas(outlines, [RIVER], []).isLost).toBe(true);
  });

  test('is seen whole, with air round its ends', () => {
    const { counties, extent } = drawAtlas(outlines, [RIVER], []);
    const [[west, south], [east, north]] = extent;
    expect(west < 116 && south < 23.5 && east > 116.6 && north > 25).toBe(true);
    expect(counties[0]?.pole[0]).toBeGreaterThan(115);
  });
});

test('a straight river along a parallel or a meridian is drawn as well', () => {
  for (const end of [
    [117, 25],
    [116, 26],
  ]) {
    const outlines = asGeoJson({ type: 'LineString', coordinates: [[116, 25], end] });
    const map = locator([RIVER], {}, outlines);
    expect(map.counties[0]?.d).toMatch(/^M\d+ \d+l/);
    expect(Number.isFinite(map.height) && map.height > 0).toBe(true);
    expect(silhouettePath('han-river', undefined, outlines)?.viewBox).toMatch(/^-?\d+ -?\d+ \d+ \d+$/);
  }
});

test('a line has its own point for a middle, and nothing inside', () => {
  const ring = thereAndBack(MAIN.map(([x, y]): Point => [x * 10, y * 10]));
  expect(ring.map(String)).toContain(String(poleOf(shapeOf([ring]))));
  expect(isInside([1163, 245], [ring])).toBe(false);
});

test('names on the live map keep beside a line', () => {
  const line = MAIN.map(([x, y]): Point => [x * 100, -y * 100]);
  const pole = line[1] as Point;
  const { counties } = placeNames([{ name: '韩江', rings: [thereAndBack(line)], pole, group: '' }], [], 14);
  expect(counties[0]).toMatchObject({ text: '韩江', inside: false });
});

test.each([
  [{ type: 'LineString', coordinates: [[116, 25]] }, '线条 han-river 的坐标不对'],
  [
    {
      type: 'MultiLineString',
      coordinates: [
        MAIN,
        [
          [116, 95],
          [117, 20],
        ],
      ],
    },
    '线条 han-river 的坐标不对',
  ],
  [{ type: 'Point', coordinates: [116, 25] }, '轮廓 han-river 是 Point'],
])('%o is refused', (geometry, message) => {
  expect(() => asGeoJson(geometry)).toThrow(message);
});
