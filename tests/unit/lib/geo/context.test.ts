import { expect, test } from 'vitest';
import { readContext } from '../../../../src/lib/geo/context.ts';

const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: object, type: string, coordinates: unknown) => ({
  ...{ type: 'Feature', properties, geometry: { type, coordinates } },
});

test('rivers, seats and names of neighbours', () => {
  const text = file(
    feature({ kind: 'river', name: '清河', rank: 1 }, 'LineString', [
      [100, 30],
      [101, 31, 5],
    ]),
    feature({ kind: 'river', name: '浊河' }, 'MultiLineString', [
      [
        [100, 30],
        [101, 31],
      ],
    ]),
    feature({ kind: 'seat', name: '东城', level: 'prefecture' }, 'Point', [100, 30]),
    feature({ kind: 'region', name: '西省' }, 'Point', [99, 30]),
  );
  expect(readContext(text)).toEqual({
    rivers: [
      {
        name: '清河',
        rank: 1,
        lines: [
          [
            [100, 30],
            [101, 31],
          ],
        ],
      },
      {
        name: '浊河',
        rank: 2,
        lines: [
          [
            [100, 30],
            [101, 31],
          ],
        ],
      },
    ],
    seats: [{ name: '东城', level: 'prefecture', point: [100, 30] }],
    regions: [{ name: '西省', point: [99, 30] }],
  });
});

test.each([
  ['什么都不是', '不是 JSON 文件'],
  ['{}', 'FeatureCollection'],
  [file(null), '第 1 个地物没有名字'],
  [file(feature({ kind: 'river' }, 'Point', [1, 2])), '没有名字'],
  [
    file(feature({ kind: 'road', name: '官道' }, 'Point', [1, 2])),
    '第 1 个地物（官道）的 kind 是“road”，应为 river、seat 或 region',
  ],
  [file(feature({ kind: 'river', name: '清河' }, 'LineString', [[1, 2]])), '至少两个 [经度, 纬度]'],
  [file(feature({ kind: 'river', name: '清河' }, 'Polygon', [[[1, 2]]])), 'LineString'],
  [file(feature({ kind: 'seat', name: '东城' }, 'Point', [200, 2])), '[200, 2] 不在地球上'],
  [file(feature({ kind: 'seat', name: '东城' }, 'Point', [34, 113])), '[34, 113] 写反了，应作 [113, 34]'],
  [
    file(
      feature({ kind: 'river', name: '清河' }, 'LineString', [
        [113, 34],
        [34, 113],
      ]),
    ),
    '应作 [113, 34]',
  ],
  [file(feature({ kind: 'region', name: '西省' }, 'Point', ['1', 2])), '应是 Point'],
])('%s', (text, message) => {
  expect(() => readContext(text)).toThrow(message);
});
