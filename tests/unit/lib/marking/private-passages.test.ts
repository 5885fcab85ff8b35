import { expect, test } from 'vitest';
import { privatePassages } from '../../../../src/lib/marking/private-passages.ts';

const kinds = (texts: readonly string[]) =>
  privatePassages(
    texts.map((text) => ({
      kind: text.startsWith('#') ? ('heading' as const) : ('paragraph' as const),
      ...{ text, taken: [], milestones: [] },
    })),
  );

test.each([
  ['somebody who is called by the surname', ['赵大娘家有 3 头牛。'], [true]],
  ['one household and its money', ['家里的租金一年 600 元。'], [true]],
  ['a district', ['全县 45 户领到租金 600 元。'], [false]],
  ['what goes on about them', ['赵大娘家有 3 头牛。', '她又买了 5 头。', '全村有 45 户。'], [true, true, false]],
  [
    'what points back over others',
    ['赵大娘家有 3 头牛。', '全村有 45 户。', '这位老人又买了 5 头。'],
    [true, false, true],
  ],
  [
    'another section',
    ['赵大娘家有 3 头牛。', '# 账', '她们办了 3 个厂。', '这位主任说。'],
    [true, false, false, false],
  ],
])('%s', (_, texts, isPrivate) => expect(kinds(texts)).toEqual(isPrivate));
