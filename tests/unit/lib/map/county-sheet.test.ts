import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OUTLINES } from '../../../../src/lib/geo/outlines.ts';
import { boxesOverlap, boxHolds } from '../../../../src/lib/geo/plane.ts';
import { drawCountySheet } from '../../../../src/lib/map/county-sheet.ts';
import { COUNTIES, LANKAO } from './counties.ts';

const PLACES = [
  { id: 'a', name: '中原镇', point: [108.95, 32.95] as [number, number], precision: 'township' as const },
  { id: 'b', name: '骆驼村', point: [108.97, 32.95] as [number, number], precision: 'exact' as const },
];

describe('the map of one county', () => {
  test.each(COUNTIES.map((county) => [county.name, county] as const))('%s is small and whole', (_, county) => {
    const sheet = drawCountySheet(OUTLINES, county, COUNTIES, []);
    expect(sheet.county.label?.text).toBe(county.name.slice(0, -1));
    expect(brotliCompressSync(JSON.stringify(sheet)).length).toBeLessThan(4000);
    const boxes = [sheet.county, ...sheet.neighbours].flatMap(({ label }) => label?.box ?? []);
    for (const [i, box] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other)).toBe(false);
  });

  test.each(COUNTIES.map((county) => [county.name, county] as const))('%s names all in full', (_, county) => {
    const { width, height, neighbours, county: own } = drawCountySheet(OUTLINES, county, COUNTIES, []);
    for (const { name, label } of [own, ...neighbours])
      expect(label && boxHolds({ x: 0, y: 0, width, height }, label.box), name).toBe(true);
  });

  test('shows neighbours among the ten, and no county that lies elsewhere', () => {
    const [, , , , hanbin] = COUNTIES;
    const names = (county: (typeof COUNTIES)[number]) =>
      drawCountySheet(OUTLINES, county, COUNTIES, []).neighbours.map(({ id }) => id);
    expect(hanbin && names(hanbin)).toEqual(expect.arrayContaining(['ziyang', 'langao', 'pingli']));
    expect(COUNTIES[0] && names(COUNTIES[0])).toEqual([]);
  });

  test('shows located places, a township hollow, with names that keep apart', () => {
    const [, , , , hanbin] = COUNTIES;
    const { places } = drawCountySheet(OUTLINES, hanbin ?? LANKAO, COUNTIES, PLACES);
    expect(places.map(({ name, rough }) => [name, rough])).toEqual([
      ['中原镇', true],
      ['骆驼村', false],
    ]);
    const [a, b] = places.map(({ label }) => label?.box);
    expect(a && b && boxesOverlap(a, b)).toBe(false);
  });

  test('is a point and a name where there is no outline', () => {
    expect(drawCountySheet(OUTLINES, LANKAO, COUNTIES, []).county).toMatchObject({ d: null, label: { text: '兰考' } });
  });
});
