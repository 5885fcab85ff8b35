import { describe, expect, test } from 'vitest';
import { openingOf, openingStands } from '../../../../src/lib/text/opening.ts';

const open = (text: string) => ({ text, isPrivate: false });

describe('how a story begins', () => {
  test.each([
    ['堤上的灯亮了一夜，没有人睡得着。第二天雨停了。', '堤上的灯亮了一夜，没有人睡得着。'],
    ['“来了！”她说。人们从堤上跑下来，手里都提着灯。', '“来了！”她说。人们从堤上跑下来，手里都提着灯。'],
    ['先摆两个数：甲校，2 间；乙校，3 间。后来又变了。', '先摆两个数：甲校，2 间；乙校，3 间。'],
    [`${'堤上的灯亮着，'.repeat(12)}天亮了。`, `${'堤上的灯亮着，'.repeat(9).slice(0, -1)}……`],
  ])('%s', (text, opening) => expect(openingOf([open(text)])).toBe(opening));

  test('is not told where it is of private people, or there is none', () => {
    expect(openingOf([{ text: '她家的灯亮了一夜。', isPrivate: true }, open('堤上的灯亮了一夜。')])).toBeNull();
    expect(openingOf([])).toBeNull();
  });
});

test('a chosen opening stands in the text, for all to see', () => {
  const paragraphs = [open('堤上的灯亮了 一夜。'), { text: '她家的灯亮着。', isPrivate: true }];
  expect(openingStands('灯亮了一夜。', paragraphs)).toBe('stands');
  expect(openingStands('她家的灯', paragraphs)).toBe('private');
  expect(openingStands('雨停了', paragraphs)).toBe('absent');
});
