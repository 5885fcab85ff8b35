import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitCluster } from '../../../../src/lib/geo/cluster.ts';
import { drawCounty, outlinesOf, type Placed } from '../../../../src/lib/geo/drawn-counties.ts';
import { drawInset, type Ground, type Inset } from '../../../../src/lib/geo/inset.ts';
import { covers, type Shape, shapeOf } from '../../../../src/lib/geo/labels.ts';
import {
  type Box,
  boundsOf,
  boxesOverlap,
  boxHolds,
  cornersOf,
  growBox,
  type Point,
} from '../../../../src/lib/geo/plane.ts';
import { layArcs } from '../../../../src/lib/geo/sheet.ts';
import { denseRing } from '../map/shapes.ts';
import { boundsOfPath, makeCounty, makeOutlines, ringOf } from './made-outlines.ts';

const SCALE = { em: 20, px: 2, area: 1 };
const outlines = makeOutlines([
  { code: '610001', ring: ringOf(0, 0, 0.2, 0.2) },
  { code: '610002', ring: ringOf(0.2, 0, 0.4, 0.2) },
  { code: '610003', ring: ringOf(0.4, 0, 0.6, 0.2) },
]);
const CLUSTER = ['甲山县', '乙山县', '丙山县'].map((name, i) =>
  makeCounty(`61000${i + 1}`, name, [0.1 + 0.2 * i, 0.1], '安康市'),
);

/** The three counties side by side, each 16 wide, with their top left corner at a point. */
function placeAt([left, top]: Point, side = 16): Placed[] {
  const project = ([x, y]: Point): Point => [left + (x / 0.2) * side, top + ((0.2 - y) / 0.2) * side];
  const arcs = layArcs(outlines.topology, outlinesOf(outlines, CLUSTER), project, 0);
  return CLUSTER.map((county) => drawCounty(county, outlines.byCode.get(county.id), arcs, project, SCALE.px));
}
const land = (x: number, y: number, width: number, height: number): Shape =>
  shapeOf([denseRing({ x, y, width, height }, 10)]);
const groundOf = (placed: readonly Placed[], others: readonly Shape[] = []): Ground => ({
  ...{ width: 600, height: 400 },
  shapes: [...others, ...placed.map(({ shape }) => shape)],
});
function insetOf(at: Point, others: readonly Shape[] = [], scale = SCALE) {
  const placed = placeAt(at);
  const drawn = drawInset(outlines, placed, groundOf(placed, others), scale);
  return drawn as { inset: Inset; taken: Box[] };
}
/** Start, elbow and end of a leader. */
function corners({ leader }: Inset): [Point, Point, Point] {
  const [, x = 0, start = 0, y = 0, end = 0] = (/^M(\S+) (\S+)V(\S+)H(\S+)$/.exec(leader) ?? []).map(Number);
  return [
    [x, start],
    [x, y],
    [end, y],
  ];
}

describe('the frame of an inset', () => {
  test('lies in the upper right corner where that is free, a unit from the edge', () => {
    const { frame } = insetOf([40, 300]).inset;
    expect([frame.x + frame.width, frame.y]).toEqual([599, 0]);
  });

  test('lies as high as land allows, half an em off, rather on the right than on the left', () => {
    const high = insetOf([40, 340], [land(300, 0, 300, 52)]).inset.frame;
    expect([high.x, high.y]).toEqual([1, 0]);
    const both = insetOf([40, 340], [land(0, 0, 600, 52)]).inset.frame;
    // 52 and half an em: 62, and a step of a quarter of an em each.
    expect([both.x + both.width, both.y]).toEqual([599, 65]);
    const left = insetOf([300, 340], [land(0, 0, 600, 52), land(300, 50, 300, 250)]).inset.frame;
    expect([left.x, left.y]).toEqual([1, 65]);
  });

  test('lies below where there is no room', () => {
    const { frame } = insetOf([300, 200], [land(0, 0, 600, 400)]).inset;
    expect([frame.x + frame.width, frame.y]).toEqual([599, 410]);
  });

  test.each([20, 30, 40])('is as narrow as lets its counties have three fifths of it, with type of %i', (em) => {
    const scale = { ...SCALE, em };
    const { frame, counties } = insetOf([40, 300], [], scale).inset;
    const widths = [0.36, 0.45, 0.55, 0.7, 0.95].map((part) => Math.round(part * 600));
    const innerOf = (width: number) => fitCluster(outlines, CLUSTER, width - em, scale).inner;
    expect(frame.width).toBe(widths.find((width) => innerOf(width) > 0.6 * width));
    const paths = counties.map(({ d }) => boundsOfPath(d ?? ''));
    expect(Math.abs(boundsOf(paths.flatMap(cornersOf)).width - innerOf(frame.width))).toBeLessThanOrEqual(2);
    const { bounds } = fitCluster(outlines, CLUSTER, frame.width - em, scale);
    expect(frame.height).toBe(Math.round(bounds.height + em));
  });

  test('is not drawn when it would show hardly more than the map does', () => {
    const large = (side: number) => {
      const placed = placeAt([20, 200], side);
      return drawInset(outlines, placed, groundOf(placed), SCALE);
    };
    const fitted = [0.36, 0.45].map(
      (part) => fitCluster(outlines, CLUSTER, Math.round(part * 600) - SCALE.em, SCALE).inner,
    );
    const chosen = fitted.find((one, i) => one > ([216, 270][i] ?? 0) * 0.6) ?? 0;
    // The source is the counties and two pixels round them.
    const most = (chosen / 1.25 - 8) / 3;
    expect(large(2 * Math.floor(most / 2) - 2)).not.toBeNull();
    expect(large(2 * Math.floor(most / 2) + 4)).toBeNull();
  });

  test('is not drawn for nothing, or on a map too small for it', () => {
    expect(drawInset(outlines, [], groundOf([]), SCALE)).toBeNull();
    const placed = placeAt([10, 10], 4);
    expect(drawInset(outlines, placed, { ...groundOf(placed), width: 60 }, SCALE)).toBeNull();
  });
});

describe('an inset', () => {
  test('shows its counties in the middle of its frame, larger, each with its name', () => {
    const { frame, counties } = insetOf([40, 300]).inset;
    expect(counties.map(({ label }) => label?.text)).toEqual(['甲山', '乙山', '丙山']);
    for (const { label, d } of counties) {
      expect(label && boxHolds(frame, label.box)).toBe(true);
      expect(d && boxHolds(frame, boundsOfPath(d))).toBe(true);
      expect(d && boundsOfPath(d).width).toBeGreaterThan(20);
    }
  });

  test('marks where they are on the map, with two pixels round them', () => {
    expect(insetOf([40, 300]).inset.source).toEqual({ x: 36, y: 296, width: 56, height: 24 });
  });

  test('is tied to them by a line up and across, half way up the frame', () => {
    const { inset } = insetOf([40, 300]);
    const { frame } = inset;
    expect(corners(inset)).toEqual([
      [64, 296],
      [64, Math.round(frame.height / 2)],
      [frame.x, Math.round(frame.height / 2)],
    ]);
  });

  test('is tied by a line down where it lies below the land, and there beside it', () => {
    const { inset } = insetOf([20, 100], [land(0, 0, 600, 400)]);
    const { frame } = inset;
    const y = Math.round((Math.max(400, frame.y) + frame.y + frame.height) / 2);
    expect(corners(inset)).toEqual([
      [44, 120],
      [44, y],
      [frame.x, y],
    ]);
  });

  test('is tied below the land where an eighth of it reaches further down, else half way up', () => {
    const { height } = insetOf([20, 100]).inset.frame;
    const lowest = (bottom: number) => 5 * Math.floor((bottom - height) / 5);
    // Land half an em above the frame.
    const at = (top: number) => insetOf([20, 20], [land(0, 0, 600, top - 10)]).inset;
    const high = at(lowest(400 + height / 8));
    expect(high.frame.y).toBe(lowest(400 + height / 8));
    expect(corners(high)[1][1]).toBe(Math.round(high.frame.y + height / 2));
    const low = at(lowest(400 + height / 8) + 5);
    expect(corners(low)[1][1]).toBe(Math.round((400 + low.frame.y + height) / 2));
  });

  test('is tied by a straight line where it lies right under or over them', () => {
    const under = insetOf([450, 100], [land(0, 0, 600, 400)]).inset;
    expect(corners(under)).toEqual([
      [474, 120],
      [474, under.frame.y],
      [474, under.frame.y],
    ]);
    const over = insetOf([450, 340], [land(0, 0, 300, 400)]).inset;
    expect(corners(over)).toEqual([
      [474, 336],
      [474, over.frame.height],
      [474, over.frame.height],
    ]);
  });

  test('is tied on its right side where it lies to the left', () => {
    const { inset } = insetOf([540, 340], [land(300, 0, 300, 300)]);
    expect(inset.frame.x).toBe(1);
    expect(corners(inset)[2][0]).toBe(inset.frame.x + inset.frame.width);
  });

  test('names its prefecture on the line, or under it, or not at all', () => {
    const { label, frame } = insetOf([40, 300]).inset;
    const [, [x, y], [end]] = corners(insetOf([40, 300]).inset);
    expect(label?.text).toBe('安康');
    const middle = label && label.box.x + label.box.width / 2;
    expect(middle).toBe(Math.round((x + end) / 2));
    expect(label && label.box.y + 20).toBeLessThan(y);
    expect(label && y - label.box.y - 20).toBeLessThan(0.5 * SCALE.em);
    expect(label && boxesOverlap(label.box, frame)).toBe(false);
    const over = land(100, y - 40, 250, 36);
    const under = insetOf([40, 300], [over]).inset;
    expect(corners(under)).toEqual(corners(insetOf([40, 300]).inset));
    expect(under.label?.box.y).toBeGreaterThan(y);
    expect((under.label?.box.y ?? 0) - y).toBeLessThan(0.5 * SCALE.em);
    expect(insetOf([40, 300], [over, land(100, y + 4, 250, 36)]).inset.label).toBeNull();
  });

  test('has no name where that would run into the frame', () => {
    expect(insetOf([310, 300]).inset.label?.text).toBe('安康');
    expect(insetOf([330, 300]).inset.label).toBeNull();
  });

  test('says what names on the map have to keep off: frame, source, line and its name', () => {
    const { inset, taken } = insetOf([40, 300]);
    const [start, elbow, end] = corners(inset);
    expect(taken).toEqual([
      inset.frame,
      inset.source,
      { x: start[0], y: elbow[1], width: 0, height: start[1] - elbow[1] },
      { x: elbow[0], y: elbow[1], width: end[0] - elbow[0], height: 0 },
      inset.label?.box,
    ]);
    const left = insetOf([540, 340], [land(300, 0, 300, 300)]);
    const [, , [edge, y]] = corners(left.inset);
    expect(left.taken[3]).toEqual({ x: edge, y, width: corners(left.inset)[1][0] - edge, height: 0 });
    const down = insetOf([20, 100], [land(0, 0, 600, 400)]);
    const [from, to] = corners(down.inset);
    expect(down.taken[2]).toEqual({ x: from[0], y: from[1], width: 0, height: to[1] - from[1] });
  });

  test('touches no land, leaves no higher place free, and is tied from edge to edge, whatever the map', () => {
    const box = fc.tuple(
      ...[0, 1].flatMap(() => [fc.integer({ min: 0, max: 500 }), fc.integer({ min: 20, max: 300 })]),
    );
    const spot = fc.tuple(fc.integer({ min: 10, max: 260 }), fc.integer({ min: 10, max: 180 }));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 3 }), spot, (boxes, [x, y]) => {
        const others = boxes.map(([left = 0, width = 0, top = 0, height = 0]) =>
          land(left, top, Math.min(width, 600 - left), Math.min(height, Math.max(20, 400 - top))),
        );
        const at: Point = [2 * x, 2 * y];
        const { inset } = insetOf(at, others);
        const { frame, source } = inset;
        const { shapes } = groundOf(placeAt(at), others);
        const isFree = (one: Box) => !shapes.some((shape) => covers(growBox(one, SCALE.em / 2), shape));
        expect(frame.y > 400 || isFree(frame)).toBe(true);
        expect([1, 599 - frame.width]).toContain(frame.x);
        for (let top = 0; top < Math.min(frame.y, 400); top += SCALE.em / 4)
          for (const left of [1, 599 - frame.width]) expect(isFree({ ...frame, x: left, y: top })).toBe(false);
        const [start, elbow, end] = corners(inset);
        expect(start[0]).toBe(source.x + source.width / 2);
        expect(start[1]).toBeGreaterThanOrEqual(source.y);
        expect(start[1]).toBeLessThanOrEqual(source.y + source.height);
        expect(elbow[1]).toBeGreaterThanOrEqual(frame.y);
        expect(elbow[1]).toBeLessThanOrEqual(frame.y + frame.height);
        const isOver = elbow[0] > frame.x && elbow[0] < frame.x + frame.width;
        if (isOver) expect([frame.y, frame.y + frame.height]).toContain(end[1]);
        else expect([frame.x, frame.x + frame.width]).toContain(end[0]);
      }),
      { numRuns: 25 },
    );
  });
});
