import type { ContentFile } from '../../lib/manuscript/paths.ts';
import type { Finding, Problem } from '../../lib/manuscript/problem.ts';
import { privatePlaces } from '../../lib/privacy/open.ts';
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

/** Whether a point is far from all others, and with its numbers the other way round would lie among them. */
export function looksSwapped([x, y]: Degrees, others: readonly Degrees[]): boolean {
  if (Math.abs(x) > 90 || x === y) return false;
  const nearest = (point: Degrees) => others.reduce((least, other) => Math.min(least, between(point, other)), 360);
  return nearest([x, y]) >= APART && nearest([y, x]) <= NEAR;
}

/** Points of places where private people live, and of what lies in them: no map may show it, so no file need hold it. */
export function findPrivatePoints(places: readonly Read<{ places: PlaceData[] }>[]): Problem[] {
  const hidden = privatePlaces(places.flatMap(({ value }) => value?.places ?? []));
  return places.flatMap(({ file, value, locate }) =>
    (value?.places ?? []).flatMap(({ id, name, point }, i): Problem[] =>
      point && hidden.has(id)
        ? [
            {
              ...{ file: file.path, ...locate(['places', i, 'point']), rule: 'private-point' },
              message: `“${name}”是普通人的住处（private），不能写坐标`,
              cure: '删去 point、precision 和 source',
            },
          ]
        : [],
    ),
  );
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
  return all.flatMap((one): Problem[] => {
    const others = all.filter((other) => other !== one).map(({ point }) => point);
    if (!looksSwapped(one.point, others)) return [];
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
