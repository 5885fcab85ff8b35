import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContext } from '../../src/lib/geo/context.ts';
import type { Point } from '../../src/lib/geo/plane.ts';
import { kilometres } from '../support/kilometres.ts';
import { otherArchive } from './bundled.ts';

/**
 * Rivers that no public line at hand has, and seats, held against single public points, rounded to a hundredth of a degree.
 * The other rivers are measured along their whole length: see `src/content/site/outlines.md`.
 */
const ON_RIVERS: Record<string, [what: string, source: string, point: Point][]> = {
  北汝河: [
    ['汝阳县城', 'GeoNames 1797014', [112.46, 34.15]],
    ['汝州水文站', '平顶山市水情表', [112.83, 34.14]],
    ['南水北调中线北汝河倒虹吸', '中线节制闸坐标表', [113.13, 33.97]],
    ['郏县县城', 'GeoNames 1805957', [113.21, 33.97]],
    ['襄城县城', 'GeoNames 1790601', [113.48, 33.85]],
  ],
  洹河: [
    ['小南海水库', '卫共流域水情表，测站 31006700', [114.1, 36.03]],
    ['南水北调中线安阳河倒虹吸', '中线节制闸坐标表', [114.25, 36.14]],
    ['安阳水文站', '卫共流域水情表，测站 31006900', [114.34, 36.12]],
  ],
  任河: [
    ['城口县城（葛城）', 'GeoNames 1810266', [108.66, 31.95]],
    ['龙田', 'GeoNames 8397561', [108.63, 31.97]],
    ['坪坝', 'GeoNames 1798858', [108.52, 32.0]],
    ['巴山水电站大坝', 'WRI Global Power Plant Database', [108.46, 32.1]],
    ['巴山镇', 'GeoNames 1899373', [108.47, 32.11]],
    ['白果坪水电站', 'WRI Global Power Plant Database（CDM 登记）', [108.43, 32.11]],
    ['襄渝铁路沿任河：毛坝一带', 'Digital Chart of the World', [108.31, 32.4]],
    ['襄渝铁路沿任河：高滩一带', 'Digital Chart of the World', [108.37, 32.45]],
    ['襄渝铁路沿任河：瓦房店一带', 'Digital Chart of the World', [108.43, 32.45]],
    ['紫阳县城', 'GeoNames 1783682', [108.53, 32.52]],
  ],
  岚河: [
    ['岚皋县城', 'GeoNames 1804550', [108.89, 32.3]],
    ['香子坝（Xiangziba）水电站', 'WRI Global Power Plant Database（CDM 登记 3933）', [108.88, 32.41]],
  ],
};

/** DataV’s centres of counties (npm china-regions-lat) and GeoNames’ towns. */
const SEATS: Record<string, Point> = {
  平顶山: [113.3, 33.74],
  白河: [110.11, 32.81],
  镇安: [109.15, 33.42],
  石泉: [108.25, 33.04],
  紫阳: [108.53, 32.52],
  岚皋: [108.9, 32.31],
  平利: [109.36, 32.39],
  安康: [109.03, 32.69],
  汝州: [112.85, 34.17],
  郑州: [113.65, 34.76],
  安阳: [114.35, 36.1],
  许昌: [113.83, 34.02],
  济阳: [117.18, 36.98],
  滨州: [118.02, 37.38],
};

const KILOMETRES = { river: 5, seat: 3 };

describe.skipIf(otherArchive())('what is drawn round the bundled counties', () => {
  const { rivers, seats } = readContext(readFileSync('src/content/site/context.geojson', 'utf8'));

  it.each(Object.entries(ON_RIVERS).flatMap(([river, points]) => points.map((one) => [river, ...one] as const)))(
    '%s runs past %s (%s)',
    (name, _what, _source, point) => {
      const lines = rivers.filter((river) => river.name === name).flatMap((river) => river.lines);
      const gaps = lines.flatMap((line) => line.slice(1).map((to, i) => kilometres(point, line[i] ?? to, to)));
      expect(Math.min(...gaps)).toBeLessThan(KILOMETRES.river);
    },
  );

  it.each(Object.entries(SEATS))('%s is where public tables have it', (name, point) => {
    const seat = seats.find((one) => one.name === name);
    expect(seat && kilometres(point, seat.point, seat.point)).toBeLessThan(KILOMETRES.seat);
  });

  it.each([
    ['洹河', '卫河'],
    ['任河', '汉江'],
    ['岚河', '汉江'],
  ])('%s ends in or near %s', (name, into) => {
    const end = rivers
      .find((river) => river.name === name)
      ?.lines.at(-1)
      ?.at(-1) ?? [0, 0];
    const lines = rivers.filter((river) => river.name === into).flatMap((river) => river.lines);
    const gaps = lines.flatMap((line) => line.slice(1).map((to, i) => kilometres(end, line[i] ?? to, to)));
    expect(Math.min(...gaps)).toBeLessThan(KILOMETRES.river);
  });
});
