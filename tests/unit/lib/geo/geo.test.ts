import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Label, poleOf, shapeOf } from '../../../../src/lib/geo/labels.ts';
import type { LocatorDrawing } from '../../../../src/lib/geo/locator.ts';
import { joinArcs, loadOutlines, NO_OUTLINES, type OutlineTopology } from '../../../../src/lib/geo/outlines.ts';
import {
  type Box,
  boxesOverlap,
  boxHolds,
  isClosed,
  isInside,
  type Point,
  type Rings,
  ringArea,
  samplesOf,
} from '../../../../src/lib/geo/plane.ts';
import { ringsOf } from '../../../../src/lib/geo/sheet.ts';
import { smoothArc } from '../../../../src/lib/geo/smooth.ts';
import { locator, OUTLINES, silhouettePath } from '../../../support/outlines.ts';
import { COUNTIES, LANKAO, XUNYANG } from '../map/counties.ts';

const arcsOf = (topology: OutlineTopology) => topology.arcs as Point[][];
const areaOf = (arcs: Point[][], rings: number[][]) =>
  Math.abs(rings.reduce((sum, ring) => sum + ringArea(joinArcs(arcs, ring)), 0));
const labelsOf = ({ provinces, counties, inset }: LocatorDrawing): Label[] =>
  [...provinces, ...counties, ...(inset?.counties ?? []), ...(inset ? [inset] : [])].flatMap(
    ({ label }) => label ?? [],
  );
const brotli = (text: string) => brotliCompressSync(text).length;

describe('smoothing', () => {
  const smooth: OutlineTopology = {
    ...OUTLINES.topology,
    arcs: arcsOf(OUTLINES.topology).map((arc) => smoothArc(arc)),
  };

  test('changes no area by more than 2 %', () => {
    for (const { name, rings } of OUTLINES.byCode.values()) {
      const before = areaOf(arcsOf(OUTLINES.topology), rings);
      expect(Math.abs(areaOf(arcsOf(smooth), rings) / before - 1), name).toBeLessThan(0.02);
    }
  });

  test('leaves neighbours their common border', () => {
    const [hanbin, ziyang] = ['610902', '610924'].map((code) => OUTLINES.byCode.get(code));
    const numbers = (rings: number[][] = []) => rings.flat().map((n) => (n < 0 ? ~n : n));
    const shared = numbers(hanbin?.rings).filter((n) => numbers(ziyang?.rings).includes(n));
    expect(shared).toHaveLength(1);
    const border = arcsOf(smooth)[shared[0] ?? -1] ?? [];
    const ring = (rings: number[][] = []) => joinArcs(arcsOf(smooth), rings[0] ?? []).map(String);
    for (const point of border) {
      expect(ring(hanbin?.rings)).toContain(String(point));
      expect(ring(ziyang?.rings)).toContain(String(point));
    }
  });

  test('keeps the ends of arcs, and of rings that they are closed', () => {
    for (const [n, arc] of arcsOf(OUTLINES.topology).entries()) {
      const smoothed = arcsOf(smooth)[n] ?? [];
      expect(isClosed(smoothed)).toBe(isClosed(arc));
      if (!isClosed(arc)) expect([smoothed[0], smoothed.at(-1)]).toEqual([arc[0], arc.at(-1)]);
    }
  });

  test('treats the seam of a ring as any other place', () => {
    const ring: Point[] = [
      [0, 0],
      [9, 1],
      [8, 7],
      [3, 9],
    ].map(([x = 0, y = 0]) => [x, y]);
    const from = (n: number): Point[] => [...ring.slice(n), ...ring.slice(0, n), ring[n] ?? [0, 0]];
    const pointsOf = (line: Point[]) => new Set(line.map(String));
    expect(pointsOf(smoothArc(from(2)))).toEqual(pointsOf(smoothArc(from(0))));
  });
});

describe('silhouettes', () => {
  test('are null without an outline', () => {
    expect(silhouettePath('110101')).toBeNull();
  });

  test.each(COUNTIES.map(({ code, name }) => [name, code]))('%s is small in bytes and fits its box', (_, code) => {
    const { viewBox, d } = silhouettePath(code ?? '') ?? { viewBox: '', d: '' };
    const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
    expect(Math.max(width, height)).toBeLessThanOrEqual(320);
    expect(Math.max(width, height)).toBeGreaterThan(300);
    expect(d).toMatch(/^(M\d+ \d+((q[-\d ]+)(t[-\d ]+)?|l[-\d ]+)+z)+$/);
    expect(
      brotli(`<svg class="silhouette" viewBox="${viewBox}" aria-hidden="true"><path d="${d}"></path></svg>`),
    ).toBeLessThan(350);
  });

  test('take the box that they are given', () => {
    expect(silhouettePath('610902', { width: 40, height: 1000 })?.viewBox).toMatch(/^\d \d (3\d|40) \d\d$/);
  });
});

describe('label points', () => {
  test('are poles of inaccessibility, inside the outline', () => {
    const distance = ([x, y]: Point, rings: Rings) =>
      Math.min(...rings.flat().map(([a, b]) => Math.hypot(a - x, b - y)));
    const arcs = arcsOf(OUTLINES.topology).map((arc) => arc.map(([x, y]): Point => [x * 1000, y * -1000]));
    for (const outline of OUTLINES.byCode.values()) {
      const shape = shapeOf(ringsOf(arcs, outline));
      const pole = poleOf(shape);
      expect(isInside(pole, shape.rings), outline.name).toBe(true);
      const others = samplesOf(shape.bounds, shape.bounds.width / 40).filter((point) => isInside(point, shape.rings));
      const best = Math.max(...others.map((point) => distance(point, shape.rings)));
      expect(distance(pole, shape.rings), outline.name).toBeGreaterThan(0.95 * best);
    }
  });

  test('of the ring round a hole are not in the hole', () => {
    const square = (from: number, to: number): Point[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const shape = shapeOf([square(0, 100), square(20, 80)]);
    expect(isInside(poleOf(shape), shape.rings)).toBe(true);
  });
});

describe('the locator', () => {
  const drawing = locator(COUNTIES);

  test('shows each county in the order given, and the provinces that hold them, no more', () => {
    expect(drawing.counties.map(({ id }) => id)).toEqual(COUNTIES.map(({ id }) => id));
    expect(drawing.provinces.map(({ name }) => name)).toEqual(['山东省', '河南省', '陕西省']);
    expect(locator(COUNTIES.slice(0, 1)).provinces.map(({ name }) => name)).toEqual(['山东省']);
  });

  test('names everything once, without the kind of place', () => {
    const names = labelsOf(drawing).map(({ text }) => text);
    const expected = ['山东', '河南', '陕西', '济阳', '汝州', '文峰', '建安', '安康'];
    expected.push('汉滨', '石泉', '紫阳', '岚皋', '平利', '白河');
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  test('enlarges the six counties of one prefecture in an empty corner below', () => {
    const { inset, provinces, counties } = drawing;
    expect(inset?.counties).toHaveLength(6);
    expect(counties.filter(({ label }) => label)).toHaveLength(4);
    expect(inset?.frame.x).toBeGreaterThan(drawing.width / 2);
    expect(inset?.frame.y).toBeGreaterThan(drawing.height / 2);
    expect(inset?.frame.width).toBeGreaterThan(2 * (inset?.source.width ?? 0));
    expect(provinces.every(({ label }) => label && inset && !boxesOverlap(label.box, inset.frame))).toBe(true);
  });

  test('needs no inset where the map is large enough', () => {
    const ankang = locator(COUNTIES.slice(4));
    expect(ankang.inset).toBeNull();
    expect(ankang.counties.every(({ label }) => label)).toBe(true);
  });

  test('marks a county without an outline by a dot and its name, in the inset too', () => {
    const { counties, inset } = locator([...COUNTIES, XUNYANG, LANKAO]);
    const lankao = counties.find(({ id }) => id === LANKAO.id);
    expect(lankao).toMatchObject({ d: null, label: { text: '兰考' } });
    expect(lankao?.dot).toEqual(lankao?.pole);
    expect(inset?.counties.find(({ id }) => id === XUNYANG.id)).toMatchObject({
      d: null,
      label: { text: '旬阳' },
    });
  });

  test('does without any outline at all', () => {
    const bare = locator(COUNTIES, {}, loadOutlines(NO_OUTLINES));
    expect(bare.provinces).toEqual([]);
    expect(bare.counties.every(({ d, dot }) => d === null && dot)).toBe(true);
    expect(labelsOf(bare)).not.toHaveLength(0);
    expect(bare.height).toBeGreaterThan(0);
  });

  test('is the same every time', () => {
    expect(locator(COUNTIES)).toEqual(drawing);
    expect(
      JSON.stringify(
        locator([...COUNTIES], { width: 288, fontSize: 13 }, loadOutlines(structuredClone(OUTLINES.topology))),
      ),
    ).toBe(JSON.stringify(drawing));
  });

  test('keeps names apart and inside, whatever is drawn', { timeout: 60_000 }, () => {
    const some = fc.subarray([...COUNTIES, XUNYANG, LANKAO], { minLength: 1 });
    const options = fc.record({
      width: fc.integer({ min: 280, max: 1200 }),
      fontSize: fc.integer({ min: 10, max: 20 }),
    });
    fc.assert(
      fc.property(some, options, (counties, size) => {
        const { width, height, inset, ...rest } = locator(counties, size);
        const labels = labelsOf({ width, height, inset, ...rest });
        const sheet: Box = { x: 0, y: 0, width, height };
        for (const [i, { box, text }] of labels.entries()) {
          expect(boxHolds(sheet, box), text).toBe(true);
          for (const other of labels.slice(i + 1)) expect(boxesOverlap(box, other.box), text + other.text).toBe(false);
        }
        for (const { label } of inset?.counties ?? [])
          if (label && inset) expect(boxHolds(inset.frame, label.box)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('is small in bytes, written as Locator.astro writes it', () => {
    const shapes = [...drawing.provinces, ...drawing.counties, ...(drawing.inset?.counties ?? [])];
    const paths = shapes.map(({ d }) => `<g class="locator-county"><path d="${d}"></path></g>`);
    const texts = labelsOf(drawing).map(
      ({ text, x, y, anchor }) =>
        `<text class="locator-label" x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`,
    );
    const title = `<title>${COUNTIES.map(({ name }) => name).join('、')}</title>`;
    const svg = `<svg class="locator-map" viewBox="0 0 ${drawing.width} ${drawing.height}">${title}${paths.join('')}${texts.join('')}</svg>`;
    expect(brotli(svg)).toBeLessThan(2000);
  });
});
