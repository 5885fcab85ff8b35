import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Finding, Problem } from '../../lib/manuscript/problem.ts';
import type { CountyData, PlaceData } from '../../lib/schema/registers.ts';
import type { Read } from './read-registers.ts';

type Degrees = readonly [number, number];

interface Located {
  file: ContentFile;
  at: Pick<Finding, 'line' | 'column'>;
  point: Degrees;
}

/** Degrees: a point that has no other so near lies by itself; one that would have another so near belongs to it. */
const APART = 10;
const NEAR = 3;

/** Degrees between two points, roughly; the meridian of 180 is no border. */
function between([x, y]: Degrees, [a, b]: Degrees): number {
  const across = Math.abs(x - a) % 360;
  return Math.hypot(Math.min(across, 360 - across) * Math.cos((((y + b) / 2) * Math.PI) / 180), y - b);
}

/**
 * Points whose two numbers have been exchanged, where both ways lie on earth: one that is far from all others of the
 * archive, and with its numbers the other way round would lie among them.
 */
export function findSwappedPoints(
  counties: readonly Read<CountyData>[],
  places: readonly Read<{ places: PlaceData[] }>[],
): Problem[] {
  const all: Located[] = [
    ...counties.flatMap(({ file, value, locate }) =>
      value?.centre ? [{ file, at: locate(['centre']), point: value.centre }] : [],
    ),
    ...places.flatMap(({ file, value, locate }) =>
      (value?.places ?? []).flatMap(({ point }, i) =>
        point ? [{ file, at: locate(['places', i, 'point']), point }] : [],
      ),
    ),
  ];
  const suspects = all.filter(({ point: [x, y] }) => Math.abs(x) <= 90 && x !== y);
  const swapped = ({ point: [x, y] }: Located): Degrees => [y, x];
  const nearest = (point: Degrees, self: Located) =>
    all.reduce((least, other) => (other === self ? least : Math.min(least, between(point, other.point))), 360);
  return suspects.flatMap((one): Problem[] => {
    if (nearest(one.point, one) < APART || nearest(swapped(one), one) > NEAR) return [];
    const [x, y] = one.point;
    return [
      {
        ...{ file: one.file.path, ...one.at, rule: 'point-swapped', hint: true },
        message: `坐标 [${x}, ${y}] 离别的地点都很远，倒过来却在它们中间`,
        cure: `经度和纬度是不是写反了？应作 [${y}, ${x}]`,
      },
    ];
  });
}
