import { expect, test } from 'vitest';
import { readChoice } from '../../../../src/editing/marking/choose.ts';

const isSure = (index: number) => index !== 2;
test.each([
  ['全部', [0, 1, 2, 3, 4], false],
  ['all', [0, 1, 2, 3, 4], false],
  ['无疑', [0, 1, 3, 4], false],
  ['1,3-5', [0, 2, 3, 4], true],
  ['１、３－４', [0, 2, 3], true],
  ['除 2，5', [0, 2, 3], false],
  ['', [], false],
])('%s', (answer, indexes, isNamed) => expect(readChoice(answer, 5, isSure)).toEqual({ indexes, isNamed }));
test.each([
  ['6', '没有第 6 条，一共 5 条'],
  ['4-2', '没有第 4-2 条，一共 5 条'],
  ['数字', '看不懂“数字”：写 全部、无疑、1,3-9 或 除 2,5'],
])('%s is refused', (answer, fault) => expect(readChoice(answer, 5, isSure)).toEqual({ fault }));
