import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import { isError } from '../../../../src/lib/manuscript/problem.ts';

const good = readContent('tests/fixtures/content');
/** The good story as a draft in which fields are still open. */
const DRAFT: readonly (readonly [RegExp, string])[] = [
  [/status: published/, 'status: draft'],
  [/^genre: .*$/m, 'genre: 待确认'],
  [/^summary: .*$/m, 'summary: 待确认：请写 40 到 120 字的摘要'],
  [/^ {2}date: .*$/m, '  date: 待确认'],
  [/^privacy: .*$/m, 'privacy: 待确认'],
  [/^published: .*$/m, 'published: 待确认'],
];
const look = (...more: (readonly [RegExp | string, string])[]) => {
  const files = good.map((file) => ({
    ...file,
    text: file.path.endsWith('sample-story.mdx')
      ? [...DRAFT, ...more].reduce((text, [from, to]) => text.replace(from, to), file.text)
      : file.text,
  }));
  return checkContent(files, { day: '2027-01-01' });
};

describe('a draft with open fields', () => {
  test('has no error, only questions', () => {
    expect(look().filter(isError)).toEqual([]);
    expect(look().filter(({ rule }) => rule === 'unresolved').length).toBe(DRAFT.length - 1);
  });

  test.each<[string, string | RegExp, string]>([
    ['figure-mismatch', '32168 户</Figure>', '32169 户</Figure>'],
    ['date-mismatch', 'date: "2020-02-29"', 'date: "1977-11-25"'],
    ['entry-unmarked', '<Figure id="households">32168 户</Figure>', '32168 户'],
    ['id-unknown', 'people: [zhang-san]', 'people: [zhang-sann]'],
    ['mark-words', '张三</Person>', '李四海</Person>'],
  ])('is told of %s all the same', (rule, from, to) => {
    expect(
      look([from, to])
        .filter(isError)
        .map((problem) => problem.rule),
    ).toContain(rule);
  });

  test('with a field that is wrong and not open is told of that', () => {
    expect(
      look(['county: jianan', 'county: [jianan]'])
        .filter(isError)
        .map(({ rule }) => rule),
    ).toEqual(['field-invalid']);
  });
});
