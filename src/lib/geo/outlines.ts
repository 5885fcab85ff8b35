import { transform } from 'topojson-client';
import type {
  GeometryCollection,
  LineString as TopoLine,
  Topology,
  MultiLineString as TopoMultiLine,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from 'topojson-specification';
import { type Point, ringArea } from './plane.ts';

type Named = { name: string };
type Shape = TopoPolygon<Named> | TopoMultiPolygon<Named> | TopoLine<Named> | TopoMultiLine<Named>;

/** TopoJSON, WGS 84, two collections of (multi)polygons, or (multi)lines as of rivers, each with its GB/T 2260 code as `id` and a `name`. */
export type OutlineTopology = Topology<{ counties: GeometryCollection<Named>; provinces: GeometryCollection<Named> }>;

/** Maps of points alone are drawn from this. */
export const NO_OUTLINES: OutlineTopology = {
  type: 'Topology',
  objects: {
    counties: { type: 'GeometryCollection', geometries: [] },
    provinces: { type: 'GeometryCollection', geometries: [] },
  },
  arcs: [],
};

/** The outline of a county or a province; of a river or a road the line that it is. */
export interface Outline {
  /** GB/T 2260, six digits, or another id by which a unit finds it. */
  code: string;
  name: string;
  level: 'county' | 'province';
  /** Whether it is a line, which encloses nothing: then each of its rings is a stretch with two ends. */
  isLine: boolean;
  /** Each ring, outer or hole, as numbers of arcs; `~n` is arc n reversed. Outer rings run clockwise. */
  rings: number[][];
}

/** Everything that maps are drawn from. */
export interface Outlines {
  /** In degrees, whatever quantization the input had, with rings wound for d3-geo. */
  topology: OutlineTopology;
  byCode: ReadonlyMap<string, Outline>;
}

/** What the outline of a unit may be called, the most telling first: what it says itself, its code, its own id. */
export const keysOf = ({
  outline,
  code,
  id,
}: {
  outline?: string | undefined;
  code?: string | undefined;
  id: string;
}) => [outline, code, id].filter((key) => key !== undefined);

/** The outline of a unit; undefined where none is held. */
export function outlineOf({ byCode }: Outlines, unit: Parameters<typeof keysOf>[0]): Outline | undefined {
  const key = keysOf(unit).find((one) => byCode.has(one));
  return key === undefined ? undefined : byCode.get(key);
}

/** The provinces that units lie in, by the first two digits of their codes; those of which an outline is held, each once. */
export function provincesOf({ byCode }: Outlines, units: readonly { code?: string | undefined }[]): Outline[] {
  const codes = new Set(units.flatMap(({ code }) => (code ? `${code.slice(0, 2)}0000` : [])));
  return [...codes].flatMap((code) => byCode.get(code) ?? []);
}

/** The points of an arc; of `~n`, those of arc n backwards. */
export function arcOf(arcs: readonly (readonly Point[])[], n: number): Point[] {
  const arc = [...(arcs[n < 0 ? ~n : n] ?? [])];
  return n < 0 ? arc.reverse() : arc;
}

/** The points of a ring made of arcs, in its direction; the point where two arcs meet stands once. */
export function joinArcs(arcs: readonly (readonly Point[])[], ring: readonly number[]): Point[] {
  return ring.flatMap((n, i) => {
    const arc = arcOf(arcs, n);
    return i === 0 ? arc : arc.slice(1);
  });
}

const reverse = (ring: number[]): number[] => ring.map((n) => ~n).reverse();

/** Outer rings clockwise, holes counter-clockwise, as seen with north up. */
function wind(arcs: Point[][], polygon: number[][]): number[][] {
  return polygon.map((ring, i) => (ringArea(joinArcs(arcs, ring)) > 0 === (i === 0) ? reverse(ring) : ring));
}

function windAll(arcs: Point[][], { geometries }: GeometryCollection<Named>): GeometryCollection<Named> {
  const wound = geometries.map((shape): Shape => {
    if (shape.type === 'Polygon') return { ...shape, arcs: wind(arcs, shape.arcs) };
    if (shape.type === 'MultiPolygon') return { ...shape, arcs: shape.arcs.map((polygon) => wind(arcs, polygon)) };
    if (shape.type === 'LineString' || shape.type === 'MultiLineString') return shape;
    throw new Error(`轮廓 ${shape.id} 是 ${shape.type}，应为 Polygon、MultiPolygon、LineString 或 MultiLineString。`);
  });
  return { type: 'GeometryCollection', geometries: wound };
}

function readOutline(shape: Shape, level: Outline['level']): Outline {
  const code = String(shape.id);
  const name = shape.properties?.name ?? code;
  return { code, name, level, isLine: shape.type.endsWith('LineString'), rings: ringsOf(shape) };
}

function ringsOf(shape: Shape): number[][] {
  if (shape.type === 'LineString') return [shape.arcs];
  return shape.type === 'MultiPolygon' ? shape.arcs.flat() : shape.arcs;
}

/**
 * Reads outlines for drawing.
 * @throws when a geometry is neither polygons nor lines
 */
export function loadOutlines(source: OutlineTopology): Outlines {
  const decode = transform(source.transform ?? null);
  const arcs = source.arcs.map((arc) => arc.map((point, i) => decode(point, i > 0) as Point));
  const counties = windAll(arcs, source.objects.counties);
  const provinces = windAll(arcs, source.objects.provinces);
  const topology: OutlineTopology = { type: 'Topology', objects: { counties, provinces }, arcs };
  const read = (level: Outline['level'], { geometries }: GeometryCollection<Named>) =>
    geometries.map((shape) => readOutline(shape as Shape, level));
  const all = [...read('county', counties), ...read('province', provinces)];
  return { topology, byCode: new Map(all.map((outline) => [outline.code, outline])) };
}
