import { describe, expect, test } from 'vitest';
import { OUTLINES } from '../../../../src/lib/geo/outlines.ts';
import { type Box, boxesOverlap, type Point } from '../../../../src/lib/geo/plane.ts';
import { type AtlasArea, drawAtlas } from '../../../../src/lib/map/atlas.ts';
import { type MapName, placeNames } from '../../../../src/lib/map/names.ts';
import { unpackRing } from '../../../../src/lib/map/rings.ts';
import { COUNTIES, LANKAO } from './counties.ts';

/** As Leaflet does, 256 pixels round the world at zoom 0. */
const project =
  (zoom: number) =>
  ([latitude, longitude]: Point): Point => {
    const scale = (256 * 2 ** zoom) / (2 * Math.PI);
    return [
      ((longitude * Math.PI) / 180) * scale,
      -Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * scale,
    ];
  };

function nameAll(counties: typeof COUNTIES, zoom: number, em: number) {
  const flat = project(zoom);
  const atlas = drawAtlas(OUTLINES, counties, []);
  const lay = ({ rings, pole: [x, y] }: AtlasArea, name: string, group: string) => ({
    ...{ name, group, pole: flat([y, x]) },
    rings: rings.map((ring) => unpackRing(ring).map(flat)),
  });
  return placeNames(
    atlas.counties.map((county) => lay(county, county.label, county.prefecture)),
    atlas.provinces.map((province) => lay(province, province.name, '')),
    em,
  );
}

const boxOf = ({ middle: [x, y], width }: MapName, em: number): Box => ({
  ...{ x: x - width / 2, y: y - em / 2 },
  ...{ width, height: em },
});

describe('names on the live map', () => {
  // From all three provinces on a phone to one county on a large screen; the type of both sizes.
  const cases = [4.2, 4.5, 5, 5.5, 6, 7, 8, 9.5, 11].flatMap((zoom) => [13, 17.3].map((em) => [zoom, em] as const));

  test.each(cases)('at zoom %f, %f px: all counties are named and no name covers another', (zoom, em) => {
    const { counties, provinces } = nameAll(COUNTIES, zoom, em);
    expect(counties.map((name) => name?.text)).toEqual(COUNTIES.map(({ name }) => name.slice(0, -1)));
    const names = [...counties, ...provinces].filter((name) => name !== null);
    for (const [i, name] of names.entries())
      for (const other of names.slice(i + 1))
        expect(boxesOverlap(boxOf(name, em), boxOf(other, em)), `${name.text} ${other.text}`).toBe(false);
  });

  test('stand in two columns with lines where six neighbours are crowded', () => {
    const ankang = nameAll(COUNTIES, 4.3, 13).counties.slice(4);
    expect(ankang.every((name) => name?.leader)).toBe(true);
    expect(new Set(ankang.map((name) => Math.round(name?.middle[0] ?? 0))).size).toBe(2);
  });

  test('stand within their outlines, without lines, from near', () => {
    for (const name of nameAll(COUNTIES, 9.5, 13).counties) expect(name).toMatchObject({ inside: true, leader: null });
  });

  test('include that of a county without an outline', () => {
    expect(nameAll([...COUNTIES, LANKAO], 6, 13).counties.at(-1)?.text).toBe('兰考');
  });
});
