import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readRecords } from '../../../support/records.ts';

const files = readRecords();
const FIRST = 'stories/dong-he/first-letter.mdx';
const SECOND = 'stories/dong-he/second-letter.mdx';

/** What is said of the archive of letters with a text of one file replaced. */
const check = (path: string, from: string, to: string) => {
  const changed = files.map((file) => (file.path === path ? { ...file, text: file.text.replace(from, to) } : file));
  expect(changed).not.toEqual(files);
  return checkContent(changed, { day: '2027-01-01' }).map(
    ({ file, line, rule, message, cure, hint }) => `${file}:${line} ${hint ? '提示' : rule} ${message} → ${cure}`,
  );
};

test('the archive itself is fine', () => {
  expect(checkContent(files, { day: '2027-01-01' })).toEqual([]);
});

describe('what a story belongs to is registered', () => {
  test.each([
    ['counties: [xi-tang]', 'counties: [xi-tan]', /id-unknown .*没有编号为“xi-tan”.* → 是不是 xi-tang/],
    ['counties: [xi-tang]', 'counties: [dong-he]', /entry-twice counties 里 dong-he 多写了一次/],
    ['id: letters', 'id: leters', /id-unknown 没有编号为“leters”的系列 → 是不是 letters/],
    ['tags: [水灾, 家书]', 'tags: [水災, 家书]', /id-unknown 没有登记过标签“水災”/],
    [
      'tags: [水灾, 家书]',
      'tags: [修桥, 家书]',
      /没有登记过标签“修桥” → 在 tags\.yaml .*\{ id: xiu-qiao, name: 修桥 \}/,
    ],
    ['tags: [水灾, 家书]', 'tags: [水灾, 水灾]', /entry-twice tags 里 水灾 多写了一次/],
    ['id: lin-xiao', 'id: lin-xia', /id-unknown 没有编号为“lin-xia”的作者 → 是不是 lin-xiao/],
    ['{ name: 陈大, role: told }', '{ role: told }', /field-invalid .*登记过的作者写 id/],
    ['{ name: 陈大, role: told }', '{ name: 陈大, id: lin-xiao }', /field-invalid .*写了编号就不再写姓名/],
    ['number: 1 }', 'number: 0 }', /field-invalid .*从 1 数起/],
  ])('%s → %s', (from, to, says) => {
    expect(check(FIRST, from, to).join('\n')).toMatch(says);
  });
});

describe('a series', () => {
  test('has no number twice', () => {
    expect(check(SECOND, 'number: 2', 'number: 1').join('\n')).toMatch(
      /second-letter\.mdx:\d+ series-number 系列 letters 的第 1 篇已经是 stories\/dong-he\/first-letter\.mdx/,
    );
  });

  test.each([
    ['number: 3', '缺第 2 篇'],
    ['number: 7', '缺第 2 到 6 篇'],
  ])('tells in a hint what is left out: %s', (number, says) => {
    expect(check(SECOND, 'number: 2', number)).toEqual([expect.stringMatching(new RegExp(`提示 .*${says}`))]);
  });
});

test('what no published story belongs to is told as a hint', () => {
  expect(check('tags.yaml', 'tags:', 'tags:\n  - { id: new-tag, name: 新标签 }').join()).toMatch(/提示 “新标签”还没有/);
  expect(check('authors.yaml', 'authors:', 'authors:\n  - { id: zhao, name: 赵四 }').join()).toMatch(
    /提示 “赵四”还没有/,
  );
});

test('links lead to the pages of groups, and not to others', () => {
  const link = (to: string) => check(SECOND, '林某的回信', `[看](${to})林某的回信`).join('\n');
  for (const to of ['/series/', '/series/letters/', '/tags/shui-zai/', '/authors/', '/authors/lin-xiao/'])
    expect(link(to)).toBe('');
  expect(link('/tags/shui/')).toMatch(/link-dead/);
  expect(link('/series/letter/')).toMatch(/是不是 \/series\/letters\//);
});

test('what belongs to another kind of source is refused with the right field', () => {
  expect(check(SECOND, '  recipient: 林某', '  recipient: 林某\n  publisher: 试报').join('\n')).toMatch(
    /field-invalid .*书信没有这一栏：写在 repository 里/,
  );
});
