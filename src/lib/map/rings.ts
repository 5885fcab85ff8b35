import type { Point } from '../geo/plane.ts';

/** A ring as x, y, x, y, …: thousandths of a degree, each point as its distance from the one before. */
export type PackedRing = number[];

/** The ring's points as [latitude, longitude], the order that Leaflet wants. */
export function unpackRing(packed: PackedRing): Point[] {
  let [x, y] = [0, 0];
  return Array.from({ length: packed.length / 2 }, (_, i): Point => {
    x += packed[2 * i] ?? 0;
    y += packed[2 * i + 1] ?? 0;
    return [y / 1000, x / 1000];
  });
}
