import { expect, test } from 'vitest';
import { keyMilestones } from '../../../../src/lib/timeline/selection.ts';

const on = (id: string, county: string, date: string | null = '2019', more: object = {}) => ({
  ...{ id, date, basis: 'stated' as const, story: { county: { id: county } } },
  ...(more as { key?: boolean }),
});
const ids = (some: Iterable<{ id: string }>) => [...some].map(({ id }) => id).sort();

test('what editors chose is shown first, and of a unit without a choice the three best dated', () => {
  const all = [
    on('a1', 'a'),
    on('a2', 'a', '2019', { key: true }),
    on('b1', 'b', null),
    on('b2', 'b', '2019'),
    on('b3', 'b', '2019-05-01'),
    on('b4', 'b', '2019-05', { planned: true }),
    on('b5', 'b', '2018-03', { basis: 'inferred' }),
    on('c1', 'c', null),
  ];
  expect(ids(keyMilestones(all))).toEqual(['a2', 'b2', 'b3', 'b5', 'c1']);
});

test('of a few without a choice all are', () => {
  const few = Array.from({ length: 40 }, (_, i) => on(`m${i}`, 'a'));
  expect(keyMilestones(few).size).toBe(40);
  expect(keyMilestones([...few, on('one more', 'a')]).size).toBe(3);
  expect(keyMilestones([]).size).toBe(0);
});
