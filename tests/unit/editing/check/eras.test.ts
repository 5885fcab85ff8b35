import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';

const good = readContent('tests/fixtures/content');
const said = (date: string, words: string) =>
  checkContent(
    good.map(({ path, text }) => ({
      path,
      text: text.replace('"2020-02-29"', `"${date}"`).replace('2020 年 2 月 29 日，', `${words}，`),
    })),
    { day: '2027-01-01' },
  ).map(({ rule, hint, message, cure }) => `${rule} ${hint} ${message} ${cure}`);

test('a year before our era that was not counted down by one is told', () => {
  expect(said('-0500', '公元前 500 年')).toEqual([
    'date-era true 正文说“公元前 500 年”，date 写的 -0500 却是公元前 501 年 改成 "-0499"：公元前 1 年在 EDTF 里是 0000，年数要减一',
  ]);
  expect(said('-0221-10', '前 221 年十月')).toHaveLength(1);
});

test('and one that was is not', () => {
  for (const date of ['-0499', '-0499~', '-04XX']) expect(said(date, '公元前 500 年')).toEqual([]);
  expect(said('-0500', '很久以前')).toEqual([]);
});
