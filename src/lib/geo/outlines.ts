import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature, transform } from 'topojson-client';
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import bundled from '../../data/outlines.topo.json' with { type: 'json' };
import { type Point, ringArea } from './plane.ts';

type Named = { name: string };
type Shape = TopoPolygon<Named> | TopoMultiPolygon<Named>;

/** TopoJSON, WGS 84, two collections of (multi)polygons, each with its GB/T 2260 code as `id` and a `name`. */
export type OutlineTopology = Topology<{ counties: GeometryCollection<Named>; provinces: GeometryCollection<Named> }>;

/** The outline of a county or a province. */
export interface Outline {
  /** GB/T 2260, six digits. */
  code: string;
  name: string;
  level: 'county' | 'province';
  /** Longitude and latitude, unsmoothed; outer rings clockwise, as d3-geo wants them. */
  feature: Feature<Polygon | MultiPolygon, Named>;
  /** Each ring, outer or hole, as numbers of arcs; `~n` is arc n reversed. */
  rings: number[][];
}

/** Everything that maps are drawn from. */
export interface Outlines {
  /** In degrees, whatever quantization the input had, with rings wound for d3-geo. */
  topology: OutlineTopology;
  byCode: ReadonlyMap<string, Outline>;
}

/** The points of a ring made of arcs, in its direction; the point where two arcs meet stands once. */
export function joinArcs(arcs: readonly (readonly Point[])[], ring: readonly number[]): Point[] {
  return ring.flatMap((n, i) => {
    const arc = n < 0 ? [...(arcs[~n] ?? [])].reverse() : [...(arcs[n] ?? [])];
    return i === 0 ? arc : arc.slice(1);
  });
}

const reverse = (ring: number[]): number[] => ring.map((n) => ~n).reverse();

/** Outer rings clockwise, holes counter-clockwise, as seen with north up. */
function wind(arcs: Point[][], polygon: number[][]): number[][] {
  return polygon.map((ring, i) => (ringArea(joinArcs(arcs, ring)) > 0 === (i === 0) ? reverse(ring) : ring));
}

function windShape(arcs: Point[][], shape: Shape): Shape {
  if (shape.type === 'Polygon') return { ...shape, arcs: wind(arcs, shape.arcs) };
  return { ...shape, arcs: shape.arcs.map((polygon) => wind(arcs, polygon)) };
}

function readOutline(topology: Topology, shape: Shape, level: Outline['level']): Outline {
  const code = String(shape.id);
  const name = shape.properties?.name ?? code;
  const rings = shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
  return { code, name, level, feature: feature(topology, shape as TopoPolygon<Named>), rings };
}

/**
 * Reads outlines for drawing.
 * @param source by default those drawn for this site (`src/data/outlines.md`)
 * @throws when a geometry is not a polygon
 */
export function loadOutlines(source: OutlineTopology = bundled as unknown as OutlineTopology): Outlines {
  const decode = transform(source.transform ?? null);
  const arcs = source.arcs.map((arc) => arc.map((point, i) => decode(point, i > 0) as Point));
  const collect = (level: Outline['level'], { geometries }: GeometryCollection<Named>) => {
    const shapes = geometries.map((shape) => {
      if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') throw new Error(`轮廓 ${shape.id} 不是多边形。`);
      return windShape(arcs, shape);
    });
    return { level, shapes, collection: { type: 'GeometryCollection' as const, geometries: shapes } };
  };
  const counties = collect('county', source.objects.counties);
  const provinces = collect('province', source.objects.provinces);
  const topology: OutlineTopology = {
    type: 'Topology',
    objects: { counties: counties.collection, provinces: provinces.collection },
    arcs,
  };
  const read = [counties, provinces].flatMap(({ level, shapes }) => shapes.map((s) => readOutline(topology, s, level)));
  return { topology, byCode: new Map(read.map((outline) => [outline.code, outline])) };
}

/** The outlines drawn for this site. */
export const OUTLINES: Outlines = loadOutlines();
