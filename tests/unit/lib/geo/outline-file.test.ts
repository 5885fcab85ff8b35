import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOutlineFile } from '../../../../src/lib/geo/outline-file.ts';
import { OUTLINES } from '../../../../src/lib/geo/outlines.ts';
import { chooseOutlines } from '../../../../src/site/map-outlines.ts';

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
    const own = JSON.parse(readFileSync('src/data/outlines.topo.json', 'utf8'));
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

describe('MAP_OUTLINES', () => {
  test('unset gives our own drawing, none gives points alone', () => {
    expect(chooseOutlines('')).toMatchObject({ outlines: OUTLINES, caption: expect.stringContaining('示意图') });
    expect(chooseOutlines('none').outlines.byCode.size).toBe(0);
  });

  test('names the file that stops the build', () => {
    expect(() => chooseOutlines('/no/such/file.json')).toThrow(
      '地图轮廓 MAP_OUTLINES=/no/such/file.json：读不到这个文件。',
    );
    expect(() => chooseOutlines('package.json')).toThrow('地图轮廓 MAP_OUTLINES=package.json：没有写明来源');
  });
});
