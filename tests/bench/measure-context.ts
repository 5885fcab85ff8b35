import { existsSync, readFileSync } from 'node:fs';
import { readContext } from '../../src/lib/geo/context.ts';
import { kilometres } from '../support/kilometres.ts';

/**
 * How far the drawn rivers and seats of an archive lie from public data, which is never kept here:
 * `node tests/bench/measure-context.ts public.geojson [context.geojson]`. The public file is GeoJSON, WGS 84: lines of rivers by any
 * name (Natural Earth 10m, GSHHG), and points with the `name` of a seat. Without it nothing is measured, and that is said.
 */
type Point = [number, number];

const KILOMETRES = { river: 5, seat: 3 };
/** Degrees between the points of a drawn line that are measured: about half a kilometre. */
const STEP = 0.005;

const [publicFile, contextFile = 'src/content/site/context.geojson'] = process.argv.slice(2);
if (!publicFile || !existsSync(publicFile)) {
  console.log('Nothing measured: name a GeoJSON file of public rivers and towns.');
  process.exit(0);
}

interface Feature {
  properties: { name?: string } | null;
  geometry: { type: string; coordinates: unknown } | null;
}
const { features } = JSON.parse(readFileSync(publicFile, 'utf8')) as { features: Feature[] };
const lines = features.flatMap(({ geometry }) => {
  if (geometry?.type === 'LineString') return [geometry.coordinates as Point[]];
  return geometry?.type === 'MultiLineString' ? (geometry.coordinates as Point[][]) : [];
});
const towns = features.flatMap(({ properties, geometry }) =>
  geometry?.type === 'Point' && properties?.name
    ? [{ name: properties.name, point: geometry.coordinates as Point }]
    : [],
);

const stretches = lines.flatMap((line) => line.slice(1).map((to, i): [Point, Point] => [line[i] ?? to, to]));
/** Stretches by cells of a fifth of a degree, so that each point is held against those about it alone. */
const cells = new Map<string, [Point, Point][]>();
const cell = (n: number) => Math.floor(n * 5);
for (const stretch of stretches) {
  const [xs, ys] = [stretch.map(([x]) => cell(x)), stretch.map(([, y]) => cell(y))];
  for (let x = Math.min(...xs) - 1; x <= Math.max(...xs) + 1; x++)
    for (let y = Math.min(...ys) - 1; y <= Math.max(...ys) + 1; y++) {
      const key = `${x},${y}`;
      cells.set(key, [...(cells.get(key) ?? []), stretch]);
    }
}
const toWater = (point: Point): number =>
  (cells.get(`${cell(point[0])},${cell(point[1])}`) ?? []).reduce(
    (least, [from, to]) => Math.min(least, kilometres(point, from, to)),
    Number.POSITIVE_INFINITY,
  );

const context = readContext(readFileSync(contextFile, 'utf8'));
let failures = 0;
for (const { name, lines: drawn } of context.rivers) {
  const samples = drawn.flatMap((line) =>
    line.slice(1).flatMap((to, i) => {
      const from = line[i] ?? to;
      const parts = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / STEP);
      return Array.from({ length: parts + 1 }, (_, n): Point => {
        return [from[0] + ((to[0] - from[0]) * n) / parts, from[1] + ((to[1] - from[1]) * n) / parts];
      });
    }),
  );
  const far = samples.map((point) => ({ point, km: toWater(point) })).sort((a, b) => b.km - a.km)[0];
  const isHeld = far !== undefined && far.km <= KILOMETRES.river;
  failures += Number(!isHeld);
  console.log(
    `${name}: at most ${far?.km.toFixed(1)} km, at ${far?.point.map((n) => n.toFixed(2))}${isHeld ? '' : '  ✗'}`,
  );
}
for (const { name, point } of context.seats) {
  const known = towns.filter((town) => town.name === name).map((town) => kilometres(point, town.point, town.point));
  if (known.length === 0) continue;
  const km = Math.min(...known);
  failures += Number(km > KILOMETRES.seat);
  console.log(`${name}: ${km.toFixed(1)} km${km > KILOMETRES.seat ? '  ✗' : ''}`);
}
if (failures > 0) {
  console.log(
    `${failures} farther than ${KILOMETRES.river} km (rivers) or ${KILOMETRES.seat} km (seats), or held in no public data.`,
  );
  process.exitCode = 1;
}
