import { describe, expect, test } from 'vitest';
import type { Point } from '../../../../src/lib/geo/plane.ts';
import { drawable, type RegisteredPlace } from '../../../../src/lib/map/drawable.ts';
import { makeOutlines, ringOf } from '../geo/made-outlines.ts';

const outlines = makeOutlines([{ code: '610901', ring: ringOf(100, 0, 101, 1) }]);
const unit = (id: string, more: { code?: string; centre?: Point } = {}) => ({ id, name: id, within: [], ...more });
const at = (county: string, point: Point, level = 'site') => ({
  ...{
    id: `p${point.join()}`,
    name: '某处',
    county,
    point,
    level,
    outside: level === 'outside',
    precision: 'exact' as const,
  },
});
const pointOf = (given: ReturnType<typeof unit>, places: RegisteredPlace[] = []) =>
  drawable(outlines, [given], places)[0]?.centre;

describe('a unit is on the map', () => {
  test('where its file says', () => {
    expect(pointOf(unit('a', { centre: [-122.4, 37.8] }), [at('a', [116, 24])])).toEqual([-122.4, 37.8]);
  });

  test('else in the middle of its outline', () => {
    const [x = 0, y = 0] = pointOf(unit('a', { code: '610901' })) ?? [];
    expect([x, y].map((n) => Math.round(n * 10))).toEqual([1005, 5]);
  });

  test('else at that of its own places which lies between the others, over the 180th meridian too', () => {
    const places = [at('a', [170, 0]), at('a', [-179, 1]), at('a', [-170, 0]), at('b', [0, 0])];
    expect(pointOf(unit('a'), places)).toEqual([-179, 1]);
  });

  test('as a point at its seat, if that is told and near', () => {
    const seat = (x: number) => ({ name: '石泉', point: [x, 33] as Point, level: 'county' as const });
    const county = { id: 'shiquan', name: '石泉县', within: [], centre: [108.2, 33.1] as Point };
    expect(drawable(outlines, [county], [], [seat(108.25)])[0]?.centre).toEqual([108.25, 33]);
    expect(drawable(outlines, [county], [], [seat(120)])[0]?.centre).toEqual([108.2, 33.1]);
    const drawn = { ...county, code: '610901' };
    expect(drawable(outlines, [drawn], [], [seat(108.25)])[0]?.centre).toEqual([108.2, 33.1]);
  });

  test('and nowhere, where nothing says where it is: a place beyond it does not', () => {
    expect(drawable(outlines, [unit('a'), unit('b', { centre: [1, 1] })], [at('a', [5, 5], 'outside')])).toEqual([
      expect.objectContaining({ id: 'b' }),
    ]);
  });
});
