import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, readRows } from '../../../../src/components/figures/figure-rows.ts';
import {
  comparer,
  GROUPED,
  type Ordering,
  type OrderKeys,
  readAddress,
  reorder,
  writeAddress,
} from '../../../../src/components/figures/ordering.ts';
import { SORTS } from '../../../../src/components/figures/sorts.ts';
import { openPage } from '../page.ts';

const sorts = SORTS.map(({ sort }) => sort);
const keys = fc.record<OrderKeys>({
  county: fc.nat(9),
  label: fc.nat(9),
  unit: fc.nat(3),
  value: fc.integer({ min: -9, max: 9 }),
  asOf: fc.integer({ min: -1, max: 9 }),
});
const sorted = (all: OrderKeys[], ordering: Ordering) => [...all].sort(comparer(ordering));
const pairs = <T>(all: readonly T[]) => all.slice(1).map((next, i) => [all[i] as T, next] as const);

describe('an order', () => {
  test('by value keeps each unit together, either way, and sorts within it', () => {
    fc.assert(
      fc.property(fc.array(keys), fc.boolean(), (all, isDescending) => {
        for (const [a, b] of pairs(sorted(all, { sort: 'value', isDescending }))) {
          expect(a.unit).toBeLessThanOrEqual(b.unit);
          if (a.unit === b.unit) expect(isDescending ? a.value >= b.value : a.value <= b.value).toBe(true);
        }
      }),
    );
  });

  test('by date has what is not dated last, either way', () => {
    fc.assert(
      fc.property(fc.array(keys), fc.boolean(), (all, isDescending) => {
        const dates = sorted(all, { sort: 'asOf', isDescending }).map(({ asOf }) => asOf);
        const dated = dates.filter((asOf) => asOf >= 0);
        expect(dates.slice(0, dated.length)).toEqual(dated);
        expect(dated).toEqual([...dated].sort((a, b) => (isDescending ? b - a : a - b)));
      }),
    );
  });

  test('chosen again turns round; only values begin with the largest', () => {
    expect(sorts.map((sort) => reorder(GROUPED, sort).isDescending)).toEqual(sorts.map((sort) => sort === 'value'));
    const first = reorder(GROUPED, 'label');
    expect(reorder(first, 'label')).toEqual({ sort: 'label', isDescending: true });
    expect(reorder(first, '')).toEqual(GROUPED);
  });
});

describe('the address', () => {
  test('keeps order and filter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sorts), fc.boolean(), fc.string(), (sort, isDescending, query) => {
        const address = { ordering: { sort, isDescending }, query };
        expect(readAddress(writeAddress(address), sorts)).toEqual(address);
      }),
    );
  });

  test('is empty for figures as they stand, and what it does not know is nothing', () => {
    expect(writeAddress({ ordering: GROUPED, query: '' })).toBe('');
    expect(readAddress('?sort=constructor&dir=desc', ['', ...sorts])).toEqual({ ordering: GROUPED, query: '' });
    expect(readAddress('?sort=&dir=desc', ['', ...sorts]).ordering).toEqual(GROUPED);
  });
});

test('a row is found by its county, its story and its own words, whatever their width and blanks', () => {
  const page = openPage(`<section data-county="汉滨区"><table><caption>三个对比</caption><tbody>
    <tr data-keys="3 1 35 -1"><th>PM2.5 平均浓度</th><td>35 微克/立方米</td></tr></tbody></table></section>`);
  const [row] = readRows([...page.querySelectorAll<HTMLElement>('section')]);
  expect(row?.keys).toEqual({ county: 0, label: 3, unit: 1, value: 35, asOf: -1 });
  for (const query of ['', 'pm2.5', '汉滨 三个对比', 'ＰＭ２．５', '35微克', ' 平均  浓度 '])
    expect.soft(row && holds(row, query), query).toBe(true);
  for (const query of ['36 微克', '汉滨 四个']) expect.soft(row && holds(row, query), query).toBe(false);
});
