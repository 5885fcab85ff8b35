import { expect, test } from 'vitest';
import { findWrongPanels } from '../../../../src/editing/check/panels.ts';

const counties = new Set(['qingtan', 'luhe', 'shanbei']);
const find = (...panels: [string, ...string[]][]) =>
  findWrongPanels(
    {
      value: { panels: panels.map(([name, ...units]) => ({ name, units })) },
      locate: (path) => ({ line: path.length, column: 1 }),
    },
    counties,
  );

test('panels that name every unit once are fine, and none at all too', () => {
  expect(find(['青溪边', 'qingtan', 'luhe'], ['山北', 'shanbei'])).toEqual([]);
  expect(find()).toEqual([]);
});

test('a unit that is not there, with the one that is meant', () => {
  expect(find(['青溪边', 'qingtna', 'luhe'])).toEqual([
    expect.objectContaining({ rule: 'id-unknown', line: 4, cure: '是不是 qingtan？' }),
  ]);
  expect(find(['青溪边', 'toString', 'constructor'])).toHaveLength(2);
});

test('a unit in two panels, or twice in one', () => {
  expect(find(['青溪边', 'qingtan', 'luhe'], ['山北', 'shanbei', 'luhe'])).toEqual([
    expect.objectContaining({ rule: 'panel-twice', message: 'luhe 已经在“青溪边”里，一处只在一幅图上' }),
  ]);
  expect(find(['青溪边', 'qingtan', 'qingtan'])[0]?.message).toBe('“青溪边”这一幅里 qingtan 写了两次');
});

test('units in none of them are a hint, once all else is right', () => {
  expect(find(['青溪边', 'qingtan'])).toEqual([
    expect.objectContaining({ rule: 'panel-missing', hint: true, message: expect.stringContaining('luhe、shanbei') }),
  ]);
});
