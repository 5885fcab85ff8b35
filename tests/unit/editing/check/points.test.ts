import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';

const unit = (id: string, centre: readonly number[]) => ({
  path: `counties/${id}.yaml`,
  text: `name: ${id}\nwithin: []\ncentre: [${centre.join(', ')}]\nintro: 一段介绍。\nstandalone: true\n`,
});
const swapped = (...units: ReturnType<typeof unit>[]) =>
  checkContent(units, { day: '2027-01-01' })
    .filter(({ rule }) => rule === 'point-swapped')
    .map(({ file, line, hint, cure }) => `${file}:${line} ${hint ? '提示' : '错误'} ${cure}`);

describe('a point with its numbers exchanged, which lies on earth both ways', () => {
  const near = [unit('a', [87.6, 43.8]), unit('b', [86.1, 44.3])];

  test('is told as a hint where the other points make it plain', () =>
    expect(swapped(...near, unit('c', [43.9, 87.3]))).toEqual([
      'counties/c.yaml:3 提示 经度和纬度是不是写反了？应作 [87.3, 43.9]',
    ]));

  test('is not suspected far from all others either way, or near another', () => {
    expect(swapped(...near, unit('c', [-77.04, -12.05]))).toEqual([]);
    expect(swapped(...near, unit('c', [12, 20]))).toEqual([]);
    expect(swapped(...near, unit('c', [43.9, 87.3]), unit('d', [44.1, 87.2]))).toEqual([]);
  });

  test('is nothing to be told of where there is no other', () => expect(swapped(unit('c', [43.9, 87.3]))).toEqual([]));

  test('is told of a place too', () => {
    const places = {
      path: 'places/a.yaml',
      text: 'places:\n  - { id: p, name: 某地, level: site, point: [43.9, 87.3], precision: exact, standalone: true }\n',
    };
    expect(swapped(...near, places)).toEqual(['places/a.yaml:2 提示 经度和纬度是不是写反了？应作 [87.3, 43.9]']);
  });
});

describe('where private people live', () => {
  const points = (...lines: string[]) =>
    checkContent([{ path: 'places/a.yaml', text: `places:\n${lines.join('\n')}\n` }], { day: '2027-01-01' })
      .filter(({ rule }) => rule === 'private-point')
      .map(({ file, line, hint }) => `${file}:${line} ${hint ? '提示' : '错误'}`);
  const village = '  - { id: v, name: 某村, level: village, private: true }';

  test('has no point, neither has what lies in it', () => {
    expect(points('  - { id: v, name: 某村, level: village, private: true, point: [113, 34] }')).toEqual([
      'places/a.yaml:2 错误',
    ]);
    expect(points(village, '  - { id: w, name: 某组, level: group, parent: v, point: [113, 34] }')).toEqual([
      'places/a.yaml:3 错误',
    ]);
  });

  test('others may have one', () =>
    expect(points(village, '  - { id: t, name: 某镇, level: township, point: [113, 34] }')).toEqual([]));
});
