import { describe, expect, test } from 'vitest';
import { spokenText } from '../../../../src/lib/text/spoken.ts';

describe('a Chinese text as a voice is given it', () => {
  test.each([
    ['2015—2020 年', '二零一五年到二零二零年'],
    ['2019 年 11 月', '二零一九年 11 月'],
    ['他们在2020年脱贫', '他们在二零二零年脱贫'],
    ['1359 户，3000 年', '1359 户，3000 年'],
    ['降到 0.26%', '降到 百分之0.26'],
    ['3%—5%', '百分之3到百分之5'],
    ['60 ㎡的房子', '60 平方米的房子'],
    ['1,359 人', '1359 人'],
    ['11—12 月', '11到12 月'],
    ['“331”办法', '“三三一”办法'],
    ['“6+1”', '“6加1”'],
    ['500 元/人', '500 元每人'],
    ['35→31', '35到31'],
    ['他说——走', '他说，走'],
    ['一行\u2028二行', '一行，二行'],
  ])('%s', (text, expected) => expect(spokenText(text)).toBe(expected));

  test('names are spoken as the archive says, the longest first', () => {
    expect(spokenText('“331”和“331+”', { '331': '三百三十一', '331+': '三三一加' })).toBe('“三百三十一”和“三三一加”');
  });

  test('what has neither digits nor signs stays', () => {
    expect(spokenText('羊下山的时候，他说：“走。”')).toBe('羊下山的时候，他说：“走。”');
  });
});
