import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOutlineFile } from '../../../../src/lib/geo/outline-file.ts';
import { joinArcs } from '../../../../src/lib/geo/outlines.ts';
import type { Point } from '../../../../src/lib/geo/plane.ts';
import { chooseOutlines } from '../../../../src/site/map-outlines.ts';
import { OUTLINES } from '../../../support/outlines.ts';

const provenance = { source: '某测绘院', reviewNumber: 'GS(2026)0001号' };
const square = [
  [109, 32],
  [110, 32],
  [110, 33],
  [109, 33],
  [109, 32],
];
const collection = (changes: object = {}, feature: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    provenance,
    features: [
      {
        type: 'Feature',
        id: '610902',
        properties: { name: '汉滨区' },
        geometry: { type: 'Polygon', coordinates: [square] },
        ...feature,
      },
    ],
    ...changes,
  });

describe('outlines that someone else provides', () => {
  test('may be GeoJSON, keyed by id, code or adcode', () => {
    for (const key of [
      {},
      { id: undefined, properties: { code: '610902' } },
      { id: undefined, properties: { adcode: 610902 } },
    ])
      expect(readOutlineFile(collection({}, key)).outlines.byCode.get('610902')?.rings).toHaveLength(1);
  });

  test('may be TopoJSON, such as our own', () => {
    const own = JSON.parse(readFileSync('src/content/site/outlines.topo.json', 'utf8'));
    const { outlines } = readOutlineFile(JSON.stringify({ ...own, provenance }));
    expect([...outlines.byCode.keys()].sort()).toEqual([...OUTLINES.byCode.keys()].sort());
    expect(outlines.byCode.get('610000')?.level).toBe('province');
  });

  test('say in the caption where they come from and under which 审图号', () => {
    expect(readOutlineFile(collection()).caption).toBe('界线资料：某测绘院，审图号：GS(2026)0001号。');
    expect(readOutlineFile(collection({ provenance: { source: '某测绘院' } })).caption).toBe('界线资料：某测绘院。');
  });

  test.each([
    ['<html>', '不是 JSON 文件'],
    ['[]', '没有写明来源'],
    [collection({ provenance: null }), '没有写明来源'],
    [collection({ type: 'Feature' }), 'FeatureCollection'],
    [collection({ features: [] }), '里面没有一处轮廓'],
    [collection({}, { id: '汉滨' }), '没有六位行政区划代码（读到的是“汉滨”）'],
    [collection({}, { geometry: { type: 'Point', coordinates: [109, 32] } }), '轮廓 610902 是 Point'],
    [collection({}, { geometry: { type: 'Polygon', coordinates: [[[109, 32]]] } }), '轮廓 610902 的坐标不对'],
    [collection({}, { geometry: { type: 'Polygon', coordinates: [square.map(() => [900, 32])] } }), '坐标不对'],
    [
      JSON.stringify({
        type: 'Topology',
        provenance,
        arcs: [],
        objects: { a: { type: 'Polygon', id: '610902', arcs: [[4]] } },
      }),
      '轮廓 610902 的 arcs 不完整',
    ],
  ])('are refused in Chinese when they are not right: %.40s', (text, reason) => {
    expect(() => readOutlineFile(text)).toThrow(reason);
  });
});

describe('a file of outlines', () => {
  const topology = (changes: object = {}) =>
    JSON.stringify({
      ...{ type: 'Topology', provenance },
      arcs: [square, square.map(([x = 0, y = 0]) => [x + 2, y])],
      objects: {
        a: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '610902', arcs: [[0]] }] },
        b: { type: 'MultiPolygon', id: '610000', properties: { name: '陕西省' }, arcs: [[[0]], [[~1]]] },
      },
      ...changes,
    });

  test('is told by codes that end in 0000 which areas are provinces', () => {
    const { outlines } = readOutlineFile(topology());
    expect([...outlines.byCode.values()].map(({ code, level, name }) => [code, level, name])).toEqual([
      ['610902', 'county', '610902'],
      ['610000', 'province', '陕西省'],
    ]);
    expect(outlines.byCode.get('610000')?.rings).toHaveLength(2);
    const features = readOutlineFile(collection({}, { id: '610000', properties: null }));
    expect(features.outlines.byCode.get('610000')).toMatchObject({ level: 'province', name: '610000' });
  });

  test('may be quantized', () => {
    const { outlines } = readOutlineFile(
      topology({
        transform: { scale: [0.5, 0.5], translate: [100, 30] },
        arcs: [
          [
            [0, 0],
            [2, 0],
            [0, 2],
            [-2, 0],
            [0, -2],
          ],
          [
            [4, 0],
            [2, 0],
            [0, 2],
            [-2, 0],
            [0, -2],
          ],
        ],
      }),
    );
    expect(outlines.topology.arcs[0]).toEqual([
      [100, 30],
      [101, 30],
      [101, 31],
      [100, 31],
      [100, 30],
    ]);
    expect(outlines.topology.arcs[1]?.[0]).toEqual([102, 30]);
  });

  test('may hold several parts of an area, with holes, and heights with its points', () => {
    const high = (ring: number[][]) => ring.map((point) => [...point, 500]);
    const hole = square.map(([x = 0, y = 0]) => [109.5 + (x - 109.5) / 2, 32.5 + (y - 32.5) / 2]);
    const far = square.map(([x = 0, y = 0]) => [x + 5, y]);
    const { outlines } = readOutlineFile(
      collection({}, { geometry: { type: 'MultiPolygon', coordinates: [[high(square), high(hole)], [high(far)]] } }),
    );
    const outline = outlines.byCode.get('610902');
    expect(outline?.rings).toEqual([[expect.any(Number)], [expect.any(Number)], [expect.any(Number)]]);
    expect(outline?.isLine).toBe(false);
    expect(outlines.topology.arcs).toEqual([square, hole, far]);
  });

  test('keeps the order of the arcs of a ring that runs the other way', () => {
    const halves = [square.slice(0, 3), square.slice(2)];
    const { outlines } = readOutlineFile(
      topology({ arcs: halves, objects: { a: { type: 'Polygon', id: '610902', arcs: [[0, 1]] } } }),
    );
    const [ring = []] = outlines.byCode.get('610902')?.rings ?? [];
    expect(joinArcs(halves as Point[][], ring)).toEqual(square.toReversed());
  });

  test('keeps its source and number without the blanks around them', () => {
    const blank = { source: ' 某测绘院 ', reviewNumber: ' GS(2026)0001号 ' };
    expect(readOutlineFile(collection({ provenance: blank })).caption).toBe(
      '界线资料：某测绘院，审图号：GS(2026)0001号。',
    );
    expect(readOutlineFile(collection({ provenance: { source: '某测绘院', reviewNumber: 7 } })).caption).toBe(
      '界线资料：某测绘院。',
    );
    expect(() => readOutlineFile(collection({ provenance: { source: ' ' } }))).toThrow('没有写明来源');
  });

  const shape = (changes: object) =>
    topology({ objects: { a: { type: 'Polygon', id: '610902', arcs: [[0]], ...changes } } });
  test.each([
    ['7', '不是 JSON 文件，请用 TopoJSON 或 GeoJSON。'],
    ['null', '不是 JSON 文件'],
    [topology({ objects: {} }), '里面没有一处轮廓'],
    [topology({ objects: null }), '里面没有一处轮廓'],
    [topology({ objects: { a: { type: 'GeometryCollection', geometries: 'x' } } }), '里面没有一处轮廓'],
    [topology({ arcs: null }), '轮廓 610902 的 arcs 不完整。'],
    [shape({ arcs: [] }), '轮廓 610902 的 arcs 不完整。'],
    [shape({ arcs: [[0.5]] }), '轮廓 610902 的 arcs 不完整。'],
    [shape({ arcs: [[0], [2]] }), '轮廓 610902 的 arcs 不完整。'],
    [shape({ arcs: [[~2]] }), '轮廓 610902 的 arcs 不完整。'],
    [topology({ arcs: [[[1, 2]], square] }), 'arcs 不完整'],
    [topology({ arcs: [[[1, 2], [3]], square] }), 'arcs 不完整'],
    [topology({ arcs: [[[1, 2], 3], square] }), 'arcs 不完整'],
    [
      topology({
        arcs: [
          [
            [1, 2],
            [3, '4'],
          ],
          square,
        ],
      }),
      'arcs 不完整',
    ],
    [shape({ id: '6109020' }), '没有六位行政区划代码（读到的是“6109020”），请写在 id 里。'],
    [shape({ id: 'X610902' }), '没有六位行政区划代码'],
    [shape({ id: undefined }), '没有六位行政区划代码（读到的是“”）'],
    [collection({}, { geometry: null }), '轮廓 610902 是 undefined，应为 Polygon、MultiPolygon'],
    [collection({ features: 'x' }), '里面没有一处轮廓'],
    [
      collection({}, { geometry: { type: 'Polygon', coordinates: [square.slice(0, 3)] } }),
      '轮廓 610902 的坐标不对：应是至少四个 [经度, 纬度]，首尾相同。',
    ],
    [collection({}, { geometry: { type: 'Polygon', coordinates: [square.map(() => [109, 86])] } }), '坐标不对'],
    [collection({}, { geometry: { type: 'Polygon', coordinates: [square.map(() => [-181, 32])] } }), '坐标不对'],
    [collection({}, { geometry: { type: 'Polygon', coordinates: [[...square, [109, -86]]] } }), '坐标不对'],
  ])('that is not right is refused: %#', (text, reason) => {
    expect(() => readOutlineFile(text)).toThrow(reason);
  });

  test('may reach to the edges of what Mercator draws', () => {
    const world = [
      [-180, -85],
      [180, -85],
      [180, 85],
      [-180, -85],
    ];
    const { outlines } = readOutlineFile(collection({}, { geometry: { type: 'Polygon', coordinates: [world] } }));
    expect(outlines.byCode.get('610902')?.rings).toHaveLength(1);
  });
});

describe('MAP_OUTLINES', () => {
  test('unset gives our own drawing, none gives points alone', () => {
    expect(chooseOutlines('', 'src/content')).toMatchObject({
      outlines: { topology: OUTLINES.topology },
      caption: expect.stringContaining('示意图'),
    });
    // An archive without any draws points.
    expect(chooseOutlines('', 'tests/fixtures/content').outlines.byCode.size).toBe(0);
    expect(chooseOutlines('none', 'src/content').outlines.byCode.size).toBe(0);
    expect(chooseOutlines('none', 'src/content').caption).toContain('大致位置');
  });

  test('names the file that stops the build', () => {
    expect(() => chooseOutlines('/no/such/file.json', 'src/content')).toThrow(
      '地图轮廓 MAP_OUTLINES=/no/such/file.json：读不到这个文件。',
    );
    expect(() => chooseOutlines('package.json', 'src/content')).toThrow(
      '地图轮廓 MAP_OUTLINES=package.json：没有写明来源',
    );
  });
});
