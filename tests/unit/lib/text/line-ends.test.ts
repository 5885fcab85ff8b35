import { describe, expect, test } from 'vitest';
import { joinLines } from '../../../../src/lib/text/line-ends.ts';

describe('the end of a line in a manuscript', () => {
  test.each([
    ['甲\n乙', '甲乙'],
    ['甲，\n乙', '甲，乙'],
    ['甲\n（乙）', '甲（乙）'],
    ['甲 \n  乙', '甲乙'],
    ['他说：\n“乙', '他说：“乙'],
    ['乙”\n丙', '乙”丙'],
    ['甲——\n乙', '甲——乙'],
    ['甲……\n乙', '甲……乙'],
    ['カ\nナ', 'カナ'],
    ['𠮷\n𠮷', '𠮷𠮷'],
    ['甲\n\n乙', '甲乙'],
  ])('%j is nothing', (text, joined) => expect(joinLines(text)).toBe(joined));

  test.each([
    'a\nb',
    '甲\nb',
    'a\n乙',
    '甲\n12',
    'said\n“Hello',
    'well.”\n“Then',
    '한\n국',
    '甲\u2028乙',
    '甲 乙',
    '甲\u3000乙',
  ])('%j stays', (text) => expect(joinLines(text)).toBe(text));
});
