import { expect, test } from 'vitest';
import { compareUnits } from '../../../../src/lib/units/order.ts';

test('units stand in the order of their codes, those without one behind them by name', () => {
  const units = [
    { id: 'river', name: '九龙江' },
    { id: 'b', name: '乙', code: '610902' },
    { id: 'school', name: '八中' },
    { id: 'a', name: '甲', code: '410482' },
  ];
  expect(units.sort(compareUnits).map(({ id }) => id)).toEqual(['a', 'b', 'school', 'river']);
});
