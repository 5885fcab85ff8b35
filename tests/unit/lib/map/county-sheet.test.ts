import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContext } from '../../../../src/lib/geo/context.ts';
import type { MapCounty } from '../../../../src/lib/geo/drawn-counties.ts';
import { distance } from '../../../../src/lib/geo/labels.ts';
import { type Box, boxesOverlap, boxHolds, type Point } from '../../../../src/lib/geo/plane.ts';
import type { AtlasPlace } from '../../../../src/lib/map/atlas.ts';
import { drawCountySheet } from '../../../../src/lib/map/county-sheet.ts';
import type { PanelNames } from '../../../../src/lib/map/panel-names.ts';
import { OUTLINES } from '../../../support/outlines.ts';
import { boundsOfPath, makeCounty, makeOutlines, ringOf } from '../geo/made-outlines.ts';
import { COUNTIES, LANKAO } from './counties.ts';

const PLACES = [
  { id: 'a', name: '中原镇', point: [108.95, 32.95] as [number, number], precision: 'township' as const },
  { id: 'b', name: '骆驼村', point: [108.97, 32.95] as [number, number], precision: 'exact' as const },
];

const AROUND = readContext(readFileSync('src/content/site/context.geojson', 'utf8'));

/** All that is written at one size. */
const boxesOf = ({ counties, places, seats, regions, rivers, em }: PanelNames): Box[] => [
  ...[...counties.flatMap(({ name }) => name ?? []), ...places, ...seats, ...regions].flatMap(
    (label) => label?.box ?? [],
  ),
  ...rivers.flatMap(({ points }) =>
    points.map(([x, y]) => ({ x: x - 0.42 * em, y: y - 0.42 * em, width: 0.84 * em, height: 0.84 * em })),
  ),
];

describe('the map of one county', () => {
  test.each(COUNTIES.map((county) => [county.name, county] as const))('%s has rivers, and its seat', (_, county) => {
    const { rivers, names } = drawCountySheet(OUTLINES, county, COUNTIES, [], AROUND);
    expect(rivers.length).toBeGreaterThan(0);
    expect(names.wide.rivers.length).toBeGreaterThan(0);
    for (const { dots } of Object.values(names)) expect([...dots.county, ...dots.prefecture].length).toBeGreaterThan(0);
  });

  test.each(COUNTIES.map((county) => [county.name, county] as const))('%s is small and whole', (_, county) => {
    const sheet = drawCountySheet(OUTLINES, county, COUNTIES, [], AROUND);
    expect(brotliCompressSync(JSON.stringify(sheet)).length).toBeLessThan(8000);
    for (const names of Object.values(sheet.names)) {
      expect(names.counties[0]?.name?.text).toBe(county.name.slice(0, -1));
      const boxes = boxesOf(names);
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other)).toBe(false);
    }
  });

  test.each(COUNTIES.map((county) => [county.name, county] as const))(
    '%s names all in full, in large type all that have room',
    (_, county) => {
      const { width, height, names } = drawCountySheet(OUTLINES, county, COUNTIES, [], AROUND);
      expect(names.wide.counties.every(({ name }) => name)).toBe(true);
      for (const { counties } of Object.values(names)) {
        expect(counties[0]?.name).not.toBeNull();
        for (const { name } of counties)
          expect(name === null || boxHolds({ x: 0, y: 0, width, height }, name.box)).toBe(true);
      }
    },
  );

  test('shows neighbours among the ten, and no county that lies elsewhere', () => {
    const [, , , , hanbin] = COUNTIES;
    const names = (county: (typeof COUNTIES)[number]) =>
      drawCountySheet(OUTLINES, county, COUNTIES, []).neighbours.map(({ id }) => id);
    expect(hanbin && names(hanbin)).toEqual(expect.arrayContaining(['ziyang', 'langao', 'pingli']));
    expect(COUNTIES[0] && names(COUNTIES[0])).toEqual([]);
  });

  test('shows located places, a township hollow, with names that keep apart', () => {
    const [, , , , hanbin] = COUNTIES;
    const { places, names } = drawCountySheet(OUTLINES, hanbin ?? LANKAO, COUNTIES, PLACES);
    expect(places.map(({ name, rough }) => [name, rough])).toEqual([
      ['中原镇', true],
      ['骆驼村', false],
    ]);
    const [a, b] = names.wide.places.map((label) => label?.box);
    expect(a && b && boxesOverlap(a, b)).toBe(false);
  });

  test('is a point and a name where there is no outline', () => {
    const { county, names } = drawCountySheet(OUTLINES, LANKAO, COUNTIES, []);
    expect([county.d, names.small.counties[0]?.name?.text]).toEqual([null, '兰考']);
  });
});

describe('the map of a made county', () => {
  /** Its province is cut off on all sides; two neighbours reach into the sheet, one does not. */
  const outlines = makeOutlines([
    { code: '610000', ring: ringOf(-1, -1, 3, 3) },
    { code: '610001', ring: ringOf(0, 0, 1, 1) },
    { code: '610002', ring: ringOf(1, 0, 2, 1) },
    { code: '610003', ring: ringOf(-2, -2, 1, -0.1) },
    { code: '610004', ring: ringOf(2.5, 2, 3, 3) },
  ]);
  const [own, east, south, far] = ['甲山县', '乙山县', '丙山县', '丁山县'].map((name, i) =>
    makeCounty(`61000${i + 1}`, name, [0.5, 0.5]),
  ) as [MapCounty, MapCounty, MapCounty, MapCounty];
  const draw = (places: readonly AtlasPlace[] = []) => drawCountySheet(outlines, own, [east, far, own, south], places);
  const sheet = draw();
  const place = (name: string, point: Point, precision: 'exact' | 'township' = 'exact'): AtlasPlace => ({
    ...{ id: name, name, point, precision },
  });

  test('fills the middle three fifths of the sheet, one way', () => {
    expect([sheet.width, sheet.height]).toEqual([900, 648]);
    const { x, y, width, height } = boundsOfPath(sheet.county.d ?? '');
    // Three fifths of 648 are 388.8.
    expect(Math.abs(height - 388.8)).toBeLessThanOrEqual(2);
    expect(Math.abs(width - height)).toBeLessThanOrEqual(2);
    expect(Math.abs(x + width / 2 - 450)).toBeLessThanOrEqual(2);
    expect(Math.abs(y + height / 2 - 324)).toBeLessThanOrEqual(2);
    const wide = drawCountySheet(makeOutlines([{ code: '610001', ring: ringOf(0, 0, 1, 0.2) }]), own, [], []);
    expect(Math.abs(boundsOfPath(wide.county.d ?? '').width - 540)).toBeLessThanOrEqual(2);
    expect(wide.provinces).toEqual([]);
  });

  test('shows its province, and of the neighbours those that reach into the sheet, in their order', () => {
    expect(sheet.county.id).toBe(own.id);
    expect(sheet.names.wide.counties[0]?.name).toMatchObject({ text: '甲山', inside: true });
    expect(sheet.neighbours.map(({ id }) => id)).toEqual([east.id, south.id]);
    expect(sheet.provinces).toHaveLength(1);
    // It is drawn a little beyond the sheet, and no farther.
    expect(boundsOfPath(sheet.provinces[0]?.d ?? '')).toEqual({ x: -36, y: -36, width: 972, height: 720 });
    expect(sheet.within).toEqual({ [own.id]: '610000', [east.id]: '610000', [south.id]: '610000' });
  });

  test('names a neighbour on the part of it that is seen', () => {
    const frame = { x: 0, y: 0, width: 900, height: 648 };
    const [, ...named] = sheet.names.wide.counties;
    for (const { name } of named) expect(name && boxHolds(frame, name.box)).toBe(true);
    const [right] = sheet.neighbours;
    const seen = { left: 450 + 194.4, right: 900 };
    // An outline fills what is seen of it: its name stands in the middle of that, a little off the edge.
    expect(named[0]?.name?.inside).toBe(true);
    expect(right && Math.abs(right.pole[0] - (seen.left + seen.right) / 2)).toBeLessThan(16);
    expect(right?.pole[1]).toBeGreaterThan(130);
    expect(right?.pole[1]).toBeLessThan(518);
  });

  test('leaves out what reaches into the sheet by less than a quarter of an em', () => {
    // A quarter of an em is 8 units, some 0.02 degrees.
    const edge = 0.5 + 450 / 388.8;
    const reaching = (by: number) => {
      const made = makeOutlines([
        { code: '610001', ring: ringOf(0, 0, 1, 1) },
        { code: '610002', ring: ringOf(edge - by, 0, 3, 1) },
      ]);
      return drawCountySheet(made, own, [own, east], []).neighbours.length;
    };
    expect([0.01, 0.03].map(reaching)).toEqual([0, 1]);
  });

  test('puts places where they are, with names near that cover nothing', () => {
    const { places, names } = draw([place('中原镇', [0.75, 0.25], 'township'), place('骆驼村', [0.25, 0.75])]);
    expect(places.map(({ rough }) => rough)).toEqual([true, false]);
    const [a, b] = places;
    expect(Math.abs((a?.dot[0] ?? 0) - (450 + 97.2))).toBeLessThanOrEqual(1);
    expect(Math.abs((a?.dot[1] ?? 0) - (324 + 97.2))).toBeLessThanOrEqual(1);
    expect(b && [b.dot[0] < 450, b.dot[1] < 324]).toEqual([true, true]);
    for (const [i, { name, dot }] of places.entries()) {
      const label = names.wide.places[i];
      expect(label?.text).toBe(name);
      // Names of places are 0.85 of the type.
      expect(label?.box.width).toBeCloseTo(3 * 0.85 * 30, 9);
      // The dot is six units each way.
      expect(label && boxesOverlap(label.box, { x: dot[0] - 6, y: dot[1] - 6, width: 12, height: 12 })).toBe(false);
      expect(label && distance(label.box, dot)).toBeLessThan(20);
      const own = names.wide.counties[0]?.name;
      expect(label && own && boxesOverlap(label.box, own.box)).toBe(false);
    }
  });

  test('keeps the names of places apart, from one another, from all dots and from those of counties', () => {
    const spot = fc.tuple(fc.integer({ min: 30, max: 70 }), fc.integer({ min: 30, max: 70 }));
    fc.assert(
      fc.property(fc.array(spot, { minLength: 1, maxLength: 6 }), (spots) => {
        const { places, names } = draw(spots.map(([x, y], i) => place(`第${i}村`, [x / 100, y / 100])));
        for (const layer of Object.values(names)) {
          const boxes = boxesOf(layer);
          for (const [i, box] of boxes.entries())
            for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other)).toBe(false);
          for (const label of layer.places)
            for (const { dot } of places) expect(label && distance(label.box, dot) < 6).not.toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
