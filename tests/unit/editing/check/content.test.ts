import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/editing/check/content.ts';
import { readContent } from '../../../../src/editing/files/read-content.ts';
import type { ContentFile } from '../../../../src/lib/manuscript/paths.ts';

const good = readContent('tests/fixtures/content');
const DAY = '2027-01-01';
const STORY = 'stories/jianan/sample-story.mdx';

/** The fixture with one file changed. */
function planted(path: string, from: string, to: string): ContentFile[] {
  const file = good.find((candidate) => candidate.path === path);
  if (!file?.text.includes(from)) throw new Error(`“${from}” is not in ${path}`);
  return good.map((other) => (other === file ? { path, text: file.text.replace(from, to) } : other));
}

const lineOf = (files: readonly ContentFile[], path: string, words: string) =>
  (files
    .find((file) => file.path === path)
    ?.text.split('\n')
    .findIndex((line) => line.includes(words)) ?? -1) + 1;

/** What is planted: in place of `from`, `to`; the problem must stand on the line of `at` and say `says`. */
const FAULTS: { name: string; path?: string; from: string; to: string; at: string; says: RegExp }[] = [
  {
    name: 'a figure whose words state another number',
    from: '32168 户</Figure>',
    to: '3216 户</Figure>',
    at: '3216 户<',
    says: /households.*3216.*32168/,
  },
  {
    name: 'a figure whose words state another unit',
    from: '32168 户</Figure>',
    to: '32168 人</Figure>',
    at: '32168 人<',
    says: /households/,
  },
  { name: 'a figure without its qualifier', from: '3953 余万元<', to: '3953 万元<', at: '3953 万元<', says: /income/ },
  {
    name: 'a milestone mark without data',
    from: '## 开头\n',
    to: '## 开头\n\n<Milestone id="ghost">有一件事</Milestone>。\n',
    at: 'ghost',
    says: /Milestone id="ghost".*milestones 里没有/,
  },
  {
    name: 'milestone data without a mark',
    from: 'figures:\n',
    to: '  - { id: ghost, date: "2020", basis: stated, title: 有一件事 }\nfigures:\n',
    at: 'id: ghost',
    says: /milestones 里有 ghost，但正文没有标出/,
  },
  {
    name: 'a mark twice',
    from: '- 第一本记支出',
    to: '- <Figure id="households">32168 户</Figure>',
    at: '- <Figure',
    says: /不止一次/,
  },
  { name: 'a mark without id', from: '<Gap id="tail" />', to: '<Gap />', at: '<Gap />', says: /<Gap> 没有写 id/ },
  {
    name: 'an impossible day',
    from: '"2020-02-29"',
    to: '"2020-02-30"',
    at: '2020-02-30',
    says: /2020-02-30 不是真实存在的日期/,
  },
  {
    name: 'an impossible day without quotes',
    from: '"2020-02-29"',
    to: '2020-02-30',
    at: '2020-02-30',
    says: /2020-02-30 不是真实存在的日期/,
  },
  { name: 'a date that is not EDTF', from: '"2020-02-29"', to: '2020年2月', at: '2020年2月', says: /不是 EDTF 日期/ },
  { name: 'a date without basis', from: ', basis: stated', to: '', at: 'id: began', says: /basis：没有填写/ },
  {
    name: 'an unknown county',
    from: 'county: jianan',
    to: 'county: jianann',
    at: 'county:',
    says: /没有编号为“jianann”的县区/,
  },
  {
    name: 'an unknown person',
    from: 'people: [zhang-san]',
    to: 'people: [zhang-san, li-si]',
    at: 'people:',
    says: /没有编号为“li-si”的人物/,
  },
  {
    name: 'an expression',
    from: '## 开头',
    to: '{process.env.HOME}',
    at: '{process',
    says: /“\{process\.env\.HOME\}”会被当成代码/,
  },
  {
    name: 'an expression within a sentence',
    from: '第一本记支出',
    to: '第一本记{1+1}支出',
    at: '{1+1}',
    says: /会被当成代码/,
  },
  { name: 'an import', from: '## 开头', to: "import fs from 'node:fs'", at: 'import fs', says: /不能写 import/ },
  { name: 'an export', from: '## 开头', to: 'export const a = 1', at: 'export const', says: /不能写 import 或 export/ },
  { name: 'a script', from: '## 开头', to: '<script>alert(1)</script>', at: '<script>', says: /不允许的标签 <script>/ },
  {
    name: 'an event handler',
    from: '## 开头',
    to: '<em onclick="go()">开头</em>',
    at: 'onclick',
    says: /不允许属性 onclick/,
  },
  {
    name: 'an expression in an attribute',
    from: '## 开头',
    to: '<Aside title={process.env.HOME}>\n开头\n</Aside>',
    at: 'title={',
    says: /属性里不能写/,
  },
  { name: 'spread attributes', from: '## 开头', to: '<em {...x}>开头</em>', at: '{...x}', says: /属性里不能写/ },
  {
    name: 'a javascript link',
    from: '## 开头',
    to: '[看](javascript:alert(1))',
    at: 'javascript:',
    says: /不安全的链接/,
  },
  {
    name: 'a javascript link in capitals',
    from: '## 开头',
    to: '[看](JaVaScRiPt:alert(1))',
    at: 'JaVaScRiPt',
    says: /不安全的链接/,
  },
  {
    name: 'a javascript link behind a tab entity',
    from: '## 开头',
    to: '[看](java&#09;script:alert(1))',
    at: 'java&#09;',
    says: /不安全的链接/,
  },
  {
    name: 'a data link in a definition',
    from: '## 开头',
    to: '[看][x]\n\n[x]: data:text/html,x',
    at: '[x]: data',
    says: /不安全的链接/,
  },
  {
    name: 'a link that borrows the scheme',
    from: '## 开头',
    to: '[看](//example.org/)',
    at: '//example.org',
    says: /不安全的链接/,
  },
  { name: 'an HTML comment', from: '## 开头', to: '<!-- 批注 -->', at: '<!--', says: /不能用 <!-- -->/ },
  { name: 'a tag never closed', from: '## 开头', to: '<Note>开头', at: '<Note>开头', says: /没有写结束标签/ },
  { name: 'text between two tildes', from: '第一本记支出', to: '1~8月和3~5月', at: '1~8', says: /会被划掉/ },
  { name: 'bold that stays literal', from: '第一本记支出', to: '**记支出。**另一本', at: '**记', says: /加粗没有生效/ },
  { name: 'a zero-width character', from: '第一本记支出', to: '第一本\u200b记支出', at: '\u200b', says: /U\+200B/ },
  {
    name: 'an unknown field',
    from: 'text: retold',
    to: 'text: retold\nauther: 张三',
    at: 'auther',
    says: /不认识的栏目：auther/,
  },
  { name: 'a field of the wrong type', from: 'value: 32168', to: 'value: 三万', at: 'value: 三万', says: /value/ },
  {
    name: 'a tab in the front matter',
    from: '  headline: null',
    to: '\theadline: null',
    at: '\theadline',
    says: /Tab/,
  },
  {
    name: 'the same field twice',
    from: 'text: retold',
    to: 'text: retold\ntext: full',
    at: 'text: full',
    says: /写了两次/,
  },
  {
    name: 'aliases that multiply',
    from: 'text: retold',
    to: 'text: &a retold\nsubtitle: *a',
    at: 'subtitle: *a',
    says: /&|\*/,
  },
  {
    name: 'a summary too short',
    from: 'summary: 这是一篇只为测试而写的短文，它有一件大事、两个数字、一处残缺，',
    to: 'summary: ',
    at: 'summary:',
    says: /summary：太短/,
  },
  { name: 'a heading of the first level', from: '## 开头', to: '# 开头', at: '# 开头', says: /小标题是第 1 级/ },
  {
    name: 'a county code with five digits',
    path: 'counties/jianan.yaml',
    from: '"411003"',
    to: '"41100"',
    at: 'code:',
    says: /六位行政区划代码/,
  },
  {
    name: 'a parent that is not there',
    path: 'places/jianan.yaml',
    from: 'level: village',
    to: 'level: village, parent: nowhere',
    at: 'nowhere',
    says: /没有编号为“nowhere”的地点/,
  },
  {
    name: 'code in a practice',
    path: 'practices/two-books.mdx',
    from: '\n\n一本',
    to: '\n\n{1}\n\n一本',
    at: '{1}',
    says: /会被当成代码/,
  },
  {
    name: 'a practice of quotations inside each other',
    path: 'practices/two-books.mdx',
    from: '\n\n一本',
    to: `\n\n${'>'.repeat(20_000)} 一本\n\n一本`,
    at: '>>>>',
    says: /一层套一层/,
  },
];

/** Good content whose story comes on a later day. */
const scheduled = (day: string) =>
  planted(STORY, 'status: published', `status: scheduled\nscheduledFor: "${day}"`).map((file) =>
    file.path === STORY ? { ...file, text: file.text.replace(/^published: .*$/m, `published: "${day}"`) } : file,
  );

describe('what stops a build', () => {
  test('nothing in good content', () => {
    expect(checkContent(good, { day: DAY })).toEqual([]);
  });

  test.each(FAULTS)('$name', ({ path = STORY, from, to, at, says }) => {
    const files = planted(path, from, to);
    const problems = checkContent(files, { day: DAY });
    const line = lineOf(files, path, at);
    const found = problems.find((problem) => problem.file === path && says.test(problem.message));
    expect(found, problems.map((p) => `${p.file}:${p.line} ${p.message}`).join('\n')).toBeDefined();
    expect(found?.line).toBe(line);
  });

  test('a story in the folder of another county', () => {
    const files = good.map((file) =>
      file.path === STORY ? { ...file, path: 'stories/hanbin/sample-story.mdx' } : file,
    );
    expect(checkContent(files, { day: DAY }).map((problem) => problem.message)).toContainEqual(
      expect.stringContaining('hanbin 文件夹'),
    );
  });

  test('two stories that differ in case alone', () => {
    const twin = good.flatMap((file) =>
      file.path === STORY ? [{ ...file, path: 'stories/jianan/Sample-Story.mdx' }] : [],
    );
    expect(checkContent([...good, ...twin], { day: DAY }).map((problem) => problem.message)).toContainEqual(
      expect.stringContaining('重复'),
    );
  });

  test('no scheduled story on the front page: others stand there until its day', () => {
    const files = scheduled('2026-12-10').concat({ path: 'front.yaml', text: 'lead: sample-story\n' });
    expect(checkContent(files, { day: '2026-12-09' })).toEqual([]);
  });

  test('no link to a scheduled story whose day has come, but one to a story that is still to come', () => {
    const files = scheduled('2026-12-10').map((file) =>
      file.path === 'practices/two-books.mdx'
        ? { ...file, text: `${file.text}\n见[那一篇](/stories/sample-story/)。\n` }
        : file,
    );
    expect(checkContent(files, { day: '2026-12-10' })).toEqual([]);
    expect(checkContent(files, { day: '2026-12-09' }).map(({ message }) => message)).toEqual([
      expect.stringContaining('sample-story'),
    ]);
  });

  test('all at once, sorted by file and line', () => {
    const files = planted(STORY, '32168 户</Figure>', '1 户</Figure>').map((file) =>
      file.path === STORY ? { ...file, text: file.text.replace('county: jianan', 'county: nowhere') } : file,
    );
    const lines = checkContent(files, { day: DAY }).map((problem) => problem.line);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});
