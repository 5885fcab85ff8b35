import { expect, test } from 'vitest';
import { NO_CONTEXT } from '../../../../src/lib/geo/context.ts';
import { loadOutlines } from '../../../../src/lib/geo/outlines.ts';
import { type Point, ringArea } from '../../../../src/lib/geo/plane.ts';
import { panelGeoJson, panelSvg } from '../../../../src/lib/map/panel-file.ts';
import { drawPanels } from '../../../../src/lib/map/panels.ts';
import { placesOnMap } from '../../../../src/lib/map/placed.ts';

const square = (x: number, y: number): Point[] => [
  [x, y],
  [x, y + 0.2],
  [x + 0.2, y + 0.2],
  [x + 0.2, y],
  [x, y],
];
const outlines = loadOutlines({
  type: 'Topology',
  objects: {
    counties: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', id: '990101', properties: { name: '青滩区' }, arcs: [[0]] }],
    },
    provinces: { type: 'GeometryCollection', geometries: [] },
  },
  arcs: [square(100, 30)],
});
const counties = [
  { id: 'qingtan', name: '青滩区', code: '990101', within: [], centre: [100.1, 30.1] as Point },
  { id: 'luhe', name: '芦河<县>', within: [], centre: [100.3, 30.1] as Point },
];
const context = {
  ...NO_CONTEXT,
  rivers: [
    {
      name: '清河',
      rank: 1,
      lines: [
        [
          [99, 30.1],
          [100.1, 30.15],
          [100.2, 30.1],
          [103, 30.1],
          [110, 30.1],
        ] as Point[],
      ],
    },
  ],
  seats: [
    { name: '近城', level: 'county' as const, point: [100.1, 30.1] as Point },
    { name: '远城', level: 'county' as const, point: [110, 30] as Point },
  ],
};
const words = { title: '青滩 & 芦河', caption: '示意图。', credit: '某站，CC BY 4.0，https://example.org/map/' };
const { panels } = drawPanels(outlines, counties as never, context);
const panel = panels[0];
if (!panel) throw new Error('nothing drawn');
const places = [
  { name: '东镇', county: 'qingtan', point: [100.05, 30.05] as Point, isExact: false, source: '某局：某表' },
  { name: '外镇', county: 'elsewhere', point: [100.05, 30.05] as Point, isExact: false, source: undefined },
];
const data = panelGeoJson(panel, words, {
  ...{ outlines, counties: counties as never, context, places },
  links: { qingtan: 'https://example.org/counties/qingtan/' },
});

const coordinatesOf = (i: number) => (data.features[i]?.geometry.coordinates ?? []) as Point[][];

test('a panel as GeoJSON: counties, rivers as far as they are seen, seats, places, with the words that belong to them', () => {
  expect(data).toMatchObject({ type: 'FeatureCollection', ...words });
  const named = data.features.map(({ properties }) => (properties as { name: string }).name);
  expect(named).toEqual(['青滩区', '芦河<县>', '清河', '近城', '东镇']);
  expect(data.features[0]).toMatchObject({
    id: 'qingtan',
    properties: { code: '990101' },
    geometry: { type: 'Polygon' },
  });
  expect(data.features[1]?.geometry).toEqual({ type: 'Point', coordinates: [100.3, 30.1] });
  const [line] = coordinatesOf(2);
  expect(line?.at(-1)?.[0]).toBeLessThan(110);
  expect(data.features[4]?.properties).toMatchObject({ precision: 'township', source: '某局：某表' });
});

test('outer rings run counter-clockwise, the box holds what is drawn (RFC 7946)', () => {
  const [ring] = coordinatesOf(0);
  expect(ring?.[0]).toEqual(ring?.at(-1));
  expect(ringArea(ring ?? [])).toBeGreaterThan(0);
  const [west = 0, south = 0, east = 0, north = 0] = data.bbox;
  for (const [x, y] of ring ?? []) expect(x >= west && x <= east && y >= south && y <= north).toBe(true);
});

test('a panel as SVG stands by itself: title, caption and licence, no style sheet, no address that is loaded', () => {
  const svg = panelSvg(panel, words);
  expect(svg).toContain('<title>青滩 &amp; 芦河</title>');
  expect(svg.replaceAll(/<\/text><text[^>]*>/g, '')).toContain('https://example.org/map/');
  expect(svg).toContain('示意图。');
  expect(svg).not.toMatch(/var\(|<style|\sclass=|href=|<script|undefined|NaN/);
  // Every tag is closed.
  expect(svg.match(/<[a-z]+[^>]*[^/]>/gi)?.length).toBe(svg.match(/<\/[a-z]+>/gi)?.length);
});

test('a map shows the places with a point that says more than the county’s own, and none that lies elsewhere', () => {
  const place = { name: '某镇', county: 'qingtan', point: [100, 30] as Point };
  const shown = placesOnMap([
    { ...place, id: 'a', precision: 'exact' },
    { ...place, id: 'b', precision: 'township', source: { issuer: '某局', title: '某表' } },
    { ...place, id: 'c', precision: 'county' },
    { ...place, id: 'd', precision: 'exact', outside: true },
    { id: 'e', name: '无处', county: 'qingtan', precision: 'none' },
  ]);
  expect(shown.map(({ id, isExact, source }) => [id, isExact, source])).toEqual([
    ['a', true, undefined],
    ['b', false, '某局：某表'],
  ]);
});

test('the SVG has its places with their names, hollow where they are known to their town', () => {
  const placed = [
    { id: 'a', name: '东镇', county: 'qingtan', point: [100.02, 30.03] as Point, isExact: false, source: undefined },
    { id: 'b', name: '西村', county: 'qingtan', point: [100.1, 30.17] as Point, isExact: true, source: undefined },
  ];
  const [drawn] = drawPanels(outlines, counties as never, context, {}, placed).panels;
  if (!drawn) throw new Error('nothing drawn');
  const svg = panelSvg(drawn, words);
  for (const [i, { name }] of drawn.places.entries())
    expect(svg.includes(`>${name}</text>`)).toBe(drawn.names.wide.places[i] !== null);
  expect(svg).toMatch(/<circle[^>]*fill="#fafaf7" stroke="#733e10"/);
  expect(svg).toMatch(/<circle[^>]*fill="#733e10" stroke="#fafaf7"/);
});
