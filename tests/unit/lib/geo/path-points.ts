import type { Point } from '../../../../src/lib/geo/plane.ts';

/** Parts of each curve of a path. */
const PARTS = 8;

/** Points along a path as `drawRing` writes it: M, q, t, l, z; one ring after another. */
export function curveOf(d: string): Point[] {
  const points: Point[] = [];
  let [at, control, start]: Point[] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as Point[];
  const from = () => at as Point;
  for (const [, command = '', text = ''] of d.matchAll(/([Mqtlz])([^Mqtlz]*)/g)) {
    const numbers = (text.match(/-?[\d.]+/g) ?? []).map(Number);
    const step = (i: number): Point => [from()[0] + (numbers[i] ?? 0), from()[1] + (numbers[i + 1] ?? 0)];
    if (command === 'M') {
      at = start = control = [numbers[0] ?? 0, numbers[1] ?? 0];
      points.push(at);
    } else if (command === 'z') {
      points.push(start as Point);
      at = start;
    } else {
      const width = command === 'q' ? 4 : 2;
      for (let i = 0; i < numbers.length; i += width) {
        const [a, end] = [from(), step(i + width - 2)];
        const mirrored: Point = [2 * a[0] - (control as Point)[0], 2 * a[1] - (control as Point)[1]];
        const by = command === 'q' ? step(i) : command === 't' ? mirrored : a;
        for (let n = 1; n <= PARTS; n++) {
          const [t, u] = [n / PARTS, 1 - n / PARTS];
          points.push([
            u * u * a[0] + 2 * u * t * by[0] + t * t * end[0],
            u * u * a[1] + 2 * u * t * by[1] + t * t * end[1],
          ]);
        }
        [control, at] = [by, end];
      }
    }
  }
  return points;
}
