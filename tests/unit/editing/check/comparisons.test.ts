import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';

const good = readContent('tests/fixtures/content');
const COMPARISONS = `comparisons:
  - id: money
    title: 收入
    note: 凭什么可比。
    items:
      - { story: sample-story, figure: income }
      - { story: other-story, figure: income }
`;

/** The fixture with a second story, and with comparisons in which `from` is replaced by `to`. */
function problemsOf(from = '', to = '', change = (text: string) => text) {
  const [story] = good.filter(({ path }) => path.endsWith('sample-story.mdx'));
  const other = { path: 'stories/jianan/other-story.mdx', text: change(story?.text ?? '') };
  if (!COMPARISONS.includes(from)) throw new Error(`“${from}” is not in the comparisons`);
  const yaml = { path: 'comparisons.yaml', text: COMPARISONS.replace(from, to) };
  return checkContent([...good, other, yaml], { day: '2027-01-01' });
}

describe('comparisons', () => {
  test('that are right pass', () => expect(problemsOf()).toEqual([]));

  test('of the same measure in 万元 and 元 pass', () => {
    const inYuan = (text: string) =>
      text
        .replace(/value: 3953, unit: 万元/, 'value: 39530000, unit: 元')
        .replace('3953 余万元</Figure>', '39530000 余元</Figure>');
    expect(problemsOf('', '', inYuan)).toEqual([]);
  });

  test.each([
    ['an unknown story', 'other-story', 'other-stroy', 7, '没有网址名为“other-stroy”的文章', '是不是 other-story？'],
    [
      'an unknown figure',
      'other-story, figure: income',
      'other-story, figure: incomes',
      7,
      '没有编号为“incomes”的数字',
      '是不是 income？',
    ],
    ['unlike units', 'other-story, figure: income', 'other-story, figure: households', 7, '单位不同', '同一种单位'],
    ['a figure twice', 'other-story', 'sample-story', 7, '写了两次', undefined],
    ['one figure alone', '\n      - { story: other-story, figure: income }', '', 5, '至少 2 项', undefined],
    ['no note', '    note: 凭什么可比。\n', '', 2, 'note：没有填写', undefined],
    ['an unknown field', 'note: 凭', 'tone: 一\n    note: 凭', 4, '不认识的栏目：tone', undefined],
    [
      'an id twice',
      'comparisons:',
      `comparisons:\n${COMPARISONS.replace('comparisons:\n', '').trimEnd()}`,
      8,
      '编号 money 写了两次',
      '改名',
    ],
  ])('with %s stop the build', (_, from, to, line, message, cure) => {
    const [problem, ...rest] = problemsOf(from, to);
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ file: 'comparisons.yaml', line, message: expect.stringContaining(message) });
    if (cure) expect(problem?.cure).toContain(cure);
  });

  test('say nothing of their own about a story that cannot be read', () => {
    const problems = problemsOf('', '', (text) => text.replace('privacy: reviewed', 'privacy: no'));
    expect(problems.map(({ file }) => file)).toEqual(['stories/jianan/other-story.mdx']);
  });
});
