import { geoArea } from 'd3-geo';
import { describe, expect, test } from 'vitest';
import { joinArcs, loadOutlines, NO_OUTLINES, type OutlineTopology } from '../../../../src/lib/geo/outlines.ts';
import { type Point, ringArea } from '../../../../src/lib/geo/plane.ts';
import { OUTLINES } from '../../../support/outlines.ts';
import { COUNTIES } from '../map/counties.ts';
import { featureOf, ringOf } from './made-outlines.ts';

const arcsOf = (topology: OutlineTopology) => topology.arcs as Point[][];

describe('outlines', () => {
  test('hold ten counties and three provinces by code', () => {
    const levels = [...OUTLINES.byCode.values()].map(({ level }) => level);
    expect(levels.filter((level) => level === 'county')).toHaveLength(10);
    expect(levels.filter((level) => level === 'province')).toHaveLength(3);
    for (const { code, name } of COUNTIES) expect(OUTLINES.byCode.get(code ?? '')?.name).toBe(name);
  });

  test('are wound as d3-geo wants them, whichever way they were drawn', () => {
    const reverse = (ring: number[]) => ring.map((n) => ~n).reverse();
    const backwards = structuredClone(OUTLINES.topology);
    for (const { geometries } of Object.values(backwards.objects))
      for (const shape of geometries) if (shape.type === 'Polygon') shape.arcs = shape.arcs.map(reverse);
    for (const outlines of [OUTLINES, loadOutlines(backwards)])
      for (const { code, name } of outlines.byCode.values())
        expect(geoArea(featureOf(outlines, code)), name).toBeLessThan(0.01);
  });

  test('may be quantized', () => {
    const step = 0.001;
    const quantized: OutlineTopology = {
      ...OUTLINES.topology,
      transform: { scale: [step, step], translate: [100, 30] },
      arcs: arcsOf(OUTLINES.topology).map((arc) => {
        const whole = arc.map(([x, y]): Point => [Math.round((x - 100) / step), Math.round((y - 30) / step)]);
        return whole.map(([x, y], i): Point => [x - (whole[i - 1]?.[0] ?? 0), y - (whole[i - 1]?.[1] ?? 0)]);
      }),
    };
    for (const [n, arc] of arcsOf(loadOutlines(quantized).topology).entries())
      for (const [i, [x, y]] of arc.entries()) {
        expect(x).toBeCloseTo(OUTLINES.topology.arcs[n]?.[i]?.[0] ?? 0, 2);
        expect(y).toBeCloseTo(OUTLINES.topology.arcs[n]?.[i]?.[1] ?? 0, 2);
      }
  });

  test('that are not polygons are refused', () => {
    const line = { type: 'MultiPoint' as const, id: '370115', coordinates: [] };
    const source = { ...OUTLINES.topology, objects: { ...OUTLINES.topology.objects } };
    source.objects.counties = { type: 'GeometryCollection', geometries: [line] };
    expect(() => loadOutlines(source)).toThrow(
      '轮廓 370115 是 MultiPoint，应为 Polygon、MultiPolygon、LineString 或 MultiLineString。',
    );
  });

  test('have outer rings clockwise and holes counter-clockwise, seen with north up', () => {
    const rings = [
      ringOf(0, 0, 10, 10),
      ringOf(4, 4, 6, 6),
      ringOf(20, 0, 30, 10).reverse(),
      ringOf(24, 4, 26, 6).reverse(),
    ];
    const source: OutlineTopology = {
      ...NO_OUTLINES,
      arcs: rings,
      objects: {
        counties: {
          type: 'GeometryCollection',
          geometries: [
            {
              type: 'MultiPolygon',
              id: '610901',
              properties: { name: '甲山县' },
              arcs: [
                [[0], [1]],
                [[2], [3]],
              ],
            },
          ],
        },
        provinces: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '610000', arcs: [[2]] }] },
      },
    };
    const outlines = loadOutlines(source);
    const { byCode, topology } = outlines;
    const outline = byCode.get('610901');
    // North is up here, so clockwise is negative.
    const areas = outline?.rings.map((ring) => ringArea(joinArcs(arcsOf(topology), ring)));
    expect(areas).toEqual([-100, 4, -100, 4]);
    expect(outline).toMatchObject({ name: '甲山县', level: 'county', isLine: false });
    expect(byCode.get('610000')).toMatchObject({ name: '610000', level: 'province', rings: [[2]] });
    expect(geoArea(featureOf(outlines, '610901'))).toBeLessThan(0.1);
  });

  test('are joined from arcs, each point once, backwards where they say so', () => {
    const arcs: Point[][] = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [0, 1],
        [1, 1],
      ],
    ];
    expect(joinArcs(arcs, [0, ~1])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    expect(joinArcs(arcs, [~0, 1])).toEqual([
      [1, 1],
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
    expect(joinArcs(arcs, [])).toEqual([]);
  });
});
