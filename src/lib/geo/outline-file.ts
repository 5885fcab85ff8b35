import { isId } from '../schema/common.ts';
import { mapCaption, type Provenance } from './caption.ts';
import { loadOutlines, type Outlines, type OutlineTopology } from './outlines.ts';
import type { Point } from './plane.ts';

/** Outlines with the words that must stand under every map drawn from them. */
export interface CaptionedOutlines {
  outlines: Outlines;
  caption: string;
}

type Json = Record<string, unknown>;
type Shape = OutlineTopology['objects']['counties']['geometries'][number];

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * Reads outlines that someone else provides: TopoJSON or GeoJSON (WGS 84), each area, or line of a river, with its GB/T 2260
 * code, or the id of the unit it belongs to, as `id`, `code` or `adcode`, and at the top `provenance: { source, reviewNumber }`, or
 * `{ sketch: true }` of what was drawn by eye. Codes that end in 0000 are provinces.
 * @throws in Chinese, with the cure
 */
export function readOutlineFile(text: string): CaptionedOutlines {
  const file = parse(text);
  const caption = mapCaption(readProvenance(file.provenance));
  const topology = file.type === 'Topology' ? readTopology(file) : readFeatures(file);
  const { counties, provinces } = topology.objects;
  if (counties.geometries.length + provinces.geometries.length === 0) throw new Error('里面没有一处轮廓。');
  return { outlines: loadOutlines(topology), caption };
}

function parse(text: string): Json {
  const file = attempt(() => JSON.parse(text) as unknown);
  if (!isObject(file)) throw new Error('不是 JSON 文件，请用 TopoJSON 或 GeoJSON。');
  return file;
}

function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}

function readProvenance(given: unknown): Provenance {
  const { source, reviewNumber, sketch } = isObject(given) ? given : {};
  if (sketch === true) return { sketch };
  if (typeof source !== 'string' || !source.trim())
    throw new Error(
      '没有写明来源：请在文件顶层加 "provenance": {"source": "资料来源", "reviewNumber": "审图号"}；自己目测手绘的，写 {"sketch": true}。',
    );
  return { source: source.trim(), reviewNumber: typeof reviewNumber === 'string' ? reviewNumber.trim() : undefined };
}

/** The code and name of an area. */
function identify({ id, properties }: Json): { id: string; properties: { name: string } } {
  const known = isObject(properties) ? properties : {};
  const code = String(id ?? known.code ?? known.adcode ?? '');
  if (!/^\d{6}$/.test(code) && !isId(code))
    throw new Error(
      `有一处轮廓没有六位行政区划代码（读到的是“${code}”），请写在 id 里。不是行政区划的，写它的编号，如 han-river。`,
    );
  return { id: code, properties: { name: typeof known.name === 'string' ? known.name : code } };
}

function sortByLevel(shapes: Shape[], arcs: Point[][], transform?: OutlineTopology['transform']): OutlineTopology {
  const isProvince = ({ id }: Shape) => String(id).endsWith('0000');
  return {
    type: 'Topology',
    objects: {
      counties: { type: 'GeometryCollection', geometries: shapes.filter((shape) => !isProvince(shape)) },
      provinces: { type: 'GeometryCollection', geometries: shapes.filter(isProvince) },
    },
    arcs,
    ...(transform ? { transform } : {}),
  };
}

function readTopology(file: Json): OutlineTopology {
  const groups = Object.values(isObject(file.objects) ? file.objects : {}).filter(isObject);
  const shapes = groups.flatMap((group) => (group.geometries ? listOf(group.geometries) : [group]));
  const arcs = file.arcs as Point[][];
  const read = shapes.map((shape) => {
    const { id, properties } = identify(shape);
    const used = [shape.arcs].flat(4) as number[];
    const isSound = used.length > 0 && used.every((n) => Number.isInteger(n) && isLine(arcs?.[n < 0 ? ~n : n], 2));
    if (!isSound) throw new Error(`轮廓 ${id} 的 arcs 不完整。`);
    return { ...shape, id, properties } as unknown as Shape;
  });
  return sortByLevel(read, arcs, file.transform as OutlineTopology['transform']);
}

/** Each ring becomes an arc of its own. */
function readFeatures(file: Json): OutlineTopology {
  if (file.type !== 'FeatureCollection') throw new Error('应是 TopoJSON，或 GeoJSON 的 FeatureCollection。');
  const arcs: Point[][] = [];
  const shapes = listOf(file.features).map((feature): Shape => {
    const { id, properties } = identify(feature);
    const { type, coordinates } = isObject(feature.geometry) ? feature.geometry : {};
    if (type === 'LineString' || type === 'MultiLineString') {
      const lines = (type === 'LineString' ? [coordinates] : coordinates) as Point[][];
      return { type: 'MultiLineString', arcs: lines.map((line) => [keepLine(line, id, arcs)]), id, properties };
    }
    if (type !== 'Polygon' && type !== 'MultiPolygon')
      throw new Error(`轮廓 ${id} 是 ${type}，应为 Polygon、MultiPolygon，或河流一类的 LineString、MultiLineString。`);
    const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Point[][][];
    const numbered = polygons.map((polygon) => polygon.map((ring) => [keepRing(ring, id, arcs)]));
    return type === 'Polygon'
      ? { type, arcs: numbered[0] ?? [], id, properties }
      : { type, arcs: numbered, id, properties };
  });
  return sortByLevel(shapes, arcs);
}

const isOnEarth = (line: readonly Point[]): boolean => line.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 85);

function keepRing(ring: Point[], id: string, arcs: Point[][]): number {
  if (!isLine(ring, 4) || !isOnEarth(ring))
    throw new Error(`轮廓 ${id} 的坐标不对：应是至少四个 [经度, 纬度]，首尾相同。`);
  return keep(ring, arcs);
}

function keepLine(line: Point[], id: string, arcs: Point[][]): number {
  if (!isLine(line, 2) || !isOnEarth(line)) throw new Error(`线条 ${id} 的坐标不对：应是至少两个 [经度, 纬度]。`);
  return keep(line, arcs);
}

/** The number of the arc that the line becomes. */
const keep = (line: readonly Point[], arcs: Point[][]): number => arcs.push(line.map(([x, y]): Point => [x, y])) - 1;

const isLine = (line: unknown, least: number): boolean =>
  Array.isArray(line) &&
  line.length >= least &&
  line.every((point) => Array.isArray(point) && point.length >= 2 && point.slice(0, 2).every(Number.isFinite));
