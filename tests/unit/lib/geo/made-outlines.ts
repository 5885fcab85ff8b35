import { feature } from 'topojson-client';
import type { MapCounty } from '../../../../src/lib/geo/drawn-counties.ts';
import { loadOutlines, NO_OUTLINES, type Outlines, type OutlineTopology } from '../../../../src/lib/geo/outlines.ts';
import { type Box, boundsOf, type Point } from '../../../../src/lib/geo/plane.ts';

type NamedShape = OutlineTopology['objects']['counties']['geometries'][number];

/** An area of a made country: near the equator, where a hundredth of a degree is as long across as down. */
export interface MadeArea {
  code: string;
  /** Degrees. */
  ring: readonly Point[];
}

/** The outline of a county or province as GeoJSON, as d3-geo would have it. */
export function featureOf({ topology }: Outlines, code: string) {
  const all: NamedShape[] = Object.values(topology.objects).flatMap(({ geometries }) => geometries);
  const shape = all.find(({ id }) => id === code);
  if (!shape) throw new Error(`No outline ${code}`);
  return feature(topology, shape);
}

/** A box in degrees as a ring. */
export const ringOf = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

export function makeOutlines(areas: readonly MadeArea[]): Outlines {
  const shapes = areas.map(({ code }, n) => ({
    ...{ type: 'Polygon' as const, id: code, arcs: [[n]] },
    properties: { name: `${code}县` },
  }));
  const level = (isProvince: boolean) => ({
    type: 'GeometryCollection' as const,
    geometries: shapes.filter(({ id }) => id.endsWith('0000') === isProvince),
  });
  const arcs = areas.map(({ ring }) => [...ring]);
  return loadOutlines({ ...NO_OUTLINES, arcs, objects: { counties: level(false), provinces: level(true) } });
}

export const makeCounty = (code: string, name: string, centre: Point, prefecture = name): MapCounty => ({
  ...{ id: code, code, name, province: '某省', prefecture, centre },
});

/** The points that a path of this site passes through, from its relative steps. */
export function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', given = ''] of d.matchAll(/([Mqtlz])([^Mqtlz]*)/g)) {
    const numbers = (given.match(/-?\d+/g) ?? []).map(Number);
    const pairs = numbers.flatMap((n, i): Point[] => (i % 2 === 0 ? [[n, numbers[i + 1] ?? 0]] : []));
    if (command === 'M') [x, y] = [0, 0];
    // A `q` names its control point first.
    for (const [dx, dy] of command === 'q' ? pairs.slice(1) : pairs) {
      [x, y] = [x + dx, y + dy];
      points.push([x, y]);
    }
  }
  return points;
}

export const boundsOfPath = (d: string): Box => boundsOf(pointsOf(d));
