import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Context, NO_CONTEXT, readContext } from '../../../../src/lib/geo/context.ts';
import type { MapCounty } from '../../../../src/lib/geo/drawn-counties.ts';
import { readOutlineFile } from '../../../../src/lib/geo/outline-file.ts';
import { loadOutlines, NO_OUTLINES, type Outlines } from '../../../../src/lib/geo/outlines.ts';
import { type Box, boxesOverlap, boxHolds, isInside, type Point } from '../../../../src/lib/geo/plane.ts';
import { clustersOf } from '../../../../src/lib/map/clusters.ts';
import { SHEET } from '../../../../src/lib/map/panel-layout.ts';
import { nameRiver } from '../../../../src/lib/map/panel-names.ts';
import { drawPanels, type Panel, UNIT } from '../../../../src/lib/map/panels.ts';
import { boundsOfPath, makeCounty, makeOutlines, ringOf } from '../geo/made-outlines.ts';
import { curveOf } from '../geo/path-points.ts';
import { COUNTIES, LANKAO, XUNYANG } from './counties.ts';

const BARE = loadOutlines(NO_OUTLINES);
const { outlines: OWN } = readOutlineFile(readFileSync('src/content/site/outlines.topo.json', 'utf8'));

/** A county of so many degrees, with a square for its outline. */
interface Square {
  at: Point;
  size: number;
  isPoint: boolean;
}

const squares = fc.array(
  fc.record({
    at: fc.tuple(
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true }),
    ) as fc.Arbitrary<Point>,
    size: fc.double({ min: 0.02, max: 1.5, noNaN: true }),
    isPoint: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

const codeOf = (i: number) => String(110001 + i);

function make(some: readonly Square[]): [Outlines, MapCounty[]] {
  const areas = some.flatMap(({ at: [x, y], size, isPoint }, i) =>
    isPoint ? [] : [{ code: codeOf(i), ring: ringOf(x, y, x + size, y + size) }],
  );
  return [makeOutlines(areas), some.map(({ at }, i) => makeCounty(codeOf(i), `县${i}`, at))];
}

const ids = (groups: readonly (readonly MapCounty[])[]) => groups.map((group) => group.map(({ id }) => id));

describe('clusters', () => {
  test('the ten counties: six of one valley, two neighbours, two by themselves', () => {
    expect(clustersOf(OWN, COUNTIES).map((group) => group.map(({ name }) => name))).toEqual([
      ['汉滨区', '石泉县', '紫阳县', '岚皋县', '平利县', '白河县'],
      ['汝州市', '建安区'],
      ['济阳区'],
      ['文峰区'],
    ]);
  });

  test('one of which only a point is known belongs to those round it', () => {
    const [largest, ...others] = clustersOf(OWN, [...COUNTIES, XUNYANG, LANKAO]);
    expect(largest).toContain(XUNYANG);
    expect(others).toContainEqual([LANKAO]);
  });

  test('every county is in exactly one, whatever there is, and the same ones every time', () => {
    fc.assert(
      fc.property(squares, (some) => {
        const [outlines, counties] = make(some);
        const groups = clustersOf(outlines, counties);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(counties.map(({ id }) => id).sort());
        expect(ids(clustersOf(outlines, counties))).toEqual(ids(groups));
        expect(groups.length).toBeLessThanOrEqual(12);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the counties changes no cluster', () => {
    const sorted = (groups: string[][]) => groups.map((group) => group.sort().join()).sort();
    const turned = sorted(ids(clustersOf(OWN, [...COUNTIES].reverse())));
    expect(turned).toEqual(sorted(ids(clustersOf(OWN, COUNTIES))));
  });

  test('neighbours on both sides of the 180th meridian are together', () => {
    const some = [179.2, 179.7, -179.8, -179.3, 10].map((x): Square => ({ at: [x, -17], size: 0.4, isPoint: false }));
    expect(clustersOf(...make(some)).map(({ length }) => length)).toEqual([4, 1]);
  });

  test('a lattice of a hundred is one panel, as points or as areas', () => {
    for (const isPoint of [true, false]) {
      const some = Array.from({ length: 100 }, (_, i): Square => {
        return { at: [100 + (i % 10) * 0.4, 30 + Math.floor(i / 10) * 0.4], size: 0.39, isPoint };
      });
      expect(clustersOf(...make(some))).toHaveLength(1);
    }
  });
});

/** Kilometres between two places, over the globe. */
function kilometres([x, y]: Point, [a, b]: Point): number {
  const [one, other] = [y, b].map((degrees) => (degrees * Math.PI) / 180) as Point;
  const across = ((a - x) * Math.PI) / 180;
  const part = Math.sin((other - one) / 2) ** 2 + Math.cos(one) * Math.cos(other) * Math.sin(across / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(part));
}

/** Units that a kilometre has across the middle of a panel. */
function scaleOf({ extent: [[west, south], [east, north]], width }: Panel): number {
  // On Mercator's map the middle of the sheet lies nearer to the pole than the middle of its degrees.
  const merc = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const middle = (2 * Math.atan(Math.exp((merc(south) + merc(north)) / 2)) - Math.PI / 2) * (180 / Math.PI);
  const x = (west + east) / 2;
  return width / (((east - west) / 0.01) * kilometres([x, middle], [x + 0.01, middle]));
}

/** All that is written on a panel at a size, as boxes. */
const boxesOf = ({ names }: Panel, layer: keyof Panel['names']): Box[] => {
  const { counties, seats, regions, rivers, em } = names[layer];
  const size = em * 0.85;
  return [...counties.flatMap(({ name, count }) => [name, count]), ...seats, ...regions]
    .flatMap((label) => label?.box ?? [])
    .concat(
      rivers.flatMap(({ points }) =>
        points.map(([x, y]) => ({ x: x - size / 2, y: y - size / 2, width: size, height: size })),
      ),
    );
};

const CONTEXT: Context = {
  rivers: [
    {
      name: '大江',
      rank: 1,
      lines: [
        [
          [107, 33],
          [108.6, 32.6],
          [109.5, 32.8],
          [111, 32.8],
        ],
      ],
    },
    {
      name: '小河',
      rank: 2,
      lines: [
        [
          [112, 34.2],
          [113, 34],
          [114.5, 33.7],
        ],
      ],
    },
  ],
  seats: [
    { name: '甲城', level: 'prefecture', point: [109.03, 32.69] },
    { name: '乙城', level: 'county', point: [109.4, 32.85] },
  ],
  regions: [{ name: '邻省', point: [109.95, 32.2] }],
};

describe('panels', () => {
  const { panels, scale } = drawPanels(
    OWN,
    COUNTIES,
    CONTEXT,
    Object.fromEntries(COUNTIES.map(({ id }) => [id, '3 篇，18 件'])),
  );

  test('have one scale', () => {
    for (const panel of panels) expect(Math.abs(scaleOf(panel) / scale - 1), panel.id).toBeLessThan(0.02);
  });

  test('have one scale and every county once, whatever an archive has', () => {
    fc.assert(
      fc.property(squares, (some) => {
        const drawn = drawPanels(...make(some), NO_CONTEXT);
        const counties = drawn.panels.flatMap((panel) => panel.counties.map(({ id }) => id));
        expect(counties.sort()).toEqual(some.map((_, i) => codeOf(i)).sort());
        for (const panel of drawn.panels) {
          expect([panel.width, panel.height, panel.wide].every((n) => n > 0 && Number.isFinite(n))).toBe(true);
          const [[west, south], [east, north]] = panel.extent;
          expect(east).toBeGreaterThan(west);
          expect(north).toBeGreaterThan(south);
          // Of very large ones the scale differs from one edge to the other, as on every map.
          if (north - south < 10) expect(Math.abs(scaleOf(panel) / drawn.scale - 1)).toBeLessThan(0.05);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('work for a single point, and for the ten without any outline', () => {
    const one = drawPanels(BARE, [LANKAO], NO_CONTEXT).panels;
    expect(one).toHaveLength(1);
    expect(one[0]?.counties[0]?.dot).not.toBeNull();
    expect(one[0]?.graticule).not.toBeNull();
    const ten = drawPanels(BARE, COUNTIES, CONTEXT).panels;
    expect(ten.flatMap(({ counties }) => counties)).toHaveLength(10);
    // Rivers say where it is: no lines of longitude across them.
    expect(ten.filter(({ rivers, graticule }) => rivers.length > 0 && graticule)).toEqual([]);
  });

  test('a county is at least 24 px on a phone of 390 px', () => {
    // The sheet is 358 px wide there, and a hundred units of the layout.
    const px = 358 / (SHEET.narrow * UNIT);
    for (const { counties } of panels)
      for (const { name, d } of counties) {
        const { width, height } = boundsOfPath(d ?? '');
        expect(Math.min(width, height) * px, name).toBeGreaterThanOrEqual(24);
      }
  });

  test('every county has its name at every size; no name covers another, leaves the panel or is cut off on a wide sheet', () => {
    for (const panel of panels)
      for (const layer of ['small', 'wide', 'large'] as const) {
        const { counties } = panel.names[layer];
        expect(
          counties.map(({ name }) => name === null),
          `${panel.id} ${layer}`,
        ).not.toContain(true);
        const boxes = boxesOf(panel, layer);
        const seen = { x: (panel.width - panel.safe) / 2, y: 0, width: panel.safe, height: panel.height };
        for (const [i, box] of boxes.entries()) {
          expect(boxHolds(seen, box), `${panel.id} ${layer}`).toBe(true);
          expect(
            boxes.slice(i + 1).filter((other) => boxesOverlap(box, other)),
            `${panel.id} ${layer}`,
          ).toEqual([]);
        }
      }
  });

  test('names are as large as they can be read: 13 px on a phone of 320 px, 18 in large type', () => {
    const px = 288 / (SHEET.narrow * UNIT);
    for (const { names } of panels) {
      expect(names.small.em * px).toBeGreaterThanOrEqual(13);
      expect(names.large.em * px).toBeGreaterThanOrEqual(18);
      // From 64 rem on, where the sheet is at least 942 px wide.
      expect((names.wide.em * 942) / (SHEET.wide * UNIT)).toBeGreaterThanOrEqual(13);
    }
  });

  test('counts stand beside the names where there is room', () => {
    const counted = panels.flatMap(({ names }) => names.wide.counties).filter(({ count }) => count);
    expect(counted.length).toBeGreaterThanOrEqual(7);
  });

  test('rivers, seats and neighbours are drawn where they are', () => {
    const [valley, other] = panels;
    expect(valley?.rivers.map(({ name }) => name)).toEqual(['大江']);
    expect(valley?.seats.map(({ name }) => name)).toEqual(['甲城', '乙城']);
    expect(valley?.names.wide.regions.map(({ text }) => text)).toEqual(['陕西', '邻省']);
    // Outside the land that is drawn, as the place is where it belongs.
    expect(valley?.names.wide.dots).toEqual({ prefecture: [valley?.seats[0]?.dot], county: [valley?.seats[1]?.dot] });
    expect(other?.rivers.map(({ name }) => name)).toEqual(['小河']);
  });

  test('a county lies inside its province, however coarsely that is drawn', () => {
    for (const { counties, lands } of panels)
      for (const { land } of counties) expect(lands.map(({ code }) => code)).toContain(land);
  });

  test('the same archive is drawn the same', () => {
    expect(drawPanels(OWN, COUNTIES, CONTEXT)).toEqual(drawPanels(OWN, COUNTIES, CONTEXT));
  });

  test('rows of the wide sheet are filled to their end', () => {
    const [first, second, ...rest] = panels;
    const room = (SHEET.wide - SHEET.gap) * UNIT - (first?.wide ?? 0);
    expect(room - (second?.wide ?? 0)).toBeLessThan(2 * UNIT);
    const row = rest.reduce((sum, { wide }) => sum + wide, 0) + (rest.length - 1) * SHEET.gap * UNIT;
    expect(Math.abs(room - row)).toBeLessThan(2 * UNIT);
  });
});

test('the characters of a river in a bend do not lie on each other', () => {
  const em = 10;
  const frame = { x: -500, y: -500, width: 1000, height: 1000 };
  const scene = { frame, better: frame, taken: [], shapes: [], lines: [] };
  // There and back again, so that the way along the water is long, and that from one character to the next short.
  for (let across = 2; across <= 30; across++) {
    const bend = Array.from(
      { length: 41 },
      (_, i): Point => [(across / 2) * Math.cos((i * Math.PI) / 20), i < 20 ? i : 40 - i],
    );
    for (const name of ['汉江', '雅鲁藏布江']) {
      const boxes = (nameRiver(name, [bend], em, scene)?.points ?? []).map(([x, y]) => ({
        x,
        y,
        width: em,
        height: em,
      }));
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other), `${name}, ${across}`).toBe(false);
    }
  }
});

test('no name covers a county but its own, in the large type of 大字版 neither', () => {
  const around = readContext(readFileSync('src/content/site/context.geojson', 'utf8'));
  for (const { counties, names } of drawPanels(OWN, COUNTIES, around).panels)
    for (const { em, counties: labels, seats, regions, rivers } of Object.values(names)) {
      const shapes = counties.map(({ d }) => (d ?? '').split(/(?=M)/).map(curveOf));
      const covered = ({ x, y, width, height }: Box) =>
        [0.02, 0.5, 0.98].some((across) =>
          [0.05, 0.5, 0.95].some((down) =>
            shapes.some((rings) => isInside([x + across * width, y + down * height], rings)),
          ),
        );
      const beside = [...labels.flatMap(({ name, count }) => [name, count]), ...seats, ...regions];
      for (const label of beside) if (label && !label.inside) expect(covered(label.box), label.text).toBe(false);
      for (const { text, points } of rivers)
        for (const [x, y] of points)
          expect(covered({ x: x - em / 3, y: y - em / 3, width: em / 1.5, height: em / 1.5 }), text).toBe(false);
    }
});

describe('places that a source locates', () => {
  const county = COUNTIES.find(({ id }) => id === 'hanbin') as MapCounty;
  const placed = (id: string, point: Point, isExact: boolean) => ({
    ...{ id, name: `${id}镇`, county: county.id, point, isExact, source: '某地名库' },
  });
  const places = [placed('甲', [109.03, 32.75], true), placed('乙', [109.0, 33.0], false)];

  test('stand in their panel, hollow where they are known to their town, each with its name or not at all', () => {
    const { panels } = drawPanels(OWN, COUNTIES, CONTEXT, {}, places);
    const [panel, ...others] = panels;
    expect(panel?.places.map(({ id, isExact }) => [id, isExact])).toEqual([
      ['甲', true],
      ['乙', false],
    ]);
    expect(others.flatMap((other) => other.places)).toEqual([]);
    expect(panel?.names.wide.places.map((label) => label?.text)).toEqual(['甲镇', '乙镇']);
    for (const { places: labels, ...names } of Object.values(panel?.names ?? {})) {
      expect(labels[1]?.text).toBe('乙镇');
      const rest = [...names.counties.flatMap(({ name, count }) => [name, count]), ...names.seats, ...names.regions];
      for (const label of labels)
        for (const other of rest) expect(label && other && boxesOverlap(label.box, other.box)).not.toBe(true);
    }
  });

  test('have no dot without a name, however many there are', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      placed(String(i), [108.95 + (i % 8) * 0.01, 32.7 + Math.floor(i / 8) * 0.01], false),
    );
    for (const names of Object.values(drawPanels(OWN, COUNTIES, NO_CONTEXT, {}, crowd).panels[0]?.names ?? {})) {
      const boxes = names.places.flatMap((label) => label?.box ?? []);
      expect(boxes.length).toBeLessThan(60);
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(boxesOverlap(box, other)).toBe(false);
    }
  });
});
