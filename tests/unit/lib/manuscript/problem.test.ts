import { describe, expect, test } from 'vitest';
import {
  formatProblem,
  formatProblems,
  isError,
  type Problem,
  sortProblems,
} from '../../../../src/lib/manuscript/problem.ts';

const error: Problem = { file: 'a.mdx', line: 2, column: 3, rule: 'image-alt', message: '图片没有说明', cure: '写上' };
const hint: Problem = { file: 'b.mdx', line: 4, column: 1, rule: 'health-words', message: '想一想', hint: true };

describe('a problem', () => {
  test('is an error unless it is a hint', () => {
    expect([error, hint, { ...hint, hint: false }].map(isError)).toEqual([true, false, true]);
  });

  test('reads as place, level and words, with its cure below', () => {
    expect(formatProblem(error)).toBe('a.mdx:2:3 错误 图片没有说明\n    → 写上');
    expect(formatProblem(hint)).toBe('b.mdx:4:1 提示 想一想');
  });

  test('gives a terminal no orders and stays on its line', () => {
    expect(formatProblem({ ...hint, message: '字\u001b[2J\n错误' })).toBe('b.mdx:4:1 提示 字 [2J 错误');
  });
});

describe('problems', () => {
  test('stand in the order of files, lines and columns, and the list that was given is left as it was', () => {
    const at = (file: string, line: number, column: number) => ({ ...hint, file, line, column });
    const given = [at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 1), at('B', 1, 1)];
    const sorted = sortProblems(given).map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(sorted).toEqual(['a:9:1', 'a:9:2', 'a:10:1', 'b:1:1', 'B:1:1']);
    expect(given[0]).toEqual(at('b', 1, 1));
  });

  test('stand one below the other in a terminal', () => {
    expect(formatProblems([error, hint], 'text')).toBe(
      'a.mdx:2:3 错误 图片没有说明\n    → 写上\nb.mdx:4:1 提示 想一想',
    );
  });

  test('are annotations of a pull request, a line each', () => {
    expect(formatProblems([error, hint], 'github')).toBe(
      [
        '::error file=a.mdx,line=2,col=3,title=image-alt::图片没有说明。→ 写上',
        '::notice file=b.mdx,line=4,col=1,title=health-words::想一想',
      ].join('\n'),
    );
  });

  test('cannot break out of an annotation by what they quote', () => {
    const quoted = { ...hint, file: '1%:2,3:4,5\n.mdx', message: '100%\r\n::error::甲, 乙\r\n%' };
    expect(formatProblems([quoted], 'github')).toBe(
      '::notice file=1%25%3A2%2C3%3A4%2C5%0A.mdx,line=4,col=1,title=health-words::100%25%0D%0A::error::甲, 乙%0D%0A%25',
    );
  });

  test('are data for other programs, with their level', () => {
    const text = formatProblems([error, hint], 'json');
    expect(JSON.parse(text)).toEqual([
      { ...error, level: 'error' },
      { ...hint, level: 'hint' },
    ]);
    expect(text.split('\n').length).toBeGreaterThan(2);
    expect(JSON.parse(formatProblems([], 'json'))).toEqual([]);
  });
});
