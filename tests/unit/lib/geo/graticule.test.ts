import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxesOf, drawGraticule, roundLength } from '../../../../src/lib/geo/graticule.ts';
import { loadOutlines, NO_OUTLINES } from '../../../../src/lib/geo/outlines.ts';
import { type Box, boxesOverlap, boxHolds, growBox, hasPoint, type Point } from '../../../../src/lib/geo/plane.ts';
import { fitPlaces, turnFor } from '../../../../src/lib/geo/sheet.ts';
import { drawCountySheet } from '../../../../src/lib/map/county-sheet.ts';
import { locator, OUTLINES } from '../../../support/outlines.ts';
import { COUNTIES } from '../map/counties.ts';

const none = loadOutlines(NO_OUTLINES);
const unit = (id: string, centre: Point) => ({ id, name: id, within: [], centre });
const place = (id: string, point: Point, isOutside = false) => ({
  ...{ id, name: id, point, precision: 'exact' as const },
  ...(isOutside ? { isOutside: true as const } : {}),
});
const [HAN, SF, LIMA, FIJI] = [
  [116.6, 24.4],
  [-122.42, 37.77],
  [-77.04, -12.05],
  [178.4, -18.1],
] as Point[] as [Point, Point, Point, Point];

describe('the meridian that a map turns round', () => {
  test('is 0 unless its places lie on both sides of the 180th', () => {
    expect(turnFor([])).toBe(0);
    expect(turnFor([73, 136])).toBe(0);
    expect(turnFor([-122, -77])).toBe(0);
    expect(turnFor([0, 10, -10])).toBe(0);
  });

  test('lies in the middle of them where they do', () => {
    expect(turnFor([178, -178])).toBe(-180);
    expect(turnFor([120, -120])).toBe(-180);
    expect(turnFor([119, -122.42])).toBeCloseTo(178.29, 2);
  });
});

describe('a map of places anywhere on earth', () => {
  const point = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));

  test('holds all of them, in a bearable format', () =>
    fc.assert(
      fc.property(fc.uniqueArray(point, { minLength: 1, maxLength: 6 }), (points) => {
        const { width, height, counties, graticule } = locator(
          points.map((at, i) => unit(`unit-${i}`, at)),
          {},
          none,
        );
        expect(height / width).toBeLessThan(1.45);
        expect(height / width).toBeGreaterThan(0.4);
        expect(graticule?.d).toMatch(/^M/);
        for (const { dot } of counties)
          expect(dot && hasPoint({ x: -1, y: -1, width: width + 2, height: height + 2 }, dot)).toBe(true);
      }),
      { numRuns: 40 },
    ));

  test('brings places on both sides of the Pacific together', () => {
    const { counties, width } = locator([unit('han', HAN), unit('sf', SF), unit('fiji', FIJI)], {}, none);
    const [han, sf, fiji] = counties.map(({ dot }) => dot?.[0] ?? 0) as [number, number, number];
    expect(han).toBeLessThan(fiji);
    expect(fiji).toBeLessThan(sf);
    expect(sf - han).toBeGreaterThan(width / 2);
  });

  test('has degrees and a scale only where no land says where it is', () => {
    expect(locator(COUNTIES).graticule).toBeNull();
    expect(drawCountySheet(OUTLINES, COUNTIES[0] as (typeof COUNTIES)[number], COUNTIES, []).graticule).toBeNull();
    expect(locator([...COUNTIES, unit('sf', SF)]).graticule).not.toBeNull();
  });
});

describe('the lines', () => {
  const draw = (west: number, south: number, east: number, north: number) => {
    const fit = fitPlaces(
      [
        [west, south],
        [east, north],
      ] as Point[],
      600,
    );
    const sheet = { x: 0, y: 0, width: fit.width, height: fit.height };
    return { sheet, ...drawGraticule(fit, sheet, 14) };
  };

  test('stand at round degrees, named with their side of the earth', () => {
    expect(draw(116, 23, 118, 25).labels.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['116.5°E', '117°E', '23.5°N', '24.5°N']),
    );
    expect(draw(-80, -14, -70, -2).labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['75°W', '10°S']));
  });

  test('have a scale of a round length where one is true of the whole map', () => {
    expect(draw(116, 23, 118, 25).scale?.label.text).toBe('50 公里');
    expect(draw(-120, -20, 120, 60).scale).toBeNull();
    expect([1, 3, 19, 999, 1000, 52_000].map(roundLength)).toEqual([1, 2, 10, 500, 1000, 50_000]);
  });

  test('have their scale in a corner where nothing lies, and none where all are taken', () => {
    const corner = { x: 300, y: 300, width: 300, height: 400 };
    const fit = fitPlaces(
      [
        [116, 23],
        [118, 25],
      ] as Point[],
      600,
    );
    const sheet = { x: 0, y: 0, width: fit.width, height: fit.height };
    const drawn = (taken: Box[]) =>
      drawGraticule(fit, sheet, 14, (box) => taken.some((other) => boxesOverlap(box, other)));
    const [free, left] = [drawn([]), drawn([corner])];
    expect(free.scale && boxHolds(corner, free.scale.box)).toBe(true);
    expect(left.scale && boxesOverlap(left.scale.box, corner)).toBe(false);
    expect(drawn([sheet]).scale).toBeNull();
    for (const graticule of [free, left])
      for (const { box } of graticule.labels)
        expect(graticule.scale && boxesOverlap(box, graticule.scale.box)).toBe(false);
  });

  test('never have it on a place, wherever that lies', () => {
    const spot = fc.tuple(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 1.4, noNaN: true }));
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 9 }), (spots) => {
        const places = spots.map(([x, y], i) => place(String(i), [HAN[0] + x, HAN[1] + y]));
        const { graticule, places: drawn } = drawCountySheet(none, unit('river', HAN), [], places);
        for (const { dot } of drawn)
          expect(graticule?.scale && hasPoint(growBox(graticule.scale.box, 8), dot)).not.toBe(true);
        const map = locator(
          spots.map(([x, y], i) => unit(`u${i}`, [HAN[0] + x, HAN[1] + y])),
          {},
          none,
        );
        for (const { dot } of map.counties)
          expect(dot && map.graticule?.scale && hasPoint(map.graticule.scale.box, dot)).not.toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('have labels that keep within the sheet and off each other', () => {
    const { sheet, ...graticule } = draw(116, 23, 118, 25);
    const boxes = boxesOf(graticule);
    for (const [i, box] of boxes.entries()) {
      expect(boxHolds({ ...sheet, y: -14, height: sheet.height + 28 }, box)).toBe(true);
      for (const other of boxes.slice(i + 1))
        expect(boxesOverlap(box, other), `${JSON.stringify(box)} ${JSON.stringify(other)}`).toBe(false);
    }
  });
});

describe('the sheet of a unit without an outline', () => {
  const river = unit('river', HAN);
  const shown = ({ dot: [x, y] }: { dot: Point }) => x >= 0 && x <= 900 && y >= 0 && y <= 648;

  test('is fitted to its places, near or far, and shows each of them', () => {
    for (const far of [0.001, 0.2, 5, 60]) {
      const places = [place('a', [HAN[0] + far, HAN[1]]), place('b', [HAN[0], HAN[1] - far / 2])];
      const sheet = drawCountySheet(none, river, [], places);
      expect(sheet.places.every(shown)).toBe(true);
      expect(sheet.places.every(({ beyond }) => beyond === null)).toBe(true);
      const xs = [...sheet.places, { dot: sheet.county.dot as Point }].map(({ dot }) => dot[0]);
      expect(Math.max(...xs) - Math.min(...xs), `${far}`).toBeGreaterThan(20);
    }
  });

  test('has what lies far outside at its edge, with an arrow the shorter way', () => {
    const places = [place('port', [116.8, 23.5]), place('lima', LIMA, true), place('near', [116.9, 24], true)];
    const [port, lima, near] = drawCountySheet(none, river, [], places).places;
    expect([port?.beyond, near?.beyond]).toEqual([null, null]);
    expect(lima && shown(lima) && lima.dot[0] > 860).toBe(true);
    // East by south, over the Pacific.
    expect(lima?.beyond).toBeGreaterThan(0);
    expect(lima?.beyond).toBeLessThan(45);
  });

  test('with an outline, is made smaller for a place beyond it, never without it', () => {
    const county = COUNTIES[4] as (typeof COUNTIES)[number];
    const [x, y] = county.centre;
    const { places } = drawCountySheet(OUTLINES, county, COUNTIES, [place('beyond', [x + 3, y])]);
    expect(places.every(shown)).toBe(true);
  });
});
