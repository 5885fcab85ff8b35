import type { Point } from '../../src/lib/geo/plane.ts';

/** Kilometres from a point to a stretch, all as longitude and latitude, on a plane round the point. */
export function kilometres([x, y]: Point, from: Point, to: Point): number {
  const across = 111.32 * Math.cos((y * Math.PI) / 180);
  const [ax, ay] = [(from[0] - x) * across, (from[1] - y) * 110.9];
  const [dx, dy] = [(to[0] - from[0]) * across, (to[1] - from[1]) * 110.9];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + part * dx, ay + part * dy);
}
