import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresIn } from '../../../../src/lib/marking/figures.ts';
import { labelOf } from '../../../../src/lib/marking/labels.ts';
import { figureMatches } from '../../../../src/lib/numbers/figures.ts';
import { placeStatements } from '../../../../src/lib/numbers/statements.ts';

const told = (text: string) =>
  figuresIn(text).map(({ words, value, unit, qualifiers }) =>
    `${words} = ${value} ${unit} ${qualifiers.join()}`.trim(),
  );

describe('the figures of a sentence', () => {
  test.each([
    ['投入 4.76 亿元，', '4.76 亿元 = 4.76 亿元'],
    ['累计 2.81 万人。', '2.81 万人 = 2.81 万人'],
    ['注册 2 万 8 千余人。', '2 万 8 千余人 = 28000 人 余'],
    ['总共筹来近万元，', '近万元 = 1 万元 近'],
    ['一通常常 10 多分钟。', '10 多分钟 = 10 分钟 多'],
    ['两年多下来', '两年多 = 2 年 多'],
    ['养了 3 个多月。', '3 个多月 = 3 个月 多'],
    ['入户率到了 99% 以上。', '99% 以上 = 99 % 以上'],
    ['占百分之九十五。', '百分之九十五 = 95 %'],
    ['派至少一名干部', '至少一名 = 1 名 至少'],
    ['预计增收 3000 元左右；', '3000 元左右 = 3000 元 左右'],
    ['增收 300 至 500 元。', '300 至 500 元 = 300,500 元'],
    ['1650 余人次受训', '1650 余人次 = 1650 人次 余'],
    ['浓度为 35 微克/立方米，', '35 微克/立方米 = 35 微克/立方米'],
    ['亩产 450 公斤/亩。', '450 公斤/亩 = 450 公斤/亩'],
    ['一百二十个村', '一百二十个 = 120 个'],
    ['下降 12.8 个百分点。', '12.8 个百分点 = 12.8 个百分点'],
    ['七项制度', '七项 = 7 项'],
    ['“25 个县级领导联系村”', '25 个 = 25 个'],
  ])('%s → %s', (text, figure) => expect(told(text)).toEqual([figure]));

  test.each([
    '2018 年 11 月 12 日上午 9 点 30 分',
    '68 岁的老人',
    '第 5 组、第三批',
    '“331”工作机制、PM2.5',
    '十几户人家、两三万元',
    '一位老人、一个家',
    '排进全省前十位',
    '《3 年行动计划》第 2 章',
    '“两不愁三保障”“三级询问制度”',
    '党的十九届五中全会',
    '5 年来、三年内',
  ])('%s states none', (text) => expect(told(text)).toEqual([]));
});

describe('what is counted', () => {
  const label = (text: string) => labelOf(text, figuresIn(text)[0] ?? { start: 0, end: 0 });
  test.each([
    ['全区新建村组道路 687 条。', '全区新建村组道路'],
    ['20 家餐饮经营单位装好净化器', '餐饮经营单位'],
    ['帮扶资金累计 82 万元。', '帮扶资金'],
    ['其中 231 个是贫困村', '贫困村'],
  ])('%s → %s', (text, words) => expect(label(text)).toBe(words));
  test('times are no part of it', () => {
    const text = '截至 2019 年底投入 5 亿元';
    const [figure = { start: 0, end: 0 }] = figuresIn(text).slice(-1);
    expect(labelOf(text, figure, [{ start: 0, end: 10 }])).toBe('投入');
  });
});

const pieces = [
  '投入',
  ' 4.76 亿元',
  '２．５万元',
  '近',
  '约',
  '至少 3 件',
  '，',
  '。',
  '“',
  '”',
  '三级',
  '10 多',
  '个月',
  '①',
  '  ',
  '\n',
  '㎡',
  '%',
  '至',
  '5',
  '，000',
];
test('every figure is stated by the very words that a mark would hold', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      for (const { start, end, words, value, unit, qualifiers } of figuresIn(text)) {
        expect(text.slice(start, end)).toBe(words);
        expect(figureMatches(words, { value, unit, ...(qualifiers.length > 0 ? { qualifier: qualifiers } : {}) })).toBe(
          true,
        );
      }
      let last = 0;
      for (const { start, end } of placeStatements(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { numRuns: 500 },
  ));
