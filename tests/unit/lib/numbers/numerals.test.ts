import { expect, test } from 'vitest';
import { powerOf, readChineseNumeral, scaled } from '../../../../src/lib/numbers/numerals.ts';

test.each([
  ['十', 10],
  ['十二', 12],
  ['百', 100],
  ['四万万', 400_000_000],
  ['二百零三', 203],
  ['三百五', 350],
  ['两万八', 28_000],
  ['一亿零二万', 100_020_000],
  ['一亿二〇三万', 102_030_000],
  ['二〇一七', 2017],
  ['三千五百万', 35_000_000],
])('%s is %i', (text, number) => expect(readChineseNumeral(text)).toBe(number));

test.each([
  ['', 'nothing at all'],
  ['三个', 'more than a number'],
  ['三五', 'an estimate'],
  ['二三百', 'an estimate'],
  ['二三四百', 'digits in a row before a power'],
  ['一百二三', 'an estimate after a power'],
  ['一千二三四', 'digits in a row after a power'],
  ['一百几', 'a tail that is no number'],
  ['几百', 'a head that is no number'],
  ['百十', 'an estimate'],
  ['万一', 'a word'],
  ['一百二百', 'two numbers'],
  ['一千十百', 'powers out of order'],
])('%j is not one number: %s', (text) => expect(readChineseNumeral(text)).toBeNull());

test('multipliers in a row add up, and lose no digit', () => {
  expect(['', '百', '万', '百万', '千万', '万亿'].map(powerOf)).toEqual([0, 2, 4, 6, 7, 12]);
  expect(scaled('4.76', 8)).toBe(476_000_000);
  expect(scaled(1.1, 4)).toBe(11_000);
});
