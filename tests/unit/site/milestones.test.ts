import { describe, expect, test } from 'vitest';
import { readYaml, validate } from '../../../src/lib/manuscript/frontmatter.ts';
import { milestoneSchema } from '../../../src/lib/schema/story.ts';
import { milestoneDate, practicesBeside } from '../../../src/site/milestones.ts';

describe('the date of a milestone', () => {
  test('is said in full, with its basis', () => {
    const date = { date: '2019?-10-03', basis: 'inferred', ground: '同版文章' } as const;
    expect(milestoneDate(date)).toBe('2019 年 10 月 3 日（年份据同版文章推定）');
  });

  test('that is not known is said to be not known, in the words of the paper', () => {
    expect(milestoneDate({ date: null, printed: '近日', basis: 'stated' })).toBe('时间未注明（原文作“近日”）');
    expect(milestoneDate({ date: null, printed: '“十三五”之初', basis: 'stated' })).toBe(
      '时间未注明（原文作“‘十三五’之初”）',
    );
  });

  test('of a routine without a date is its rhythm', () => {
    const routine = { date: null, basis: 'stated', recurs: 'P1M' } as const;
    expect(milestoneDate({ ...routine, printed: '每月' })).toBe('每月一次，起止未注明');
    expect(milestoneDate({ ...routine, printed: '每月初' })).toBe('每月一次（原文作“每月初”），起止未注明');
  });
});

describe('an editor writes a milestone without a date', () => {
  const problems = (text: string) =>
    validate(milestoneSchema, readYaml(`id: opened\ntitle: 四个工厂开业\n${text}`, 1)).findings.map((f) => f.message);

  test('with the printed words', () => expect(problems('date: null\nprinted: 近日\nbasis: stated')).toEqual([]));

  test.each([
    ['date: null\nbasis: stated', 'date：为 null 时要在 printed 里写出原报用语，例如 printed: 近日'],
    ['date: null\nprinted: 近日\nbasis: inferred', 'basis：没有日期就谈不上推定，应写 stated'],
    ['date: null\nprinted: 近日\nbasis: stated\ntime: "10:10"', 'time：没有日期的记事不能填写'],
    ['date: null\nprinted: 近日\nbasis: stated\nextent: within', 'extent：没有日期的记事不能填写'],
    ['date: "2019?"\nbasis: inferred', 'ground：没有填写：日期是推定的，要用几个字写出凭什么，例如 ground: 同版文章'],
    ['basis: stated', 'date：没有填写'],
  ])('%j is refused', (text, message) => expect(problems(text)).toEqual([message]));
});

test('the practices beside a milestone are those of its paragraph', () => {
  const mark = (name: 'Milestone' | 'Practice' | 'Place', id: string) => {
    return { name, id, text: '', start: 0, line: 1, column: 1 };
  };
  const paragraphs = [
    { marks: [mark('Practice', 'a'), mark('Milestone', 'one'), mark('Practice', 'b'), mark('Practice', 'a')] },
    { marks: [mark('Milestone', 'two'), mark('Place', 'c')] },
  ];
  expect(practicesBeside(paragraphs, 'one')).toEqual(['a', 'b']);
  expect(practicesBeside(paragraphs, 'two')).toEqual([]);
});
