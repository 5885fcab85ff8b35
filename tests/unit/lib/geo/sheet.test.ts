import { describe, expect, test } from 'vitest';
import { boundsOf, type Point } from '../../../../src/lib/geo/plane.ts';
import { drawRing, fitPlaces, layArc, layArcs, pathOf, ringsOf } from '../../../../src/lib/geo/sheet.ts';
import { silhouettePath } from '../../../support/outlines.ts';
import { makeOutlines, ringOf } from './made-outlines.ts';

const same = ([x, y]: Point): Point => [x, y];
const SQUARE = ringOf(0, 0, 8, 8);
/** How far north of the equator Mercator draws a latitude, in degrees of longitude. */
const mercator = (latitude: number) => (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;

describe('places fitted into a drawing', () => {
  const places: Point[] = [
    [100, 30],
    [110, 30],
    [104, 36],
    [100, 34],
  ];
  const tall = mercator(36) - mercator(30);

  test('fill its width, in Mercator, north up', () => {
    const { project, width, height } = fitPlaces(places, 500);
    expect([width, height]).toEqual([expect.closeTo(500, 6), expect.closeTo(50 * tall, 6)]);
    expect(project([100, 36])).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
    expect(project([110, 30])).toEqual([expect.closeTo(500, 6), expect.closeTo(height, 6)]);
    expect(project([104, 33])).toEqual([expect.closeTo(200, 6), expect.closeTo(50 * (mercator(36) - mercator(33)), 6)]);
  });

  test('fill the width or the height of a box, and no more', () => {
    const wide = fitPlaces(places, 500, 9999);
    expect([wide.width, wide.height]).toEqual([expect.closeTo(500, 6), expect.closeTo(50 * tall, 6)]);
    const high = fitPlaces(places, 9999, 300);
    expect([high.width, high.height]).toEqual([expect.closeTo((300 / tall) * 10, 6), expect.closeTo(300, 6)]);
    for (const { project } of [wide, high])
      expect(project([100, 36])).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
  });
});

describe('an arc laid on a drawing', () => {
  test('has even coordinates and no point twice in a row', () => {
    expect(
      layArc(
        [
          [0, 0],
          [0.7, 0.9],
          [0.8, 9.2],
          [9.3, 9.1],
          [9.2, 0],
        ],
        same,
        0,
      ),
    ).toEqual([
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
    ]);
  });

  test('has lost what is flat', () => {
    expect(
      layArc(
        [
          [0, 0],
          [10, 1],
          [20, 0],
          [20, 40],
        ],
        same,
        11,
      ),
    ).toEqual([
      [0, 0],
      [20, 0],
      [20, 40],
    ]);
    expect(
      layArc(
        [
          [0, 0],
          [10, 2],
          [20, 0],
          [20, 40],
        ],
        same,
        11,
      ),
    ).toHaveLength(4);
  });

  test('is laid only when an outline is made of it, in either direction', () => {
    const outlines = makeOutlines([
      { code: '610001', ring: ringOf(0, 0, 40, 20).reverse() },
      { code: '610002', ring: ringOf(50, 0, 70, 20) },
      { code: '610003', ring: ringOf(80, 0, 90, 20) },
    ]);
    const chosen = ['610001', '610003'].flatMap((code) => outlines.byCode.get(code) ?? []);
    const arcs = layArcs(outlines.topology, chosen, same, 0);
    expect(arcs.map(({ length }) => length)).toEqual([5, 0, 5]);
    const shape = chosen.flatMap((outline) => ringsOf(arcs, outline)).flat();
    expect(boundsOf(shape)).toEqual({ x: 0, y: 0, width: 90, height: 20 });
  });
});

describe('a ring as a path', () => {
  test('of one arc is round everywhere: it begins half way between two corners', () => {
    expect(drawRing([SQUARE])).toBe('M0 4q0-4 4-4t4 4-4 4-4-4z');
  });

  test('of several runs from end to end, straight where there is nothing between', () => {
    expect(
      drawRing([
        [
          [0, 0],
          [8, 0],
          [8, 8],
        ],
        [
          [8, 8],
          [0, 0],
        ],
      ]),
    ).toBe('M0 0q8 0 8 8l-8-8z');
    expect(
      drawRing([
        [
          [2, 4],
          [6, 4],
          [10, 8],
          [10, 12],
        ],
        [
          [10, 12],
          [2, 4],
        ],
      ]),
    ).toBe('M2 4q4 0 6 2t2 6l-8-8z');
    expect(
      drawRing([
        [
          [0, 0],
          [8, 0],
          [8, 8],
          [0, 8],
        ],
        [
          [0, 8],
          [0, 0],
        ],
      ]),
    ).toMatch(/^M0 0q.*l0-8z$/);
  });

  test('of one arc that is open is closed by a straight line', () => {
    expect(
      drawRing([
        [
          [0, 0],
          [8, 0],
          [8, 8],
        ],
      ]),
    ).toBe('M0 0q8 0 8 8z');
  });

  test('takes arcs backwards where its outline says so, one ring after the other', () => {
    const arcs: Point[][] = [
      [
        [0, 0],
        [8, 0],
        [8, 8],
      ],
      [
        [0, 0],
        [8, 8],
      ],
      SQUARE,
    ];
    const outline = makeOutlines([{ code: '1', ring: SQUARE }]).byCode.get('1');
    expect(outline && pathOf(arcs, { ...outline, rings: [[0, ~1], [2]] })).toBe(
      'M0 0q8 0 8 8l-8-8zM0 4q0-4 4-4t4 4-4 4-4-4z',
    );
  });
});

describe('a silhouette', () => {
  const outlines = makeOutlines([
    { code: '610001', ring: ringOf(0, 0, 0.2, 0.1) },
    {
      code: '610002',
      ring: [
        [0, 0],
        [0.2, 0],
        [0.1, 0.1],
        [0, 0],
      ],
    },
  ]);

  test('is cropped to what is seen of it', () => {
    expect(silhouettePath('610001', undefined, outlines)?.viewBox).toBe('0 0 320 160');
    // Of a triangle 320 wide and 160 high the corners go: after two rounds it reaches from 50 to 270, and begins at 40.
    expect(silhouettePath('610002', undefined, outlines)?.viewBox).toBe('50 40 220 120');
  });

  test('is drawn within the box that is given', () => {
    expect(silhouettePath('610001', { width: 100, height: 30 }, outlines)).toEqual({
      viewBox: '0 0 60 30',
      d: 'M60 15q0 15-30 15t-30-15 30-15 30 15z',
      isLine: false,
    });
  });
});
