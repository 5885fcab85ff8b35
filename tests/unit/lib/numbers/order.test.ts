import { describe, expect, test } from 'vitest';
import type { FigureValue } from '../../../../src/lib/numbers/figures.ts';
import { baseRange, baseUnit, sortKeys, unitsOf } from '../../../../src/lib/numbers/order.ts';
import type { Qualifier } from '../../../../src/lib/qualifiers/qualifiers.ts';

const figure = (value: FigureValue, unit: string, label = '项目', asOf: string | null = null) => ({
  value,
  unit,
  label,
  asOf,
});

test.each([
  ['元', '元'],
  ['万元', '元'],
  ['亿元', '元'],
  ['万人', '人'],
  ['名', '人'],
  ['口', '人'],
  ['人次', '人次'],
  ['万个', '个'],
  ['个月', '个月'],
  ['家', '家'],
  ['万亩', '亩'],
  ['%', '%'],
  ['微克/立方米', '微克/立方米'],
  ['', ''],
])('the base of %s is %s', (unit, base) => expect(baseUnit(unit)).toBe(base));

test('万 and 亿 are multiplied out, without rounding', () => {
  expect(baseRange(figure(4.76, '亿元'))).toEqual([476_000_000, 476_000_000]);
  expect(baseRange(figure([1.1, 2.3], '万人'))).toEqual([11_000, 23_000]);
});

test('the most frequent units come first', () => {
  expect(unitsOf([figure(1, '户'), figure(1, '万元'), figure(1, '名'), figure(1, '元'), figure(1, '人')])).toEqual([
    '人',
    '元',
    '户',
  ]);
});

describe('sort keys', () => {
  const figures = [
    figure(5000, '万元', '贫困村', '2019?'),
    figure(4.76, '亿元', '安置点', '2016/2020'),
    figure(12, '户', '贫困村', '2019-12'),
    figure(1000, '元', '道路'),
  ];
  const keyOf = (each: (typeof figures)[number] | undefined, key: 'label' | 'unit' | 'value' | 'asOf') =>
    each && sortKeys(figures).get(each)?.[key];
  /** The figures in the order of a key. */
  const by = (key: 'label' | 'value' | 'asOf') =>
    [...figures].sort((a, b) => (keyOf(a, key) ?? 0) - (keyOf(b, key) ?? 0));

  test('put words in the order of their pinyin, and equal words together', () => {
    expect(by('label').map(({ label }) => label)).toEqual(['安置点', '道路', '贫困村', '贫困村']);
    expect(keyOf(figures[0], 'label')).toBe(keyOf(figures[2], 'label'));
  });

  test('put numbered words in the order of their numbers', () => {
    const groups = ['第 10 组', '第 2 组'].map((label) => figure(1, '户', label));
    const numbered = sortKeys(groups);
    expect(groups.map((group) => numbered.get(group)?.label)).toEqual([1, 0]);
  });

  test('compare values within a unit', () => {
    const money = by('value').filter((each) => keyOf(each, 'unit') === 0);
    expect(money.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['1000 元', '5000 万元', '4.76 亿元']);
    expect(keyOf(figures[2], 'unit')).toBe(1);
  });

  test('put what is less before what it is less than, and what is more behind', () => {
    const five = (qualifier?: Qualifier) => ({ ...figure(5, '户'), ...(qualifier ? { qualifier } : {}) });
    const all = [five('以上'), five(), five('不足'), five('约'), figure(4, '户'), figure(6, '户')];
    const keys = sortKeys(all);
    expect(all.map((each) => keys.get(each)?.value)).toEqual([4, 2, 1, 2, 0, 5]);
  });

  test('put dates in the order of time, and tell what has none', () => {
    expect(by('asOf').map(({ asOf }) => asOf)).toEqual([null, '2016/2020', '2019?', '2019-12']);
    expect(keyOf(figures[3], 'asOf')).toBe(-1);
  });
});
