import type { Point } from './plane.ts';

/** A river, as a map draws it behind what it is about. */
export interface River {
  name: string;
  /** Stretches, each at least two points; degrees, WGS 84. */
  lines: Point[][];
  /** 1 for a great river, 2 and more for lesser ones. */
  rank: number;
}

/** Where a government sits. */
export interface Seat {
  name: string;
  point: Point;
  level: 'prefecture' | 'county';
}

/** Where a neighbour's name may stand; one name may have several places. */
export interface RegionName {
  name: string;
  point: Point;
}

/** What lies round the units of an archive, so that a reader knows where a map is. */
export interface Context {
  rivers: River[];
  seats: Seat[];
  regions: RegionName[];
}

export const NO_CONTEXT: Context = { rivers: [], seats: [], regions: [] };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  value.length >= 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;
const isLine = (value: unknown): value is Point[] => Array.isArray(value) && value.length > 1 && value.every(isPoint);

/**
 * Reads the surroundings of an archive's maps: a GeoJSON FeatureCollection whose features have `kind: river | seat | region`
 * and a `name`; rivers are lines with a `rank`, seats points with a `level`, regions points where their name may stand.
 * @throws in Chinese, with the cure
 */
export function readContext(text: string): Context {
  const file = parse(text);
  if (file.type !== 'FeatureCollection' || !Array.isArray(file.features))
    throw new Error('应是 GeoJSON 的 FeatureCollection。');
  const context: Context = { rivers: [], seats: [], regions: [] };
  for (const [i, feature] of file.features.entries()) {
    const { properties, geometry } = isObject(feature) ? feature : {};
    const known = isObject(properties) ? properties : {};
    const shape = isObject(geometry) ? geometry : {};
    const name = typeof known.name === 'string' ? known.name.trim() : '';
    const where = `第 ${i + 1} 个地物${name ? `（${name}）` : ''}`;
    if (!name) throw new Error(`${where}没有名字，请在 properties 里写 name。`);
    if (known.kind === 'river') context.rivers.push({ name, lines: linesOf(shape, where), rank: rankOf(known.rank) });
    else if (known.kind === 'seat')
      context.seats.push({
        ...{ name, point: pointOf(shape, where) },
        level: known.level === 'prefecture' ? 'prefecture' : 'county',
      });
    else if (known.kind === 'region') context.regions.push({ name, point: pointOf(shape, where) });
    else throw new Error(`${where}的 kind 是“${String(known.kind ?? '')}”，应为 river、seat 或 region。`);
  }
  return context;
}

function parse(text: string): Json {
  try {
    const file: unknown = JSON.parse(text);
    if (isObject(file)) return file;
  } catch {}
  throw new Error('不是 JSON 文件，请用 GeoJSON。');
}

const rankOf = (rank: unknown): number => (typeof rank === 'number' && rank >= 1 ? Math.round(rank) : 2);

/** Why coordinates are none, where they are numbers all the same. */
function reasonOf(given: unknown): string {
  const pairs = (Array.isArray(given) ? given.flat(3) : []).filter(Number.isFinite) as number[];
  const at = pairs.findIndex((_, i) => i % 2 === 0 && !isPoint(pairs.slice(i, i + 2)));
  const [x, y] = pairs.slice(at, at + 2);
  if (at < 0 || x === undefined || y === undefined) return '';
  return isPoint([y, x]) ? `；[${x}, ${y}] 写反了，应作 [${y}, ${x}]` : `；[${x}, ${y}] 不在地球上`;
}

function linesOf({ type, coordinates }: Json, where: string): Point[][] {
  const lines = type === 'LineString' ? [coordinates] : type === 'MultiLineString' ? coordinates : [];
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isLine))
    throw new Error(`${where}应是 LineString 或 MultiLineString，每条线至少两个 [经度, 纬度]${reasonOf(lines)}。`);
  return lines.map((line) => line.map(([x, y]): Point => [x, y]));
}

function pointOf({ type, coordinates }: Json, where: string): Point {
  if (type !== 'Point' || !isPoint(coordinates))
    throw new Error(`${where}应是 Point，坐标写成 [经度, 纬度]${reasonOf([coordinates])}。`);
  return [coordinates[0], coordinates[1]];
}
