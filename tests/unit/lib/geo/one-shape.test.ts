import { describe, expect, test } from 'vitest';
import { NO_CONTEXT } from '../../../../src/lib/geo/context.ts';
import { boundsOf, type Point } from '../../../../src/lib/geo/plane.ts';
import { drawAtlas } from '../../../../src/lib/map/atlas.ts';
import { drawCountySheet } from '../../../../src/lib/map/county-sheet.ts';
import { drawPanels, UNIT } from '../../../../src/lib/map/panels.ts';
import { unpackRing } from '../../../../src/lib/map/rings.ts';
import { locator, OUTLINES, silhouettePath } from '../../../support/outlines.ts';
import { COUNTIES } from '../map/counties.ts';
import { curveOf } from './path-points.ts';

const panels = drawPanels(OUTLINES, COUNTIES, NO_CONTEXT).panels.flatMap(({ counties }) => counties);
const drawings = locator(COUNTIES, { width: 300 });
const atlas = drawAtlas(OUTLINES, COUNTIES, []);

const mercator = ([latitude, longitude]: Point): Point => [
  longitude,
  -((180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))),
];

/** Points laid into a box of this many pixels, so that only shapes differ. */
function laid(points: readonly Point[], pixels: number): Point[] {
  const { x, y, width, height } = boundsOf(points);
  const scale = pixels / Math.max(width, height);
  return points.map(([px, py]) => [(px - x) * scale, (py - y) * scale]);
}

const gap = (point: Point, line: readonly Point[]): number =>
  Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i] ?? [bx, by];
      const [dx, dy] = [bx - ax, by - ay];
      const part = Math.max(0, Math.min(1, ((point[0] - ax) * dx + (point[1] - ay) * dy) / (dx * dx + dy * dy || 1)));
      return Math.hypot(point[0] - ax - part * dx, point[1] - ay - part * dy);
    }),
  );
const apart = (a: readonly Point[], b: readonly Point[]): number =>
  Math.max(...a.map((point) => gap(point, b)), ...b.map((point) => gap(point, a)));

/** Pixels of a county at the size it is shown at, and how far lines may lie from one another there. */
const LARGE = { pixels: 300, apart: 2.5 };
const SMALL = 1.5;

describe('a county has one shape: lines differ by what no eye sees at the size', () => {
  test.each(COUNTIES.map((county) => [county.name, county] as const))('%s', (_, county) => {
    const hero = curveOf(silhouettePath(county.code ?? '')?.d ?? '');
    const of = (all: readonly { id: string; d: string | null }[]) =>
      curveOf(all.find(({ id }) => id === county.id)?.d ?? '');
    const sizeOf = (points: readonly Point[]) => Math.max(boundsOf(points).width, boundsOf(points).height);
    const gapAt = (points: readonly Point[], pixels: number) => apart(laid(points, pixels), laid(hero, pixels));
    const live = atlas.counties.find(({ id }) => id === county.id)?.rings ?? [];
    expect(hero.length).toBeGreaterThan(9);
    // Largest on its own page and on the live map.
    const sheet = of([drawCountySheet(OUTLINES, county, COUNTIES, []).county]);
    expect(gapAt(sheet, LARGE.pixels)).toBeLessThan(LARGE.apart);
    const livePoints = live.flatMap((ring) => unpackRing(ring).map(mercator));
    expect(gapAt(livePoints, LARGE.pixels)).toBeLessThan(LARGE.apart);
    // On a phone's panels, a hundredth of the sheet is 3.42 px.
    const panel = of(panels);
    expect(gapAt(panel, (sizeOf(panel) / UNIT) * 3.42)).toBeLessThan(SMALL);
    // On the locator, two units are a pixel.
    for (const points of [of(drawings.counties), of(drawings.inset?.counties ?? [])])
      if (points.length > 0) expect(gapAt(points, sizeOf(points) / 2)).toBeLessThan(SMALL);
  });
});
