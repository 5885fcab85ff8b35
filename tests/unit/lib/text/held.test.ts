import { describe, expect, test } from 'vitest';
import { heldPieces, heldStretches } from '../../../../src/lib/text/held.ts';

const held = (text: string, hasTail = false) =>
  heldStretches(text, hasTail).map(({ start, end }) => text.slice(start, end));

describe('a number and its unit', () => {
  test.each([
    ['到 11 月，来了 273 名干部。', ['11 月', '273 名']],
    ['2019 年 10 月 3 日', ['2019 年', '10 月', '3 日']],
    ['投入 5.53 亿元，3953 余万元', ['5.53 亿元', '3953 余万元']],
    ['1 至 8 月，PM2.5 是 35 微克/立方米', ['1 至 8 月', '35 微克']],
    ['30 余亩、1,200 多户、第 3 次', ['30 余亩', '1,200 多户', '第 3 次']],
    ['占 12.5%，降 3 个百分点', ['3 个百分点']],
    ['2015—2021 年', ['2015—2021 年']],
    ['11月、5 萬戶', ['11月', '5 萬戶']],
    ['12345678901234567890 元', []],
    ['没有数字', []],
  ])('%s', (text, stretches) => expect(held(text)).toEqual(stretches));
});

describe('the end of a paragraph', () => {
  test.each([
    ['草吃了半天，羊是渴着回来的。', ['来的']],
    ['他在院里说了半天“不成”。', ['不成']],
    ['一年下来，来了二百多人，一共 285 人。', ['285 人']],
    ['名字很短。', []],
    ['电话那头的人说，这种机器叫作 GPS。', []],
  ])('%s', (text, stretches) => expect(held(text, true)).toEqual(stretches));
});

test('pieces are the text, not a character more or less', () => {
  for (const text of ['到 11 月，来了 273 名干部。', '', '11 月', '草吃了半天，羊是渴着回来的。'])
    expect(
      heldPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
});
