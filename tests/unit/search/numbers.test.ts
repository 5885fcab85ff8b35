import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersIn, numbersMeant, otherNumerals, readNumerals } from '../../../src/search/numbers.ts';

describe('Han numerals', () => {
  test.each([
    ['二十', 20],
    ['十五', 15],
    ['三百五十', 350],
    ['一千零八', 1008],
    ['一万八', 18_000],
    ['三百五', 350],
    ['一亿二', 120_000_000],
    ['两万零八', 20_008],
    ['两万八千', 28_000],
    ['三千万', 30_000_000],
    ['一亿二千万', 120_000_000],
    ['七', 7],
  ])('%s', (text, number) => {
    expect(readNumerals([...text])).toBe(number);
  });

  test.each(['二〇一九', '一三', '三x'])('%s is no number', (text) => {
    expect(readNumerals([...text])).toBeNull();
  });

  test('are digits, and digits are Han numerals', () => {
    expect(otherNumerals([...'二十家'])).toEqual(['20', '家']);
    expect(otherNumerals(['20', '家'])).toEqual([...'二十家']);
    expect(otherNumerals(['110', '个'])).toEqual([...'一百一十个']);
    expect(otherNumerals(['1008', '个'])).toEqual([...'一千〇八个']);
    expect(otherNumerals(['2.5', '万'])).toEqual(['2.5', '万']);
  });

  test('say what the digits said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
        expect(readNumerals(otherNumerals([String(number)]))).toBe(number);
      }),
    );
  });
});

const PRINTED = numbersIn(
  '累计脱贫 10103 户、32168 人，收益 3617 万元，增收 3953 余万元，获贷率 9.88%，三县 31 家、2020 年 12 月、30000 余亩，32,999 户，贷款 2054.82 万元，1.8 亿元。',
);

describe('a number that is only said', () => {
  test('has printed ones beside it, years and small ones left out', () => {
    expect(PRINTED).toContain('32168 人');
    expect(PRINTED).not.toContain('2020 年');
    expect(PRINTED).not.toContain('31 家');
    expect(numbersIn('当年一共一万八。第一百户，二十户，三千多万，九十九户，二〇二〇年，千家万户')).toEqual(['一万八']);
    expect(numbersIn('PM2.5 降到 8.5%')).toEqual(['8.5%']);
  });

  test.each([
    ['3.2万人', ['32168 人']],
    ['3.2 万户', ['32,999 户']],
    ['三千多万', ['3617 万元', '3953 余万元']],
    ['3000 多万元', ['3617 万元', '3953 余万元']],
    ['9.88', ['9.88%']],
    ['两千多万元', ['2054.82 万元']],
    ['3 万亩', ['30000 余亩']],
    ['一万户', ['10103 户'].slice(1)],
    ['没有数字', []],
    ['4 亿', []],
    ['3.1 万人', []],
    ['3.2 万元', []],
  ])('%s', (said, meant) => {
    expect(numbersMeant(said, PRINTED)).toEqual(meant);
  });

  test.each(['1.8万元', '18000元', '一万八', '一万八千元'])('%s may be said in Han numerals', (said) => {
    expect(numbersMeant(said, numbersIn('一共一万八。'))).toEqual(['一万八']);
  });
});
