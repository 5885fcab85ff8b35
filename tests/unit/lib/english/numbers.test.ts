import { describe, expect, test } from 'vitest';
import { isStated, numbersIn } from '../../../../src/lib/english/numbers.ts';
import { chineseIn, countWords } from '../../../../src/lib/english/prose.ts';

const textsIn = (text: string) => numbersIn(text).map(({ text: said }) => said);

describe('the numbers of an English text', () => {
  test.each([
    ['24,704,600 yuan for 57 projects', ['24,704,600', '57']],
    ['36.17 million yuan', ['36.17 million']],
    ['On 5 April 2017, and by December 2020', ['5 April 2017', 'December 2020']],
    ['April 5, 2017', ['April 5, 2017']],
    ['0.26 per cent, 13.3-kilometre', ['0.26', '13.3']],
    ['PM2.5 fell to 31; RMB35 million', ['31', '35 million']],
    ['“331”, "6+1" and 3 more', ['3']],
    ['“a saying of more than forty letters is speech, 7 of them”', ['7']],
    ['“never closed 9', ['9']],
    ['five lists', []],
  ])('%s', (text, numbers) => expect(textsIn(text)).toEqual(numbers));
});

const STATED = {
  figures: [
    { value: 2470.46, unit: '万元' },
    { value: 20.9, unit: '万亩' },
    { value: 1.2, unit: '亿元' },
    { value: [8, 10], unit: '元' },
    { value: 7, unit: '成' },
    { value: 3, unit: '千瓦' },
  ],
  dates: ['2017-04-05', '2019-11?/2019-12?', null],
};

describe('a number is stated', () => {
  test.each(['24,704,600', '24.7046 million', '209,000', '120 million', '8 to 10', '70 per cent', '3 kW', '2017'])(
    '%s',
    (text) => expect(numbersIn(text).every((said) => isStated(said, STATED))).toBe(true),
  );
  test.each(['April 2017', '5 April 2017', 'December 2019'])('%s, a date', (text) =>
    expect(numbersIn(text).every((said) => isStated(said, STATED))).toBe(true),
  );
  test.each(['2470.46', '24,704', '9', '3,000', '2018', '4 April 2017', 'May 2017', '5', '12'])('%s is not', (text) =>
    expect(numbersIn(text).some((said) => isStated(said, STATED))).toBe(false),
  );
  test('of no more than a month, no day is', () =>
    expect(isStated({ text: '', date: '2019-11-03' }, STATED)).toBe(false));
});

test('words are counted as English has them', () =>
  expect(countWords('Jian’an’s 4,143 farmers – well-paid, 0.26 per cent.')).toBe(7));

describe('Chinese', () => {
  test('is found', () => expect(chineseIn('Five lists 五单 of a town')).toBe('五单'));
  test('and its punctuation', () => expect(chineseIn('One，two')).toBe('，'));
  test('may stand between quotation marks', () => expect(chineseIn('Five lists “五单”')).toBeNull());
});
