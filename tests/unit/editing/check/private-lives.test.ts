import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';

const good = readContent('tests/fixtures/content');
const STORY = 'stories/jianan/sample-story.mdx';

/** What is asked about private people when words of the good content are replaced. */
function asked(...changes: [from: string, to: string][]) {
  const files = good.map((file) => ({
    ...file,
    text: changes.reduce((text, [from, to]) => text.replace(from, to), file.text),
  }));
  return checkContent(files, { day: '2027-01-01' }).filter(({ rule }) => rule.startsWith('private-'));
}

const VILLAGE = '<Place id="jianan-east-village">东村</Place>';
const TELLING: [string, string] = ['第一本记支出', `${VILLAGE}一户人家，丈夫瘫痪，去年分红 300 元`];

describe('a paragraph', () => {
  test('in which household, hardship and a village meet is asked about, with its line and a cure', () => {
    const [problem, ...more] = asked(TELLING);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: STORY, rule: 'private-place', hint: true });
    expect(problem?.line).toBeGreaterThan(30);
    expect(problem?.message).toContain('东村');
    expect(problem?.cure).toContain('private: true');
  });

  test('whose place is private is not', () => {
    expect(asked(TELLING, ['level: village', 'level: village, private: true'])).toEqual([]);
  });

  test('names the figures and milestones that lists would carry on', () => {
    const from = '全村 <Figure id="households">32168 户</Figure>都记';
    const [problem] = asked([from, `${VILLAGE}她家 <Figure id="households">32168 户</Figure>，患了重病`]);
    expect(problem?.cure).toContain('households、income');
  });

  test('is asked for its hamlet even where no place is marked', () => {
    const [problem] = asked(['第一本记支出', '石桥村 5 组的一位村民做过手术']);
    expect(problem?.cure).toContain('组名去掉');
  });

  test('of a draft is asked about by the name of a village that is not marked yet', () => {
    const words: [string, string] = ['第一本记支出', '石桥村一户人家，丈夫瘫痪'];
    expect(asked(words)).toEqual([]);
    expect(asked(words, ['status: published', 'status: draft'])[0]?.message).toContain('石桥村');
  });

  test.each([
    ['of the whole village', `${VILLAGE}人均收入 3000 元，残疾补贴都到位`],
    ['of a household without hardship', `${VILLAGE}一户人家种茶`],
    ['of hardship without a place', '一户人家的丈夫瘫痪'],
  ])('%s is not', (_, words) => expect(asked(['第一本记支出', words])).toEqual([]));
});

describe('a label', () => {
  test('of one household is asked about until it is private', () => {
    const label: [string, string] = ['label: 记账户数', 'label: 李女士一家记账'];
    expect(asked(label).map(({ rule }) => rule)).toEqual(['private-label']);
    expect(asked(label, ['asOf: "2020" }', 'asOf: "2020", private: true }'])).toEqual([]);
  });
  test('so is the title of a milestone', () => {
    const title: [string, string] = ['title: 东村开始记账', 'title: 赵大娘开始记账'];
    expect(asked(title).map(({ rule }) => rule)).toEqual(['private-label']);
    expect(asked(title, ['title: 赵大娘', 'private: true, title: 赵大娘'])).toEqual([]);
  });
});

test('a summary may speak of 陈某 who wrote a letter', () => {
  expect(asked(['summary: 这是', 'summary: 陈某写来一封信，这是'])).toEqual([]);
});

test('a summary that tells of somebody by the surname is asked about, the more so with an illness', () => {
  expect(asked(['summary: 这是', 'summary: 王大娘爱看书，这是'])[0]?.message).toContain('王大娘');
  expect(asked(['summary: 这是', 'summary: 王大娘做过手术，这是'])[0]?.message).toContain('手术');
  expect(asked(['summary: 这是', 'summary: 王大娘做过手术，这是']).map(({ rule }) => rule)).toEqual([
    'private-summary',
  ]);
});

test('a private place cannot stand by itself', () => {
  const problems = checkContent(
    good.map((file) => ({
      ...file,
      text: file.text.replace('level: village', 'level: village, private: true, standalone: true'),
    })),
    { day: '2027-01-01' },
  );
  expect(
    problems
      .filter(({ file }) => file.startsWith('places/'))
      .map(({ message }) => message)
      .join(),
  ).toContain('private');
});
