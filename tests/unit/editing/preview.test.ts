import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/editing/check/content.ts';
import { readContent } from '../../../src/editing/files/read-content.ts';
import { byFile, findLacks, setApart } from '../../../src/editing/preview/apart.ts';
import {
  brokenPage,
  countOf,
  faultsPage,
  faultsPanel,
  overviewPage,
} from '../../../src/editing/preview/faults-page.ts';
import type { Problem } from '../../../src/lib/manuscript/problem.ts';

const good = readContent('tests/fixtures/content');
const PATH = 'stories/jianan/sample-story.mdx';

function look(from: string | RegExp, to: string) {
  const files = good.map((file) => (file.path === PATH ? { ...file, text: file.text.replace(from, to) } : file));
  const problems = checkContent(files, { day: '2027-01-01' });
  const story = files.find(({ path }) => path === PATH);
  if (!story) throw new Error('The story is gone');
  return { files, story, problems, own: byFile(problems).get(PATH) ?? [], apart: setApart(files, problems) };
}

describe('an article with errors', () => {
  test.each([
    ['a sign for less', '第一本记支出', '浓度<35 的水', '浓度<mark class="fault">&lt;35'],
    ['a tag without its end', '第一本记支出', '<Figure id="households">一处', '<mark class="fault">&lt;Figure id='],
    ['a brace', '第一本记支出', '{一处', '<mark class="fault">{'],
    ['fields that cannot be read', 'genre: brief', 'genre: [brief', 'genre: <mark class="fault">['],
  ])('that cannot be shown is set apart: %s', (_, from, to, mark) => {
    const { story, own, apart } = look(from, to);
    expect(apart.has(PATH)).toBe(true);
    const html = faultsPage(story, own, '/');
    expect(html).toContain(mark);
    expect(html).toContain(countOf(own));
  });

  test.each([
    ['a figure that is not the one of its words', '32168 户</Figure>', '32169 户</Figure>'],
    ['a date after the source', /date: "2020-02-29"/, 'date: "2021-02-28"'],
  ])('that can be read all the same stays, and tells them with their words: %s', (_, from, to) => {
    const { story, own, apart } = look(from, to);
    expect(own.length).toBeGreaterThan(0);
    expect(apart.has(PATH)).toBe(false);
    const html = faultsPanel(story, own, '/');
    for (const { message } of own)
      expect(html).toContain(message.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(html).toContain('<mark class="fault">');
  });

  test('with fields that are still open is set apart, with its questions', () => {
    const { story, own, apart } = look('genre: brief', 'genre: 待确认');
    expect(apart.has(PATH)).toBe(true);
    expect(faultsPage(story, own, '/')).toContain('还有一处待确认');
  });

  test('without any it has no panel', () => {
    const { story, own } = look('', '');
    expect(faultsPanel(story, own, '/')).toBe('');
  });

  test('whose county or picture cannot be read says so', () => {
    const broken: Problem = {
      file: 'stories/jianan/a.jpg',
      line: 1,
      column: 1,
      rule: 'image-unreadable',
      message: '打不开',
    };
    const { files } = look('第一本记支出', '![画](./a.jpg)');
    expect(findLacks(files, [broken], new Set(['jianan'])).map(({ rule }) => rule)).toEqual(['image-unreadable']);
    expect(findLacks(good, [], new Set()).map(({ rule }) => rule)).toContain('id-unknown');
  });
});

test('nothing of a manuscript is code on a page of errors', () => {
  const text = '---\ntitle: "<script>alert(1)</script>"\n---\n<img src=x onerror=alert(1)> "&\n';
  const problems: Problem[] = [1, 2, 4].map((line) => ({
    ...{ file: PATH, line, column: 8, rule: 'markup-syntax' },
    ...{ message: '<script>x</script>', cure: '<b onclick="y">' },
  }));
  const file = { path: PATH, text };
  const known = { files: [file], problems: byFile(problems), base: '/' };
  for (const html of [
    faultsPage(file, problems, '/'),
    faultsPanel(file, problems, '/'),
    overviewPage([file], known.problems, '/'),
    brokenPage('/stories/"><script>/', '<script>', known),
  ]) {
    const own = html.replace('<script type="module" src="/@vite/client"></script>', '');
    expect(own).not.toMatch(/<(?:script|img|b) /);
    expect(own).not.toMatch(/<script>/);
  }
});

test('errors come before hints, and both are counted', () => {
  const problem = (line: number, hint: boolean): Problem => ({
    ...{ file: PATH, line, column: 1, rule: 'unresolved', message: '一处' },
    ...(hint ? { hint } : {}),
  });
  const own = byFile([problem(3, true), problem(9, false), problem(5, false)]).get(PATH) ?? [];
  expect(own.map(({ line }) => line)).toEqual([5, 9, 3]);
  expect(countOf(own)).toBe('2 处错误，另有 1 处提示');
});
